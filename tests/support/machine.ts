/** What tells of the machine something was made on: nothing of it may stand in what is published. */
import { homedir, hostname, tmpdir, userInfo } from 'node:os'
import { projectFolder } from './deck-folder.ts'

/**
 * Folders with their slash, and long enough to be told from a word of the code; and what only a path has in it.
 *
 * @param more folders of the making itself
 */
export function placesOfMachine(...more: readonly string[]): string[] {
  const places = [projectFolder, `${homedir()}/`, `${tmpdir()}/`, hostname(), `/${userInfo().username}/`, ...more].filter(
    (place) => place.length >= 5,
  )
  return [...new Set([...places, ...places.map((place) => place.replaceAll('/', '\\')), '/node_modules/', '/@fs/', 'file:///'])]
}
