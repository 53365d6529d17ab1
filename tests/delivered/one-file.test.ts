/** The deck in one file, as somebody opens it who has nothing else: from disk, with no network. */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Browser, BrowserContext, Page } from 'playwright-chromium'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { cardsIn, slidesOfComponents } from '../../engine/story/story.ts'
import { figureFolder } from '../../editions/figures/store.ts'
import { newContext, openBrowser, placeOf, serveDeck, settled, temporaryFolder } from '../support/deck.ts'
import { placesOfMachine } from '../support/machine.ts'
import { measureSlide, slideSelector } from '../support/measure-slide.ts'
import { watchPolicy } from '../support/policy.ts'
import { loadSlides } from '../support/slides.ts'
import { asOpened } from '../support/window.ts'
import { ownRegister } from '../support/brief.ts'
import { COMPONENTS } from '../../components/registry.ts'
import { projectFolder } from '../support/deck-folder.ts'

const register = ownRegister()
const slides = await loadSlides()
const cards = cardsIn(
  register,
  slides.map(({ content, layout }) => ({ content, isStep: layout === 'step' })),
  COMPONENTS,
)
const card = cards['C26']!
const slidesOf = slidesOfComponents(slides)

const LIMIT = 900_000

let folder: string
let removeFolder: () => void
let file: string
/** Of the file, without a place in the deck. */
let url: string
let browser: Browser
let context: BrowserContext
let page: Page
let faults: string[] = []
/** What its policy refused. */
let refused: Awaited<ReturnType<typeof watchPolicy>>

beforeAll(async () => {
  ;({ folder, remove: removeFolder } = temporaryFolder('one-file-test'))
  // A name with what a person’s folder may have in it.
  mkdirSync(join(folder, 'my briefings'))
  file = join(folder, 'my briefings', 'briefing (1).html')
  url = pathToFileURL(file).href
  copyFileSync(join(inject('hostFolder'), 'briefing.html'), file)
  browser = await openBrowser()
  context = await newContext(browser, 'light', { mountsAll: true })
  await context.setOffline(true)
  context.setDefaultTimeout(10_000)
  refused = await watchPolicy(context)
  // Of every window: errors, and any request but for the file itself and what is in it.
  context.on('page', (opened) => {
    opened.on('console', (message) => message.type() === 'error' && faults.push(`console: ${message.text()}`))
    opened.on('pageerror', (error) => faults.push(`script: ${error.message}`))
    opened.on('websocket', (socket) => faults.push(`asks for ${socket.url()}`))
    opened.on('request', (request) => {
      if (request.url().replace(/#.*/s, '') !== url && !/^(?:data|blob|about):/.test(request.url()))
        faults.push(`asks for ${request.url()}`)
    })
  })
  page = await context.newPage()
})
afterAll(async () => {
  await browser?.close()
  removeFolder()
})
// One window for all tests: each loads the file anew, with nothing kept.
afterEach(async () => {
  const found = { violations: refused(), faults: faults.splice(0) }
  await asOpened(page)
  expect(found).toEqual({ violations: [], faults: [] })
})

/** Where a window is: in this file the place stands after the `#`. */
const place = (on = page) => placeOf(`http://deck${new URL(on.url()).hash.slice(1)}`)
const query = (on = page) => new URL(`http://deck${new URL(on.url()).hash.slice(1)}`).searchParams
async function arrives(no: number, click: number, on = page): Promise<void> {
  await expect.poll(() => place(on), { timeout: 10_000 }).toEqual({ no, click })
  await settled(on, no)
}
async function open(at: string, on = page): Promise<void> {
  await on.goto(`${url}${at}`)
  await expect.poll(() => place(on).no, { timeout: 10_000 }).toBeGreaterThan(0)
  await settled(on, place(on).no)
}
/** Of a slide's notes. */
const firstWords = (no: number) =>
  /^[^[{<*_`#\n]+/
    .exec(slides[no - 1]!.note.trim())![0]
    .trim()
    .split(/\s+/)
    .slice(0, 5)
    .join(' ')
const heading = (no: number, on = page) =>
  on
    .locator(`${slideSelector(no)} h1`)
    .first()
    .innerText()

describe('the file', () => {
  it('is small enough to send', () => {
    expect(gzipSync(readFileSync(file), { level: 9 }).byteLength).toBeLessThan(LIMIT)
  })

  it('names nothing of the machine it was built on', () => {
    const text = readFileSync(file, 'utf8').replaceAll('\\\\', '\\')
    expect(
      [...placesOfMachine(folder, dirname(inject('hostFolder'))), 'claim-by-claim-one-file', 'node_modules'].filter((place) =>
        text.includes(place),
      ),
    ).toEqual([])
  })

  it('says its encoding where a browser looks for it, and holds the licences of its fonts, and Slidev’s logo as a vector', () => {
    const text = readFileSync(file, 'utf8')
    expect(text.slice(0, 1024)).toContain('<meta charset="utf-8">')
    for (const font of ['Newsreader', 'Public Sans', 'Noto Naskh Arabic'])
      expect(new RegExp(`Copyright[^\\n]*${font.split(' ')[0]}`, 'i').test(text), font).toBe(true)
    expect(text.includes('SIL OPEN FONT LICENSE')).toBe(true)
    expect(text.includes('data:image/png')).toBe(false)
  })
})

describe('opened from disk, with no network', () => {
  it('begins with the cover, and goes on by arrow keys, over clicks and slides', async () => {
    await open('')
    expect(place()).toEqual({ no: 1, click: 0 })
    expect(await heading(1)).toBe(slides[0]!.heading)
    await page.keyboard.press('ArrowDown')
    await arrives(2, 0)
    expect(await heading(2)).toBe(slides[1]!.heading)
    const { slide } = card
    await open(`#/${slide}`)
    await page.keyboard.press('ArrowRight')
    await arrives(slide, 1)
    await page.keyboard.press('ArrowRight')
    await arrives(slide, 2)
    await page.keyboard.press('ArrowLeft')
    await arrives(slide, 1)
    await page.keyboard.press('ArrowUp')
    await expect.poll(() => place().no).toBe(slide - 1)
    await page.goBack()
    await expect.poll(() => place().no).toBe(slide)
  })

  it('leads to a slide at a click, cold and after a reload', async () => {
    await open(`#/${card.slide}?clicks=1`)
    const cold = (await measureSlide(page, card.slide)).hiddenParts.length
    expect(place()).toEqual({ no: card.slide, click: 1 })
    expect(cold).toBeGreaterThan(0)
    await page.reload()
    await arrives(card.slide, 1)
    expect((await measureSlide(page, card.slide)).hiddenParts.length).toBe(cold)
    await page.goto(`${url}#/${card.slide}?clicks=2`)
    await arrives(card.slide, 2)
    expect((await measureSlide(page, card.slide)).hiddenParts.length).toBeLessThan(cold)
  })

  it('goes over ten slides, with their fonts', async () => {
    await open('#/8')
    for (let no = 9; no <= 18; no++) {
      await page.keyboard.press('ArrowDown')
      await arrives(no, 0)
      expect(await heading(no)).toBe(slides[no - 1]!.heading)
    }
    const fonts = await page.evaluate(() =>
      Promise.all(
        ['16px Newsreader', 'italic 16px Newsreader', '16px "Public Sans"', '16px "Noto Naskh Arabic"'].map(async (font) =>
          (await document.fonts.load(font, 'aا')).map(({ status }) => status).join(),
        ),
      ),
    )
    expect(fonts).toEqual(['loaded', 'loaded', 'loaded', 'loaded'])
  })

  it('has every drawing', async () => {
    const [triangle] = slidesOf['TriangleFigure']!
    await open(`#/${triangle}?clicks=99`)
    const box = await page
      .locator(`${slideSelector(triangle!)} svg.drawing`)
      .first()
      .boundingBox()
    expect(box!.width).toBeGreaterThan(300)
    const names = readdirSync(figureFolder(projectFolder)).flatMap((name) => (name.endsWith('.svg') ? [name.slice(0, -4)] : []))
    // The other slides are there some seconds later.
    const missing = () =>
      page.evaluate(
        (all) => all.filter((name) => (document.querySelector(`svg.drawing.${name}`)?.querySelectorAll('path, rect').length ?? 0) < 3),
        names,
      )
    await expect.poll(missing, { timeout: 20_000 }).toEqual([])
  })

  it('finds C26 by the palette, and goes there', async () => {
    await open('')
    await page.keyboard.press('g')
    await page.getByRole('combobox', { name: 'A claim, an actor, a source or a slide' }).waitFor({ state: 'visible' })
    await page.keyboard.type('C26')
    await page.keyboard.press('Enter')
    await arrives(card.slide, card.clicks)
    await page
      .locator(`${slideSelector(card.slide)} [data-claim=C26]`)
      .first()
      .waitFor({ state: 'visible' })
  })

  it('goes to another slide by a link on one', async () => {
    const first = slides.find(({ layout }) => layout === 'step')!.no
    await open(`#/${first}`)
    const link = page.locator(`${slideSelector(first)} .small-strip a`).last()
    expect(await link.getAttribute('href')).toMatch(/^#\/\d+/)
    await link.click()
    await expect.poll(() => place().no).not.toBe(first)
    const { no } = place()
    await settled(page, no)
    await page.keyboard.press('ArrowDown')
    await arrives(no + 1, 0)
  })

  it('withdraws a claim, says so in the address, and has it again after a reload', async () => {
    const [no] = slidesOf['WithdrawClaims']!
    await open(`#/${no}`)
    const withdrawn = () =>
      page
        .locator(`${slideSelector(no!)} .withdraw .list`)
        .first()
        .innerText()
    expect(await withdrawn()).toBe('Withdrawn: none')
    await page
      .locator(`${slideSelector(no!)} [role=button][data-part=C26]`)
      .first()
      .click()
    await expect.poll(withdrawn).toBe('Withdrawn: C26')
    await expect.poll(() => query().get('withdrawn')).toBe('C26')
    await page.reload()
    await settled(page, no!)
    await expect.poll(withdrawn).toBe('Withdrawn: C26')
  })

  it('is light or dark as the system is, until d is pressed', async () => {
    const isDark = () => page.evaluate(() => document.documentElement.classList.contains('dark'))
    const paper = () =>
      page
        .locator(`${slideSelector(1)} .slidev-layout`)
        .first()
        .evaluate((slide) => getComputedStyle(slide).backgroundColor)
    await open('')
    expect(await isDark()).toBe(false)
    const light = await paper()
    await page.emulateMedia({ colorScheme: 'dark' })
    await expect.poll(isDark).toBe(true)
    expect(await paper()).not.toBe(light)
    await page.keyboard.press('d')
    await expect.poll(isDark).toBe(false)
    // What is chosen is kept a moment after it is seen.
    await expect.poll(() => page.evaluate(() => JSON.stringify({ ...localStorage }))).toContain('"light"')
    await page.reload()
    await settled(page, 1)
    expect(await isDark()).toBe(false)
  })
})

describe('the presenter view', () => {
  it('has the notes, and leads the room and is led by it', async () => {
    await open(`#/${card.slide}?clicks=1`)
    const presenter = await context.newPage()
    await presenter.goto(`${url}#/presenter/${card.slide}?clicks=1`)
    await presenter.getByText(firstWords(card.slide)).first().waitFor({ state: 'visible' })
    await presenter.keyboard.press('ArrowRight')
    await arrives(card.slide, 2, presenter)
    await arrives(card.slide, 2)
    await page.bringToFront()
    await page.keyboard.press('ArrowDown')
    await arrives(card.slide + 1, 0)
    await expect.poll(() => place(presenter).no).toBe(card.slide + 1)
    expect(new URL(presenter.url()).hash).toContain('#/presenter/')
  })

  it('is reached by the button in the bar; the other views have addresses, and links that lead into this file', async () => {
    /** Of those that are no sources on the web. */
    const links = () =>
      page.evaluate(() => [...document.links].map((link) => link.getAttribute('href') ?? '').filter((href) => !/^https?:/.test(href)))
    await open('#/3')
    await page.keyboard.press('o')
    // The overview mounts every slide.
    await expect.poll(links, { timeout: 20_000 }).toContain('#/overview')
    expect((await links()).filter((href) => !href.startsWith('#/'))).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Presenter Mode' }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => new URL(page.url()).hash).toBe('#/presenter/3')
    for (const [view, words] of [
      ['notes', firstWords(3)],
      ['overview', slides[1]!.heading],
    ] as const) {
      await page.goto(`${url}#/${view}`)
      await page.getByText(words).first().waitFor({ state: 'visible' })
    }
  })
})

it('runs nothing that was put in, and loads nothing', async () => {
  await open('')
  await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'window.putIn = true'
    document.head.append(script)
    const picture = new Image()
    picture.src = 'https://example.org/a.png'
    document.body.append(picture)
  })
  const found: unknown[] = []
  await expect
    .poll(() => found.push(...refused()) && found)
    .toEqual([
      { rule: 'script-src-elem', what: 'inline' },
      { rule: 'img-src', what: 'https://example.org/a.png' },
    ])
  expect(await page.evaluate(() => 'putIn' in window)).toBe(false)
  // The browser counts a request that it does not send.
  faults = faults.filter((fault) => !fault.includes('Content Security Policy') && fault !== 'asks for https://example.org/a.png')
})

describe('elsewhere', () => {
  it('starts where the browser keeps no data for files', async () => {
    const shut = join(folder, 'shut.html')
    writeFileSync(
      shut,
      `<!DOCTYPE html><iframe sandbox="allow-scripts" src="my%20briefings/briefing%20(1).html#/${card.slide}?clicks=1" width="980" height="552"></iframe>`,
    )
    await page.goto(pathToFileURL(shut).href)
    const frame = page.frameLocator('iframe')
    await frame
      .locator(`${slideSelector(card.slide)} [data-claim=C26]`)
      .first()
      .waitFor({ state: 'visible' })
    await page.locator('iframe').click({ position: { x: 700, y: 480 } })
    await page.keyboard.press('ArrowDown')
    await frame
      .locator(`${slideSelector(card.slide + 1)} h1`)
      .first()
      .waitFor({ state: 'visible' })
    expect(page.frames()[1]!.url()).toContain(`#/${card.slide + 1}`)
    // The frame forbids it, and Slidev asks all the same, so that the screen stays on.
    faults = faults.filter((fault) => !/wake.?lock/i.test(fault) && !fault.endsWith('shut.html'))
  })

  it('works on a web server too, under any name', async () => {
    const server = await serveDeck(join(folder, 'my briefings'))
    const online = await newContext(browser)
    try {
      const there = await online.newPage()
      await there.goto(`${server.url}briefing%20(1).html#/${card.slide}?clicks=1`)
      await settled(there, card.slide)
      await there.keyboard.press('ArrowRight')
      await arrives(card.slide, 2, there)
      expect(new URL(there.url()).pathname).toBe('/briefing%20(1).html')
      await there.reload()
      await arrives(card.slide, 2, there)
    } finally {
      await online.close()
      await server.close()
    }
  })
})
