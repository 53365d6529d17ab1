/** The adapter between a component's own steps and Slidev's clicks. */
import { useSlideContext } from '@slidev/client'
import { computed, type ComputedRef, onMounted, onUnmounted, ref, shallowRef } from 'vue'

let instances = 0

/**
 * Registers `count` clicks for the calling component, after those of whatever stands above it on the slide.
 *
 * @returns steps taken, 0 to `count`. Where Slidev shows a slide in its final state (print, overview) it is `count`.
 */
export function useSteps(count: number): ComputedRef<number> {
  const { $clicksContext: clicks } = useSlideContext()
  const id = `claim-by-claim-steps-${instances++}`
  const info = shallowRef<ReturnType<typeof clicks.calculateSince>>(null)
  const mounted = ref(false)
  onMounted(() => {
    mounted.value = true
    if (count === 0) return
    info.value = clicks.calculateSince('+1', count)
    clicks.register(id, info.value)
  })
  onUnmounted(() => clicks.unregister(id))
  return computed(() => (mounted.value && info.value ? Math.min(count, Math.max(0, info.value.currentOffset.value + 1)) : 0))
}
