import { useNav } from '@slidev/client'
import { cards } from 'virtual:brief/story'
import { type DeckPlaces, findPlaces, type JumpEntry, jumpIndex } from '../engine/story/search.ts'
import { register } from './register.ts'

const titleOf = new Map(register.steps.map(({ id, title }) => [id, title]))

/** @param lists where actors and sources are listed */
export function useJump(lists: Pick<DeckPlaces, 'actors' | 'sources'>) {
  const { slides, go } = useNav()
  const index = jumpIndex(register, {
    cards,
    ...lists,
    slides: slides.value.map(({ no, meta: { slide } }) => {
      const { chapter, step } = slide.frontmatter as { chapter?: string; step?: string }
      return { no, title: slide.title ?? '', part: chapter ?? titleOf.get(step ?? '') ?? '' }
    }),
  })
  return {
    find: (query: string) => findPlaces(index, query),
    go: ({ place }: JumpEntry) => go(place.slide, place.clicks),
  }
}
