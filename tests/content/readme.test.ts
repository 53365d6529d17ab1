/** README and docs true to the letter, as far as a machine can compare them with what is there; what things do has tests of its own. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CSV_COLUMNS } from '../../editions/data/csv.ts'
import { USAGE as EXPORT } from '../../cli/export-options.ts'
import { USAGE as BENCH } from '../bench/options.ts'
import { projectFolder } from '../support/deck-folder.ts'

const read = (file: string) => readFileSync(join(projectFolder, file), 'utf8')
const folder = (name: string, ending = /\.md$/) =>
  readdirSync(join(projectFolder, name), { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file))
    .map((file) => `${name}/${file}`)
const FILES = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'LICENSE-CONTENT.md',
  'slidev/CONTRACT.md',
  ...folder('docs'),
  ...folder('.github'),
]
const PAGES: Readonly<Record<string, string>> = Object.fromEntries(FILES.map((file) => [file, read(file)]))
const everything = Object.values(PAGES).join('\n')
/** What names things as they are; the changelog names old ones too, and the contract has a test of its own. */
const current = FILES.filter((file) => !['CHANGELOG.md', 'slidev/CONTRACT.md'].includes(file))
  .map((file) => PAGES[file]!)
  .join('\n')
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }

const codeIn = (text: string) =>
  [...text.matchAll(/```\w*\n([\s\S]*?)```|`([^`\n]+)`/g)].map(([, block, inline]) => (block ?? inline!).trim())
const all = (pattern: RegExp, text: string) => [...new Set([...text.matchAll(pattern)].map(([, found]) => found!))]
const optionsIn = (text: string) => all(/(?<![\w-])--([a-z][a-z-]*)/g, text).sort()
const section = (file: string, title: string) => new RegExp(`\\n## ${title}\\n([\\s\\S]*?)(?=\\n## |$)`).exec(PAGES[file]!)![1]!

/** Made by a command, not there in a fresh copy. */
const MADE = /^(?:(?:briefs\/[\w-]+\/)?dist|read|node_modules|\.mutate)\//

describe('commands', () => {
  it('are those that package.json has, and all of them', () => {
    const named = [...all(/npm run ([\w:-]+)/g, everything), ...all(/npm (start|test)\b(?!:)/g, everything)]
    expect(named.toSorted()).toEqual(Object.keys(scripts).toSorted())
  })

  it.each([
    ['npm run export', EXPORT, 'docs/publish.md'],
    ['npm run bench', BENCH, 'docs/benchmark.md'],
  ])('%s has the options it is said to have, and all of them are in its page', (command, usage, page) => {
    const named = optionsIn(
      codeIn(everything)
        .filter((each) => each.startsWith(`${command} `))
        .join('\n'),
    )
    expect(optionsIn(usage)).toEqual(expect.arrayContaining(named))
    expect(optionsIn(PAGES[page]!)).toEqual(expect.arrayContaining(optionsIn(usage).filter((option) => option !== 'help')))
  })
})

describe('files', () => {
  it('that are named are there', () => {
    const named = codeIn(current).filter((each) => /^[\w.][\w./-]*\/[\w./-]*$/.test(each) && !MADE.test(each))
    expect(named.length).toBeGreaterThan(60)
    // Some are named within the room they are in.
    const rooms = ['', 'components', 'styles', 'editions']
    expect(named.filter((path) => !rooms.some((room) => existsSync(join(projectFolder, room, path))))).toEqual([])
  })

  it('of the top are all in the table of folders, but what tools and hosts look for there', () => {
    const rows = section('docs/develop.md', 'Folders')
      .split('\n')
      .filter((line) => line.startsWith('| `'))
    const listed = all(/`([\w./-]+)`/g, rows.map((line) => line.split('|')[1]!).join('\n'))
    const tools = [
      ...[
        'README.md',
        'CONTRIBUTING.md',
        'CHANGELOG.md',
        'LICENSE',
        'LICENSE-CONTENT.md',
        'package.json',
        'package-lock.json',
        'tsconfig.json',
      ],
      ...['eslint.config.js', 'vitest.config.ts', 'netlify.toml', 'vercel.json', 'slidev-env.d.ts', 'node_modules', 'dist', 'reports'],
    ]
    const top = readdirSync(projectFolder, { withFileTypes: true })
      .filter(({ name }) => !name.startsWith('.') && !tools.includes(name) && !name.endsWith('.log'))
      .map((each) => (each.isDirectory() ? `${each.name}/` : each.name))
    expect(listed.filter((path) => !path.slice(0, -1).includes('/')).toSorted()).toEqual(expect.arrayContaining(top.toSorted()))
  })
})

it('every link leads to a file that is there, and to a heading in it', () => {
  const anchor = (heading: string) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-')
  const headingsOf = (file: string) => all(/^#+ (.+)$/gm, read(file)).map(anchor)
  const links = FILES.flatMap((file) => all(/\]\(((?!https?:)[^)\s]+)\)/g, PAGES[file]!).map((link) => ({ file, link })))
  const broken = links.filter(({ file, link }) => {
    const [path = '', place] = link.split('#')
    const target = path === '' ? file : join(dirname(file), path)
    return !existsSync(join(projectFolder, target)) || (place !== undefined && !headingsOf(target).includes(place))
  })
  expect(links.length).toBeGreaterThan(60)
  expect(broken.map(({ file, link }) => `${file}: ${link}`)).toEqual([])
})

it('every page of docs can be reached from the README', () => {
  const reached = new Set(['README.md'])
  for (const file of reached)
    for (const link of all(/\]\(((?!https?:)[^)\s#]+\.md)(?:#[^)]*)?\)/g, PAGES[file] ?? '')) reached.add(join(dirname(file), link))
  expect(FILES.filter((file) => file.startsWith('docs/') && !reached.has(file))).toEqual([])
})

it('the README fits on two screens', () => {
  expect(PAGES['README.md']!.length).toBeLessThan(6000)
})

it('no page uses a phrase that nobody says', () => {
  const banned = /\b(?:as to|of which|by its word|apart from that|at hand|anew|likewise|let stand|parted by|where this was made)\b/gi
  expect(
    FILES.filter((file) => file !== 'slidev/CONTRACT.md').flatMap((file) =>
      [...PAGES[file]!.matchAll(banned)].map(([found]) => `${file}: ${found}`),
    ),
  ).toEqual([])
})

it('the columns of the table are those of claims.csv, in their order', () => {
  const table = section('docs/data.md', 'claims.csv')
    .split('\n')
    .filter((line) => /^\| `/.test(line))
  expect(table.flatMap((line) => all(/`([^`]+)`/g, line.split('|')[1]!))).toEqual(CSV_COLUMNS)
})

it('every variable of the environment that is named is read, and each that a person sets is named', () => {
  const sources = ['editions', 'setup', 'tests/support', '.github/workflows']
    .flatMap((name) => folder(name, /\.(?:ts|yml)$/))
    .map(read)
    .join('\n')
  const set = all(/(?:env|environment|process\.env)\S*?\b(CLAIM_[A-Z_]+)\b/g, sources).concat(all(/'(CLAIM_[A-Z_]+)'/g, sources))
  const named = all(/\b(CLAIM_[A-Z_]+)\b/g, everything)
  expect(named.filter((name) => !set.includes(name))).toEqual([])
  // What one part sets for another is no one's to set.
  expect([...new Set(set)].filter((name) => !named.includes(name) && name !== 'CLAIM_ONE_FILE')).toEqual([])
})

it('what the list of versions names is installed', () => {
  const lock = read('package-lock.json')
  const packages = codeIn(section('docs/develop.md', 'Versions')).filter(
    (each) => /^(?:@[\w-]+\/)?[a-z][\w-]*$/.test(each) && !['overrides', 'allowScripts'].includes(each),
  )
  expect(packages.length).toBeGreaterThan(10)
  expect(packages.filter((name) => !lock.includes(`node_modules/${name}"`) && !lock.includes(`"name": "${name}"`))).toEqual([])
})
