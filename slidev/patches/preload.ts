/**
 * Lets a browser ask at once for what it would find out it needs only on the way: Slidev's program loads the view that
 * shows a slide, the view loads the slide, each a way there and back. A built page names the view's files itself; and since
 * one page stands for all slides, a few lines of script ask for the files of the slide in the address.
 */
import type { Plugin, Rollup } from 'vite'

type Chunk = Pick<Rollup.OutputChunk, 'type' | 'fileName' | 'imports' | 'moduleIds'> & { readonly viteMetadata?: { readonly importedCss: ReadonlySet<string> } }
type Files = Readonly<Record<string, Chunk | { readonly type: 'asset' }>>

const VIEW = /\/@slidev\/client\/pages\/play\.vue$/
const SLIDE = /__slidev_(\d+)\.md$/

const plain = (id: string) => id.replaceAll('\\', '/').replace(/\?.*$/, '')

/** @returns a script and all that it imports, and their styles */
export function withImports(file: string, files: Files, found = new Set<string>()): Set<string> {
  const chunk = files[file]
  if (chunk?.type !== 'chunk' || found.has(file)) return found
  found.add(file)
  for (const style of chunk.viteMetadata?.importedCss ?? []) found.add(style)
  for (const each of chunk.imports) withImports(each, files, found)
  return found
}

/** Runs in the page, before its first script: it may use nothing from outside. */
function ask(base: string, files: readonly string[], slides: readonly (readonly number[])[]): void {
  // Without a number it is the first slide that is shown; a view of another name shows none.
  const [, no] = /\/(\d*)(?:index\.html)?$/.exec(location.pathname) ?? []
  for (const index of no === undefined ? [] : slides[Number(no || 1) - 1] ?? []) {
    const file = files[index]!
    const link = document.createElement('link')
    if (file.endsWith('.css')) Object.assign(link, { rel: 'preload', as: 'style' })
    else link.rel = 'modulepreload'
    link.crossOrigin = ''
    link.href = base + file
    document.head.append(link)
  }
}

/**
 * @param html Slidev's page, once the bundler is done with it
 * @param files of the build
 * @throws Error where there is no file for the view or for a slide
 */
export function preload(html: string, files: Files, base: string): string {
  const chunks = Object.values(files).filter((each): each is Chunk => each.type === 'chunk')
  const fileWith = (module: RegExp) => chunks.flatMap(({ fileName, moduleIds }) => moduleIds.flatMap((id) => (module.exec(plain(id)) ? [{ fileName, no: Number(module.exec(plain(id))![1]) }] : [])))
  const [view] = fileWith(VIEW)
  const slides = fileWith(SLIDE)
  if (!view || slides.length === 0) throw new Error('Slidev has the view or the slides in other modules than slidev/patches/preload.ts knows.')
  const known = (file: string) => html.includes(`"${base}${file}"`)
  const ofView = [...withImports(view.fileName, files)].filter((file) => !known(file))
  const needed: string[] = []
  const bySlide: number[][] = []
  for (const { fileName, no } of slides) {
    bySlide[no - 1] = [...withImports(fileName, files)].filter((file) => !known(file) && !ofView.includes(file)).map((file) => {
      if (!needed.includes(file)) needed.push(file)
      return needed.indexOf(file)
    })
  }
  const links = ofView.map((file) => `<link rel="${file.endsWith('.css') ? 'preload" as="style' : 'modulepreload'}" crossorigin href="${base}${file}">`)
  const script = `<script>(${ask.toString()})(${[base, needed, bySlide].map((each) => JSON.stringify(each)).join(', ')})</script>`
  // Before the first style sheet, which a script would wait for; the view’s files after those that Slidev’s program needs.
  return html.replace('<meta name="viewport"', () => `${script}\n<meta name="viewport"`).replace('</head>', () => `  ${links.join('\n  ')}\n</head>`)
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
      // Where the pages may lie anywhere an address says nothing.
      handler: (html, { bundle }) => (bundle && base.startsWith('/') ? preload(html, bundle, base) : html),
    },
  }
}
