/** What a screen reader is told as the deck moves. */
import type { Browser, Page } from 'playwright-chromium'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { newContext, openBrowser, settled, step } from '../support/deck.ts'
import { loadSlides } from '../support/slides.ts'

const slides = await loadSlides()
let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await openBrowser()
  page = await (await newContext(browser)).newPage()
})
afterAll(() => browser?.close())

it('says the slide politely, and names it in the title, each time the deck moves to another', async () => {
  const said = () => page.locator('.slide-shown[role="status"]').textContent()
  await page.goto(`${inject('deckUrl')}1`)
  await settled(page, 1)
  // What is shown first is read as the page is opened.
  expect(await said()).toBe('')
  for (const no of [2, 3]) {
    while (!new URL(page.url()).pathname.endsWith(`/${no}`)) await step(page, 'ArrowRight')
    expect(await said()).toBe(`Slide ${no} of ${slides.length}: ${slides[no - 1]!.heading}`)
    expect(await page.title()).toMatch(new RegExp(`^${no}\\. `))
    expect(await page.title()).toContain(slides[no - 1]!.heading)
  }
})
