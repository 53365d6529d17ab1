/** The README true to the letter, as far as a machine can hold it to what is there; what things do has tests of its own. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CSV_COLUMNS } from '../../editions/data/csv.ts'
import { USAGE as EXPORT } from '../../cli/export-options.ts'
import { USAGE as BENCH } from '../bench/options.ts'
import { projectFolder } from '../support/deck-folder.ts'

const readme = readFileSync(join(projectFolder, 'README.md'), 'utf8')
const { scripts } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as { scripts: Record<string, string> }
const code = [...readme.matchAll(/```\w*\n([\s\S]*?)```|`([^`\n]+)`/g)].map(([, block, inline]) => (block ?? inline!).trim())
const all = (pattern: RegExp, text = readme) => [...new Set([...text.matchAll(pattern)].map(([, found]) => found!))]
/** Of a text, each option it names. */
const optionsIn = (text: string) => all(/(?<![\w-])--([a-z][a-z-]*)/g, text).sort()
const section = (title: string) => new RegExp(`\\n## ${title}\\n([\\s\\S]*?)(?=\\n## |$)`).exec(readme)![1]!

/** Made by a command, not there in a fresh copy. */
const MADE = /^(?:(?:briefs\/[\w-]+\/)?dist|node_modules|\.mutate)\//

describe('commands', () => {
  it('are those that package.json has, and all of them', () => {
    const named = [...all(/npm run ([\w:-]+)/g), ...all(/npm (start|test)\b(?!:)/g)]
    expect(named.toSorted()).toEqual(Object.keys(scripts).toSorted())
  })

  it.each([
    ['npm run export', EXPORT],
    ['npm run bench', BENCH],
  ])('%s has the options that it says it has', (command, usage) => {
    const named = optionsIn(code.filter((each) => each.startsWith(`${command} `)).join('\n'))
    expect(optionsIn(usage)).toEqual(expect.arrayContaining(named))
    expect(named.length).toBeGreaterThan(0)
  })

  it('has every option of an export', () => {
    expect(optionsIn(section('Take it along'))).toEqual(expect.arrayContaining(optionsIn(EXPORT).filter((option) => option !== 'help')))
  })
})

describe('files', () => {
  it('that are linked or named are there', () => {
    const linked = all(/\]\(((?!https?:|#)[^)\s]+)\)/g)
    const named = code.filter((each) => /^[\w.][\w./-]*\/[\w./-]*$/.test(each) && !MADE.test(each))
    expect(linked.length + named.length).toBeGreaterThan(40)
    expect([...linked, ...named].filter((path) => !existsSync(join(projectFolder, path)))).toEqual([])
  })

  it('of the top are all in the table of folders, but what tools look for there', () => {
    const listed = all(/`([\w./-]+)`/g, section('Folders').split('\n').filter((line) => line.startsWith('| `')).map((line) => line.split('|')[1]!).join('\n'))
    const tools = ['README.md', 'package.json', 'package-lock.json', 'tsconfig.json', 'eslint.config.js', 'vitest.config.ts', 'netlify.toml', 'vercel.json', 'slidev-env.d.ts', 'node_modules', 'dist', 'reports']
    const top = readdirSync(projectFolder, { withFileTypes: true }).filter(({ name }) => !name.startsWith('.') && !tools.includes(name) && !name.endsWith('.log')).map((each) => (each.isDirectory() ? `${each.name}/` : each.name))
    expect(listed.filter((path) => !path.slice(0, -1).includes('/')).toSorted()).toEqual(expect.arrayContaining(top.toSorted()))
  })

  it('and places in it are where a link says', () => {
    const anchor = (heading: string) => heading.toLowerCase().replaceAll(/[^\p{L}\p{N} -]/gu, '').replaceAll(' ', '-')
    const headings = all(/^#+ (.+)$/gm).map(anchor)
    expect(all(/\]\(#([^)]+)\)/g).filter((place) => !headings.includes(place))).toEqual([])
  })
})

it('the columns of the table are those of claims.csv, in their order', () => {
  const table = section('The evidence as data').split('\n').filter((line) => /^\| `/.test(line))
  const columns = table.map((line) => [...line.split('|')[1]!.matchAll(/`([^`]+)`/g)].map(([, name]) => name!)).flat()
  expect(columns.slice(0, CSV_COLUMNS.length)).toEqual(CSV_COLUMNS)
})

it('every variable of the environment that is named is read, and each that a person sets is named', () => {
  const sources = ['editions', 'setup', 'tests/support', '.github/workflows'].flatMap((folder) => readdirSync(join(projectFolder, folder), { recursive: true, encoding: 'utf8' }).filter((file) => /\.(?:ts|yml)$/.test(file)).map((file) => readFileSync(join(projectFolder, folder, file), 'utf8')))
  const read = all(/(?:env|environment|process\.env)\S*?\b(CLAIM_[A-Z_]+)\b/g, sources.join('\n')).concat(all(/'(CLAIM_[A-Z_]+)'/g, sources.join('\n')))
  const named = all(/\b(CLAIM_[A-Z_]+)\b/g)
  expect(named.filter((name) => !read.includes(name))).toEqual([])
  // What one part sets for another is no one's to set.
  expect([...new Set(read)].filter((name) => !named.includes(name) && name !== 'CLAIM_ONE_FILE')).toEqual([])
})

it('what the table of packages names is installed', () => {
  const lock = readFileSync(join(projectFolder, 'package-lock.json'), 'utf8')
  const packages = code.filter((each) => section('Versions').includes(`\`${each}\``) && /^(?:@[\w-]+\/)?[a-z][\w-]*$/.test(each) && !['overrides', 'allowScripts'].includes(each))
  expect(packages.length).toBeGreaterThan(10)
  expect(packages.filter((name) => !lock.includes(`node_modules/${name}"`) && !lock.includes(`"name": "${name}"`))).toEqual([])
})
