/** The licences of the typefaces, which may go nowhere without them: every edition that has the fonts has these. */
import { readdirSync, readFileSync } from 'node:fs'

const folder = new URL('../styles/fonts/', import.meta.url)

export interface FontLicence {
  /** From the site's root. */
  readonly file: string
  readonly text: string
}

export const fontLicences = (): FontLicence[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('-OFL.txt'))
    .sort()
    .map((name) => ({ file: `fonts/${name}`, text: readFileSync(new URL(name, folder), 'utf8') }))
