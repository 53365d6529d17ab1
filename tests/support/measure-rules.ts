/**
 * What a slide must hold: the rules of `rules/`, one a file, on one measurement of it. Pure: the measurement comes from
 * `measure-slide.ts` in a real browser, or from a test. A rule returns one sentence for each fault.
 */
import { beyondCanvas } from './rules/beyond-canvas.ts'
import { borderContrast } from './rules/border-contrast.ts'
import { clipped } from './rules/clipped.ts'
import { covered } from './rules/covered.ts'
import { focusVisible } from './rules/focus-visible.ts'
import { headingOrder } from './rules/heading-order.ts'
import { hiddenFromReader } from './rules/hidden-from-reader.ts'
import type { Measurement } from './rules/measurement.ts'
import { overFooter } from './rules/over-footer.ts'
import { overlappingTexts } from './rules/overlapping-texts.ts'
import { readingOrder } from './rules/reading-order.ts'
import { smallBody } from './rules/small-body.ts'
import { systemColours } from './rules/system-colours.ts'
import { targetSize } from './rules/target-size.ts'
import { textContrast } from './rules/text-contrast.ts'
import { tooSmall } from './rules/too-small.ts'

export { skippedLevels } from './rules/heading-order.ts'
export type { Box, Control, Measured, Measurement } from './rules/measurement.ts'
export { sameAgain } from './rules/same-again.ts'
export { sameInDark } from './rules/same-in-dark.ts'
export { told } from './rules/told.ts'
export { unevenReveals } from './rules/uneven-reveals.ts'
export { CHANGED_BY_CLICKS, MEANING_BORDERS, READ_APART, REVEALED_WHOLE, SMALL_PRINT } from './rules/what-is-what.ts'

export type Rule = (slide: Measurement) => string[]

/** On screen and on paper. */
export const pageRules = {
  beyondCanvas,
  clipped,
  covered,
  overFooter,
  overlappingTexts,
  tooSmall,
  smallBody,
  textContrast,
  borderContrast,
  readingOrder,
} satisfies Record<string, Rule>

/** On screen: where something is operated, and a slide is a document of its own. */
export const slideRules = {
  ...pageRules,
  headingOrder,
  hiddenFromReader,
  targetSize,
  focusVisible,
} satisfies Record<string, Rule>

export { hiddenFromReader, systemColours }

/** What other colours can spoil. */
export const colourRules = { textContrast, borderContrast, focusVisible } satisfies Record<string, Rule>

/**
 * All faults of a slide's states by one rule. What is wrong in several states is told once.
 *
 * @param states the states of the slide, each with its name
 */
export function judge(rule: Rule, states: readonly (readonly [state: string, slide: Measurement])[]): string[] {
  const where = new Map<string, string[]>()
  for (const [state, slide] of states) for (const fault of rule(slide)) where.set(fault, [...(where.get(fault) ?? []), state])
  return [...where].map(
    ([fault, found]) => `${found.length === states.length && states.length > 1 ? 'always' : found.join(', ')}: ${fault}`,
  )
}
