/** Every address in the project is one of the register: of a source, or of the article. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { projectFolder } from '../support/deck-folder.ts'
import { ownRegister } from '../support/brief.ts'

/** What is not the deck's: packages, what was made, tests, and the page for visitors of the repository. */
const UNUSED_MODULES = new Set([
  'node_modules',
  'dist',
  '.git',
  '.slidev',
  '.mutate',
  'coverage',
  'tests',
  'package-lock.json',
  'README.md',
])

/** Addresses that nobody follows, each with its reason. */
const NAMES: readonly { readonly pattern: RegExp; readonly reason: string }[] = [
  { pattern: /^https?:\/\/(?:localhost|127\.0\.0\.1|\$\{|\[::1\])/, reason: 'this machine' },
  { pattern: /^http:\/\/www\.w3\.org\/(?:1999|2000|XML|ns|TR)\b/, reason: 'the name of a standard' },
  { pattern: /^https:\/\/example\.org\//, reason: 'reserved for examples: the invented letter’s' },
  { pattern: /^https?:\/\/(?:json-schema\.org\/(?:draft|schema)|purl\.org\/dc|schema\.org)\b/, reason: 'the name of a vocabulary' },
  { pattern: /^https:\/\/creativecommons\.org\/licenses\/by\/4\.0\/legalcode$/, reason: 'the text of the content’s licence' },
  {
    pattern: /^https:\/\/(?:keepachangelog\.com\/en\/1\.1\.0\/|stryker-mutator\.io)$/,
    reason: 'for developers: what a page of docs names',
  },
]
/** Texts of others, shipped as they are. */
const LICENCE = /-OFL\.txt$/

function* filesOf(folder: string): Generator<string> {
  for (const name of readdirSync(join(projectFolder, folder))) {
    const path = folder ? `${folder}/${name}` : name
    if (UNUSED_MODULES.has(name) || LICENCE.test(name)) continue
    if (statSync(join(projectFolder, path)).isDirectory()) yield* filesOf(path)
    else if (/\.(?:ts|js|mjs|json|vue|css|md|yaml|yml|html|svg|txt|webmanifest)$/.test(name)) yield path
  }
}

export const addressesIn = (text: string): string[] =>
  [...text.matchAll(/https?:\/\/[^\s"'`<>)\]”’]+/g)].map(([address]) => address.replace(/[.,;:]+$/, ''))

it('the project names no address but those of its sources', () => {
  const register = ownRegister()
  const known = new Set([register.article.url, ...register.sources.map(({ url }) => url)])
  const others = [...filesOf('')].flatMap((file) =>
    readFileSync(join(projectFolder, file), 'utf8')
      .split('\n')
      .flatMap((line, index) => addressesIn(line).map((address) => ({ address, where: `${file}:${index + 1} ${address}` }))),
  )
  expect(
    others.filter(({ address }) => !known.has(address) && !NAMES.some(({ pattern }) => pattern.test(address))).map(({ where }) => where),
  ).toEqual([])
})

it.each([
  ['See https://example.org/a.b, and http://x.example/c?d=e.', ['https://example.org/a.b', 'http://x.example/c?d=e']],
  ['[x](https://example.org/x) “https://example.org/y”', ['https://example.org/x', 'https://example.org/y']],
  ['no address: example.org', []],
])('addresses in “%s”', (text, found) => {
  expect(addressesIn(text)).toEqual(found)
})
