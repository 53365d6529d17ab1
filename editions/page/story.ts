/** The story of a brief as one page: what the reading page is made from. */
import type { Register } from '../../engine/analysis/register.ts'
import { loadBrief } from '../../engine/brief.ts'
import { type Chapter, outlineOf } from '../../engine/story/outline.ts'
import { deck } from '../../slidev/deck.ts'

export interface PageStory {
  readonly register: Register
  readonly chapters: readonly Chapter[]
  /** Of the deck: its title, and what it is in a sentence or two. */
  readonly title: string
  readonly description: string
}

/**
 * @param folder of the brief
 * @throws Error with the faults of the register
 */
export async function loadPageStory(folder: string): Promise<PageStory> {
  const { brief, faults } = await loadBrief(folder, deck)
  if (!brief) throw new Error(faults ?? 'The brief did not load.')
  const { register, story: { slides, title, description } } = brief
  return { register, chapters: outlineOf(slides, register.steps, deck.components), title, description }
}
