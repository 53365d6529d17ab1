/** That slidev/CONTRACT.md names every file that depends on Slidev's internals, and nothing that is not there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { projectFolder } from '../support/deck-folder.ts'
import { forEachCase } from '../support/faults.ts'

const contract = readFileSync(join(projectFolder, 'slidev/CONTRACT.md'), 'utf8')
const named = [...new Set([...contract.matchAll(/`(@?[\w.-]+(?:\/[\w.-]*)+|[\w-]+\.d\.ts)`/g)].map(([, path]) => path!))]
const filesIn = (folder: string) =>
  readdirSync(join(projectFolder, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map(({ name }) => `${folder}/${name}`)
/** Each entry: the files in its heading, and what follows. */
const entries = contract
  .split(/^### /m)
  .slice(1)
  .map((text) => ({ heading: text.split('\n')[0]!, text: text.split(/^## /m)[0]! }))

it('names every patch in the heading of an entry, but for the list and the tool', () => {
  const headings = entries.map(({ heading }) => heading).join('\n')
  const patches = filesIn('slidev/patches').filter((file) => !/\/(?:all|rewrite)\.ts$/.test(file))
  expect(patches.length).toBeGreaterThan(0)
  expect(patches.filter((file) => !headings.includes(`\`${file}\``))).toEqual([])
})

it('names every other file of the room, and those outside it that rest on Slidev', () => {
  // What knows nothing of Slidev: our own components and layouts.
  const files = [...filesIn('slidev'), ...filesIn('slidev/patches'), 'slidev/print/', 'slidev-env.d.ts', 'cli/start.ts'].filter(
    (file) => file !== 'slidev/deck.ts',
  )
  expect(files.filter((file) => !named.includes(file))).toEqual([])
})

it('each entry says what, why, how much, what breaks, where else and who notices', () =>
  forEachCase(entries, ({ text }) => {
    expect([...text.matchAll(/^- \*\*([\w ]+)\*\*: \S/gm)].map(([, label]) => label)).toEqual([
      'What',
      'Why',
      'Gain',
      'Breaks',
      'Upstream',
      'Test',
    ])
    expect(text).toMatch(/^- \*\*Gain\*\*: .*(?:\d|measured|half|quarter|see `)/m)
    expect(text).toMatch(/^- \*\*Upstream\*\*: (?:slidev#\d+|none known)/m)
    expect(text.split('**Test**')[1]).toMatch(/the build|every build|`tests\//)
  }))

it('names only files and tests that are there, of the project and of the installed Slidev', () => {
  const there = (path: string) =>
    existsSync(join(projectFolder, path.startsWith('@') && path.split('/').length > 2 ? `node_modules/${path}` : path))
  // An export of a package has a name, not a path.
  const paths = named
    .filter((path) => path.split('/').length > 1 + Number(path.startsWith('@')) || path.endsWith('.d.ts'))
    .filter((path) => path !== '@slidev/parser/utils')
  expect(paths.length).toBeGreaterThan(40)
  expect(paths.filter((path) => !there(path))).toEqual([])
})

it('is written for the version that is installed', () => {
  const { version } = JSON.parse(readFileSync(join(projectFolder, 'node_modules/@slidev/client/package.json'), 'utf8')) as {
    version: string
  }
  expect(contract).toContain(`Slidev ${version}.`)
})
