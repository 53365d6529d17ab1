/** The palette and the list of keys, beside the deck's element: in a layer of Slidev's a swipe in the list would move the deck. */
import { lockShortcuts } from '@slidev/client'
import { type Component, getCurrentInstance, h, render } from 'vue'
import { whenLetGo } from './held-key.ts'

const load = async (): Promise<Component> => ((await import('../components/stage/DeckDialog.vue')) as { default: Component }).default

/** Milliseconds. Slidev fetches all slides after 3000; from then on the palette too opens without a network. */
const AFTER_THE_SLIDES = 4000
export const fetchDialogs = (): void => void setTimeout(() => void load().catch(() => undefined), AFTER_THE_SLIDES)

interface DialogOptions {
  /** A key opened it: its letter is not to be typed into it. */
  readonly byKey?: boolean
  readonly beforeGoing?: () => void
}

let isOpen = false

/** Called in a component's setup, whose app the dialog becomes a part of. */
export function useDialogs(): (first: 'palette' | 'keys', options?: DialogOptions) => Promise<void> {
  const appContext = getCurrentInstance()?.appContext ?? null
  return async (first, options = {}) => {
    if (isOpen) return
    isOpen = true
    // What is typed while it is fetched is not for the deck.
    const unlock = lockShortcuts()
    const host = document.createElement('div')
    const onClose = () => {
      render(null, host)
      host.remove()
      isOpen = false
      // Else Escape would close the overview too, and Enter choose in it.
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
