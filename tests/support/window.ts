/** The window that a file of tests shares: to load the deck in a new one takes twice as long as in one that had it. */
import type { Browser, BrowserContext, Page } from 'playwright-chromium'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { newContext, openBrowser, watch, WINDOW } from './deck.ts'

export interface DeckWindow {
  readonly browser: Browser
  readonly context: BrowserContext
  readonly page: Page
}

/** Leaves a window as it was opened: no other beside it, nothing kept, nothing set, and nothing shown unless it stays. */
export async function asOpened(page: Page, { stays = false } = {}): Promise<void> {
  await Promise.all(
    page
      .context()
      .pages()
      .filter((each) => each !== page)
      .map((each) => each.close()),
  )
  await page.evaluate(() => {
    if (location.protocol === 'about:') return
    localStorage.clear()
    sessionStorage.clear()
  })
  if (!stays) await page.goto('about:blank')
  await page.setViewportSize(WINDOW)
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', media: 'screen' })
}

/**
 * Opens a window before the tests of the file, and closes it after them. At the end of each test no fault was seen in it,
 * and it is as it was opened: no other beside it, nothing kept, nothing set, nothing shown.
 *
 * @param begin gets the window once it is open
 * @param stays whether the deck stays open in it from test to test, as in a talk
 */
export function useWindow(url: string, begin: (opened: DeckWindow) => unknown, { stays = false } = {}): void {
  let browser: Browser | undefined
  let context: BrowserContext
  let page: Page
  let faults: () => string[]
  beforeAll(async () => {
    browser = await openBrowser()
    context = await newContext(browser)
    // What is not there is not waited for as long as a test may take.
    context.setDefaultTimeout(10_000)
    page = await context.newPage()
    ;({ faults } = watch(page, url))
    await begin({ browser, context, page })
  })
  afterEach(async () => {
    const found = faults()
    await asOpened(page, { stays })
    expect(found).toEqual([])
  })
  afterAll(() => browser?.close())
}
