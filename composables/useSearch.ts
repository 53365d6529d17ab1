import { useNav } from '@slidev/client'
import { cards } from 'virtual:brief/story'
import { useRouter } from 'vue-router'
import { type Found, findPlaces, type JumpEntry, jumpIndex } from '../engine/story/search.ts'
import { register } from './register.ts'

const titleOf = new Map(register.steps.map(({ id, title }) => [id, title]))

export function useJump(): { readonly find: (query: string) => Found; readonly go: (entry: JumpEntry) => Promise<unknown> } {
  const { slides, go, isPresenter } = useNav()
  const router = useRouter()
  const index = jumpIndex(register, {
    cards,
    slides: slides.value.map(({ no, meta: { slide } }) => {
      const { chapter, step } = slide.frontmatter as { chapter?: string; step?: string }
      return { no, title: slide.title ?? '', part: chapter ?? titleOf.get(step ?? '') ?? '' }
    }),
  })
  return {
    find: (query) => findPlaces(index, query),
    async go({ place }) {
      if (typeof place !== 'string') return go(place.slide, place.clicks)
      const annex = `/annex#${place}`
      // The presenter’s view stays where it is, and so does the room.
      return isPresenter.value ? window.open(router.resolve(annex).href, '_blank', 'noopener') : router.push(annex)
    },
  }
}
