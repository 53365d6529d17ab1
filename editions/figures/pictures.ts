import { type ChildNode, isTag, isText } from 'domhandler'
import { DomUtils, parseDocument } from 'htmlparser2'
import type { FigureNode, FigureTree } from '../../composables/figures.ts'
import type { FigureSpec } from '../../engine/figures/spec.ts'
import type { Diagnostic } from '../../engine/register/diagnostics.ts'
import { type Drawer, openDrawer } from './draw.ts'
import { figurePath, readFigure, staleFigures, writeFigure } from './store.ts'

/** Elements of our pictures: nothing that runs or loads. */
const SHAPES = new Set(['svg', 'g', 'path', 'rect', 'circle', 'polygon', 'text', 'tspan'])

function treeOf(node: ChildNode): FigureNode | null {
  // Line breaks are between elements; blanks belong to a label.
  if (isText(node)) return /^\s*\n\s*$/.test(node.data) ? null : node.data
  return isTag(node) && SHAPES.has(node.name)
    ? [node.name, node.attribs, node.children.map(treeOf).filter((child) => child !== null)]
    : null
}

/** What a component needs of a picture. */
export function figureOf(svg: string): FigureTree {
  const [root] = DomUtils.getElementsByTagName('svg', parseDocument(svg, { xmlMode: true }).children, false)
  const tree = root && treeOf(root)
  if (!tree || typeof tree === 'string') throw new Error('not an SVG')
  const named = (name: string) => DomUtils.textContent(DomUtils.getElementsByTagName(name, root.children, false))
  return { title: named('title'), description: named('desc'), tree }
}

/** By name, those that are in the folder. */
export const figureTrees = (figures: readonly FigureSpec[], folder: string): Readonly<Record<string, FigureTree>> =>
  Object.fromEntries(
    figures.flatMap(({ name }) => {
      const svg = readFigure(name, folder)
      return svg ? [[name, figureOf(svg)]] : []
    }),
  )

export const staleFaults = (figures: readonly FigureSpec[], folder: string): Diagnostic[] =>
  staleFigures(figures, folder).map(({ name, why }) => ({
    code: 'drawing-stale',
    file: figurePath(name),
    line: 1,
    field: '',
    value: why,
    expected: 'the drawing of the register and the pages as they are; make it with `npm run figures`',
  }))

/** Opens a browser when it first has something to draw. */
export function redrawer() {
  let drawer: Promise<Drawer> | undefined
  return {
    /** Draws what is stale. @returns what could not be drawn, as text; null where all could */
    async redraw(figures: readonly FigureSpec[], folder: string): Promise<string | null> {
      const failed: string[] = []
      try {
        for (const { name } of staleFigures(figures, folder)) {
          const drawn = await (await (drawer ??= openDrawer())).draw(figures.find((figure) => figure.name === name)!)
          if ('message' in drawn) failed.push(`${figurePath(name)}: ${drawn.message}`)
          else writeFigure(name, drawn.svg, folder)
        }
      } catch (error) {
        // No browser: the last drawings stay.
        drawer = undefined
        failed.push((error as Error).message)
      }
      return failed.join('\n') || null
    },
    close: () => void drawer?.then((open) => open.close()),
  }
}
