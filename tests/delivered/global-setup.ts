/** What a host builds that has no browser: all but the PDF, under the path of its site, with the one file. */
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { copyOfProject, runSlidev } from '../support/deck.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of what the host has built, and the path it is for, with a slash at both ends. */
    hostFolder: string
    hostBase: string
  }
}

const HOST_BASE = '/briefing/'

/** @throws Error with all that the export said, where it fails */
export default async function setup(project: TestProject): Promise<() => void> {
  const { folder, remove } = copyOfProject('host')
  const env = { CLAIM_BROWSER: join(folder, 'no-browser'), CLAIM_SITE: `https://example.org${HOST_BASE}` }
  const { code, output } = await runSlidev(['export', '--without-pdf', '--base', HOST_BASE], {
    program: join(folder, 'cli/main.ts'),
    cwd: folder,
    env,
  }).ended
  if (code !== 0) {
    remove()
    throw new Error(`The export without a browser ended with ${code}:\n${output}`)
  }
  project.provide('hostFolder', join(folder, 'dist'))
  project.provide('hostBase', HOST_BASE)
  return remove
}
