/** The pictures of public/diagrams, as trees. A name that is not there is a fault of the slide: say which. */
import { drawings } from 'virtual:brief/figures'

/** An element as tag, attributes and children; or text. */
export type DrawingNode = string | readonly [tag: string, attributes: Readonly<Record<string, string>>, children: readonly DrawingNode[]]

export interface Drawing {
  /** Its accessible name and description. */
  readonly title: string
  readonly description: string
  readonly tree: DrawingNode
}

export function drawingOf(name: string): Drawing {
  const drawing = drawings[name]
  if (!drawing) throw new Error(`There is no drawing “${name}”.`)
  return drawing
}
