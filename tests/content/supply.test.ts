/** What runs while the project is installed: no script but those that package.json allows by name. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { projectFolder } from '../support/deck-folder.ts'

const read = (file: string): unknown => JSON.parse(readFileSync(join(projectFolder, file), 'utf8'))
const { allowScripts } = read('package.json') as { allowScripts: Record<string, boolean> }
const { packages } = read('package-lock.json') as {
  packages: Record<string, { hasInstallScript?: boolean; resolved?: string; integrity?: string; link?: boolean }>
}

/** “node_modules/a/node_modules/@b/c” is `@b/c`. */
export const nameIn = (path: string): string => path.split('node_modules/').at(-1)!

it('only a package that is allowed to has an install script, and each that is allowed has one', () => {
  const scripted = [
    ...new Set(
      Object.entries(packages)
        .filter(([, { hasInstallScript }]) => hasInstallScript)
        .map(([path]) => nameIn(path)),
    ),
  ]
  expect(scripted.sort()).toEqual(
    Object.keys(allowScripts)
      .filter((name) => allowScripts[name])
      .sort(),
  )
})

it('every package is held by its hash, and comes from a registry', () => {
  const loose = Object.entries(packages)
    .filter(([path, { integrity, link }]) => path !== '' && (link === true || !integrity?.startsWith('sha512-')))
    .map(([path]) => path)
  expect(loose).toEqual([])
})

it.each([
  ['node_modules/a', 'a'],
  ['node_modules/a/node_modules/@b/c', '@b/c'],
])('%s is %s', (path, name) => {
  expect(nameIn(path)).toBe(name)
})
