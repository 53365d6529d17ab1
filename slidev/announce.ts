/** Tells a screen reader which slide the deck has moved to, and puts it in the document's title. */
import { useNav } from '@slidev/client'
import { injectHead, useHead } from '@unhead/vue'
import { computed, nextTick } from 'vue'
import { useRouter } from 'vue-router'

export function announceSlides(): void {
  const { currentSlideNo, slides, isPrintMode, isPresenter } = useNav()
  const router = useRouter()
  const head = injectHead()
  const headingOf = (no: number) => slides.value[no - 1]?.meta.slide.title ?? ''
  void router.isReady().then(() => {
    // On paper the region would be one more page.
    if (isPrintMode.value) return
    const deckTitle = document.title
    // The annex has a title of its own, and the presenter's window keeps Slidev's.
    const title = computed(() => {
      const heading = headingOf(currentSlideNo.value)
      return isPresenter.value || router.currentRoute.value.params['no'] === undefined
        ? undefined
        : `${currentSlideNo.value}. ${heading}${heading === deckTitle ? '' : ` · ${deckTitle}`}`
    })
    useHead({ title }, { head })
    // There, empty, before anything is said in it.
    const region = document.createElement('p')
    region.className = 'visually-hidden slide-shown'
    region.setAttribute('role', 'status')
    document.body.append(region)
    router.afterEach(async (to, from) => {
      // The first slide is no move: its page is read as it opens.
      if (to.params['no'] === undefined || to.params['no'] === from.params['no'] || from.matched.length === 0) return
      await nextTick()
      const no = currentSlideNo.value
      if (!isPresenter.value) region.textContent = `Slide ${no} of ${slides.value.length}: ${headingOf(no)}`
    })
  })
}
