/** What stands in a picture, from its tree. */
import type { FigureNode } from '../../composables/figures.ts'

export type SvgElement = Exclude<FigureNode, string>

/** Every element, outermost first. */
export function* elementsOf(node: FigureNode): Generator<SvgElement> {
  if (typeof node === 'string') return
  yield node
  for (const child of node[2]) yield* elementsOf(child)
}

export const textOf = (node: FigureNode): string => (typeof node === 'string' ? node : node[2].map(textOf).join(''))

/** Each label, line by line. */
export const textsOf = (tree: FigureNode): string[] => [...elementsOf(tree)].filter(([tag]) => tag === 'text').map(textOf)
