/** What a reader waits for: bytes from a cold cache to the first slide, and what comes only where it is read. */
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-chromium'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { newContext, openBrowser, settled } from '../support/deck.ts'
import { loadSlides, slidesWith } from '../support/slides.ts'
import { ownRegister } from '../support/brief.ts'

/** Bytes, gzip, fonts apart. The promise is 175 kB; the room above what it is now is small, so that growth is seen. */
const FIRST_SLIDE = 150_000
/** A link straight to the triangle needs the register and the drawings as well. */
const TRIANGLE = 225_000

const slides = await loadSlides()
const triangle = slidesWith(slides, 'TriangleFigure')[0]!.no
const { gist } = ownRegister().claims[0]!
const url = inject('deckUrl')

let browser: Browser
let end: () => Promise<void>

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())
afterEach(() => end())

/** Requests until the slide is there, the page's own and the fonts' among them: on a slow line each is a way there and back. */
const REQUESTS = { first: 25, triangle: 30 }

interface Loaded {
  readonly path: string
  readonly bytes: number
  readonly text: string
}

/** Opens a place of the deck with an empty cache; nothing is loaded ahead of the reader. */
async function openCold(
  path: string,
  ready: (page: Page) => Promise<unknown>,
): Promise<{ readonly page: Page; readonly loaded: () => Promise<Loaded[]> }> {
  const context = await newContext(browser)
  const page = await context.newPage()
  const bodies: Promise<Loaded>[] = []
  page.on('response', (response) =>
    bodies.push(
      response
        .body()
        .then((body) => ({ path: new URL(response.url()).pathname, bytes: gzipSync(body).length, text: body.toString('utf8') })),
    ),
  )
  end = async () => {
    page.removeAllListeners('response')
    await Promise.allSettled(bodies)
    await context.close()
  }
  await page.goto(`${url}${path}`)
  await ready(page)
  await page.waitForLoadState('networkidle')
  return { page, loaded: () => Promise.all(bodies) }
}

const apartFromFonts = (loaded: readonly Loaded[]) => loaded.filter(({ path }) => !/\.woff2?$/.test(path))
const total = (loaded: readonly Loaded[]) => apartFromFonts(loaded).reduce((sum, { bytes }) => sum + bytes, 0)
/** For whoever has to find what has grown. */
const largest = (loaded: readonly Loaded[]) =>
  [...apartFromFonts(loaded)]
    .sort((one, other) => other.bytes - one.bytes)
    .slice(0, 12)
    .map(({ path, bytes }) => `${bytes} ${path}`)
    .join('\n')
/** The words a script begins with, up to what is computed or marked. */
const begins = (no: number) =>
  /^[^[{<*_`#\n]+/
    .exec(slides[no - 1]!.note.trim())![0]
    .trim()
    .slice(0, 40)

describe('from a cold cache', () => {
  it('the first slide', async () => {
    const { loaded } = await openCold('1', (page) => settled(page, 1))
    const all = await loaded()
    expect(all.length).toBeGreaterThan(5)
    expect(total(all), largest(all)).toBeLessThan(FIRST_SLIDE)
    expect(all.length, all.map(({ path }) => path).join('\n')).toBeLessThanOrEqual(REQUESTS.first)
    // Nor what comes only where it is read, should it be small one day.
    const text = all.map((each) => each.text).join('')
    expect(text).not.toContain(begins(1))
    expect(text).not.toContain(gist)
  })

  it('the triangle', async () => {
    const { loaded } = await openCold(String(triangle), (page) => settled(page, triangle))
    const all = await loaded()
    expect(total(all), largest(all)).toBeLessThan(TRIANGLE)
    expect(all.length, all.map(({ path }) => path).join('\n')).toBeLessThanOrEqual(REQUESTS.triangle)
    expect(all.map((each) => each.text).join('')).toContain(gist)
  })
})

describe('the speaker’s script', () => {
  const withScripts = (loaded: readonly Loaded[]) => loaded.filter(({ text }) => text.includes(begins(2)))

  it('is fetched by the presenter’s view, and follows the slides', async () => {
    const { page, loaded } = await openCold('presenter/1', async (page) => page.getByText(begins(1)).waitFor())
    expect(withScripts(await loaded())).toHaveLength(1)
    await page.keyboard.press('ArrowDown')
    await page.getByText(begins(2)).waitFor()
    expect(withScripts(await loaded())).toHaveLength(1)
  })

  it.each(['presenter/print', 'notes'])('stands in /%s', async (path) => {
    const { loaded } = await openCold(path, async (page) => page.getByText(begins(1)).first().waitFor())
    expect(withScripts(await loaded())).toHaveLength(1)
  })
})
