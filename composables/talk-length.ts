/** Which way through the deck is chosen, one for all windows of this browser; and where it leads from a slide. */
import { effectScope, type Ref } from 'vue'
import { neighbour, slidesInTalk, type TalkLength } from '../engine/story/talk-length.ts'
import { useShared } from './useShared.ts'

interface Slide {
  readonly meta: { readonly slide: { readonly frontmatter: Readonly<Record<string, unknown>> } }
}

let shared: Ref<TalkLength | null> | undefined
/** Kept as long as the window is there: a slide, a key and a button ask for it. */
export const chosenLength = (): Ref<TalkLength | null> =>
  (shared ??= effectScope(true).run(() => useShared<TalkLength | null>('way', null))!)

/** Numbers of the slides on the chosen way, in order; null for the whole deck. */
export function slidesInChosenTalk(slides: readonly Slide[]): number[] | null {
  const way = chosenLength().value
  return way === null
    ? null
    : slidesInTalk(
        slides.map(({ meta }) => meta.slide.frontmatter['minutes']),
        way,
      )
}

/** What Slidev asks in place of adding or taking 1 (slidev/patches/talk-length.ts). */
export const slideBeside = (slides: readonly Slide[], no: number, by: 1 | -1): number =>
  neighbour(slidesInChosenTalk(slides), no, by, slides.length)
