/** The sides of the triangle that the record speaks of as a whole, over several slides. */
import { pageOf } from './paging.ts'
import type { EdgeSupport, Register } from '../analysis/register.ts'

export type Side = EdgeSupport & { readonly record: NonNullable<EdgeSupport['record']> }

/** The sides on page `page` of `of`. */
export function sidesOnPage({ edges }: Pick<Register, 'edges'>, page: number, of: number): readonly Side[] {
  const all = edges.filter((edge): edge is Side => edge.record !== null)
  return pageOf(all, page, of, ({ record }) => record.finding.length + record.doesNotEstablish.length)
}
