/**
 * The site without a network, after the first visit; and what becomes of it when a newer one is published. On a small
 * site of two pages, finished as every build is; that the deck itself is kept, sub-path.test.ts shows.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-chromium'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { finishSite } from '../../editions/site/finish.ts'
import { ABOUT_FILE, PICTURE_FILE } from '../../editions/site/link-preview.ts'
import { newContext, openBrowser, projectFolder, serveDeck, temporaryFolder } from '../support/deck.ts'

const BASE = '/briefing/'
let browser: Browser
let context: BrowserContext
let folder: string
let remove: () => void
let server: Awaited<ReturnType<typeof serveDeck>>
let url: string

/** Writes a build of the site: its first page shows what its script says. */
function publish(build: string, { finished = true } = {}): void {
  rmSync(join(folder, 'assets'), { recursive: true, force: true })
  for (const path of ['assets', 'read']) mkdirSync(join(folder, path), { recursive: true })
  const page = (body: string, script = '') =>
    `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${body}</title>${script}</head><body><h1>${body}</h1><p></p></body></html>`
  writeFileSync(join(folder, 'index.html'), page(`Deck ${build}`, `<script type="module" src="${BASE}assets/app-${build}.js"></script>`))
  writeFileSync(join(folder, `assets/app-${build}.js`), `document.querySelector('p').textContent = 'script ${build}'`)
  writeFileSync(join(folder, 'read/index.html'), page(`Read ${build}`))
  writeFileSync(join(folder, 'claims.csv'), `build\r\n${build}\r\n`)
  for (const file of [PICTURE_FILE, ABOUT_FILE]) writeFileSync(join(folder, file), readFileSync(join(projectFolder, 'public', file)))
  if (finished) finishSite(folder, BASE, {})
}

/** On the port it had, so that it is the same site. */
async function reachable(is: boolean): Promise<void> {
  if (is) server = await serveDeck(folder, BASE, Number(new URL(url).port))
  else await server.close()
}

/** The seconds that the page waits until it asks the browser to keep it are cut short. */
async function open(path: string): Promise<Page> {
  const page = await context.newPage()
  await page.addInitScript(() => {
    const later = window.setTimeout.bind(window)
    window.setTimeout = ((task: () => void, delay?: number, ...rest: unknown[]) =>
      later(task, delay === 5000 ? 100 : delay, ...rest)) as typeof window.setTimeout
  })
  await page.goto(url + path)
  return page
}
const shown = (page: Page) => page.locator('h1').innerText()
const ran = (page: Page) => page.locator('p').innerText()
const kept = (page: Page) => page.evaluate(async () => (await caches.keys()).length)
/** Until the browser has all of it, some seconds after the page. */
const keeping = (page: Page) =>
  expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state), { timeout: 30_000 })
    .toBe('activated')
/** As the browser does by itself now and then. */
const lookAgain = (page: Page) =>
  page.evaluate(async () => void (await (await navigator.serviceWorker.getRegistration())!.update().catch(() => undefined)))

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())
beforeEach(async () => {
  ;({ folder, remove } = temporaryFolder('offline'))
  publish('one')
  server = await serveDeck(folder, BASE)
  url = server.url
  context = await newContext(browser, 'light', { keeps: true })
})
afterEach(async () => {
  await context.close()
  await server.close().catch(() => undefined)
  remove()
})

describe('without a network', () => {
  it('shows the deck at any place, the reading page and the data, and says of nothing else that it is there', async () => {
    await keeping(await open(''))
    await reachable(false)
    for (const path of ['', '26', '26?clicks=2', 'presenter/26', 'index.html']) {
      const page = await open(path)
      expect([path, await shown(page), await ran(page)]).toEqual([path, 'Deck one', 'script one'])
    }
    expect(await shown(await open('read/'))).toBe('Read one')
    const page = await open('read')
    expect([page.url(), await shown(page)]).toEqual([`${url}read/`, 'Read one'])
    const download = page.waitForEvent('download')
    await page.goto(`${url}claims.csv`).catch(() => undefined)
    expect(readFileSync(await (await download).path(), 'utf8')).toContain('one')
    for (const path of ['briefing.pdf', 'read/other']) await expect(open(path)).rejects.toThrow('ERR')
  })

  it('is asked for after the page is there, not before', async () => {
    const page = await context.newPage()
    await page.goto(url)
    const asked = () => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)
    expect(await asked()).toBe(0)
    await page.waitForTimeout(3000)
    expect(await asked()).toBe(0)
    await keeping(page)
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())!.scope)).toBe(url)
  })

  it('keeps nothing where one asks to be sent less', async () => {
    await context.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }))
    const page = await open('')
    await page.waitForTimeout(3500)
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0)
  })
})

describe('when a newer build is published', () => {
  it('shows it at once where there is a network, and keeps it whole when no window uses the older', async () => {
    const first = await open('')
    await keeping(first)
    publish('two')
    const second = await open('12')
    expect([await shown(second), await ran(second)]).toEqual(['Deck two', 'script two'])
    await lookAgain(second)
    await expect
      .poll(() => second.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting?.state), { timeout: 20_000 })
      .toBe('installed')
    // An open deck of the older build still has its scripts, which the server no longer has.
    expect(await first.evaluate(async (address) => Boolean(await caches.match(address)), `${url}assets/app-one.js`)).toBe(true)
    await first.close()
    await second.close()
    const third = await open('')
    await expect.poll(() => kept(third), { timeout: 20_000 }).toBe(1)
    await reachable(false)
    const fourth = await open('26')
    expect([await shown(fourth), await ran(fourth)]).toEqual(['Deck two', 'script two'])
  })

  it('never mixes builds: without a network before the newer one is kept, all is of the older', async () => {
    await keeping(await open(''))
    publish('two')
    expect(await shown(await open(''))).toBe('Deck two')
    await reachable(false)
    const page = await open('26')
    expect([await shown(page), await ran(page)]).toEqual(['Deck one', 'script one'])
  })

  it('does not keep a first page that is of another build than the list', async () => {
    const page = await open('')
    await keeping(page)
    publish('two')
    publish('three', { finished: false })
    await lookAgain(page)
    await expect
      .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.installing ?? null), { timeout: 20_000 })
      .toBeNull()
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting ?? null)).toBeNull()
    await reachable(false)
    const later = await open('26')
    expect([await shown(later), await ran(later)]).toEqual(['Deck one', 'script one'])
  })

  it('is told from another deck on the same host', async () => {
    const page = await open('')
    await page.evaluate(() => caches.open('claim-by-claim /other/ 1'))
    await keeping(page)
    expect(await kept(page)).toBe(2)
  })
})
