import { sharedState, useNav } from '@slidev/client'
import { watch } from 'vue'
import { useRouter } from 'vue-router'

/**
 * A jump to a slide after so many clicks takes the other windows along. Slidev tells them as soon as the address has changed,
 * when a slide that is not mounted counts no clicks; so once it has counted them, the others are told again.
 *
 * Called once, in the deck's root.
 */
export function keepInStep(): void {
  const router = useRouter()
  const { clicks, currentSlideNo, isPresenter } = useNav()
  watch([clicks, () => router.currentRoute.value.fullPath], ([now, address], [, before]) => {
    // With a new address Slidev tells them itself.
    if (address !== before) return
    const oursIsLast = sharedState.lastUpdate?.type === (isPresenter.value ? 'presenter' : 'viewer') && sharedState.page === currentSlideNo.value
    if (oursIsLast) sharedState.clicks = now
  })
}
