import { listOf } from '../register/numbers.ts'
import type { ActorsData } from '../register/schema.ts'

export type FigureData = NonNullable<ActorsData['figure']>

export interface Relation {
  readonly id: string
  readonly kind: 'side' | 'to-middle' | 'whole'
  /** Ids of actors; of a side, its two ends. */
  readonly ends: readonly string[]
  /** “Alpha and Beta”, “Toward Gamma”, “All three together”. */
  readonly name: string
}

const TOGETHER: Readonly<Record<number, string>> = { 2: 'Both together', 3: 'All three together', 4: 'All four together' }

/** Sides first; none where there is no figure. */
export function relationsOf(figure: FigureData | null, nameOf: (actor: string) => string): Relation[] {
  if (figure === null) return []
  const { corners, middle, sides, toMiddle, whole } = figure
  const relations = sides.map(({ id, between, name }): Relation => ({
    id,
    kind: 'side',
    ends: between,
    name: name ?? listOf(between.map(nameOf)),
  }))
  if (toMiddle && middle !== undefined)
    relations.push({ id: toMiddle.id, kind: 'to-middle', ends: [middle], name: toMiddle.name ?? `Toward ${nameOf(middle)}` })
  if (whole)
    relations.push({
      id: whole.id,
      kind: 'whole',
      ends: middle === undefined ? corners : [...corners, middle],
      name: whole.name ?? TOGETHER[corners.length]!,
    })
  return relations
}
