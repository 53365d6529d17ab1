/** What the register adds to its files, on a small one that can be worked out by hand. */
import { describe, expect, it } from 'vitest'
import { type RegisterParts, parseRegister } from '../../../engine/register/parse.ts'
import { deriveRegister, type Register } from '../../../engine/analysis/register.ts'
import { loadRegister, SMALL_TEXT, smallData, smallTexts } from './support.ts'
import { forEachCase } from '../../support/faults.ts'

/** By path: `claims.1.relation`; the index after the last adds an entry, undefined takes a key away. */
type Changes = Readonly<Record<string, unknown>>
function derived(changes: Changes = {}, text?: string): Register {
  const data = smallData()
  for (const [path, value] of Object.entries(changes)) {
    const keys = path.split('.')
    const last = keys.pop()!
    const home = keys.reduce<Record<string, unknown>>((at, key) => at[key] as Record<string, unknown>, data)
    home[last] = value
  }
  const { register, diagnostics } = loadRegister(smallTexts(data), text)
  expect(diagnostics).toEqual([])
  return register!
}
const {
  actors: {
    actors: [alpha],
  },
  argument: {
    steps: [all],
  },
  claims: [met, left],
  sources: [paper],
  requests: [asked],
} = smallData()
/** A copy: YAML would write the same object twice as an alias. */
const like = (entry: object | undefined, more: object) => ({ ...structuredClone(entry), ...more })
const claim = ({ claims }: Register, id: string) => claims.find((each) => each.id === id)!

describe('a claim', () => {
  it('has its place, and without the text no words about it', () => {
    expect(claim(derived(), 'C02').selectors).toEqual({ exact: 'Beta left at noon', prefix: '', suffix: '', start: 67, end: 84 })
  })

  it('has at most 32 characters of the text before and after it, where that is at hand', () => {
    const register = derived({}, SMALL_TEXT)
    expect(claim(register, 'C01').selectors).toMatchObject({ prefix: '', suffix: '. Officials said that Beta left ' })
    expect(claim(register, 'C05').selectors).toMatchObject({ prefix: 'herefore, the two are at peace. ', suffix: '!\n\nAbout this text.' })
  })

  it('has its step, the ceiling of what is argued for it, and whether it carries a conclusion', () => {
    const register = derived()
    expect(register.claims.map(({ step }) => step)).toEqual(Array(5).fill('all'))
    expect(register.claims.map(({ ceiling }) => ceiling)).toEqual([null, null, null, 'S0', null])
    expect(register.claims.map(({ loadBearing }) => loadBearing)).toEqual([true, true, false, true, false])
  })

  it('has as many reports as there are different ones: shared wording is none, an opinion has none', () => {
    const register = derived({
      'sources.1': like(paper, { id: 'A2' }),
      'sources.2': like(paper, { id: 'A3', independenceGroup: 'another' }),
      'sources.3': like(paper, { id: 'A4', independenceGroup: 'a third' }),
      'claims.1.record.citations': [{ source: 'A1' }, { source: 'A2' }, { source: 'A3' }, { source: 'A4', role: 'shared wording' }],
    })
    expect(register.claims.map(({ reports }) => reports)).toEqual([1, 2, 1, 1, 0])
  })

  it('stands in reading order, whatever the order of the file', () => {
    expect(derived({ claims: smallData().claims.toReversed() }).claims.map(({ id }) => id)).toEqual(['C01', 'C02', 'C03', 'C04', 'C05'])
  })
})

describe('an event', () => {
  const event = (changes: Changes) => derived(changes).events.find(({ id }) => id === 'meeting')!

  it('has one date in both', () => {
    expect(event({})).toMatchObject({ article: [{ words: '2 July 2025', date: '2025-07-02', claims: ['C01'] }], dating: 'same' })
    expect(event({ 'record.events.0.record.date': '2025-07' }).dating).toBe('same')
  })

  it('has another date in the record', () => {
    expect(event({ 'record.events.0.record.date': '2025-07-03' }).dating).toBe('another date')
  })

  it('has a date in one alone', () => {
    expect(event({ 'record.events.0.record': null }).dating).toBe('article only')
    expect(event({ 'claims.0.dated': undefined })).toMatchObject({ article: [], dating: 'record only' })
  })

  it('has each date of the article once, with the claims that give it; one that the record does not share is another', () => {
    const dated = (words: string, date: string) => ({ words, date, event: 'meeting' })
    expect(event({ 'claims.1.dated': dated('noon', '2025-07-02') }).article).toEqual([
      { words: '2 July 2025', date: '2025-07-02', claims: ['C01', 'C02'] },
    ])
    const two = event({ 'claims.1.dated': dated('noon', '2025-08') })
    expect(two).toMatchObject({
      article: [
        { date: '2025-07-02', claims: ['C01'] },
        { words: 'noon', date: '2025-08', claims: ['C02'] },
      ],
      dating: 'another date',
    })
  })

  it('is dated by the claims that name it, and by no others', () => {
    const register = derived({
      'record.events.1': { id: 'earlier', name: 'another', record: { date: '2025-06', finding: 'It was.', sources: ['A1'] } },
    })
    expect(register.events.map(({ id, dating }) => [id, dating])).toEqual([
      ['earlier', 'record only'],
      ['meeting', 'same'],
    ])
  })

  it('stands by the first date that anybody gives', () => {
    const register = derived({
      'record.events.1': { id: 'later', name: 'later', record: { date: '2025-07-09', finding: 'It was.', sources: ['A1'] } },
      'record.events.2': { id: 'first', name: 'first', record: null },
      'claims.1.dated': { words: 'noon', date: '2025-01', event: 'first' },
      'claims.3.dated': { words: 'the two', date: '2025-07-04', event: 'later' },
    })
    expect(register.events.map(({ id }) => id)).toEqual(['first', 'meeting', 'later'])
    // Here the record is first, and the article after all the others.
    const late = derived({
      'record.events.0.record.date': '2025-01',
      'record.events.1': { id: 'second', name: 'second', record: { date: '2025-02', finding: 'It was.', sources: ['A1'] } },
    })
    expect(late.events.map(({ id }) => id)).toEqual(['meeting', 'second'])
  })
})

const side = { side: 'alpha-beta', says: 'supported', asOf: '2026-11-23', finding: 'A side.', doesNotEstablish: 'Much.', sources: ['A1'] }
/** Alpha and Beta at the corners, Gamma in the middle. */
const figure: Changes = {
  'actors.actors.1': like(alpha, { id: 'beta', name: 'Beta' }),
  'actors.actors.2': like(alpha, { id: 'gamma', name: 'Gamma' }),
  'actors.figure': {
    corners: ['alpha', 'beta'],
    middle: 'gamma',
    sides: [{ id: 'alpha-beta', between: ['alpha', 'beta'] }],
    toMiddle: { id: 'to-gamma' },
    whole: { id: 'both' },
  },
  'record.sides.0': side,
}

it('a source has all that cites it, each by its name', () => {
  const register = derived({
    'sources.1': like(paper, { id: 'A2' }),
    'sources.2': like(paper, { id: 'A3' }),
    'actors.labels.0': { label: 'the two are', sentences: ['S04'], ours: 'the two', why: 'So.', sources: ['A1'] },
    ...figure,
    'claims.1.relation': 'alpha-beta',
    'record.events.0.record.sources': ['A2'],
  })
  expect(register.sources.map(({ citedBy }) => citedBy)).toEqual([
    [
      'C01',
      'C02',
      'C03',
      'C04',
      'Alpha',
      'Beta',
      'Gamma',
      'the words “the two are”',
      'the side Alpha and Beta',
      'the readings of their meeting',
    ],
    ['the date of their meeting'],
    [],
  ])
})

it('what one could ask for has the claims it would settle', () => {
  const register = derived({
    'requests.1': like(asked, { id: 'W02' }),
    'requests.2': like(asked, { id: 'W03' }),
    'claims.1.request.id': 'W02',
  })
  expect(register.requests.map(({ id, claims }) => [id, claims])).toEqual([
    ['W01', ['C01', 'C03', 'C04']],
    ['W02', ['C02']],
    ['W03', []],
  ])
})

it('steps are numbered, each with its claims', () => {
  const register = derived({
    'argument.steps': [like(all, { sentences: ['S01', 'S02'] }), like(all, { id: 'rest', sentences: ['S05', 'S03', 'S04'] })],
  })
  expect(register.steps.map(({ id, number, claims }) => [id, number, claims])).toEqual([
    ['all', 1, ['C01', 'C02']],
    ['rest', 2, ['C03', 'C04', 'C05']],
  ])
  expect(claim(register, 'C05').step).toBe('rest')
})

describe('a side', () => {
  const sides = (changes: Changes) => new Map(derived({ ...figure, ...changes }).relations.map(({ relation, ...rest }) => [relation, rest]))

  it('has a name, the claims that draw it by whose voice they are in, the best grade of the author’s and how many have it', () => {
    const found = sides({
      'claims.0.relation': 'alpha-beta',
      'claims.1.relation': 'alpha-beta',
      // What a pull-quote names is not named in the author's own voice.
      'claims.2': like(smallData().claims[2], {
        relation: 'alpha-beta',
        grade: 'S2',
        ratings: [
          { pass: 'R1', grade: 'S2' },
          { pass: 'R2', grade: 'S2' },
        ],
        attribution: { source: 'Beta', cues: ['Beta left the old town'] },
      }),
      'claims.3.relation': 'both',
    })
    expect(found.get('alpha-beta')).toMatchObject({
      name: 'Alpha and Beta',
      kind: 'side',
      ends: ['alpha', 'beta'],
      claims: ['C01', 'C02', 'C03'],
      authorClaims: ['C01', 'C02'],
      pullQuoteClaims: ['C03'],
      bestGrade: 'S1',
      atBest: 1,
      datedEvents: ['meeting'],
      record: { finding: 'A side.' },
    })
    expect(found.get('both')).toEqual({
      name: 'Both together',
      kind: 'whole',
      ends: ['alpha', 'beta', 'gamma'],
      claims: ['C04'],
      authorClaims: ['C04'],
      pullQuoteClaims: [],
      bestGrade: 'S0',
      atBest: 1,
      datedEvents: [],
      record: null,
    })
    expect(found.get('to-gamma')).toEqual({
      name: 'Toward Gamma',
      kind: 'to-middle',
      ends: ['gamma'],
      claims: [],
      authorClaims: [],
      pullQuoteClaims: [],
      bestGrade: null,
      atBest: 0,
      datedEvents: [],
      record: null,
    })
    expect([...found.keys()]).toEqual(['alpha-beta', 'to-gamma', 'both'])
  })

  it('is named as its actors are, and the rest by the number of corners, or as the data says', () => {
    const three = { corners: ['alpha', 'beta', 'gamma'], sides: [{ id: 'beta-gamma', between: ['beta', 'gamma'] }], whole: { id: 'all' } }
    const onBeta = { ...side, side: 'beta-gamma' }
    expect([...sides({ 'actors.figure': three, 'record.sides.0': onBeta }).values()].map(({ name }) => name)).toEqual([
      'Beta and Gamma',
      'All three together',
    ])
    expect(
      [...sides({ 'actors.figure': { ...three, whole: { id: 'all', name: 'The three of them' } }, 'record.sides.0': onBeta }).values()].map(
        ({ name }) => name,
      ),
    ).toEqual(['Beta and Gamma', 'The three of them'])
  })

  it('is none where there is no figure', () => {
    expect(derived()).toMatchObject({ figure: null, relations: [], counts: { byRelation: {} } })
  })

  it('may have a record that is not checked, without sources', () => {
    const unchecked = { ...side, says: 'not checked', finding: 'We have not looked.', sources: [] }
    expect(sides({ 'record.sides.0': unchecked }).get('alpha-beta')!.record).toEqual(unchecked)
  })

  it('has an event once, however many claims date it', () => {
    const found = sides({
      'claims.0.relation': 'both',
      'claims.1.relation': 'both',
      'claims.1.dated': { words: 'noon', date: '2025-07-02', event: 'meeting' },
    })
    expect(found.get('both')!.datedEvents).toEqual(['meeting'])
  })
})

it('counts', () => {
  expect(derived().counts).toEqual({
    claims: 5,
    gradeable: 4,
    opinions: 1,
    byGrade: { S0: 3, S1: 1, S2: 0, S3: 0, S4: 0, N: 1 },
    byRecord: {
      corroborated: 4,
      'partly corroborated': 0,
      contested: 0,
      contradicted: 0,
      'not found': 0,
      'not checkable': 0,
      'not checked': 0,
    },
    byVoice: { author: 4, 'pull-quote': 1, reported: 0 },
    byRelation: {},
    sentences: 5,
    pullQuotes: 1,
    paragraphs: 3,
    steps: 1,
    loadBearing: 3,
    inferences: 1,
    sourcesHeld: 1,
    sourcesCited: 1,
    requests: 1,
    tensions: 0,
    // Quoted: 45 + 17 + 22 + 31 + 26 characters, of 46 + 38 + 23 + 32 + 27 in the sentences.
    coverage: 141 / 166,
  })
})

it('counts the sources that are held, and those that something cites', () => {
  expect(derived({ 'sources.1': like(paper, { id: 'A2' }) }).counts).toMatchObject({ sourcesHeld: 2, sourcesCited: 1 })
})

it('counts what is quoted twice once', () => {
  const { counts } = derived({
    'claims.5': like(met, { id: 'C06', quote: 'Beta in the old town on 2 July', dated: undefined }),
    'claims.6': like(left, { id: 'C07', quote: 'that Beta left' }),
  })
  // “that ” is all that is new.
  expect(counts.coverage).toBe(146 / 166)
})

it('the rest stands as the files have it', () => {
  const data = smallData()
  const register = derived()
  expect(register.article).toMatchObject({ publisher: 'Us', length: 190 })
  expect(register.article.sha256).toMatch(/^ab955b2b4cca/)
  expect(register).toMatchObject({
    method: data.article.method,
    reply: data.article.reply,
    disclosure: ['None.'],
    corrections: [],
    sharedWording: [],
    thesis: data.argument.thesis,
    conclusions: ['C04'],
    undercuts: [],
    tensions: [],
    namesNote: 'Names.',
    labels: [],
    actors: [{ id: 'alpha' }],
    inferences: [{ id: 'I01' }],
    agreement: [{ passes: ['R1', 'R2'], rated: 5, agreed: 5 }],
    pullQuotes: [{ sentence: 'S03', pullQuote: [{ claim: 'C03' }], body: [{ claim: 'C02' }] }],
    interpretations: {
      event: 'meeting',
      asOf: '2026-11-23',
      article: { claims: ['C01'] },
      interpretations: [{ id: 'chance' }, { id: 'plan' }],
      onRecord: [{ id: 'letter' }],
      notOnRecord: ['a second letter'],
      undecided: 'It is open.',
    },
  })
  expect(register.sentences.map(({ id, role }) => [id, role])).toEqual([
    ['S01', 'body'],
    ['S02', 'body'],
    ['S03', 'pull-quote'],
    ['S04', 'body'],
    ['S05', 'body'],
    ['S06', 'apparatus'],
  ])
  // What proves a quote is of no use to a reader.
  expect(Object.keys(register.sentences[0]!)).toEqual(['id', 'role', 'paragraph', 'start', 'end'])
})

describe('parts with a fault are refused', () => {
  const { parts } = parseRegister(smallTexts())
  const without = (file: 'argument' | 'actors' | 'article', key: string): RegisterParts => ({
    ...parts,
    [file]: { ...parts[file], [key]: undefined },
  })

  it('without a part that each register has', () =>
    forEachCase(
      [
        ['argument', 'steps'],
        ['argument', 'thesis'],
        ['argument', 'conclusions'],
        ['article', 'article'],
        ['article', 'method'],
        ['article', 'reply'],
        ['actors', 'namesNote'],
      ] as const,
      (file, key) => {
        expect(() => deriveRegister(without(file, key))).toThrow('deriveRegister needs parts without a fault; call it through loadRegister')
      },
    ))

  it('without a fingerprint, and with a quote that it does not know', () => {
    expect(() => deriveRegister({ ...parts, fingerprint: undefined })).toThrow('parts without a fault')
    expect(() =>
      deriveRegister({ ...parts, claims: [{ ...parts.claims[0]!, value: { ...parts.claims[0]!.value, quote: 'Alpha met Gamma' } }] }),
    ).toThrow('the quote of C01 is not proven')
  })

  it('lists that a file need not have may be left out', () => {
    const { sides: _, ...record } = parts.record
    expect(deriveRegister({ ...parts, record }).relations).toEqual([])
    expect(deriveRegister(without('argument', 'undercuts')).undercuts).toEqual([])
    expect(deriveRegister(without('argument', 'tensions')).counts.tensions).toBe(0)
  })
})
