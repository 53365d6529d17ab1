/** What stands around the claims: the rail of steps and the foot of the slide. */
import { describe, expect, it } from 'vitest'
import RuleFooter from '../../components/stage/RuleFooter.vue'
import StepRail from '../../components/stage/StepRail.vue'
import { register } from '../support/claims.ts'
import { heard, onSlide, the } from '../support/mount.ts'
import { forEachCase } from '../support/faults.ts'

describe('StepRail', () => {
  it('is a named navigation with the steps as an ordered list', () => {
    const { element } = onSlide(StepRail, { step: register.steps[0]!.id })
    expect(element.localName).toBe('nav')
    expect(element.getAttribute('aria-label')).toBe('Steps of the argument')
    expect([...the(element, 'ol').children].map(heard)).toEqual(register.steps.map(({ number, short }) => `${number} ${short}`))
    expect([...the(element, 'ol').children].every(({ localName }) => localName === 'li')).toBe(true)
  })

  it('one step is the current one, and no other is', () =>
    forEachCase(
      register.steps.map(({ id, number, short }) => [id, `${number} ${short}`]),
      (step, words) => {
        const current = onSlide(StepRail, { step }).element.querySelectorAll('[aria-current]')
        expect([...current].map((item) => [item.getAttribute('aria-current'), heard(item)])).toEqual([['step', words]])
        // Seen without colour as well.
        expect(getComputedStyle(current[0]!).fontWeight).toBe('700')
      },
    ))
})

describe('RuleFooter', () => {
  it('says rule 1 and the slide’s number', () => {
    const { element } = onSlide(RuleFooter, {}, { page: 12 })
    expect(element.localName).toBe('footer')
    expect(heard(element)).toBe('“No source given” describes the article’s text. It does not say the claim is false. Slide 12')
  })
})
