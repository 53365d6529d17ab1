/** The deck under a path, as GitLab Pages and other hosts build and serve it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-chromium'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { newContext, openBrowser, placeOf, serveDeck, settled, step, watch } from '../support/deck.ts'
import { measureSlide, slideSelector } from '../support/measure-slide.ts'
import { loadSlides, stepOfTwoCards } from '../support/slides.ts'
import { ownRegister } from '../support/brief.ts'

const BASE = inject('hostBase')
const folder = inject('hostFolder')
const slides = await loadSlides()
const no = stepOfTwoCards(slides).no

let browser: Browser
let url: string
const endings: (() => unknown)[] = []

beforeAll(async () => {
  const server = await serveDeck(folder, BASE)
  endings.unshift(server.close)
  url = server.url
  browser = await openBrowser()
  endings.unshift(() => browser.close())
})

afterAll(async () => {
  for (const end of endings) await end()
})

it('without the PDF it needs no browser, as a host has none; all pages are finished, under the path of the site', () => {
  const readText = (name: string) => readFileSync(join(folder, name), 'utf8')
  expect(readdirSync(folder)).toEqual(
    expect.arrayContaining([
      '404.html',
      '_redirects',
      'briefing.html',
      'claims.csv',
      'claims.jsonld',
      'index.html',
      'link-preview.png',
      'sw.js',
    ]),
  )
  expect(existsSync(join(folder, 'briefing.pdf'))).toBe(false)
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'))
  for (const page of pages) expect(readText(page).match(/http-equiv="Content-Security-Policy"/g), page).toHaveLength(1)
  expect(readText('index.html')).toContain(`<meta property="og:image" content="https://example.org${BASE}link-preview.png">`)
  // The one file lies beside the others and still needs none of them.
  expect(readText('briefing.html')).not.toMatch(/serviceWorker\.register|<meta property="og:image/)
  for (const kept of ['claims.csv', 'claims.jsonld']) expect(readText('sw.js')).toContain(`"${kept}"`)
})

it('loads everything from under the path, and keeps place over reload, back and forward', async () => {
  const context = await newContext(browser)
  const page = await context.newPage()
  const { faults, requests } = watch(page, url)
  await page.goto(`${url}${no}?clicks=2`)
  await settled(page, no)
  expect(placeOf(page.url())).toEqual({ no, click: 2 })
  const hidden = (await measureSlide(page, no)).hiddenParts.length
  await page.reload()
  await settled(page, no)
  expect(placeOf(page.url())).toEqual({ no, click: 2 })
  expect((await measureSlide(page, no)).hiddenParts.length).toBe(hidden)
  await page.keyboard.press('ArrowDown')
  await page.waitForURL((address) => placeOf(address.href).no === no + 1)
  await page.goBack()
  await settled(page, no)
  expect(placeOf(page.url())).toEqual({ no, click: 2 })
  await step(page, 'ArrowRight')
  expect(new URL(page.url()).pathname).toBe(`${BASE}${no}`)

  await page.goto(url)
  await settled(page, 1)
  // The favicon and what is loaded ahead after three seconds.
  await page.waitForLoadState('networkidle')
  expect(faults()).toEqual([])
  const paths = requests.filter((address) => /^http/.test(address)).map((address) => new URL(address).pathname)
  expect(paths.length).toBeGreaterThan(10)
  expect(paths.filter((path) => !path.startsWith(BASE))).toEqual([])
  await context.close()
})

it('the reading page is there too: it loads from under the path, and leads to the slides and back', async () => {
  const context = await newContext(browser)
  const page = await context.newPage()
  const { faults, requests } = watch(page, url)
  await page.goto(`${url}read/#s${no}`)
  await page.locator(`#s${no} > .to-slide a`).click()
  await settled(page, no)
  expect(new URL(page.url()).pathname).toBe(`${BASE}${no}`)
  await page.mouse.move(60, 540)
  await page.getByRole('link', { name: 'Read this as a page' }).click()
  await page.waitForURL((address) => address.pathname === `${BASE}read/` && address.hash === `#s${no}`)
  expect(
    await page
      .locator('a[download]')
      .first()
      .evaluate((link) => (link as HTMLAnchorElement).pathname),
  ).toBe(`${BASE}claims.csv`)
  expect(faults()).toEqual([])
  expect(requests.filter((address) => /^http/.test(address) && !new URL(address).pathname.startsWith(BASE))).toEqual([])
  await context.close()
})

it('is there without a network after the first visit, at any slide, and so is the reading page', async () => {
  const server = await serveDeck(folder, BASE)
  const context = await newContext(browser, 'light', { keeps: true, mountsAll: true })
  try {
    const first = await context.newPage()
    await first.goto(server.url)
    await settled(first, 1)
    expect(
      await first.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length),
      'the first slide does not wait for it',
    ).toBe(0)
    await expect
      .poll(() => first.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state), { timeout: 50_000 })
      .toBe('activated')
    await server.close()
    const page = await context.newPage()
    const { faults } = watch(page, server.url)
    await page.goto(`${server.url}26`)
    await settled(page, 26)
    expect(
      await page
        .locator(`${slideSelector(26)} h1`)
        .first()
        .innerText(),
    ).toBe(slides[25]!.heading)
    await page.goto(`${server.url}${no}?clicks=2`)
    await settled(page, no)
    expect(await step(page, 'ArrowRight')).toBe(true)
    // All other slides, and every typeface.
    await page.waitForFunction((count) => document.querySelectorAll('.slidev-layout').length >= count, slides.length)
    expect(
      await page.evaluate(() =>
        Promise.all(
          ['16px Newsreader', 'italic 16px Newsreader', '16px "Public Sans"', '16px "Noto Naskh Arabic"'].map(async (font) =>
            (await document.fonts.load(font, 'aا')).map(({ status }) => status).join(),
          ),
        ),
      ),
    ).toEqual(['loaded', 'loaded', 'loaded', 'loaded'])
    expect(faults()).toEqual([])
    await page.goto(`${server.url}read/`)
    expect(await page.locator('.claim[id]').count()).toBe(ownRegister().claims.length)
  } finally {
    await context.close()
    await server.close().catch(() => undefined)
  }
})
