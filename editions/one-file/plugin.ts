/**
 * Makes of Slidev's build one HTML file that needs no server and no other file: scripts, styles, fonts and favicon stand
 * in it. For `slidev build --router-mode hash`; a file on disk has no other addresses.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { PluginOption, ResolvedConfig } from 'vite'
import { fontLicences } from '../font-licences.ts'
import { viteSingleFile } from 'vite-plugin-singlefile'

/** Environment variable; set where the build is to be one file. */
export const ONE_FILE = 'CLAIM_ONE_FILE'


const NO_SCRIPT = '<noscript>These slides need JavaScript. Open this file in a browser that has it turned on.</noscript>'

const first = readFileSync(new URL('./first.js', import.meta.url), 'utf8')

/** Slidev divides its scripts by hand (`manualChunks`), and a build without any division refuses that. */
function withoutChunks({ build, environments }: ResolvedConfig): void {
  for (const { rolldownOptions, rollupOptions } of [build, ...Object.values(environments).map((environment) => environment.build)]) {
    for (const { output } of [rolldownOptions, rollupOptions]) {
      for (const each of [output ?? []].flat()) delete each.manualChunks
    }
  }
}

/** The address that holds the picture itself. */
const dataUrl = (svg: string): string => `data:image/svg+xml,${encodeURIComponent(svg.trim().replaceAll(/\s+/g, ' '))}`

/** @throws Error where Slidev does not have what is replaced. */
function replaced(text: string, what: RegExp, by: (all: string, first: string, second: string) => string): string {
  if (!what.test(text)) throw new Error(`Slidev has no ${what.source} any more: see editions/one-file/plugin.ts`)
  return text.replace(what, by)
}

/**
 * The page, once the bundler is done with it.
 *
 * @param read a file of the public folder
 */
export function standalonePage(html: string, read: (file: string) => string): string {
  const withIcon = replaced(html, /(<link rel="icon" href=")(?:\.?\/)?([\w-]+\.svg)"/, (_, before, file) => `${before}${dataUrl(read(file))}"`)
  // A browser looks for the encoding in the first kilobyte only, so everything else comes after it.
  const licences = fontLicences().map(({ text }) => text.trim()).join('\n\n')
  const withHead = replaced(withIcon, /<meta charset="utf-8">/i, (meta) => `${meta}\n<!--\n${licences}\n-->\n<script>\n${first}</script>`)
  const withBody = replaced(withHead, /<body>/, (body) => `${body}\n${NO_SCRIPT}`)
  // There is no origin to ask for leave.
  return withBody.replaceAll(/(<(?:script|link)\b[^>]*?) crossorigin(?=[ >])/g, '$1')
}

/** Typefaces for the PDF alone, which is printed from the static deck: a quarter of the size for nothing here. */
const PRINT_FONTS = /\/slidev\/print\/print-fonts\.css$/

/** Slidev lets the room's window lead the presenter's on this machine alone, which it knows by its host; a file has none. */
const TRUSTED = { file: /\/@slidev\/client\/constants\.ts$/, list: /TRUST_ORIGINS = \[/ }

export function oneFile(): PluginOption[] {
  let publicFolder = ''
  return [
    {
      name: 'claim-by-claim:one-file',
      config: () => ({
        // Slidev's links to its other views begin with the base. Empty, they begin with `#` and lead into this file,
        // whatever it is called; `./` would lead to the folder it lies in.
        define: { 'import.meta.env.BASE_URL': '""' },
        // Of Slidev's logo in its “about” box the project's file has the vector, a twentieth of the size.
        resolve: { alias: [{ find: /^\.\.\/assets\/logo\.png$/, replacement: fileURLToPath(import.meta.resolve('@slidev/client/assets/logo.svg')) }] },
        build: { copyPublicDir: false, modulePreload: false as const },
      }),
      configResolved(config) {
        withoutChunks(config)
        publicFolder = config.publicDir
      },
      load: { filter: { id: PRINT_FONTS }, handler: () => '' },
      transform: { filter: { id: TRUSTED.file }, handler: (code) => replaced(code, TRUSTED.list, (list) => `${list} '',`) },
      transformIndexHtml: { order: 'post', handler: (html) => standalonePage(html, (file) => readFileSync(join(publicFolder, file), 'utf8')) },
    },
    viteSingleFile(),
  ]
}
