import { shallowRef } from 'vue'

const scripts = shallowRef<readonly string[]>()
let fetching: Promise<void> | undefined

/** For what cannot wait reactively. */
export const fetchScripts = (): Promise<void> =>
  (fetching ??= import('virtual:scripts').then(
    (module) => void (scripts.value = module.scripts),
    (error: unknown) => {
      // The next reader asks again.
      fetching = undefined
      throw error
    },
  ))

/** HTML; blank while it is fetched, so that nobody reads that there is none. */
export function scriptOf(no: number): string {
  if (scripts.value) return scripts.value[no - 1] ?? ''
  fetchScripts().catch((error: unknown) => console.error('The scripts could not be loaded.', error))
  return ' '
}

/** Slidev counts the words, and shows a script without them as if there were none. */
export const scriptTextOf = (no: number): string => scriptOf(no).replaceAll(/<[^>]*>/g, ' ')
