/** From what a claim is argued. */
import { describe, expect, it } from 'vitest'
import ArgumentNote from '../../components/ArgumentNote.vue'
import type { Claim } from '../../claims/register.ts'
import { GRADE_WORDS } from '../../claims/vocabulary.ts'
import { built, claim, claimOfGrade, register } from '../support/claims.ts'
import { heard, onSlide } from '../support/mount.ts'

const note = (each: Claim) => {
  const { element, wrapper } = onSlide(ArgumentNote, { claim: each })
  const text = element instanceof Element ? heard(element) : ''
  wrapper.unmount()
  return text
}
const concluded = [...new Set(register.inferences.map(({ conclusion }) => conclusion))]

describe('ArgumentNote', () => {
  it.each(concluded)('%s: names the premises of each argument, and whose the step is, in words', (id) => {
    const text = note(claim(id))
    for (const { premises, marker } of register.inferences.filter(({ conclusion }) => conclusion === id))
      expect(text).toContain(`${premises.join(' + ')} ${marker === null ? '(our reading)' : `(“${marker}”)`}`)
  })

  it('joins several arguments by “or from”', () => {
    for (const id of concluded) {
      const several = register.inferences.filter(({ conclusion }) => conclusion === id).length
      expect(note(claim(id)).split('or from').length).toBe(several)
    }
  })

  it('says the ceiling as what it is: at best, through the argument', () => {
    for (const id of concluded) {
      const { ceiling } = claim(id)
      if (ceiling === null) expect(note(claim(id))).not.toContain('at best')
      else expect(note(claim(id))).toMatch(new RegExp(`: through the argument, at best ${ceiling} ${GRADE_WORDS[ceiling].toLowerCase()}\\.$`))
    }
  })

  it('says of what claim another is the restatement', () => {
    const base = register.claims.find(({ restates, id }) => restates && !concluded.includes(id))!
    expect(note(base)).toBe(`Says again what ${base.restates} says.`)
  })

  it('is not there for a claim that nothing argues for', () => {
    const bare = register.claims.find(({ restates, id }) => !restates && !concluded.includes(id))!
    expect(note(bare)).toBe('')
    expect(note(built(claimOfGrade('S4'), { id: 'C99' }))).toBe('')
  })
})
