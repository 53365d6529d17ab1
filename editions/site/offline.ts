/**
 * The deck without a network, after the first visit: a service worker with the list of what it keeps.
 *
 * It is our own, and no package: what is kept is a list of one build's files, and a rule of ten lines says what answers a
 * request. Workbox has more, and its code would have to be fetched and checked too.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export const WORKER_FILE = 'sw.js'

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8')

/**
 * What is not kept: what somebody takes along on purpose (a megabyte and more); what no page loads; what only hosts read;
 * and the typefaces that are for the PDF alone.
 */
const NOT_KEPT = [/^briefing\./, /^(?:pictures|diagrams|fonts)\//, /\.(?:map|txt)$/, /^(?:404\.html|_redirects|_headers|link-preview\.png|sw\.js|og-image\.png)$/, /^assets\/[\w-]+-\d00-(?:normal|italic)-[^/]*\.woff2?$/]

/** @returns addresses below the base, in order: pages as they are visited, files by their path */
export function keptOf(files: readonly string[]): readonly string[] {
  return files
    .filter((file) => !NOT_KEPT.some((pattern) => pattern.test(file)))
    .map((file) => file.replace(/(^|\/)index\.html$/, '$1'))
    .sort()
}

/**
 * @param folder of the built site
 * @param files all of it, by path, with slashes
 */
export function workerFor(folder: string, files: readonly string[]): string {
  const kept = keptOf(files)
  const hash = createHash('sha256')
  for (const path of kept) hash.update(`${path}\0`).update(readFileSync(join(folder, path.replace(/(^|\/)$/, '$1index.html'))))
  const source = read('worker.js')
  hash.update(source)
  return source.replace('__VERSION__', hash.digest('hex').slice(0, 16)).replace('__KEPT__', () => JSON.stringify(kept).replaceAll('\\', '\\\\').replaceAll("'", "\\'"))
}

/**
 * The script that has the browser keep the site, without its comments.
 *
 * @param base path of the site, with a slash at both ends
 */
export const registerFor = (base: string): string =>
  read('register.js')
    .replaceAll(/^[ \t]*\/\/.*\n|\/\*\*[^*]*\*\/ /gm, '')
    .replace('__BASE__', () => encodeURI(base))
