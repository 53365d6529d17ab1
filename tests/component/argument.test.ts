/** What a claim rests on. */
import { describe, expect, it } from 'vitest'
import ArgumentNote from '../../components/claim/ArgumentNote.vue'
import type { Claim } from '../../engine/analysis/register.ts'
import { GRADE_WORDS, GRADES } from '../../engine/register/vocabulary.ts'
import { built, claim, claimOfGrade, register } from '../support/claims.ts'
import { heard, onSlide } from '../support/mount.ts'
import { forEachCase } from '../support/faults.ts'

const note = (each: Claim) => {
  const { element, wrapper } = onSlide(ArgumentNote, { claim: each })
  const text = element instanceof Element ? heard(element) : ''
  wrapper.unmount()
  return text
}
const concluded = [...new Set(register.inferences.map(({ conclusion }) => conclusion))]

/** Ids as a sentence has them. */
const and = (ids: readonly string[]) => (ids.length === 1 ? ids[0]! : `${ids.slice(0, -1).join(', ')} and ${ids.at(-1)!}`)
const argumentsFor = (id: string) => register.inferences.filter(({ conclusion }) => conclusion === id)

describe('ArgumentNote', () => {
  it('names the premises of each argument, and whose the step is, in words', () =>
    forEachCase(concluded, (id) => {
      const text = `${note(claim(id))} `
      for (const { premises, marker } of argumentsFor(id)) {
        if (marker !== null) expect(text).toContain(`Rests on ${and(premises)} (“${marker}”). `)
        else expect(/Our reading: rests on (.+?)\. /.exec(text)?.[1]?.split('; or on ')).toContain(and(premises))
      }
      const marked = argumentsFor(id).filter(({ marker }) => marker !== null).length
      expect(text.split('Rests on').length - 1).toBe(marked)
      expect(text.split('Our reading:').length - 1).toBe(marked < argumentsFor(id).length ? 1 : 0)
    }))

  it.each([
    ['C10', 'Rests on C08 and C09 (“Therefore”). Traced back: no source given.'],
    ['C11', 'Our reading: rests on C10. Traced back: no source given.'],
    ['C35', 'Our reading: rests on C24; or on C29; or on C23. Traced back, at best: named, not traceable.'],
    ['C28', 'Our reading: rests on C26 and C27; or on C11, C26 and C27. Traced back: no source given.'],
  ])('%s: “%s”', (id, words) => {
    expect(note(claim(id))).toBe(words)
  })

  it('joins several arguments of our reading by “or on”', () => {
    for (const id of concluded) {
      const ours = argumentsFor(id).filter(({ marker }) => marker === null).length
      expect(note(claim(id)).split('; or on ').length).toBe(Math.max(ours, 1))
    }
  })

  it('says the ceiling in words, as what it is: traced back, at best', () => {
    for (const id of concluded) {
      const { ceiling } = claim(id)
      const text = note(claim(id))
      if (ceiling === null) expect(text).not.toMatch(/Traced back|at best/)
      else if (ceiling === 'S0') expect(text).toMatch(/\. Traced back: no source given\.$/)
      else expect(text).toMatch(new RegExp(`\\. Traced back, at best: ${GRADE_WORDS[ceiling].toLowerCase()}\\.$`))
      // A bound, never a grade.
      expect(text).not.toMatch(/\b(?:S[0-4]|N)\b/)
    }
  })

  it.each(GRADES)('says a ceiling of %s, and nothing where there is none', (ceiling) => {
    const id = concluded[0]!
    const ending = {
      S0: 'Traced back: no source given.',
      S1: 'Traced back, at best: source not named.',
      S2: 'Traced back, at best: named, not traceable.',
      S3: 'Traced back, at best: traceable.',
      S4: 'Traced back, at best: cited.',
    }[ceiling]
    const bare = note(built(claim(id), { ceiling: null }))
    expect(bare).not.toContain('Traced back')
    expect(note(built(claim(id), { ceiling }))).toBe(`${bare} ${ending}`)
  })

  it('says of a pull-quote which claim of the body is nearest', () => {
    const base = register.claims.find(({ restates, id }) => restates && !concluded.includes(id))!
    expect(note(base)).toBe(`Nearest in the body: ${base.restates}.`)
    for (const each of register.claims.filter(({ restates }) => restates))
      expect(note(each)).toMatch(new RegExp(`^Nearest in the body: ${each.restates}\\.(?: |$)`))
  })

  it('is not there for a claim that nothing argues for', () => {
    const bare = register.claims.find(({ restates, id }) => !restates && !concluded.includes(id))!
    expect(note(bare)).toBe('')
    expect(note(built(claimOfGrade('S4'), { id: 'C99' }))).toBe('')
  })
})
