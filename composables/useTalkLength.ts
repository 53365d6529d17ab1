/**
 * The way through the deck that the speaker chooses: all slides, or those of a shorter talk. It stands in the address
 * (`?way=10`), so that a link can begin on it and a reload keeps it.
 */
import { useNav } from '@slidev/client'
import { computed, shallowRef, watch } from 'vue'
import { useRouter } from 'vue-router'
import { isTalkLength, wayAfter } from '../engine/story/talk-length.ts'
import { chosenLength, slidesInChosenTalk } from './talk-length.ts'

const QUERY = 'way'

/** How often it was changed in this window: what another chose is not for the room to read. */
const changes = shallowRef(0)

export function useTalkLength() {
  const { slides } = useNav()
  const way = chosenLength()
  return {
    way,
    /** How many slides it has. */
    length: computed(() => (slidesInChosenTalk(slides.value) ?? slides.value).length),
    changes,
    /** Takes the next: all slides, then ever shorter. */
    change() {
      way.value = wayAfter(way.value)
      changes.value++
    },
  }
}

/** Keeps the way in the address. Called once, in the deck's root. */
export function keepTalkLength(): void {
  const { isPrintMode } = useNav()
  const router = useRouter()
  const way = chosenLength()
  void router.isReady().then(() => {
    if (isPrintMode.value) return
    const given = Number(router.currentRoute.value.query[QUERY])
    if (isTalkLength(given)) way.value = given
    watch(
      [way, () => router.currentRoute.value.query[QUERY]],
      ([now, written]) => {
        const wanted = now === null ? undefined : String(now)
        if (written !== wanted) void router.replace({ query: { ...router.currentRoute.value.query, [QUERY]: wanted } })
      },
      { immediate: true },
    )
  })
}
