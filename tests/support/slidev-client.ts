/**
 * Stands in for `@slidev/client` in component tests: the real one reads Slidev's virtual modules, which are there only
 * in a running deck (`vitest.config.ts` sends the import here). The clicks are Slidev's own, from the one internal
 * module this file takes; the slide around the component is `onSlide` in `mount.ts`.
 *
 * TypeScript never sees it under that name, so each export is held to what `slidev-env.d.ts` declares.
 */
import type * as client from '@slidev/client'
import type { ClicksContext } from '@slidev/types'
import { inject, type InjectionKey, ref, type Ref, toRef } from 'vue'

export interface Slide {
  readonly clicks: ClicksContext
  readonly page: Ref<number>
  readonly active: Ref<boolean>
  /** In print mode, as `slidev export` has it. */
  readonly print: boolean
}

/** The deck around the slide, for what asks for it. */
export const deck = {
  slides: ref([]) as ReturnType<typeof client.useNav>['slides'],
  go: (_no: number, _clicks?: number): Promise<void> => Promise.resolve(),
}

export const slideKey: InjectionKey<Slide> = Symbol('slide')

function currentSlide(): Slide {
  const slide = inject(slideKey, null)
  if (!slide) throw new Error('This component needs a slide around it: mount it with onSlide() of tests/support/mount.ts.')
  return slide
}

export const useSlideContext: typeof client.useSlideContext = () => {
  const { clicks, page } = currentSlide()
  return { $clicksContext: clicks, $clicks: toRef(clicks, 'current'), $page: page, $renderContext: ref('slide'), $frontmatter: {} }
}

export const useNav: typeof client.useNav = () => ({
  isPrintMode: ref(currentSlide().print),
  isPresenter: ref(false),
  currentSlideNo: currentSlide().page,
  clicks: ref(0),
  slides: deck.slides,
  go: (no, clicks) => deck.go(no, clicks),
})
export const useIsSlideActive: typeof client.useIsSlideActive = () => currentSlide().active
export const sharedState: typeof client.sharedState = { page: 1, clicks: 0 }
export const lockShortcuts: typeof client.lockShortcuts = () => () => undefined
