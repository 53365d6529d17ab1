/** Mermaid is needed here and nowhere else: the deck has only the pictures. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium } from 'playwright-chromium'
import { figureSvg } from '../../engine/figures/figure.ts'
import { type Layout, readLayout } from '../../engine/figures/layout.ts'
import type { FigureSpec } from '../../engine/figures/spec.ts'
import { getBrowser, launchOptions } from '../browser/browser.ts'
import { sourceHash } from './store.ts'

const require = createRequire(import.meta.url)
const FONT = 'Public Sans'

/** Labels are text, never HTML in a foreignObject; ids are the same in every run. */
const SETTINGS = {
  startOnLoad: false,
  securityLevel: 'strict',
  deterministicIds: true,
  htmlLabels: false,
  theme: 'base',
  look: 'classic',
  fontFamily: `"${FONT}"`,
}

interface MermaidGlobal {
  readonly initialize: (settings: object) => void
  readonly parse: (source: string) => Promise<unknown>
  readonly render: (id: string, source: string, container: Element) => Promise<{ readonly svg: string }>
}

export interface FigureFault {
  readonly name: string
  readonly message: string
}

export interface Drawn {
  readonly name: string
  readonly svg: string
}

export interface Drawer {
  /** A bad source, or a drawing larger than its room, is a fault that says so; nothing is thrown. */
  readonly draw: (spec: FigureSpec) => Promise<Drawn | FigureFault>
  /** What Mermaid says of a source; null where it can read it. */
  readonly parse: (source: string) => Promise<string | null>
  readonly close: () => Promise<void>
}

/** Runs in the page. */
async function renderInPage({ source, settings }: { source: string; settings: object }): Promise<string | null> {
  const { mermaid } = globalThis as unknown as { mermaid: MermaidGlobal }
  mermaid.initialize(settings)
  document.body.replaceChildren()
  try {
    const { svg } = await mermaid.render('drawing', source, document.body)
    // Read as a document of its own, then moved in.
    document.body.replaceChildren(document.importNode(new DOMParser().parseFromString(svg, 'text/html').body.firstElementChild!, true))
    return null
  } catch (error) {
    return String((error as Error).message ?? error)
  }
}

async function parseInPage(source: string): Promise<string | null> {
  const { mermaid } = globalThis as unknown as { mermaid: MermaidGlobal }
  try {
    await mermaid.parse(source)
    return null
  } catch (error) {
    return String((error as Error).message ?? error)
  }
}

/**
 * Opens a headless browser that draws specs with Mermaid itself, and with the deck's own font, so that text is measured as
 * it will be shown. A drawing is an SVG in canvas pixels, the same for the same spec. To be closed after use.
 *
 * @throws BrowserNotFound where no browser can be had
 *
 * @example
 * const drawer = await openDrawer()
 * const drawn = await drawer.draw(spec) // { name: 'triangle-drawn', svg: '<svg …' } or { name, message: 'too large: …' }
 * await drawer.close()
 */
export async function openDrawer(): Promise<Drawer> {
  const { path } = await getBrowser()
  const browser = await chromium.launch(launchOptions(path))
  try {
    const page = await browser.newPage()
    const font = readFileSync(require.resolve('@fontsource-variable/public-sans/files/public-sans-latin-wght-normal.woff2')).toString(
      'base64',
    )
    await page.setContent(
      `<!doctype html><style>@font-face { font-family: '${FONT}'; font-weight: 100 900; src: url(data:font/woff2;base64,${font}) }</style><body>`,
    )
    await page.evaluate((name) => document.fonts.load(`16px "${name}"`), FONT)
    await page.addScriptTag({ path: require.resolve('mermaid/dist/mermaid.min.js') })
    return {
      async draw(spec) {
        const settings = {
          ...SETTINGS,
          ...spec.settings,
          fontSize: undefined,
          themeVariables: { fontFamily: `"${FONT}"`, fontSize: `${spec.settings.fontSize}px` },
        }
        const failed = await page.evaluate(renderInPage, { source: spec.source, settings })
        if (failed !== null) return { name: spec.name, message: `Mermaid cannot draw it: ${failed.split('\n').slice(0, 6).join('\n    ')}` }
        const marks: Layout = await page.evaluate(readLayout, 'drawing')
        const { svg, width, height } = figureSvg(spec, marks, sourceHash(spec))
        const { room } = spec
        if (width > room.width || height > room.height)
          return {
            name: spec.name,
            message: `too large: ${width} × ${height} canvas pixels at ${spec.textSize} px text, and it has ${room.width} × ${room.height}. Shorten its labels, or give it less to show.`,
          }
        return { name: spec.name, svg }
      },
      parse: (source) => page.evaluate(parseInPage, source),
      close: () => browser.close(),
    }
  } catch (error) {
    await browser.close()
    throw error
  }
}
