/** A service worker for the deck without a network. Not Workbox, whose code would have to be sent too, for one list and one rule. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export const WORKER_FILE = 'sw.js'

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8')

const NOT_KEPT = [
  // What people download on purpose; what no page loads; what only hosts read.
  /^briefing\./,
  /^(?:pictures|diagrams|fonts)\//,
  /\.(?:map|txt)$/,
  /^(?:404\.html|_redirects|_headers|link-preview\.(?:png|json)|sw\.js|og-image\.png)$/,
  // The typefaces for the PDF alone.
  /^assets\/[\w-]+-\d00-(?:normal|italic)-[^/]*\.woff2?$/,
]

/** Addresses below the base, in order: pages as they are visited (`read/`), files by their path. */
export const keptOf = (files: readonly string[]): readonly string[] =>
  files
    .filter((file) => !NOT_KEPT.some((pattern) => pattern.test(file)))
    .map((file) => file.replace(/(^|\/)index\.html$/, '$1'))
    .sort()

/** The worker's code. Its version is a hash of all that it keeps. */
export function workerFor(folder: string, files: readonly string[]): string {
  const kept = keptOf(files)
  const source = read('worker.js')
  const hash = createHash('sha256')
  for (const path of kept) hash.update(`${path}\0`).update(readFileSync(join(folder, path.replace(/(^|\/)$/, '$1index.html'))))
  const version = hash.update(source).digest('hex').slice(0, 16)
  const list = JSON.stringify(kept).replaceAll('\\', '\\\\').replaceAll("'", "\\'")
  return source.replace('__VERSION__', version).replace('__KEPT__', () => list)
}

export const registerFor = (base: string): string =>
  read('register.js')
    .replaceAll(/^[ \t]*\/\/.*\n|\/\*\*[^*]*\*\/ /gm, '')
    .replace('__BASE__', () => encodeURI(base))
