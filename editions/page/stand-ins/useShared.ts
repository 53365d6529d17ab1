/** The page has no other windows to tell. */
import { ref, type Ref } from 'vue'

export const useShared = <T extends string | null>(_key: string, first: T): Ref<T> => ref(first) as Ref<T>
