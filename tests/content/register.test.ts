/** The project's own register: the numbers below are the vetted ones, typed here so that a slip in the data or the code shows. */
import { describe, expect, it } from 'vitest'
import { readRegisterTexts } from '../../engine/brief.ts'
import { codePoints } from '../../engine/register/fingerprint.ts'
import { REGISTER_FILES } from '../../engine/register/parse.ts'
import { GRADES_AND_OPINION, RECORD_STATUSES } from '../../engine/register/vocabulary.ts'
import { loadRegister } from '../../engine/analysis/load.ts'
import { projectFolder } from '../support/deck-folder.ts'

const OWN = readRegisterTexts(projectFolder)

/** Anew in each test, so that a fault in what derives the register is told by those that look at it. */
function loaded() {
  const { register, diagnostics } = loadRegister(OWN)
  if (!register) throw new Error(JSON.stringify(diagnostics, null, 2))
  return register
}
const sum = (numbers: Iterable<number>) => [...numbers].reduce((total, number) => total + number, 0)

it('loads without a fault', () => {
  expect(loadRegister(OWN).diagnostics).toEqual([])
})

it('its files stand in claims/', () => {
  expect(REGISTER_FILES.map((file) => `${file}.yaml`)).toEqual([
    'claims.yaml',
    'argument.yaml',
    'actors.yaml',
    'record.yaml',
    'interpretations.yaml',
    'sources.yaml',
    'requests.yaml',
    'article.yaml',
    'fingerprint.yaml',
  ])
})

describe('counts', () => {
  it('add up', () => {
    const { claims, counts, steps, sources, requests } = loaded()
    expect(counts.claims).toBe(claims.length)
    expect(sum(GRADES_AND_OPINION.map((grade) => counts.byGrade[grade]))).toBe(counts.claims)
    expect(counts.gradeable + counts.opinions).toBe(counts.claims)
    expect(counts.opinions).toBe(counts.byGrade.N)
    expect(sum(RECORD_STATUSES.map((status) => counts.byRecord[status]))).toBe(counts.gradeable)
    expect(sum(Object.values(counts.byVoice))).toBe(counts.claims)
    expect(sum(steps.map((step) => step.claims.length))).toBe(counts.claims)
    expect(counts.sourcesCited).toBeLessThanOrEqual(counts.sourcesHeld)
    expect(counts.sourcesHeld).toBe(sources.length)
    expect(counts.requests).toBe(requests.length)
    expect(counts.loadBearing).toBe(claims.filter(({ loadBearing }) => loadBearing).length)
    expect(counts.coverage).toBeGreaterThan(0.5)
    expect(counts.coverage).toBeLessThan(1)
  })

  it('are the vetted ones', () => {
    const { claims, counts } = loaded()
    expect(counts.claims).toBe(42)
    expect(counts.byGrade).toEqual({ S0: 31, S1: 2, S2: 3, S3: 1, S4: 0, N: 5 })
    expect([counts.sentences, counts.pullQuotes, counts.steps]).toEqual([28, 3, 8])
    const graded = (grade: string) =>
      claims
        .filter((claim) => claim.grade === grade)
        .map(({ id }) => id)
        .sort()
    expect(graded('S3')).toEqual(['C14'])
    expect(graded('S2')).toEqual(['C18', 'C19', 'C21'])
    expect(graded('S1')).toEqual(['C07', 'C27'])
    expect(graded('N')).toEqual(['C30', 'C32', 'C34', 'C36', 'C38'])
  })
})

it('every sentence of the body and every pull-quote has a claim, and stands in a step', () => {
  const { claims, sentences, steps } = loaded()
  for (const { id, role } of sentences) {
    const own = claims.filter(({ sentence }) => sentence === id)
    if (role === 'apparatus') expect(own).toEqual([])
    else {
      expect(own.length).toBeGreaterThan(0)
      for (const { voice, step } of own) {
        expect(voice === 'pull-quote').toBe(role === 'pull-quote')
        expect(steps.find((each) => each.id === step)!.sentences).toContain(id)
      }
    }
  }
})

it('every quote stands within its sentence, and claims are in reading order', () => {
  const { claims, sentences } = loaded()
  for (const { sentence, selectors } of claims) {
    const home = sentences.find(({ id }) => id === sentence)!
    expect(selectors.start).toBeGreaterThanOrEqual(home.start)
    expect(selectors.end).toBeLessThanOrEqual(home.end)
    expect(selectors.end - selectors.start).toBe(codePoints(selectors.exact))
  }
  const starts = claims.map(({ selectors }) => selectors.start)
  expect(starts).toEqual(starts.toSorted((a, b) => a - b))
})

it('what points back agrees with what points there', () => {
  const { claims, steps, actors, labels, sources, requests, relations, events, interpretations } = loaded()
  for (const { id, citedBy } of sources)
    expect(citedBy).toEqual([
      ...claims.filter(({ record }) => record?.citations.some(({ source }) => source === id)).map((claim) => claim.id),
      ...actors.filter(({ background }) => background?.sources.includes(id)).map(({ name }) => name),
      ...labels.filter((each) => each.sources.includes(id)).map(({ label }) => `the words “${label}”`),
      ...relations.filter(({ record }) => record?.sources.includes(id)).map(({ name }) => `the side ${name}`),
      ...events.filter(({ record }) => record?.sources.includes(id)).map(({ name }) => `the date of ${name}`),
      ...(interpretations!.background.sources.includes(id) || interpretations!.onRecord.some((item) => item.sources.includes(id))
        ? [`the readings of ${events.find((event) => event.id === interpretations!.event)!.name}`]
        : []),
    ])
  for (const item of requests)
    expect([...item.claims].sort()).toEqual(
      claims
        .filter(({ request }) => request?.id === item.id)
        .map(({ id }) => id)
        .sort(),
    )
  expect(steps.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
})

it('outlets that carry one report count once', () => {
  const { claims, sources } = loaded()
  const c14 = claims.find(({ id }) => id === 'C14')!
  const groups = c14
    .record!.citations.filter(({ role }) => role !== 'shared wording')
    .map(({ source }) => sources.find(({ id }) => id === source)!.independenceGroup)
  expect(c14.reports).toBe(new Set(groups).size)
  expect(c14.reports).toBeLessThan(groups.length)
})

describe('agreement of the passes', () => {
  const pair = (a: string, b: string) => loaded().agreement.find(({ passes }) => passes[0] === a && passes[1] === b)!
  it('R2 and R3 agree on every claim', () => {
    expect(pair('R2', 'R3')).toEqual({ passes: ['R2', 'R3'], rated: 42, agreed: 42, kappa: 1, ac1: 1 })
  })
  it.each([
    ['R1', 'R2'],
    ['R1', 'R3'],
  ])('%s and %s agree on 41 of 42', (a, b) => {
    const { rated, agreed, kappa, ac1 } = pair(a, b)
    expect([rated, agreed, kappa.toFixed(2), ac1.toFixed(2)]).toEqual([42, 41, '0.95', '0.97'])
  })
  it('each pair is there once', () => {
    expect(loaded().agreement).toHaveLength(3)
  })
})

describe('the triangle', () => {
  it.each([
    ['taliban-iskp', 7, 'S1', []],
    ['iskp-ttp', 11, 'S2', ['bajaur-bombing']],
    ['taliban-ttp', 1, 'S0', []],
  ] as const)('%s: %i claims in the author’s own voice, best grade %s', (relation, count, best, events) => {
    const { relations } = loaded()
    const support = relations.find((each) => each.relation === relation)!
    expect(support.authorClaims).toHaveLength(count)
    expect(support.bestGrade).toBe(best)
    expect(support.datedEvents).toEqual(events)
  })

  it('holds each claim on the side it names', () => {
    const { claims, relations } = loaded()
    expect(relations.map(({ relation }) => relation)).toEqual(['taliban-iskp', 'iskp-ttp', 'taliban-ttp', 'to-pakistan', 'triangle'])
    for (const { relation, claims: behind, authorClaims } of relations) {
      expect(behind).toEqual(claims.filter((claim) => claim.relation === relation).map(({ id }) => id))
      expect(behind).toEqual(expect.arrayContaining([...authorClaims]))
    }
  })
})

it('the claims that carry the conclusion', () => {
  const { claims } = loaded()
  const bearing = claims.filter(({ loadBearing }) => loadBearing).map(({ id }) => id)
  expect(bearing).toEqual(expect.arrayContaining(['C28', 'C35', 'C37', 'C26', 'C27', 'C11']))
  expect(bearing).not.toContain('C01')
  expect(bearing).not.toContain('C38')
})

it('ceilings: of argued claims only, and where they come from', () => {
  const { claims, inferences } = loaded()
  const argued = new Set(inferences.map(({ conclusion }) => conclusion))
  const ceiling = (id: string) => claims.find((claim) => claim.id === id)!.ceiling
  for (const { id, ceiling: found, grade } of claims) if (!argued.has(id) || grade === 'N') expect(found).toBeNull()
  // C21 is S2, and C22 C23 C35 follow from it one by one.
  expect(['C22', 'C23', 'C35'].map(ceiling)).toEqual(['S2', 'S2', 'S2'])
  // C37 needs C42 beside C35, and C42 leads back to nothing but S0.
  expect(ceiling('C37')).toBe('S0')
  expect(ceiling('C28')).toBe('S0')
})

it('what is contested has sources on both sides, or one that leaves more than one answer open', () => {
  const contested = loaded().claims.filter(({ record }) => record?.status === 'contested')
  expect(contested.length).toBeGreaterThan(0)
  const oneSided = contested.filter(({ record }) => {
    const roles = new Set(record!.citations.map(({ role }) => role ?? 'record'))
    return !(roles.has('record') && roles.has('other side')) && !/two readings open/.test(record!.establishes ?? '')
  })
  expect(oneSided.map(({ id }) => id)).toEqual([])
})
