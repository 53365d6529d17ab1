/** Everything is in its last state, as in print. TypeScript never sees `@slidev/client` here, so each export names its type. */
import type * as client from '@slidev/client'
import { ref } from 'vue'

export const useNav: typeof client.useNav = () => ({
  isPrintMode: ref(true),
  isPresenter: ref(false),
  currentSlideNo: ref(1),
  clicks: ref(0),
  slides: ref([]),
  go: () => Promise.resolve(),
})
export const useIsSlideActive: typeof client.useIsSlideActive = () => ref(true)
