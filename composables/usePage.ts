import { useNav } from '@slidev/client'
import { computed } from 'vue'
import { pagePlace } from '../engine/story/page-place.ts'

/** Address of the reading edition; null in the one file, which has none beside it (its base is empty). */
const page: string | null = import.meta.env.BASE_URL === '' ? null : `${import.meta.env.BASE_URL}read/`

export function usePage() {
  const { slides, currentSlideNo } = useNav()
  const titles = computed(() => slides.value.map(({ meta: { slide } }) => slide.title ?? ''))
  return { page, place: computed(() => page && `${page}#${pagePlace(titles.value, currentSlideNo.value)}`) }
}
