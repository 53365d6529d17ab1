/** The built deck under its policy: every view works, nothing it does is refused, and what is put in does not run. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-chromium'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { slidesOfComponents } from '../../engine/story/story.ts'
import { newContext, openBrowser, placeOf, settled, step, watch, type Watch } from '../support/deck.ts'
import { slideSelector } from '../support/measure-slide.ts'
import { watchPolicy } from '../support/policy.ts'
import { loadSlides, stepOfTwoCards } from '../support/slides.ts'

const slides = await loadSlides()
const withClaims = stepOfTwoCards(slides).no
const [withdraw] = slidesOfComponents(slides)['WithdrawClaims']!
const url = inject('deckUrl')

let browser: Browser
let context: BrowserContext
let page: Page
let watched: Watch
let refused: Awaited<ReturnType<typeof watchPolicy>>

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())
beforeEach(async () => {
  context = await newContext(browser)
  refused = await watchPolicy(context)
  page = await context.newPage()
  watched = watch(page, url)
})
afterEach(() => context.close())

/** @param mounted so many slides are to be there first */
async function expectNothingRefused(mounted = 0): Promise<void> {
  await page.waitForFunction((count) => document.querySelectorAll('.slidev-layout').length >= count, mounted, { timeout: 20_000 })
  expect(refused()).toEqual([])
  expect(watched.faults()).toEqual([])
}

describe('nothing is refused', () => {
  it('on the cover, and while light and dark change over', async () => {
    await page.goto(url)
    await settled(page, 1)
    await page.keyboard.press('d')
    await page.waitForFunction(() => document.documentElement.classList.contains('dark'))
    await expectNothingRefused()
  })

  it('on a step slide, click by click', async () => {
    await page.goto(`${url}${withClaims}`)
    await settled(page, withClaims)
    while (placeOf(page.url()).no === withClaims) await step(page, 'ArrowRight')
    await expectNothingRefused()
  })

  it('in the presenter view', async () => {
    await page.goto(`${url}presenter/${withClaims}`)
    await page
      .locator(`${slideSelector(withClaims)} .slidev-layout`)
      .first()
      .waitFor({ state: 'visible' })
    await page.keyboard.press('ArrowRight')
    await expectNothingRefused()
  })

  it('in the page of all slides with their notes', async () => {
    await page.goto(`${url}overview`)
    await page.getByText(slides[1]!.heading).first().waitFor()
    await page.getByText(slides[1]!.note.trim().split(/\s+/).slice(0, 5).join(' ')).first().waitFor()
    await expectNothingRefused(slides.length)
    // A script is not taken for the faint words that there is none.
    expect(
      await page.locator('.slidev-note').evaluateAll((notes) => notes.filter((note) => Number(getComputedStyle(note).opacity) < 1).length),
    ).toBe(0)
    await expect.poll(() => page.locator('body').innerText()).toMatch(/\d+ slides · \d+ clicks · \d{4,} words/)
  })

  it('in the page of the notes alone', async () => {
    await page.goto(`${url}notes`)
    await page.getByText(slides[0]!.note.trim().split(/\s+/).slice(0, 5).join(' ')).first().waitFor()
    await expectNothingRefused()
  })

  it('in the overview', async () => {
    await page.goto(`${url}${withClaims}`)
    await settled(page, withClaims)
    await page.keyboard.press('o')
    await expect
      .poll(() => page.locator('.slidev-page').evaluateAll((all) => all.filter((each) => each.getBoundingClientRect().width > 0).length), {
        timeout: 10_000,
      })
      .toBeGreaterThan(1)
    await expectNothingRefused(slides.length)
  })

  it('in the palette', async () => {
    await page.goto(url)
    await settled(page, 1)
    await page.keyboard.press('g')
    await page.getByRole('combobox').waitFor({ state: 'visible' })
    await page.keyboard.type('C26')
    await page.keyboard.press('Enter')
    await expect.poll(() => placeOf(page.url()).no).toBeGreaterThan(1)
    await expectNothingRefused()
  })

  it('where a claim is withdrawn', async () => {
    await page.goto(`${url}${withdraw}`)
    await settled(page, withdraw!)
    await page
      .locator(`${slideSelector(withdraw!)} [role=button][data-part=C26]`)
      .first()
      .click()
    await expect.poll(() => new URL(page.url()).searchParams.get('withdrawn')).toBe('C26')
    await expectNothingRefused()
  })

  it('on the page that is printed', async () => {
    await page.goto(`${url}pages?print&range=1-3,${withClaims}`)
    await page.locator('#pages[data-ready]').waitFor({ timeout: 30_000 })
    await expectNothingRefused(4)
  })
})

describe('what is put in', () => {
  const ran = () => page.evaluate(() => 'putIn' in window)

  it('does not run: a script, a handler, a text that would be a script', async () => {
    await page.goto(url)
    await settled(page, 1)
    await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'window.putIn = 1'
      document.head.append(script)
      const button = document.createElement('button')
      button.setAttribute('onclick', 'window.putIn = 2')
      document.body.append(button)
      button.click()
      // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the very thing that is to be refused
      setTimeout('window.putIn = 3')
    })
    const found: string[] = []
    await expect
      .poll(() => found.push(...refused().map(({ rule, what }) => `${rule} ${what}`)) && found)
      .toEqual(['script-src-elem inline', 'script-src-attr inline', 'script-src eval'])
    expect(await ran()).toBe(false)
    // The check on the views above would have seen it too.
    expect(watched.faults().join()).toContain('Content Security Policy')
  })

  it('reaches no other host: by a script, a picture, a request, a frame, a form', async () => {
    await page.goto(url)
    await settled(page, 1)
    await page.evaluate(() => {
      const other = 'https://example.org/'
      const put = (name: string, attributes: Record<string, string>) =>
        document.body.appendChild(Object.assign(document.createElement(name), attributes))
      put('script', { src: other })
      put('img', { src: other })
      put('iframe', { src: other })
      void fetch(other).catch(() => undefined)
      ;(put('form', { action: other, method: 'post' }) as HTMLFormElement).submit()
    })
    const rules = new Set<string>()
    await expect
      .poll(() => refused().forEach(({ rule }) => rules.add(rule)) ?? [...rules].sort())
      .toEqual(['connect-src', 'form-action', 'frame-src', 'img-src', 'script-src-elem'])
  })
})

it('the policy stands in every page that was built, before anything it is to hold for', () => {
  for (const name of ['index.html', '404.html']) {
    const html = readFileSync(join(inject('deckFolder'), name), 'utf8')
    expect(html.indexOf('http-equiv="Content-Security-Policy"'), name).toBeGreaterThan(0)
    expect(html.indexOf('http-equiv="Content-Security-Policy"'), name).toBeLessThan(html.search(/<(?:script|link|style)/))
  }
})
