/**
 * Stands in for `@slidev/client` on the reading page, which has no deck around it: everything is in its last state, as in
 * print, and nothing is clicked.
 *
 * TypeScript never sees it under that name, so each export is held to what `slidev-env.d.ts` declares.
 */
import type * as client from '@slidev/client'
import { ref } from 'vue'

const nothing = () => undefined

export const useNav: typeof client.useNav = () => ({ isPrintMode: ref(true), isPresenter: ref(false), currentSlideNo: ref(1), clicks: ref(0), slides: ref([]), go: () => Promise.resolve() })
export const onSlideEnter: typeof client.onSlideEnter = nothing
export const onSlideLeave: typeof client.onSlideLeave = nothing
export const useIsSlideActive: typeof client.useIsSlideActive = () => ref(true)
export const lockShortcuts: typeof client.lockShortcuts = () => nothing
