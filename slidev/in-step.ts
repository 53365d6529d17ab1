import { sharedState, useNav } from '@slidev/client'
import { watch } from 'vue'
import { useRouter } from 'vue-router'

/**
 * A jump into a slide takes the other windows along. Slidev tells them as the address changes, when a slide that is not
 * mounted counts no clicks; so once it has counted them, they are told again.
 */
export function keepInStep(): void {
  const router = useRouter()
  const { clicks, currentSlideNo, isPresenter } = useNav()
  watch([clicks, () => router.currentRoute.value.fullPath], ([now, address], [, before]) => {
    // Slidev tells them a new address itself.
    if (address !== before) return
    const oursIsLast =
      sharedState.lastUpdate?.type === (isPresenter.value ? 'presenter' : 'viewer') && sharedState.page === currentSlideNo.value
    if (oursIsLast) sharedState.clicks = now
  })
}
