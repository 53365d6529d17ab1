/**
 * A jump to a slide after so many clicks takes the other windows along.
 *
 * Slidev tells them where the deck is as soon as the address has changed, and then a slide that is not yet mounted counts
 * no clicks: the room would see the slide before its first step. When the slide has counted them, the others are told.
 */
import { sharedState, useNav } from '@slidev/client'
import { defineRootSetup } from '@slidev/types'
import { watch } from 'vue'
import { useRouter } from 'vue-router'
import { keepWay } from '../composables/useTalkLength.ts'
import { announceSlides } from '../slidev/announce.ts'

export default defineRootSetup(() => {
  announceSlides()
  keepWay()
  const router = useRouter()
  const { clicks, currentSlideNo, isPresenter } = useNav()
  watch([clicks, () => router.currentRoute.value.fullPath], ([now, address], [, before]) => {
    // With a new address Slidev tells them itself.
    if (address !== before) return
    const oursIsLast = sharedState.lastUpdate?.type === (isPresenter.value ? 'presenter' : 'viewer') && sharedState.page === currentSlideNo.value
    if (oursIsLast) sharedState.clicks = now
  })
})
