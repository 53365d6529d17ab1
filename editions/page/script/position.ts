import { element, one } from './element.ts'

const KEY = 'claim-by-claim:reading'

/** A browser that keeps nothing keeps no position either. */
function tried<T>(read: () => T): T | null {
  try {
    return read()
  } catch {
    return null
  }
}

export const rememberPosition = (id: string): void => void tried(() => localStorage.setItem(KEY, id))

export function offerPosition(): void {
  const id = tried(() => localStorage.getItem(KEY))
  // It may be of an older page.
  const place = id === null ? null : document.getElementById(id)
  const chapter = place?.closest('.chapter')?.querySelector('h2')?.textContent
  if (!place || !chapter) return
  one('.ways').after(
    element(
      'p',
      { class: 'go-on' },
      element('a', { href: `#${place.id}` }, `Go on reading: ${chapter}${place.matches('.claim') ? `, ${place.id}` : ''}`),
    ),
  )
}
