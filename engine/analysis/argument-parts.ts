import type { Register } from './register.ts'

export type Inference = Register['inferences'][number]

export interface ArgumentPart {
  readonly inferences: Register['inferences']
  readonly undercuts: Register['undercuts']
}

/** All inferences between load-bearing claims, and what undercuts one of those. */
export function wholeArgument({ claims, inferences, undercuts }: Register): ArgumentPart {
  const bearing = new Set(claims.filter(({ loadBearing }) => loadBearing).map(({ id }) => id))
  return {
    inferences: inferences.filter(({ premises, conclusion }) => [...premises, conclusion].every((id) => bearing.has(id))),
    undercuts: undercuts.filter(({ against }) => bearing.has(against)),
  }
}

/** Most arrows on the map of a step: each has its words beside it. */
const ARROWS = 4
const arrowsOf = ({ inferences, undercuts }: ArgumentPart): number => inferences.length + undercuts.length

/** One map or more of a step; none where it has one arrow, which a card tells. Arrows to one claim stay together. */
export function stepArguments({ steps, inferences, undercuts }: Register, step: string): ArgumentPart[] {
  const arguedFor = Map.groupBy(inferences, ({ conclusion }) => conclusion)
  const undercutOf = Map.groupBy(undercuts, ({ against }) => against)
  const own = steps.find(({ id }) => id === step)?.claims ?? []
  const parts = own
    .map((id): ArgumentPart => ({ inferences: arguedFor.get(id) ?? [], undercuts: undercutOf.get(id) ?? [] }))
    .filter((part) => arrowsOf(part) > 0)
  if (parts.reduce((sum, part) => sum + arrowsOf(part), 0) < 2 || parts.every((part) => part.inferences.length === 0)) return []
  const maps: ArgumentPart[] = []
  for (const part of parts) {
    const last = maps.at(-1)
    if (!last || arrowsOf(last) + arrowsOf(part) > ARROWS) maps.push(part)
    else maps[maps.length - 1] = { inferences: [...last.inferences, ...part.inferences], undercuts: [...last.undercuts, ...part.undercuts] }
  }
  return maps
}
