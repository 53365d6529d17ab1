/** What stands beside a claim: the record, its sources, what would settle it. */
import { describe, expect, it } from 'vitest'
import CitationList from '../../components/CitationList.vue'
import RecordLine from '../../components/RecordLine.vue'
import SettlingLine from '../../components/SettlingLine.vue'
import type { Claim } from '../../claims/register.ts'
import { GRADE_WORDS, GRADES_AND_OPINION, RECORD_STATUSES } from '../../claims/vocabulary.ts'
import { built, claim, claimOfGrade, register, someClaim } from '../support/claims.ts'
import { heard, onSlide, the, tidy } from '../support/mount.ts'

const withRecord = register.claims.filter((each): each is Claim & { record: NonNullable<Claim['record']> } => each.record !== null)
const line = (each: Claim, props = {}) => onSlide(RecordLine, { claim: each, ...props }).element

describe('RecordLine', () => {
  it('is a sentence with a date: when, what, of which part, why', () => {
    const base = claimOfGrade('S0')
    const record = { ...base.record!, status: 'contradicted' as const, qualifier: 'the month', asOf: '2026-01-02', finding: 'It was another month.', citations: [] }
    expect(heard(line(built(base, { record })))).toBe('The record, as of 2 January 2026 contradicted (the month). It was another month.')
    const { qualifier: _, ...whole } = record
    expect(heard(line(built(base, { record: whole })))).toBe('The record, as of 2 January 2026 contradicted. It was another month.')
  })

  it.each(RECORD_STATUSES)('says “%s” in these words', (status) => {
    const base = claimOfGrade('S0')
    const { qualifier: _, ...record } = base.record!
    expect(tidy(the(line(built(base, { record: { ...record, status } })), '.status').textContent)).toBe(`${status}.`)
  })

  it('says the date to a screen reader where a column’s heading shows it', () => {
    const base = claimOfGrade('S0')
    const label = (dated: boolean) => the(line(base, { dated }), '.label')
    expect(label(true).classList).not.toContain('visually-hidden')
    expect(label(false).classList).toContain('visually-hidden')
    expect(heard(label(false))).toBe(heard(label(true)))
    expect(heard(label(true))).toMatch(/^The record, as of \d{1,2} [A-Z][a-z]+ \d{4}$/)
  })

  it('is never a tag: no glyph, no frame, no grade, whatever the grade', () => {
    for (const grade of GRADES_AND_OPINION) {
      const base = claimOfGrade(grade)
      const element = line(base.record ? base : built(base, { record: claimOfGrade('S0').record }))
      expect(element.querySelector('svg, .tag, .glyph, .frame')).toBeNull()
      expect([...element.querySelectorAll('*')].flatMap(({ classList }) => [...classList])).not.toEqual(expect.arrayContaining([grade]))
    }
    for (const each of withRecord) {
      const { element, wrapper } = onSlide(RecordLine, { claim: each })
      const text = heard(element)
      for (const words of Object.values(GRADE_WORDS)) if (words.includes(' ')) expect(text).not.toContain(words)
      expect(text).not.toMatch(/\bS[0-4]\b/)
      wrapper.unmount()
    }
  })

  it('has each claim’s status, finding and date', () => {
    for (const each of withRecord) {
      const { element, wrapper } = onSlide(RecordLine, { claim: each })
      for (const words of [each.record.status, each.record.finding, each.record.qualifier ?? '']) expect(heard(element)).toContain(words)
      wrapper.unmount()
    }
  })

  it('is not there for an opinion', () => {
    expect(line(claimOfGrade('N'))).not.toBeInstanceOf(Element)
  })
})

describe('CitationList', () => {
  const sourceOf = new Map(register.sources.map((source) => [source.id, source]))
  const cite = (...citations: { source: string; role: 'record' | 'other side' | 'shared wording' | 'caution' }[]) =>
    built(claimOfGrade('S0'), { record: { ...claimOfGrade('S0').record!, citations }, independentSources: 1 })
  const [a, b] = register.sources
  const list = (each: Claim) => onSlide(CitationList, { claim: each }).element

  it('makes each citation a link to its source that says whose it is', () => {
    for (const each of withRecord) {
      const { element, wrapper } = onSlide(CitationList, { claim: each })
      const links = element instanceof Element ? [...element.querySelectorAll('a')] : []
      expect(links.map((link) => link.getAttribute('href')).sort()).toEqual(each.record.citations.map(({ source }) => sourceOf.get(source)!.url).sort())
      for (const link of links) {
        const source = sourceOf.get(tidy(link.textContent))!
        expect(heard(link)).toBe(`${source.id}, ${source.publisher}`)
        // What is seen stands in the name, so that “click A1” works by voice.
        expect(heard(link)).toContain(tidy(link.textContent))
        expect(link.getAttribute('href')).toBe(source.url)
        expect(link.getAttribute('rel')).toBe('noopener')
        expect(link.getAttribute('target')).toBe('_blank')
      }
      wrapper.unmount()
    }
  })

  it('counts sources and how many are independent', () => {
    expect(tidy(list(built(cite({ source: a!.id, role: 'record' }, { source: b!.id, role: 'record' }), { independentSources: 2 })).textContent)).toMatch(/ · 2 sources, 2 independent$/)
    expect(tidy(list(built(cite({ source: a!.id, role: 'record' }, { source: b!.id, role: 'other side' }), { independentSources: 1 })).textContent)).toMatch(/ · 2 sources, 1 independent$/)
    expect(tidy(list(cite({ source: a!.id, role: 'record' })).textContent)).toMatch(/ · 1 source$/)
  })

  it('does not count wording that is only shared, and names it as that', () => {
    expect(tidy(list(cite({ source: a!.id, role: 'record' }, { source: b!.id, role: 'shared wording' })).textContent)).toBe(`Sources ${a!.id}; shared wording ${b!.id} · 1 source`)
    const only = tidy(list(cite({ source: b!.id, role: 'shared wording' })).textContent)
    expect(only).toContain('shared wording')
    expect(only).not.toMatch(/\d sources?/)
  })

  it('counts a source once that is cited in two roles', () => {
    const text = tidy(list(cite({ source: a!.id, role: 'record' }, { source: a!.id, role: 'shared wording' })).textContent)
    expect(text).toMatch(/ · 1 source$/)
  })

  it('gives each claim of the register the count the register computes', () => {
    for (const each of withRecord) {
      const counted = new Set(each.record.citations.filter(({ role }) => role !== 'shared wording').map(({ source }) => source)).size
      const { element, wrapper } = onSlide(CitationList, { claim: each })
      if (counted > 1) expect(tidy(element.textContent)).toMatch(new RegExp(` · ${counted} sources, ${each.independentSources} independent$`))
      wrapper.unmount()
    }
  })

  it('is not there without citations', () => {
    expect(list(cite())).not.toBeInstanceOf(Element)
    expect(list(claimOfGrade('N'))).not.toBeInstanceOf(Element)
  })
})

describe('SettlingLine', () => {
  it('names what to ask for, for every claim that something could settle', () => {
    for (const each of register.claims) {
      const { element, wrapper } = onSlide(SettlingLine, { claim: each })
      if (each.settling === null) expect(element).not.toBeInstanceOf(Element)
      else {
        const { name } = register.wanted.find(({ id }) => id === each.settling!.wanted)!
        expect(heard(element)).toBe(`To settle it: ${name}.`)
      }
      wrapper.unmount()
    }
  })

  it('refuses a claim that asks for a thing the register does not hold', () => {
    const base = someClaim('that something could settle', ({ settling }) => settling !== null)
    expect(() => onSlide(SettlingLine, { claim: built(base, { settling: { ...base.settling!, wanted: 'W99' } }) })).toThrow('“W99”')
    expect(claim(base.id).settling!.wanted).not.toBe('W99')
  })
})
