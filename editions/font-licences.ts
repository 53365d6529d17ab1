/** The typefaces may go nowhere without their licences; `file` is from the site's root. */
import { readdirSync, readFileSync } from 'node:fs'

const folder = new URL('../styles/fonts/', import.meta.url)

export const fontLicences = (): { readonly file: string; readonly text: string }[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('-OFL.txt'))
    .sort()
    .map((name) => ({ file: `fonts/${name}`, text: readFileSync(new URL(name, folder), 'utf8') }))
