import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeFileAtomic } from '../atomic-write.ts'
import { filesIn } from '../files-in.ts'
import { type Environment, siteAddress } from './address.ts'
import { redirectsFor } from './hosts.ts'
import { PICTURE_FILE, wordsIn } from './link-preview.ts'
import { WORKER_FILE, workerFor } from './offline.ts'
import { finishPage, isAlone, type Site } from './page.ts'

function finishPages(folder: string, pages: readonly string[], site: Site | null): void {
  for (const file of pages.map((page) => join(folder, page))) {
    const html = readFileSync(file, 'utf8')
    if (!isAlone(html)) writeFileAtomic(file, finishPage(html, site))
  }
}

/**
 * Finishes every page of a site, and writes `_redirects` and the service worker. To be done again after a file has come in.
 *
 * @param folder of the built site, with the brief's public files
 * @param base path of the site, with a slash at both ends; `./` where it may be anywhere: no page is kept, no redirects
 * @throws Error where the picture of a link is missing, where `CLAIM_SITE` does not fit, or where a page has no encoding
 *
 * @example finishSite('/tmp/dist', '/briefing/', { CLAIM_SITE: 'https://example.org/briefing/' })
 */
export function finishSite(folder: string, base: string, env: Environment = process.env): void {
  const picture = { address: `${siteAddress(base, env) ?? base}${PICTURE_FILE}`, words: wordsIn(folder) }
  const files = filesIn(folder)
  const isPath = base.startsWith('/')
  finishPages(
    folder,
    files.filter((path) => path.endsWith('.html')),
    { picture, base: isPath ? base : null },
  )
  if (!isPath) return
  writeFileAtomic(join(folder, '_redirects'), redirectsFor(base))
  writeFileAtomic(join(folder, WORKER_FILE), workerFor(folder, files))
}

/** Gives the one page of a folder, opened from disk, its policy and no more. */
export const finishAlone = (folder: string): void => finishPages(folder, ['index.html'], null)
