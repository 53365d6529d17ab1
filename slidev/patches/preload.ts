/**
 * Has a browser ask at once for what it would learn step by step. A built page names the files of the view that shows a
 * slide, and a script asks for those of the slide in the address, since one page serves all slides.
 */
import type { Plugin, Rollup } from 'vite'
import { VIEW } from './chunks.ts'
import { pathOf, rewrite } from './rewrite.ts'

type Chunk = Pick<Rollup.OutputChunk, 'type' | 'fileName' | 'imports' | 'moduleIds'> & {
  readonly viteMetadata?: { readonly importedCss: ReadonlySet<string> }
}
type Files = Readonly<Record<string, Chunk | { readonly type: 'asset' }>>

const SLIDE = /__slidev_(\d+)\.md$/

export function withImports(file: string, files: Files, found = new Set<string>()): Set<string> {
  const chunk = files[file]
  if (chunk?.type !== 'chunk' || found.has(file)) return found
  found.add(file)
  for (const style of chunk.viteMetadata?.importedCss ?? []) found.add(style)
  for (const each of chunk.imports) withImports(each, files, found)
  return found
}

/** Runs in the page: it may use nothing from outside. */
function ask(base: string, files: readonly string[], slides: readonly (readonly number[])[]): void {
  // Without a number the first slide is shown; a view of another name shows none.
  const [, no] = /\/(\d*)(?:index\.html)?$/.exec(location.pathname) ?? []
  for (const index of no === undefined ? [] : (slides[Number(no || 1) - 1] ?? [])) {
    const file = files[index]!
    const link = document.createElement('link')
    if (file.endsWith('.css')) Object.assign(link, { rel: 'preload', as: 'style' })
    else link.rel = 'modulepreload'
    link.crossOrigin = ''
    link.href = base + file
    document.head.append(link)
  }
}

/** @throws Error where the build has no file for the view or for a slide */
export function preload(html: string, files: Files, base: string): string {
  const knownBy = 'slidev/patches/preload.ts'
  const chunks = Object.values(files).filter((each): each is Chunk => each.type === 'chunk')
  const modules = chunks.flatMap(({ fileName, moduleIds }) => moduleIds.map((id) => ({ fileName, path: pathOf(id) })))
  const view = modules.find(({ path }) => VIEW.test(path))
  const slides = modules.filter(({ path }) => SLIDE.test(path))
  if (!view || slides.length === 0) throw new Error(`Slidev has the view or the slides in other modules than ${knownBy} knows.`)
  const needs = (file: string) => [...withImports(file, files)].filter((each) => !html.includes(`"${base}${each}"`))
  const ofView = needs(view.fileName)
  const needed: string[] = []
  const bySlide: number[][] = []
  for (const { fileName, path } of slides) {
    const own = needs(fileName).filter((file) => !ofView.includes(file))
    for (const file of own) if (!needed.includes(file)) needed.push(file)
    bySlide[Number(SLIDE.exec(path)![1]) - 1] = own.map((file) => needed.indexOf(file))
  }
  const kindOf = (file: string) => (file.endsWith('.css') ? 'preload" as="style' : 'modulepreload')
  const links = ofView.map((file) => `  <link rel="${kindOf(file)}" crossorigin href="${base}${file}">\n`).join('')
  const script = `<script>(${ask.toString()})(${[base, needed, bySlide].map((each) => JSON.stringify(each)).join(', ')})</script>\n`
  // The script is before the first style sheet, which it would wait for; links are after those of Slidev’s program.
  return rewrite(
    html,
    [
      ['<meta name="viewport"', (viewport) => script + viewport],
      ['</head>', (end) => links + end],
    ],
    'the page',
    knownBy,
  )
}

export function preloadPlugin(): Plugin {
  let base = '/'
  return {
    name: 'claim-by-claim:ahead',
    apply: 'build',
    configResolved(config) {
      base = config.base
    },
    transformIndexHtml: {
      order: 'post',
      // Where pages may be anywhere an address says nothing.
      handler: (html, { bundle }) => (bundle && base.startsWith('/') ? preload(html, bundle, base) : html),
    },
  }
}
