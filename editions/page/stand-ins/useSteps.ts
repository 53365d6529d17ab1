/** On the page every step is taken. */
import { computed, type ComputedRef } from 'vue'

export const useSteps = (count: number): ComputedRef<number> => computed(() => count)
