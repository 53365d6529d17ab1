/** Who a claim is about. */
import type { Claim, Register } from './register.ts'

/** Ids of the actors at the ends of a claim's side, and of those that its gist names; in the order of the register. None where it speaks of nobody. */
export function actorsOf({ actors, relations }: Pick<Register, 'actors' | 'relations'>, { relation, from, gist }: Pick<Claim, 'relation' | 'from' | 'gist'>): string[] {
  const ends = new Set([...(relations.find((each) => each.relation === relation)?.ends ?? []), ...(from ? [from] : [])])
  // The beginning of a word is enough: its adjective speaks of a country too.
  return actors.filter(({ id, name }) => ends.has(id) || new RegExp(`(?<!\\p{L})${RegExp.escape(name)}`, 'u').test(gist)).map(({ id }) => id)
}
