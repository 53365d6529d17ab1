/** What stands beside a claim: the record, its sources, what would settle it. */
import { beforeAll, describe, expect, it } from 'vitest'
import CitationList from '../../components/claim/CitationList.vue'
import RecordLine from '../../components/claim/RecordLine.vue'
import RequestLine from '../../components/claim/RequestLine.vue'
import type { Claim } from '../../engine/analysis/register.ts'
import { GRADE_WORDS, GRADES_AND_OPINION, RECORD_STATUSES } from '../../engine/register/vocabulary.ts'
import { keepStylesThatHide } from '../support/hiding-styles.ts'
import { built, claim, claimOfGrade, register, someClaim } from '../support/claims.ts'
import { requestLead } from '../support/requests.ts'
import { heard, onSlide, the, tidy } from '../support/mount.ts'
import { forEachCase } from '../support/faults.ts'

beforeAll(keepStylesThatHide)

const withRecord = register.claims.filter((each): each is Claim & { record: NonNullable<Claim['record']> } => each.record !== null)
const line = (each: Claim, props = {}) => onSlide(RecordLine, { claim: each, ...props }).element

describe('RecordLine', () => {
  it('is a sentence with a date: when, what, of which part, why', () => {
    const base = claimOfGrade('S0')
    const record = {
      ...base.record!,
      status: 'contradicted' as const,
      qualifier: 'the month',
      asOf: '2026-01-02',
      finding: 'It was another month.',
      citations: [],
    }
    expect(heard(line(built(base, { record })))).toBe('The record, as of 2 January 2026 contradicted (the month). It was another month.')
    const { qualifier: _, ...whole } = record
    expect(heard(line(built(base, { record: whole })))).toBe('The record, as of 2 January 2026 contradicted. It was another month.')
  })

  it('says each status in its words', () =>
    forEachCase(RECORD_STATUSES, (status) => {
      const base = claimOfGrade('S0')
      const { qualifier: _, ...record } = base.record!
      expect(tidy(the(line(built(base, { record: { ...record, status } })), 'b').textContent)).toBe(`${status}.`)
    }))

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
    built(claimOfGrade('S0'), { record: { ...claimOfGrade('S0').record!, citations }, reports: 1 })
  const [a, b, c, d] = register.sources
  /** Wording that is only shared stands on its own slide, not here. */
  const printed = (each: Claim) => (each.record?.citations ?? []).filter(({ role }) => role !== 'shared wording')
  const list = (each: Claim) => onSlide(CitationList, { claim: each }).element

  it('makes each citation a link to its source that says whose it is', () => {
    for (const each of withRecord) {
      const { element, wrapper } = onSlide(CitationList, { claim: each })
      const links = element instanceof Element ? [...element.querySelectorAll('a')] : []
      expect(links.map((link) => link.getAttribute('href')).sort()).toEqual(
        printed(each)
          .map(({ source }) => sourceOf.get(source)!.url)
          .sort(),
      )
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

  it('says how many reports the sources carry, where that is fewer', () => {
    const text = (each: Claim) => tidy(list(each).textContent)
    const four = cite(...[a!, b!, c!].map(({ id }) => ({ source: id, role: 'record' as const })), { source: d!.id, role: 'other side' })
    const sources = `Sources ${a!.id}, ${b!.id}, ${c!.id}; other side ${d!.id}`
    expect(text(built(four, { reports: 3 }))).toBe(`${sources} · 4 sources, carrying 3 reports`)
    expect(text(built(four, { reports: 1 }))).toBe(`${sources} · 4 sources, carrying 1 report`)
    expect(text(built(four, { reports: 4 }))).toBe(sources)
    const two = cite({ source: a!.id, role: 'record' }, { source: b!.id, role: 'record' })
    expect(text(built(two, { reports: 1 }))).toBe(`Sources ${a!.id}, ${b!.id} · 2 sources, carrying 1 report`)
    expect(text(built(two, { reports: 2 }))).toBe(`Sources ${a!.id}, ${b!.id}`)
    expect(text(cite({ source: a!.id, role: 'record' }))).toBe(`Sources ${a!.id}`)
  })

  it('neither prints nor counts wording that is only shared', () => {
    expect(tidy(list(cite({ source: a!.id, role: 'record' }, { source: b!.id, role: 'shared wording' })).textContent)).toBe(
      `Sources ${a!.id}`,
    )
    const counted = tidy(
      list(cite({ source: a!.id, role: 'record' }, { source: b!.id, role: 'record' }, { source: c!.id, role: 'shared wording' }))
        .textContent,
    )
    expect(counted).toBe(`Sources ${a!.id}, ${b!.id} · 2 sources, carrying 1 report`)
    expect(list(built(cite({ source: b!.id, role: 'shared wording' }), { reports: 0 }))).not.toBeInstanceOf(Element)
  })

  it('prints and counts a source once that is cited for the record and for shared wording', () => {
    expect(tidy(list(cite({ source: a!.id, role: 'record' }, { source: a!.id, role: 'shared wording' })).textContent)).toBe(
      `Sources ${a!.id}`,
    )
  })

  it('gives each claim of the register the count the register computes, and only where it is fewer', () => {
    const counts = withRecord.map((each) => {
      const counted = new Set(printed(each).map(({ source }) => source)).size
      const { element, wrapper } = onSlide(CitationList, { claim: each })
      const text = element instanceof Element ? tidy(element.textContent) : ''
      if (each.reports < counted) expect(text, each.id).toMatch(new RegExp(` · ${counted} sources, carrying ${each.reports} reports?$`))
      else expect(text, each.id).not.toMatch(/ · |\d sources?\b|reports?\b/)
      expect(text, each.id).not.toContain('shared wording')
      wrapper.unmount()
      return each.reports < counted
    })
    // The register has both kinds, so both are looked at.
    expect(new Set(counts)).toEqual(new Set([true, false]))
  })

  it('is not there without citations', () => {
    expect(list(cite())).not.toBeInstanceOf(Element)
    expect(list(claimOfGrade('N'))).not.toBeInstanceOf(Element)
  })
})

describe('RequestLine', () => {
  it('names what to ask for, for every claim that something could settle', () => {
    for (const each of register.claims) {
      const { element, wrapper } = onSlide(RequestLine, { claim: each })
      if (each.request === null) expect(element).not.toBeInstanceOf(Element)
      else {
        const { name } = register.requests.find(({ id }) => id === each.request!.id)!
        expect(heard(element)).toBe(`${requestLead(each.record!.status)} ${name}.`)
      }
      wrapper.unmount()
    }
  })

  it('begins with words that fit the status of the record', () =>
    forEachCase(
      RECORD_STATUSES.map((status) => [status, requestLead(status)] as const),
      (status, lead) => {
        const base = someClaim('that something could settle', ({ request }) => request !== null)
        const { element } = onSlide(RequestLine, { claim: built(base, { record: { ...base.record!, status } }) })
        expect(tidy(the(element, '.lead').textContent)).toBe(lead)
      },
    ))

  it('refuses a claim that asks for a thing the register does not hold', () => {
    const base = someClaim('that something could settle', ({ request }) => request !== null)
    expect(() => onSlide(RequestLine, { claim: built(base, { request: { ...base.request!, id: 'W99' } }) })).toThrow('“W99”')
    expect(claim(base.id).request!.id).not.toBe('W99')
  })
})
