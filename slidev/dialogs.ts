/**
 * The palette and the list of keys, over whatever is on screen: beside the deck's own element, not in one of Slidev's layers,
 * where a swipe in the list would move the deck. Their code comes when it is first asked for, or after the slides.
 */
import { lockShortcuts } from '@slidev/client'
import { type Component, getCurrentInstance, h, render } from 'vue'
import { whenLetGo } from './held-key.ts'

const load = async (): Promise<Component> => ((await import('../components/stage/DeckDialog.vue')) as { default: Component }).default

/** Slidev fetches all slides after three seconds; from then on the palette is to open without a network too. */
const AFTER_THE_SLIDES = 4000
export const fetchDialogs = (): void => void setTimeout(() => void load().catch(() => undefined), AFTER_THE_SLIDES)

export interface DialogOptions {
  /** A key opened it: the letter is not to be typed into it. */
  readonly byKey?: boolean
  /** Done before the deck goes to another place. */
  readonly beforeGoing?: () => void
}

let isOpen = false

/**
 * Called in a component's setup, whose app the dialog becomes a part of.
 *
 * @returns opens the palette, which leads to the list of keys, or the list itself
 */
export function useDialogs(): (first: 'palette' | 'keys', options?: DialogOptions) => Promise<void> {
  const appContext = getCurrentInstance()?.appContext ?? null
  return async (first, options = {}) => {
    if (isOpen) return
    isOpen = true
    // Already while it is fetched: what is typed meanwhile is not for the deck.
    const unlock = lockShortcuts()
    const host = document.createElement('div')
    const onClose = () => {
      render(null, host)
      host.remove()
      isOpen = false
      // Not at once: Escape would close the overview too, and Enter choose in it.
      whenLetGo(unlock)
    }
    try {
      const dialog = h(await load(), { first, ...options, onClose })
      dialog.appContext = appContext
      render(dialog, document.body.appendChild(host))
    } catch (error) {
      onClose()
      throw error
    }
  }
}
