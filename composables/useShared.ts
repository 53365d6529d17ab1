/** A value that all windows of the deck in this browser share: what a speaker chooses in the presenter view, the room sees. */
import { onUnmounted, ref, type Ref, watch } from 'vue'

/**
 * @param key names the value; two components with one key have one value
 * @param first value until somebody sets another
 */
export function useShared<T extends string | null>(key: string, first: T): Ref<T> {
  const value = ref(first) as Ref<T>
  if (typeof BroadcastChannel === 'undefined') return value
  const channel = new BroadcastChannel(`claim-by-claim:${key}`)
  let heard: T | undefined
  channel.addEventListener('message', ({ data }: MessageEvent<T>) => {
    heard = data
    value.value = data
  })
  watch(value, (now) => {
    if (now !== heard) channel.postMessage(now)
    heard = undefined
  })
  onUnmounted(() => channel.close())
  return value
}
