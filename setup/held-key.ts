/**
 * The key that is held down, for shortcuts of our own. Slidev's own record of keys is internal, and takes Ctrl+G, the
 * browser's, for g; after Shift+/ it may hold on to “?”.
 */
import { type ComputedRef, computed, shallowRef, watch } from 'vue'

/** As the browser names it, in lower case; empty where none is held, or one together with Ctrl, Alt or Meta. */
const held = shallowRef('')

if (typeof window !== 'undefined') {
  window.addEventListener('keydown', ({ key, ctrlKey, altKey, metaKey }) => (held.value = ctrlKey || altKey || metaKey ? '' : key.toLowerCase()), { capture: true })
  for (const event of ['keyup', 'blur'] as const) window.addEventListener(event, () => (held.value = ''), { capture: true })
}

export const isHeld = (key: string): ComputedRef<boolean> => computed(() => held.value === key)

/** Calls back when no key is held any more: at once, or after every listener has heard that it was let go. */
export function whenLetGo(callback: () => void): void {
  if (held.value === '') return callback()
  const stop = watch(
    held,
    (now) => {
      if (now !== '') return
      stop()
      setTimeout(callback)
    },
    { flush: 'sync' },
  )
}
