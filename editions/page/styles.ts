import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { transform } from 'lightningcss'

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8')

/** @throws Error that names the file, where the part is not there exactly once */
function replaceOnce(css: string, part: RegExp, instead: string, file: string): string {
  const found = [...css.matchAll(part)].length
  if (found !== 1)
    throw new Error(
      `${file}: expected ${String(part)} once, found it ${found} times. The reading page adapts that part (editions/page/styles.ts).`,
    )
  return css.replace(part, instead)
}

/** The page has no switch to dark; it follows the reader’s system. */
export const pageTokens = (tokens: string): string =>
  replaceOnce(tokens, /html\.dark\b[^{]*\{([^{}]*)\}/g, '@media (prefers-color-scheme: dark) {\n:root {$1}\n}', 'styles/tokens.css')

const FONT_ADDRESS = /url\('(@fontsource[^']+)'\)/g

/** Newsreader without its optical sizes for display type: 58 kB instead of 132. */
const faces = replaceOnce(
  read('../../styles/fonts.css'),
  /newsreader-latin-opsz-normal/g,
  'newsreader-latin-wght-normal',
  'styles/fonts.css',
)

/** Packages' files, to be copied to fonts/ beside the page. */
export const FONTS: readonly string[] = [...faces.matchAll(FONT_ADDRESS)].map(([, file]) => file!)

export const pageStyles = (): string =>
  [
    pageTokens(read('../../styles/tokens.css')),
    faces.replace(FONT_ADDRESS, (_, file: string) => `url('fonts/${basename(file)}')`),
    ...['../../styles/table.css', 'page.css', '../../styles/annex.css'].map(read),
  ].join('\n')

/** By the minifier that Vite uses. */
export const minified = (css: string): string => transform({ filename: 'read.css', code: Buffer.from(css), minify: true }).code.toString()
