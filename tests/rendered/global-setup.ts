/** Builds the deck once for all tests of a project, into a folder of its own, and serves it. */
import type { TestProject } from 'vitest/node'
import { buildDeck, serveDeck, temporaryFolder } from '../support/deck.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the built deck, with a slash at its end. */
    deckUrl: string
    /** Folder of the built deck. */
    deckFolder: string
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { folder, remove } = temporaryFolder('build')
  try {
    await buildDeck(folder)
    const { url, close } = await serveDeck(folder)
    project.provide('deckUrl', url)
    project.provide('deckFolder', folder)
    return async () => {
      await close()
      remove()
    }
  } catch (error) {
    remove()
    throw error
  }
}
