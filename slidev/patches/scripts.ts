/** The speaker's scripts, fetched when the first of them is read; see scripts-plugin.ts. */
import { shallowRef } from 'vue'

const scripts = shallowRef<readonly string[]>()
let fetching: Promise<void> | undefined

/** For what cannot follow when they come: until then each is blank. */
export const fetchScripts = (): Promise<void> =>
  (fetching ??= import('virtual:scripts').then(
    (module) => void (scripts.value = module.scripts),
    (error: unknown) => {
      // The next reader asks again.
      fetching = undefined
      throw error
    },
  ))

/** @returns a slide's script as HTML; blank while it is fetched, so that nobody reads that there is none */
export function scriptOf(no: number): string {
  if (scripts.value) return scripts.value[no - 1] ?? ''
  fetchScripts().catch((error: unknown) => console.error('The scripts could not be loaded.', error))
  return ' '
}

/** @returns the words of a slide's script: Slidev counts them, and shows a script without them as if there were none */
export const scriptTextOf = (no: number): string => scriptOf(no).replaceAll(/<[^>]*>/g, ' ')
