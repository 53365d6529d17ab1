/** The printed deck, all of it on one page load: each slide, with the typefaces of print, in light and in dark. */
import type { Browser, Page } from 'playwright-chromium'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { newContext, openBrowser } from '../support/deck.ts'
import { expectNone } from '../support/faults.ts'
import { hiddenFromReader, judge, type Measurement, pageRules, sameInDark, skippedLevels } from '../support/measure-rules.ts'
import { measureSlide, slideSelector } from '../support/measure-slide.ts'
import { loadSlides } from '../support/slides.ts'

const slides = await loadSlides()
const SCHEMES = ['light', 'dark'] as const
let browser: Browser
const measured = new Map<string, Measurement>()

/** The others out of the way: with all of them there, each question to the browser goes through all. */
const showAlone = (page: Page, no: number) =>
  page.evaluate((root) => {
    const own = document.querySelector(root)!
    for (const each of document.querySelector('#pages')!.children) (each as HTMLElement).style.display = each.contains(own) ? '' : 'none'
  }, slideSelector(no))

beforeAll(async () => {
  browser = await openBrowser()
  const page = await (await newContext(browser)).newPage()
  await page.goto(`${inject('deckUrl')}pages?print`)
  await page.locator('#pages[data-ready]').waitFor({ timeout: 60_000 })
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme })
    await page.locator(colorScheme === 'dark' ? 'html.dark' : 'html:not(.dark)').waitFor({ state: 'attached' })
    for (const { no } of slides) {
      await showAlone(page, no)
      measured.set(`${colorScheme} ${no}`, (await measureSlide(page, no, { still: true, keepStacks: true })).measurement)
    }
  }
})
afterAll(() => browser?.close())

const all = (scheme: (typeof SCHEMES)[number]) => slides.map(({ no }) => [`slide ${no}`, measured.get(`${scheme} ${no}`)!] as const)

describe.each(SCHEMES)('in %s', (scheme) => {
  it('has every slide, with something on it', () => {
    for (const [name, { elements }] of all(scheme)) expect(elements.length, name).toBeGreaterThan(1)
  })

  it.each(Object.entries({ ...pageRules, hiddenFromReader }))('holds %s on each page', (_, rule) => {
    expectNone(judge(rule, all(scheme)))
  })

  it('has its headings in order, over all pages', () => {
    expectNone(skippedLevels(all(scheme).flatMap(([, { headings }]) => headings)))
  })
})

it('nothing moves in dark', () => {
  const dark = new Map(all('dark'))
  expectNone(all('light').flatMap(([name, light]) => sameInDark(light, dark.get(name)!).map((fault) => `${name}: ${fault}`)))
})
