import { defineAppSetup } from '@slidev/types'

/**
 * Slidev takes the arrow keys for a focused button or link, so after a click on one the deck would not move on.
 * A pointer click gives the focus back; a keyboard user's focus stays where it is (`detail` is 0 for a key press).
 */
function giveBackFocusAfterPointerClicks() {
  document.addEventListener('click', (event) => {
    const { activeElement } = document
    if (event.detail > 0 && activeElement instanceof HTMLElement && activeElement.closest('.slidev-page')) activeElement.blur()
  })
}

export default defineAppSetup(() => {
  if (typeof document !== 'undefined') giveBackFocusAfterPointerClicks()
})
