/** Finding a place in the deck, and going there. */
import { useNav } from '@slidev/client'
import { cards, slidesOf } from 'virtual:story'
import { type Found, findPlaces, type JumpEntry, jumpIndex } from '../engine/story/search.ts'
import { register } from './register.ts'

const titleOf = new Map(register.steps.map(({ id, title }) => [id, title]))

export function useJump(): { readonly find: (query: string) => Found; readonly go: (entry: JumpEntry) => Promise<void> } {
  const { slides, go } = useNav()
  const index = jumpIndex(register, {
    cards,
    slidesOf,
    slides: slides.value.map(({ no, meta: { slide } }) => {
      const { chapter, step } = slide.frontmatter as { chapter?: string; step?: string }
      return { no, title: slide.title ?? '', part: chapter ?? titleOf.get(step ?? '') ?? '' }
    }),
  })
  return {
    find: (query) => findPlaces(index, query),
    go: ({ place }) => go(place.slide, place.clicks),
  }
}
