import type { Register } from '../../engine/analysis/register.ts'
import { type Chapter, outlineOf } from '../../engine/story/outline.ts'
import { deck, loadOrThrow } from '../../slidev/deck.ts'

export interface PageStory {
  readonly register: Register
  readonly chapters: readonly Chapter[]
  /** Of the deck. */
  readonly title: string
  readonly description: string
}

/** @throws Error with the faults of the brief in the folder */
export async function loadPageStory(folder: string): Promise<PageStory> {
  const {
    register,
    story: { slides, title, description },
  } = await loadOrThrow(folder)
  return { register, chapters: outlineOf(slides, register.steps, deck.components), title, description }
}
