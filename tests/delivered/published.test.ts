/** What is published: nothing of the machine it was made on, and no text that is run as a script. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, it } from 'vitest'
import { placesOfMachine } from '../support/machine.ts'

const folder = inject('deckFolder')

function* filesOf(at = ''): Generator<string> {
  for (const name of readdirSync(join(folder, at))) {
    const path = at ? `${at}/${name}` : name
    if (statSync(join(folder, path)).isDirectory()) yield* filesOf(path)
    else yield path
  }
}
const files = [...filesOf()].map((file) => ({ file, text: readFileSync(join(folder, file), 'latin1') }))

it('holds no path and no name of the machine that built it', () => {
  const found = files.flatMap(({ file, text }) =>
    placesOfMachine(folder)
      .filter((place) => text.includes(place))
      .map((place) => `${file}: ${place}`),
  )
  expect(found).toEqual([])
})

/** Where a text is run as a script all the same, and why that harms nobody: the policy of every page forbids it too. */
const DECLARED: readonly { readonly file: RegExp; readonly reason: string }[] = []

it('runs no text as a script', () => {
  const found = files
    .filter(({ file }) => /\.(?:js|mjs|html)$/.test(file))
    .flatMap(({ file, text }) =>
      [...text.matchAll(/(?<![\w$.])(?:eval\s*\(|new\s+Function\b|Function\s*\(\s*["'`])/g)].map(
        ({ index }) => `${file}: ${text.slice(Math.max(0, index - 40), index + 40)}`,
      ),
    )
  expect(found.filter((each) => !DECLARED.some(({ file }) => file.test(each)))).toEqual([])
})
