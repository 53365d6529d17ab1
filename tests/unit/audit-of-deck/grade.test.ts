/** The rubric by machine: every grade, on sources made up for it; and what holds of all of them. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { grader } from '../../../engine/audit/grade.ts'
import { COMPONENTS } from '../../../components/registry.ts'
import type { Evidence, EvidenceSource } from '../../../engine/story/evidence.ts'
import { namesOf } from '../../../engine/audit/names.ts'
import { belowTraceable, countOwn, auditStatements, type AuditedSlide } from '../../../engine/audit/statements.ts'
import type { Register } from '../../../engine/analysis/register.ts'
import { GRADES_AND_OPINION } from '../../../engine/register/vocabulary.ts'
import { frozenRegister } from '../../support/brief.ts'

const real = frozenRegister()
const register = real
const { grade } = grader({ names: namesOf(register), sources: register.sources, articleQuotes: register.claims.map(({ quote }) => quote) })
const none: EvidenceSource = { id: 'X1', originator: '', publisher: '', title: null, published: null, eventDate: null, descriptor: '', quote: '', establishes: '', doesNotEstablish: '', url: 'https://example.org/one' }
const item = (text: string, source: Partial<EvidenceSource> = {}, more: Partial<Evidence> = {}): Evidence => ({ name: 'C01', text, sources: [{ ...none, ...source }], elsewhere: false, needs: 'names and words', ...more })
const FELL = 'Kabul fell to the Taliban on 15 August 2021.'

describe('what a reader is handed', () => {
  it('S4: a source with an address, tied to the sentence', () => {
    expect(grade([FELL], [item(FELL)])).toEqual({ grade: 'S4', at: 'C01', sources: ['X1'] })
    expect(grade([FELL], [item('', { establishes: 'Kabul fell, the Taliban said.', published: '2021-08-15' })]).grade).toBe('S4')
  })

  it('S3: the same without an address, or on the slide that this one leads to', () => {
    expect(grade([FELL], [item(FELL, { url: null })]).grade).toBe('S3')
    expect(grade([FELL], [item(FELL, {}, { elsewhere: true })]).grade).toBe('S3')
  })

  it('S3: a body and the month of what it said, or its words', () => {
    expect(grade(['In November 2021 Deborah Lyons told of it.'], []).grade).toBe('S3')
    expect(grade(['The Express Tribune says that “some member states reported that the TTP maintained tactical-level connections”.'], []).grade).toBe('S3')
  })

  it('S2: a body that is named and speaks, no more', () => {
    expect(grade(['The Taliban denied it.'], [])).toEqual({ grade: 'S2', at: null, sources: [] })
    expect(grade(['In 2024 The Diplomat described quarrels.'], []).grade).toBe('S2')
  })

  it('S1: a source that is nobody’s', () => {
    expect(grade(['Specialists describe different creeds.'], []).grade).toBe('S1')
  })

  it('S0: nothing, or a name that says nothing', () => {
    expect(grade(['Opinion pieces rarely carry citations.'], []).grade).toBe('S0')
    expect(grade(['ISKP and TTP coordinate.'], []).grade).toBe('S0')
  })

  it('N: a rule of reasoning', () => {
    expect(grade(['A shared enemy is not by itself evidence of coordination.'], [item('x')]).grade).toBe('N')
  })

  it('of several statements the weakest decides', () => {
    expect(grade([FELL, 'ISKP and TTP coordinate.'], [item(FELL)]).grade).toBe('S0')
  })
})

describe('a source is not tied to a sentence', () => {
  it.each([
    ['of another place', 'Herat fell to Kabul’s Taliban on 15 August 2021.', item('Kunar fell to the Taliban on 15 August 2021.')],
    ['of another day', FELL, item('Kabul fell to the Taliban on 16 August 2021.')],
    ['of a month only, where a day is said', FELL, item('Kabul fell to the Taliban.', { published: '2021-08' })],
    ['with other words quoted', 'The Taliban in Kabul called it “full of joy”.', item('The Taliban in Kabul called it “full of prejudice”.')],
    ['with the same names and few of the words', 'Kabul Taliban banned music, dancing, kites and cinemas.', item('Kabul fell to the Taliban on 15 August 2021.')],
  ])('%s', (_, sentence, beside) => {
    expect(['S0', 'S1', 'S2']).toContain(grade([sentence], [beside]).grade)
  })

  it('that stands on the slide for something else', () => {
    expect(grade(['Opinion pieces rarely carry citations.'], [item(FELL)]).grade).toBe('S0')
  })
})

it('a citation more never lowers a grade', () => {
  const sentences = [...register.claims.flatMap(({ record }) => (record ? [record.finding] : [])), FELL, 'ISKP and TTP coordinate.', 'The Taliban denied it.', 'Opinion pieces rarely carry citations.']
  const evidence = register.claims.flatMap(({ id, record }) => (record && record.citations.length > 0 ? [{ ...item(record.finding), name: id, sources: register.sources.filter((source) => record.citations.some((citation) => citation.source === source.id)) }] : []))
  const rank = (sentence: string, beside: readonly Evidence[]) => ['S0', 'S1', 'S2', 'S3', 'S4', 'N'].indexOf(grade([sentence], beside).grade)
  fc.assert(
    fc.property(fc.constantFrom(...sentences), fc.subarray(evidence, { maxLength: 4 }), fc.constantFrom(...evidence), fc.constantFrom(...register.sources), (sentence, beside, more, source) => {
      const before = rank(sentence, beside)
      expect(rank(sentence, [...beside, more])).toBeGreaterThanOrEqual(before)
      expect(rank(sentence, beside.map((each, index) => (index === 0 ? { ...each, sources: [...each.sources, source] } : each)))).toBeGreaterThanOrEqual(before)
    }),
    { numRuns: 300 },
  )
})

describe('a planted statement with no source is found and named', () => {
  const PLANTED = 'The Taliban took Herat in 2031.'
  const gapsOf = (copy: Register, slides: readonly AuditedSlide[]) => belowTraceable(auditStatements(copy, slides, COMPONENTS).statements).filter(({ sentence }) => sentence === PLANTED)

  it('in a script', () => {
    expect(gapsOf(register, [{ content: '# One', note: '' }, { content: '# Two\n\n<ClaimCards ids="C01" />', note: `Here. [click] ${PLANTED} So.` }])).toEqual([
      { place: 'scripts', where: 'script of slide 2', slide: 2, sentence: PLANTED, grade: 'S0', at: null, sources: [] },
    ])
  })

  it('on a slide, in its Markdown or in a component', () => {
    expect(gapsOf(register, [{ content: `# One\n\n${PLANTED}`, note: '' }]).map(({ where }) => where)).toEqual(['slide 1'])
    expect(gapsOf(register, [{ content: '# One', note: '', typed: [PLANTED] }]).map(({ where }) => where)).toEqual(['slide 1'])
  })

  it('in the register, even where other sources stand', () => {
    const [first, ...rest] = register.claims
    const copy = { ...register, claims: [{ ...first!, record: { ...first!.record!, finding: `${first!.record!.finding} ${PLANTED}` } }, ...rest] }
    expect(gapsOf(copy, []).map(({ where }) => where)).toEqual([`${first!.id}.record.finding`])
  })

  it('and not where it is quoted, or said to be the article’s', () => {
    expect(gapsOf(register, [{ content: '# One', note: `“${PLANTED}” The article says: ${PLANTED}` }])).toEqual([])
  })
})

it('counts add up', () => {
  const { statements } = auditStatements(register, [], COMPONENTS)
  const counts = countOwn(statements)
  expect(GRADES_AND_OPINION.reduce((sum, each) => sum + counts.byGrade[each], 0)).toBe(statements.length)
  expect(counts.gradeable).toBe(statements.length - counts.byGrade.N)
  expect(counts.byPlace).toEqual({ register: statements.length, slides: 0, scripts: 0 })
})
