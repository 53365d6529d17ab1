/** Where reading was left off, on this device alone; a link at the top leads back there. */
import { element, one } from './element.ts'

const KEY = 'claim-by-claim:reading'

/** What is stored may be refused, or be of an older page. */
const stored = (): string | null => {
  try {
    return localStorage.getItem(KEY)
  }
  catch {
    return null
  }
}

export function rememberPosition(id: string): void {
  try {
    localStorage.setItem(KEY, id)
  }
  catch {
    // A browser that keeps nothing keeps no position either.
  }
}

export function offerPosition(): void {
  const id = stored()
  const place = id === null ? null : document.getElementById(id)
  const chapter = place?.closest('.chapter')?.querySelector('h2')?.textContent
  if (!place || !chapter) return
  one('.ways').after(element('p', { class: 'go-on' }, element('a', { href: `#${place.id}` }, `Go on reading: ${chapter}${place.matches('.claim') ? `, ${place.id}` : ''}`)))
}
