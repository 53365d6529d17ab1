/** The pictures of public/diagrams, as trees. A name that is not there is a fault of the slide: say which. */
import { figures } from 'virtual:brief/figures'

/** An element as tag, attributes and children; or text. */
export type FigureNode = string | readonly [tag: string, attributes: Readonly<Record<string, string>>, children: readonly FigureNode[]]

export interface FigureTree {
  /** Its accessible name and description. */
  readonly title: string
  readonly description: string
  readonly tree: FigureNode
}

export function figureOf(name: string): FigureTree {
  const drawing = figures[name]
  if (!drawing) throw new Error(`There is no drawing “${name}”.`)
  return drawing
}
