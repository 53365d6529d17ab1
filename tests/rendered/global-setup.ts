/**
 * Builds the deck once for all rendered tests, into a folder of its own, and serves it; and beside it what a host builds
 * that has no browser: all but the PDF, under the path of its site, with the one file.
 */
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { buildDeck, copyOfProject, runSlidev, serveDeck, temporaryFolder } from '../support/deck.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the built deck, with a slash at its end. */
    deckUrl: string
    /** Folder of the built deck. */
    deckFolder: string
    /** Folder of what the host has built, and the path it is for, with a slash at both ends. */
    hostFolder: string
    hostBase: string
  }
}

const HOST_BASE = '/briefing/'

/** @throws Error with all that the export said, where it fails */
async function exportOnHost(copy: string, noBrowser: string): Promise<void> {
  const { code, output } = await runSlidev(['--without-pdf', '--base', HOST_BASE], { program: join(copy, 'editions/export/command.ts'), cwd: copy, env: { CLAIM_BROWSER: noBrowser, CLAIM_SITE: `https://example.org${HOST_BASE}` } }).ended
  if (code !== 0) throw new Error(`The export without a browser ended with ${code}:\n${output}`)
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { folder, remove: removeBuild } = temporaryFolder('build')
  const host = copyOfProject('host')
  const remove = () => {
    removeBuild()
    host.remove()
  }
  try {
    // Both are waited for, so that none still writes where all is taken away.
    const [own, hosts] = await Promise.allSettled([buildDeck(folder), exportOnHost(host.folder, join(folder, 'no-browser'))])
    for (const each of [own, hosts]) if (each.status === 'rejected') throw each.reason
    const { url, close } = await serveDeck(folder)
    project.provide('deckUrl', url)
    project.provide('deckFolder', folder)
    project.provide('hostFolder', join(host.folder, 'dist'))
    project.provide('hostBase', HOST_BASE)
    return async () => {
      await close()
      remove()
    }
  }
  catch (error) {
    remove()
    throw error
  }
}
