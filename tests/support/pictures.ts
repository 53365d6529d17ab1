/** What stands in a picture, from its tree. */
import type { DrawingNode } from '../../composables/figures.ts'

export type DrawnElement = Exclude<DrawingNode, string>

/** Every element, outermost first. */
export function* elementsOf(node: DrawingNode): Generator<DrawnElement> {
  if (typeof node === 'string') return
  yield node
  for (const child of node[2]) yield* elementsOf(child)
}

export const textOf = (node: DrawingNode): string => (typeof node === 'string' ? node : node[2].map(textOf).join(''))

/** Each label, line by line. */
export const textsOf = (tree: DrawingNode): string[] => [...elementsOf(tree)].filter(([tag]) => tag === 'text').map(textOf)
