/** What is chosen in a drawing: one part or none, the same in every window of the deck. */
import { type Ref, watch } from 'vue'
import { useShared } from './useShared.ts'

/**
 * @param key names the drawing
 * @param step of the slide: with the next one the choice ends, for that step is to be seen
 * @returns the id of the part, and a listener that lets go at Escape
 */
export function useChoice(key: string, step: Ref<number>) {
  const chosen = useShared<string | null>(key, null)
  watch(step, () => (chosen.value = null))
  return {
    chosen,
    letGo(event: KeyboardEvent) {
      if (event.key !== 'Escape' || chosen.value === null) return
      event.stopPropagation()
      chosen.value = null
    },
  }
}
