/** Parts of the argument that are shown as one: what carries the conclusions, and what each step argues. */
import type { Register } from './register.ts'

export type Inference = Register['inferences'][number]
export type Undercut = Register['undercuts'][number]

export interface ArgumentPart {
  readonly inferences: readonly Inference[]
  readonly undercuts: readonly Undercut[]
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

/**
 * What is concluded or undercut in one step, in as many maps as its arrows need; none where the step argues nothing, or
 * has one arrow, which the card of its conclusion tells.
 * Arrows to one conclusion stay together.
 */
export function stepArguments({ steps, inferences, undercuts }: Register, step: string): ArgumentPart[] {
  const own = new Set(steps.find(({ id }) => id === step)?.claims)
  const order = [...own]
  const byConclusion = Map.groupBy(
    [
      ...inferences.filter(({ conclusion }) => own.has(conclusion)).map((inference) => ({ to: inference.conclusion, inference, undercut: null })),
      ...undercuts.filter(({ against }) => own.has(against)).map((undercut) => ({ to: undercut.against, inference: null, undercut })),
    ],
    ({ to }) => to,
  )
  const all = [...byConclusion.values()].flat()
  if (all.length < 2 || !all.some(({ inference }) => inference)) return []
  const maps: { inference: Inference | null; undercut: Undercut | null }[][] = []
  for (const [, arrows] of [...byConclusion].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))) {
    const last = maps.at(-1)
    if (last && last.length + arrows.length <= ARROWS) last.push(...arrows)
    else maps.push([...arrows])
  }
  return maps.map((arrows) => ({ inferences: arrows.flatMap(({ inference }) => inference ?? []), undercuts: arrows.flatMap(({ undercut }) => undercut ?? []) }))
}
