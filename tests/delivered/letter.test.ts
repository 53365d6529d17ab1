/** The second brief, exported by the same command with its folder as argument: every edition, and nothing of the first brief. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { briefOf, letterFolder, ownBrief, registerOf } from '../support/brief.ts'
import { projectFolder, runSlidev, temporaryFolder } from '../support/deck.ts'
import { loadSlides } from '../support/slides.ts'

const { folder, remove } = temporaryFolder('letter')
afterAll(remove)
const dist = join(folder, 'letter')
const register = registerOf(letterFolder)
const slides = await loadSlides(letterFolder)
const read = (file: string) => readFileSync(join(dist, file), 'utf8')

beforeAll(async () => {
  const { code, output } = await runSlidev(['export', letterFolder, '--out', dist], { program: join(projectFolder, 'cli/main.ts') }).ended
  expect(code, output).toBe(0)
})

/** Of a PDF, the text of each page. */
async function pagesOf(file: string): Promise<string[]> {
  const pdf = await getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 }).promise
  return Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) =>
      (await (await pdf.getPage(index + 1)).getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join(''),
    ),
  )
}

it('every edition is there', () => {
  for (const file of [
    'index.html',
    '404.html',
    'read/index.html',
    'briefing.pdf',
    'briefing.html',
    'claims.csv',
    'claims.jsonld',
    'favicon.svg',
    'link-preview.png',
  ])
    expect(existsSync(join(dist, file)), file).toBe(true)
})

it('has its own pictures and no others', () => {
  expect(existsSync(join(dist, 'theme'))).toBe(false)
  for (const picture of ['favicon.svg', 'link-preview.png'])
    expect(readFileSync(join(dist, picture)).equals(readFileSync(join(letterFolder, 'public', picture))), picture).toBe(true)
  expect(readdirSync(join(dist, 'diagrams')).sort()).toEqual(readdirSync(join(letterFolder, 'public/diagrams')).sort())
})

describe('nothing of the first brief is in it', async () => {
  const { register: other, story } = await ownBrief()
  const names = [
    story.description,
    other.article.publisher,
    new URL(other.article.url).host,
    ...other.actors.flatMap(({ name, articleNames }) => [name, ...articleNames.map((each) => each.name)]),
    ...other.claims.map(({ quote }) => quote),
    ...other.sources.map(({ url }) => url),
  ]
  const files = () =>
    readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(?:html|js|css|csv|jsonld|svg|json)$/.test(file))

  it('in pages, scripts and data', () => {
    const found = files().flatMap((file) => {
      const text = read(file)
      return names.filter((name) => new RegExp(`(?<![\\w-])${RegExp.escape(name)}(?![\\w-])`).test(text)).map((name) => `${file}: ${name}`)
    })
    expect(found).toEqual([])
  })

  it('in what pages are called', async () => {
    const { story: own } = await briefOf(letterFolder)
    for (const file of ['index.html', 'read/index.html', 'briefing.html']) {
      const title = /<title>([^<]*)/.exec(read(file))![1]
      expect(title, file).toContain(own.title.split(',')[0])
      // The project has the name of its own brief; the data says what made it.
      expect(title, file).not.toContain(story.title)
    }
  })

  it('in the PDF', async () => {
    const text = (await pagesOf(join(dist, 'briefing.pdf'))).join('\n')
    expect(names.filter((name) => text.includes(name))).toEqual([])
  })
})

it('the PDF has a page for every slide, with its heading, and says that it is an exercise', async () => {
  const pages = await pagesOf(join(dist, 'briefing.pdf'))
  const squeezed = pages.map((page) => page.replace(/\s+/g, ''))
  for (const { heading } of slides)
    expect(
      squeezed.some((page) => page.includes(heading.replace(/\s+/g, ''))),
      heading,
    ).toBe(true)
  expect(pages[0]).toMatch(/exercise/i)
})

describe('the quote with a non-breaking space', () => {
  const { quote } = register.claims.find((claim) => claim.quote.includes('\u00a0'))!
  it.each(['claims.csv', 'claims.jsonld', 'read/index.html'])('is whole in %s', (file) => {
    expect(read(file).replaceAll('&nbsp;', '\u00a0')).toContain(quote)
  })
})

it('the reading page says nothing of what there is none of', () => {
  const words = read('read/index.html')
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<\/?(?:p|li|h\d|div|section|dd|dt|td|th|svg|text|tspan|g|nav|details|summary)\b[^>]*>/g, '\n')
    .replace(/<[^>]*>/g, '')
  expect(words.match(/[^\n]*[:.,;]\s*\.(?!\.)[^\n]*/g) ?? []).toEqual([])
  expect(words).not.toMatch(/\bundefined\b|\bnull\b|\bNaN\b/)
  expect(words).not.toContain('Of the sides')
})

it('the data has a row for each claim, none with a source', () => {
  const graph = JSON.parse(read('claims.jsonld')) as object
  expect(JSON.stringify(graph)).toContain(register.article.sha256)
  expect(read('claims.csv').trimEnd().split('\r\n')).toHaveLength(register.claims.length + 1)
})

it('a build reads the register once', async () => {
  const { code, output } = await runSlidev(['build', letterFolder, '--out', join(folder, 'built')], {
    program: join(projectFolder, 'cli/main.ts'),
    env: { NODE_DEBUG: 'brief' },
  }).ended
  expect(code, output).toBe(0)
  expect(output.match(/register of .*briefs.letter/g)).toHaveLength(1)
})

it('refuses a folder that holds something else', async () => {
  const { code, output } = await runSlidev(['export', letterFolder, '--out', join(projectFolder, 'engine')], {
    program: join(projectFolder, 'cli/main.ts'),
  }).ended
  expect(code).toBe(1)
  expect(output).toContain('neither a new folder nor an earlier export')
})
