/**
 * `virtual:drawings`: every picture of public/diagrams, as a tree that a component can show.
 *
 * A build stops where a picture is missing or was drawn from another source, and says which command mends it. The dev
 * server draws such a one itself, if it finds a browser, before it shows the edit.
 */
import { type ChildNode, isTag, isText } from 'domhandler'
import { DomUtils, parseDocument } from 'htmlparser2'
import type { Plugin, ViteDevServer } from 'vite'
import { type Diagnostic, formatDiagnostics } from '../../engine/register/diagnostics.ts'
import type { Diagram } from '../../engine/figures/spec.ts'
import { loadRegisterFromDisk } from '../../engine/files.ts'
import type { Drawing, DrawingNode } from '../../composables/figures.ts'
import { allDiagrams } from './all.ts'
import { type Drawer, openDrawer } from './draw.ts'
import { picturePath, picturesFolder, readPicture, stalePictures, writePicture } from './store.ts'
import { faultOverlay } from '../../slidev/fault-overlay.ts'

const NAME = 'virtual:drawings'
const RESOLVED = `\0${NAME}`

/** Elements that a picture of ours has: shapes, groups and text, nothing that runs or loads. */
const SHAPES = new Set(['svg', 'g', 'path', 'rect', 'circle', 'polygon', 'text', 'tspan'])

const { getElementsByTagName, textContent } = DomUtils

function treeOf(node: ChildNode): DrawingNode | null {
  // Between elements stand line breaks; between words of a label, blanks that are the label's own.
  if (isText(node)) return /^\s*\n\s*$/.test(node.data) ? null : node.data
  return isTag(node) && SHAPES.has(node.name) ? [node.name, node.attribs, node.children.map(treeOf).filter((child) => child !== null)] : null
}

/** What a component needs of a picture. Its file has more: Mermaid's source, and the words for who opens it alone. */
export function drawingOf(svg: string): Drawing {
  const document = parseDocument(svg, { xmlMode: true })
  const [root] = getElementsByTagName('svg', document.children, false)
  const tree = root && treeOf(root)
  if (!tree) throw new Error('not an SVG')
  const named = (name: string) => textContent(getElementsByTagName(name, root.children, false))
  return { title: named('title'), description: named('desc'), tree }
}

const staleFaults = (diagrams: readonly Diagram[], folder: string): Diagnostic[] =>
  stalePictures(diagrams, folder).map(({ name, why }) => ({
    code: 'drawing-stale',
    file: picturePath(name),
    line: 1,
    field: '',
    value: why,
    expected: 'the drawing of the register and the pages as they are; make it with `npm run diagrams`',
  }))

export interface DrawingsPlugin extends Plugin {
  /** Draws what is not up to date, before an edit is shown. */
  readonly refresh: () => Promise<void>
}

/**
 * @param entry absolute path of slides.md
 * @param mend whether a server draws what is not up to date; where it does not, it stops as a build does
 */
export function drawingsPlugin(entry: string, { folder = picturesFolder, mend = true } = {}): DrawingsPlugin {
  let server: ViteDevServer | undefined
  let building = !mend
  let diagrams: readonly Diagram[] = []
  /** The faults as they are now, as text; null where there are none. */
  let faults: string | null = null
  let say: () => void = () => undefined
  let drawer: Promise<Drawer> | undefined

  /** Nothing where the register has faults: those are told by its own plugin. */
  async function look(): Promise<void> {
    const { register } = loadRegisterFromDisk()
    if (!register) return
    const found = await allDiagrams(register, entry)
    diagrams = found.diagrams
    const diagnostics = [...found.diagnostics, ...staleFaults(diagrams, folder)]
    faults = diagnostics.length > 0 ? formatDiagnostics(diagnostics, 'the drawings') : null
  }

  async function redraw(): Promise<void> {
    const stale = stalePictures(diagrams, folder)
    if (stale.length === 0) return
    drawer ??= openDrawer()
    const failed: string[] = []
    for (const { name } of stale) {
      const drawn = await (await drawer).draw(diagrams.find((diagram) => diagram.name === name)!)
      if ('message' in drawn) failed.push(`${picturePath(name)}: ${drawn.message}`)
      else writePicture(name, drawn.svg, folder)
    }
    await look()
    if (failed.length > 0) faults = [...failed, faults].filter((text) => text !== null).join('\n')
  }

  async function refresh(): Promise<void> {
    await look()
    try {
      await redraw()
    } catch (error) {
      // No browser: the last drawing stays, and the fault says what to do.
      drawer = undefined
      faults = `${(error as Error).message}\n\n${faults ?? ''}`
    }
    if (faults !== null) {
      if (server) server.config.logger.error(`\n${faults}`, { timestamp: true })
      else console.error(`\n${faults}`)
    }
    for (const environment of Object.values(server?.environments ?? {})) {
      const module = environment.moduleGraph.getModuleById(RESOLVED)
      if (module) environment.moduleGraph.invalidateModule(module)
    }
    say()
  }

  return {
    name: 'claim-by-claim:drawings',
    resolveId: (id) => (id === NAME ? RESOLVED : undefined),
    configResolved({ command }) {
      building = !mend || command === 'build'
    },
    async buildStart() {
      if (!building) return refresh()
      await look()
      if (faults !== null) throw new Error(faults)
    },
    load(id) {
      if (id !== RESOLVED) return
      const drawings = diagrams.flatMap(({ name }) => {
        const svg = readPicture(name, folder)
        return svg === undefined ? [] : [[name, drawingOf(svg)] as const]
      })
      return `export const drawings = JSON.parse(${JSON.stringify(JSON.stringify(Object.fromEntries(drawings)))})`
    },
    configureServer(dev) {
      server = dev
      say = faultOverlay(dev, () => faults)
      dev.watcher.on('change', (path: string) => {
        if (!path.endsWith('.md')) return
        void look().then(async () => {
          if (stalePictures(diagrams, folder).length === 0) return say()
          await refresh()
          dev.ws.send({ type: 'full-reload' })
        })
      })
      dev.httpServer?.once('close', () => void drawer?.then((open) => open.close()))
    },
    refresh,
  }
}
