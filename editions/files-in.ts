import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Paths of all files below a folder, from it, with slashes on every system. */
export const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => path.replaceAll('\\', '/'))
