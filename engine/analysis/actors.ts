import type { Claim, Register } from './register.ts'

/** Ids of who a claim is about: the ends of its side, and whom its gist names; in the order of the register. */
export function actorsOf(
  { actors, relations }: Pick<Register, 'actors' | 'relations'>,
  { relation, from, gist }: Pick<Claim, 'relation' | 'from' | 'gist'>,
): string[] {
  const ends = new Set([...(relations.find((each) => each.relation === relation)?.ends ?? []), ...(from ? [from] : [])])
  // The beginning of a word is enough: its adjective speaks of a country too.
  return actors
    .filter(({ id, name }) => ends.has(id) || new RegExp(`(?<!\\p{L})${RegExp.escape(name)}`, 'u').test(gist))
    .map(({ id }) => id)
}
