/** The sides of the triangle that the record speaks of as a whole, over several slides. */
import { pageOf } from './paging.ts'
import type { RelationSupport, Register } from '../analysis/register.ts'

export type Side = RelationSupport & { readonly record: NonNullable<RelationSupport['record']> }

/** The sides on page `page` of `of`. */
export function sidesOnPage({ relations }: Pick<Register, 'relations'>, page: number, of: number): readonly Side[] {
  const all = relations.filter((relation): relation is Side => relation.record !== null)
  return pageOf(all, page, of, ({ record }) => record.finding.length + record.doesNotEstablish.length)
}
