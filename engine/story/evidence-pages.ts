/** The evidence sheet over its slides: which claim's row stands where. */
import { pagesOf } from './paging.ts'
import type { Claim, Register } from '../analysis/register.ts'

/** Lines of paragraphs in a column that holds `width` characters a line. */
const lines = (width: number, ...paragraphs: string[]) => paragraphs.reduce((sum, text) => sum + Math.ceil(text.length / width), 0)

/** The pages of the sheet, in reading order. A row is as high as its highest cell. */
export function evidencePages({ claims, inferences }: Pick<Register, 'claims' | 'inferences'>, pages: number): (readonly Claim[])[] {
  const argued = new Map<string, number>()
  for (const { conclusion } of inferences) argued.set(conclusion, (argued.get(conclusion) ?? 0) + 1)
  /** Of the note on what it rests on: three lines for an argument, and one for what it restates. */
  const noteLines = ({ id, restates }: Claim) => 3.5 * (argued.get(id) ?? 0) + (restates ? 1.5 : 0)
  /** Measured widths: 28 characters of quote, 45 of the record, 37 of what would settle it. */
  const rowLines = (claim: Claim) => {
    const { quote, voice, attribution, flags, certainty, record, request } = claim
    return (
      0.7 +
      Math.max(
        lines(28, quote, attribution ? `Source in the text: ${attribution.source}` : '') + 1.5 + (voice === 'author' ? 0 : 2) + (certainty.cues.length > 0 ? 1 : 0) + (flags.length > 0 ? 1 : 0) + noteLines(claim),
        record ? lines(45, `${record.status} ${record.qualifier ?? ''} ${record.establishes ?? record.finding}`, record.doesNotEstablish, record.citations.map(() => 'A00, ').join('') + ' sources, independent ') : 1,
        request ? 2 + lines(37, ...request.outcomes.map(({ finding, means }) => `If: ${finding} Then: ${means}`)) : 1,
      )
    )
  }
  return pagesOf(claims, pages, rowLines)
}
