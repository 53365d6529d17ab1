/** Who a claim is about. */
import type { Claim, Register } from './register.ts'
import { ARROW, CORNERS, type Edge, SIDE_ENDS, THREATENED } from '../register/vocabulary.ts'

const ENDS: Readonly<Record<Edge, readonly string[]>> = { ...SIDE_ENDS, [ARROW]: [THREATENED], triangle: [...CORNERS, THREATENED] }

/** Ids of the actors at the ends of a claim's side, and of those that its gist names; in the order of the register. None where it speaks of nobody. */
export function actorsOf({ actors }: Pick<Register, 'actors'>, { edge, from, gist }: Pick<Claim, 'edge' | 'from' | 'gist'>): string[] {
  const ends = new Set([...(edge === null ? [] : ENDS[edge]), ...(from ? [from] : [])])
  // “Pakistani” speaks of Pakistan too.
  return actors.filter(({ id, name }) => ends.has(id) || new RegExp(`(?<!\\p{L})${RegExp.escape(name)}`, 'u').test(gist)).map(({ id }) => id)
}
