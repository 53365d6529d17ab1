/** Where a slide's words stand in the reading edition: the deck links there, and the edition names its places so. */
import { withoutPart } from './chapters.ts'

/**
 * A list over several slides is one place, named after its first.
 *
 * @param titles headings of the slides, in order
 * @param slide 1-based
 */
export function pagePlace(titles: readonly string[], slide: number): string {
  const heading = (no: number) => withoutPart(titles[no - 1] ?? '')
  let first = slide
  while (first > 1 && heading(first - 1) === heading(slide)) first--
  return `s${first}`
}
