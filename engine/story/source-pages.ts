/** The list of sources over its slides: which source stands where. */
import { pagesOf } from './paging.ts'
import type { Source } from '../analysis/register.ts'

/** An address as it can be read and copied from paper: without its scheme, its letters as letters. */
export const shownAddress = (url: string): string => decodeURI(url).replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '')

/** Lines of an entry at 57 characters a line; Arabic script stands on lines half as high again. */
const lines = ({ originator, title, titleTranslation, publisher, direction, quote, translation, establishes, doesNotEstablish, descriptor, citedBy, url }: Source): number =>
  0.5 +
  [`A00 ${originator} ${title ?? ''} ${titleTranslation ?? ''} ${publisher} 00 September 2025 ${descriptor} report of a primary source`, quote, translation ? `Our translation, not yet checked by a native reader: ${translation}` : '', `${establishes} But: ${doesNotEstablish} At ${citedBy.join(', ')}`].reduce(
    (sum, text) => sum + Math.ceil(text.length / 57),
    Math.ceil(shownAddress(url).length / 54) + (direction === 'rtl' ? 2 : 0),
  )

/**
 * The pages of the list, each in two columns. Sources that nothing cites stand on none.
 *
 * The columns are cut here, not by CSS, whose balancing may leave one too long for the canvas.
 */
export function sourcePages(sources: readonly Source[], pages: number): (readonly [left: readonly Source[], right: readonly Source[]])[] {
  const columns = pagesOf(sources.filter(({ citedBy }) => citedBy.length > 0), 2 * pages, lines)
  return Array.from({ length: pages }, (_, page) => [columns[2 * page]!, columns[2 * page + 1]!])
}
