/** The rubric by structure: the grade of each field, by the sources in its entry; and what holds of every register. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Register } from '../../../engine/analysis/register.ts'
import { FIELDS } from '../../../engine/audit/fields.ts'
import { auditStatements, summaryOf } from '../../../engine/audit/statements.ts'
import { GRADES, RECORD_STATUSES, STATUSES_THAT_CITE } from '../../../engine/register/vocabulary.ts'
import { frozenRegister } from '../../support/brief.ts'

const register = frozenRegister()
const [first, ...rest] = register.claims
const record = first!.record!
const [citation] = record.citations
/** The register with another record at its first claim, and another address for the source that it cites. */
const withRecord = (change: Partial<typeof record>, url?: string): Register => ({
  ...register,
  claims: [{ ...first!, record: { ...record, ...change } }, ...rest],
  sources: register.sources.map((source) => (url !== undefined && source.id === citation!.source ? { ...source, url } : source)),
})
const at = (copy: Register, where: string) => auditStatements(copy).statements.find((each) => each.where === where)
const finding = `${first!.id}.record.finding`

describe('what a reader is handed', () => {
  it('S4: a source with an address of its own in the same entry', () => {
    expect(at(withRecord({ citations: [citation!] }), finding)).toEqual({
      grade: 'S4',
      about: 'claim',
      where: finding,
      text: record.finding,
      sources: [citation!.source],
    })
  })

  it.each(['https://example.org', 'https://example.org/', 'https://example.org/#top'])(
    'S3: one whose address is the front page of a site, as %s',
    (url) => {
      expect(at(withRecord({ citations: [citation!] }, url), finding)?.grade).toBe('S3')
    },
  )

  it.each(['https://example.org/a', 'https://example.org/?id=1'])('S4: one whose address goes on from there, as %s', (url) => {
    expect(at(withRecord({ citations: [citation!] }, url), finding)?.grade).toBe('S4')
  })

  it('S2: a public name, for whose it is stands there, but not when or where', () => {
    const named = register.actors.filter(({ publicName }) => publicName !== null)
    expect(named.length).toBeGreaterThan(0)
    for (const { id } of named) expect(at(register, `actors.${id}.publicName`)).toMatchObject({ grade: 'S2', sources: [] })
  })

  it('S0: who an outlet is, for which it cannot be cited itself', () => {
    const told = register.sources.filter(({ citedBy }) => citedBy.length > 0)
    for (const { id } of told) expect(at(register, `${id}.descriptor`)).toMatchObject({ grade: 'S0', sources: [] })
  })

  it('S0: a finding with no source, or with one that only shares wording with the article', () => {
    for (const status of STATUSES_THAT_CITE)
      for (const citations of [[], [{ ...citation!, role: 'shared wording' as const }]])
        expect(at(withRecord({ status, citations }), finding)).toMatchObject({ grade: 'S0', sources: [] })
  })
})

describe('what does not count', () => {
  const left = (copy: Register) => auditStatements(copy).uncounted.map(({ where }) => where)

  it.each(RECORD_STATUSES.filter((status) => !STATUSES_THAT_CITE.includes(status)))(
    'a record “%s” that cites nothing and establishes nothing',
    (status) => {
      const copy = withRecord({ status, citations: [], establishes: null })
      expect(at(copy, finding)).toBeUndefined()
      expect(left(copy)).toContain(finding)
      for (const change of [{ citations: [citation!] }, { establishes: 'Kabul fell.' }])
        expect(at(withRecord({ status, citations: [], establishes: null, ...change }), finding)).toBeDefined()
    },
  )

  it('a reason for a choice of word that has no source', () => {
    for (const { label, sources } of register.labels) {
      expect(at(register, `labels.“${label}”.why`)?.grade).toBe(sources.length > 0 ? 'S4' : undefined)
      expect(left(register).includes(`labels.“${label}”.why`)).toBe(sources.length === 0)
    }
  })

  it('a source that nothing cites: no slide shows it', () => {
    const unseen = register.sources.filter(({ citedBy }) => citedBy.length === 0)
    expect(unseen.length).toBeGreaterThan(0)
    for (const { id } of unseen) expect(at(register, `${id}.establishes`)).toBeUndefined()
  })

  it('slides and scripts, and that is said', () => {
    expect(left(register)).toContain('slides, scripts')
  })
})

it('no text counts twice, and none both counts and does not', () => {
  const { statements, uncounted } = auditStatements(register)
  const places = [...statements, ...uncounted].map(({ where }) => where)
  expect(places.filter((where, index) => places.indexOf(where) !== index)).toEqual([])
})

it('a citation more never lowers a grade', () => {
  const rank = (copy: Register) => GRADES.indexOf(at(copy, finding)!.grade)
  fc.assert(
    fc.property(fc.subarray([...register.sources], { maxLength: 3 }), fc.constantFrom(...register.sources), (before, more) => {
      const cite = (sources: typeof before) =>
        withRecord({ status: 'corroborated', citations: sources.map(({ id }) => ({ source: id, role: 'record' as const })) })
      expect(rank(cite([...before, more]))).toBeGreaterThanOrEqual(rank(cite(before)))
    }),
    { numRuns: 100 },
  )
})

describe('the summary', () => {
  const audit = auditStatements(register)
  const { counts, gaps } = summaryOf(audit)

  it('has counts that add up', () => {
    expect(counts.statements).toBe(audit.statements.length)
    expect(GRADES.reduce((sum, grade) => sum + counts.byGrade[grade], 0)).toBe(counts.statements)
  })

  it('names every statement below “Traceable”, weakest first', () => {
    const weak = audit.statements.filter(({ grade }) => ['S0', 'S1', 'S2'].includes(grade))
    expect(gaps.map(({ where }) => where).sort()).toEqual(weak.map(({ where }) => where).sort())
    expect(gaps.map(({ grade }) => grade)).toEqual(gaps.map(({ grade }) => grade).sort())
  })
})

it('every kind of field has a reason', () => {
  expect(FIELDS.filter(({ why }) => why.length < 10)).toEqual([])
})
