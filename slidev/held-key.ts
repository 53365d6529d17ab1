/** The key that is held down. Slidev's own record is internal, takes Ctrl+G for g, and may hold on to “?” after Shift+/. */
import { type ComputedRef, computed, shallowRef } from 'vue'

/** In lower case; empty where none is held, or one with Ctrl, Alt or Meta. */
const held = shallowRef('')

if (typeof window !== 'undefined') {
  window.addEventListener(
    'keydown',
    ({ key, ctrlKey, altKey, metaKey }) => (held.value = ctrlKey || altKey || metaKey ? '' : key.toLowerCase()),
    { capture: true },
  )
  const letGo = () => (held.value = '')
  window.addEventListener('keyup', letGo, { capture: true })
  // Of the window, whose keyup would be missed.
  window.addEventListener('blur', letGo)
}

export const isHeld = (key: string): ComputedRef<boolean> => computed(() => held.value === key)

/** Calls back when no key is held: at once, or as the last to hear of it. With a timer the next key could come first. */
export function whenLetGo(callback: () => void): void {
  if (held.value === '') return callback()
  const heard = new AbortController()
  const once = () => {
    heard.abort()
    callback()
  }
  for (const event of ['keyup', 'blur'] as const) window.addEventListener(event, once, { signal: heard.signal })
}
