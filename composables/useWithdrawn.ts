/**
 * Which claims are withdrawn on a slide: those of the speaker's prepared step, or what somebody has chosen instead. A
 * choice holds for the step it was made at; it stands in the address, so that it can be shared and comes back on reload,
 * and every window of the deck has the same.
 */
import { useIsSlideActive, useNav, useSlideContext } from '@slidev/client'
import { computed, nextTick, onMounted, ref, type Ref, shallowRef, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { useShared } from './useShared.ts'

/** Name of the choice in the address: `?withdrawn=C26,C29`; an empty one is a choice too, of none. */
const QUERY = 'withdrawn'

/**
 * @param step clicks made on the slide
 * @param prepared claims withdrawn at that step of the speaker's
 * @param known ids that may be withdrawn; an address may hold anything
 */
export function useWithdrawn(step: Ref<number>, prepared: Ref<readonly string[]>, known: ReadonlySet<string>) {
  const { $renderContext: context } = useSlideContext()
  const { isPrintMode } = useNav()
  const active = useIsSlideActive()
  const route = useRoute()
  const router = useRouter()
  /** Whether this is the slide as it is used: not a preview, nor a page of the overview or of print. */
  const used = computed(() => !isPrintMode.value && (context.value === 'slide' || context.value === 'presenter'))

  /** `<step> <ids, comma between>`; null where nothing was chosen. */
  const choice = useShared<string | null>(QUERY, null)
  const chosen = computed((): readonly string[] | null => {
    const [at, list = ''] = choice.value?.split(' ') ?? []
    return used.value && Number(at) === step.value && choice.value !== null ? list.split(',').filter((id) => known.has(id)) : null
  })
  const choose = (ids: readonly string[]) => (choice.value = `${step.value} ${ids.join(',')}`)
  const current = computed(() => chosen.value ?? prepared.value)

  /** What was withdrawn before each change at this step, whoever made it; the last is what an undo brings back. */
  const past = shallowRef<readonly (readonly string[])[]>([])
  let undoing = false
  watch([step, () => current.value.join()], ([now], [before, list]) => {
    if (now !== before) past.value = []
    else if (!undoing) past.value = [...past.value, list.split(',').filter(Boolean)]
    undoing = false
  })

  const read = ref(false)
  onMounted(async () => {
    // The steps are counted once everything on the slide is mounted.
    await nextTick()
    const given = route.query[QUERY]
    if (used.value && active.value && typeof given === 'string') choose(given.split(','))
    read.value = true
  })
  watch([read, used, active, chosen, () => route.query[QUERY]], () => {
    if (!read.value || !used.value || typeof route.query[QUERY] === 'object') return
    // On another slide it belongs to nobody; there is one component of this kind in a deck.
    const wanted = active.value ? chosen.value?.join(',') : undefined
    if (route.query[QUERY] !== wanted) void router.replace({ query: { ...route.query, [QUERY]: wanted } })
  })

  return {
    ids: computed((): ReadonlySet<string> => new Set(current.value)),
    toggle: (id: string) => choose(current.value.includes(id) ? current.value.filter((each) => each !== id) : [...current.value, id]),
    undo() {
      const last = past.value.at(-1)
      if (!last) return
      undoing = true
      past.value = past.value.slice(0, -1)
      choose(last)
    },
    canUndo: computed(() => past.value.length > 0),
    reset: () => choose([]),
  }
}
