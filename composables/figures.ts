/** The pictures of public/diagrams, as trees. A name that is not there is a fault of the slide: say which. */
import { figures } from 'virtual:brief/figures'

export type FigureElement = readonly [tag: string, attributes: Readonly<Record<string, string>>, children: readonly FigureNode[]]
/** An element, or text. */
export type FigureNode = string | FigureElement

export interface FigureTree {
  /** Its accessible name. */
  readonly title: string
  readonly description: string
  readonly tree: FigureElement
}

export function figureOf(name: string): FigureTree {
  const drawing = figures[name]
  if (!drawing) throw new Error(`There is no drawing “${name}”.`)
  return drawing
}
