/** A value that all windows of the deck in this browser share: what a speaker chooses in the presenter view, the room sees. */
import { onScopeDispose, ref, type Ref, watch } from 'vue'

/** A window that opens later asks for the value; those that have set one answer. */
type Message<T> = { readonly value: T } | 'ask'

/**
 * @param key names the value; two components with one key have one value
 * @param first value until somebody sets another
 */
export function useShared<T extends string | number | null>(key: string, first: T): Ref<T> {
  const value = ref(first) as Ref<T>
  if (typeof BroadcastChannel === 'undefined') return value
  const channel = new BroadcastChannel(`claim-by-claim:${key}`)
  let heard: T | undefined
  const tell = () => channel.postMessage({ value: value.value } satisfies Message<T>)
  channel.addEventListener('message', ({ data }: MessageEvent<Message<T>>) => {
    if (data === 'ask') {
      if (value.value !== first) tell()
      return
    }
    heard = data.value
    value.value = data.value
  })
  watch(value, (now) => {
    if (now !== heard) tell()
    heard = undefined
  })
  channel.postMessage('ask' satisfies Message<T>)
  onScopeDispose(() => channel.close())
  return value
}
