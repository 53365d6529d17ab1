/** Says to a screen reader which slide is shown once the deck has moved, and puts it in the document's title. */
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
    // On paper a place to say things in would be one more page.
    if (isPrintMode.value) return
    const deckTitle = document.title
    // After Slidev's own, and before that of a view of its own, such as the annex; the presenter's window keeps Slidev's.
    const title = computed(() => {
      const heading = headingOf(currentSlideNo.value)
      return isPresenter.value || router.currentRoute.value.params['no'] === undefined ? undefined : `${currentSlideNo.value}. ${heading}${heading === deckTitle ? '' : ` · ${deckTitle}`}`
    })
    useHead({ title }, { head })
    // Outside the deck's own element, and there, empty, before anything is said in it.
    const region = document.createElement('p')
    region.className = 'visually-hidden slide-shown'
    region.setAttribute('role', 'status')
    document.body.append(region)
    router.afterEach(async (to, from) => {
      // Where the deck begins is no move: its page is read as it is opened.
      if (to.params['no'] === undefined || to.params['no'] === from.params['no'] || from.matched.length === 0) return
      await nextTick()
      const no = currentSlideNo.value
      if (!isPresenter.value) region.textContent = `Slide ${no} of ${slides.value.length}: ${headingOf(no)}`
    })
  })
}
