/** Finishes a folder of built pages for the web. To be done again after a page or a file has come in. */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Environment, siteAddress } from './address.ts'
import { redirectsFor } from './hosts.ts'
import { PICTURE_FILE, SHOWS } from './link-preview.ts'
import { WORKER_FILE, workerFor } from './offline.ts'
import { finishPage, isAlone, type Site } from './page.ts'
import { textsIn } from './png-text.ts'

/** Paths in the folder, with slashes, whatever the system. */
const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => path.replaceAll('\\', '/'))

function finishPages(folder: string, pages: readonly string[], site: Site | null): void {
  for (const page of pages) {
    const file = join(folder, page)
    const html = readFileSync(file, 'utf8')
    if (!isAlone(html)) writeFileSync(file, finishPage(html, site))
  }
}

/**
 * A whole site: every page gets its link preview, its policy, and the script that keeps it; the worker gets its list.
 *
 * @param base path of the site; where it does not begin with a slash the pages may lie anywhere, and none is kept
 */
export function finishSite(folder: string, base: string, env: Environment = process.env): void {
  const file = join(folder, PICTURE_FILE)
  if (!existsSync(file)) throw new Error(`public/${PICTURE_FILE} is missing. Make it with: npm run link-preview`)
  const picture = { address: `${siteAddress(base, env) ?? base}${PICTURE_FILE}`, words: textsIn(readFileSync(file))[SHOWS] ?? '' }
  const files = filesIn(folder)
  const isPath = base.startsWith('/')
  finishPages(folder, files.filter((path) => path.endsWith('.html')), { picture, base: isPath ? base : null })
  if (!isPath) return
  writeFileSync(join(folder, '_redirects'), redirectsFor(base))
  writeFileSync(join(folder, WORKER_FILE), workerFor(folder, files))
}

/** A page that goes alone, from disk: its policy, and no more. */
export const finishAlone = (folder: string): void => finishPages(folder, ['index.html'], null)
