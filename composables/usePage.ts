import { useNav } from '@slidev/client'
import { computed, type ComputedRef } from 'vue'
import { pagePlace } from '../engine/story/outline.ts'

/** Address of the reading edition; null in the one file, which has none beside it (its base is empty). */
const page: string | null = import.meta.env.BASE_URL === '' ? null : `${import.meta.env.BASE_URL}read/`

export function usePage(): { readonly page: string | null; readonly place: ComputedRef<string | null> } {
  const { currentSlideNo } = useNav()
  return { page, place: computed(() => (page === null ? null : `${page}#${pagePlace(currentSlideNo.value)}`)) }
}
