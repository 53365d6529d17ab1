import type { RelationSupport } from '../engine/analysis/register.ts'
import { sourcingWords, type TriangleView } from '../engine/figures/triangle.ts'
import { formatDate } from '../engine/register/numbers.ts'
import { claimOf } from './register.ts'

/** What the triangle says of a side, sourced or on record, for who hears or reads it. */
export function sideWords(side: RelationSupport, view: TriangleView): string {
  if (view === 'sourced') {
    const { grade, claims, dated, pullQuotes } = sourcingWords(side)
    return `${grade}, ${claims} in the author’s voice, ${dated}${pullQuotes === '' ? '' : `, ${pullQuotes}`}.`
  }
  if (side.record)
    return `${side.record.says}${side.record.qualifier ? `, ${side.record.qualifier}` : ''}, as of ${formatDate(side.record.asOf)}.`
  return `as a whole, no finding; claim by claim, ${side.claims.map((id) => `${id} ${claimOf(id).record?.status ?? 'opinion'}`).join(', ')}.`
}
