/** The deck as it is used: by keyboard, by address, by presenter. */
import type { Page } from 'playwright-chromium'
import { describe, expect, inject, it } from 'vitest'
import { placeOf, settled, step } from '../support/deck.ts'
import { measureSlide, slideSelector } from '../support/measure-slide.ts'
import { loadSlides, stepOfTwoCards } from '../support/slides.ts'
import { useWindow } from '../support/window.ts'

const slides = await loadSlides()
/** A step slide with two claims: its cards have links and several clicks. */
const withClaims = stepOfTwoCards(slides).no
const url = inject('deckUrl')

let page: Page
useWindow(url, (opened) => ({ page } = opened))

async function open(path: string): Promise<void> {
  await page.goto(url + path)
  await settled(page, placeOf(page.url()).no)
}
const place = () => placeOf(page.url())
const hiddenParts = async (no: number) => (await measureSlide(page, no)).hiddenParts.length
const links = (no: number) => page.locator(`${slideSelector(no)} .citations a`)

describe('the keyboard', () => {
  it('steps on and back, over clicks and slides', async () => {
    await open(String(withClaims - 1) + '?clicks=999')
    await step(page, 'ArrowRight')
    expect(place()).toEqual({ no: withClaims, click: 0 })
    await step(page, 'ArrowRight')
    await step(page, 'ArrowRight')
    expect(place()).toEqual({ no: withClaims, click: 2 })
    await step(page, 'ArrowLeft')
    expect(place()).toEqual({ no: withClaims, click: 1 })
    await step(page, 'ArrowLeft')
    await step(page, 'ArrowLeft')
    expect(place().no).toBe(withClaims - 1)
  })

  it('still moves the deck after a link was clicked', async () => {
    await open(`${withClaims}?clicks=2`)
    const popup = page.waitForEvent('popup')
    await links(withClaims).first().click()
    await (await popup).close()
    await page.bringToFront()
    expect(await step(page, 'ArrowRight', 2000)).toBe(true)
    expect(place()).toEqual({ no: withClaims, click: 3 })
  })

  it('opens a focused link with Enter, and the focus stays on it', async () => {
    await open(`${withClaims}?clicks=2`)
    const link = links(withClaims).first()
    await link.focus()
    const popup = page.waitForEvent('popup')
    await page.keyboard.press('Enter')
    await (await popup).close()
    await page.bringToFront()
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(place()).toEqual({ no: withClaims, click: 2 })
  })

  it('reaches by Tab no link that is not yet revealed', async () => {
    await open(`${withClaims}?clicks=0`)
    const reached: string[] = []
    for (let press = 0; press < 30; press++) {
      await page.keyboard.press('Tab')
      reached.push(
        await page.evaluate(
          (root) => (document.activeElement?.closest(root) ? document.activeElement.textContent : ''),
          `${slideSelector(withClaims)} .citations`,
        ),
      )
    }
    expect(reached.filter(Boolean)).toEqual([])
  })

  it('goes to a slide that is clicked in the overview, and on from there', async () => {
    await open(String(withClaims))
    await page.keyboard.press('o')
    const overview = page.locator('.fixed.z-modal:has(.slidev-slide-container)').first()
    await overview
      .locator('.inline-block.border')
      .nth(withClaims + 1)
      .click({ timeout: 20_000 })
    await overview.waitFor({ state: 'hidden' })
    await expect.poll(place).toEqual({ no: withClaims + 2, click: 0 })
    expect(await step(page, 'ArrowLeft')).toBe(true)
    expect(place().no).toBe(withClaims + 1)
  })
})

describe('the address', () => {
  it('leads to a slide at a click, cold and after a reload', async () => {
    await open(`${withClaims}?clicks=2`)
    const cold = await hiddenParts(withClaims)
    expect(place()).toEqual({ no: withClaims, click: 2 })
    expect(cold).toBeGreaterThan(0)
    await page.reload()
    await settled(page, withClaims)
    expect(place()).toEqual({ no: withClaims, click: 2 })
    expect(await hiddenParts(withClaims)).toBe(cold)
  })

  it('with more clicks than there are shows the slide whole', async () => {
    await open(`${withClaims}?clicks=999`)
    expect(await hiddenParts(withClaims)).toBe(0)
    await step(page, 'ArrowRight')
    expect(place().no).toBe(withClaims + 1)
  })

  it('goes back and forward with the browser', async () => {
    await open(String(withClaims - 1))
    await page.keyboard.press('ArrowDown')
    await page.waitForURL((address) => placeOf(address.href).no === withClaims)
    await settled(page, withClaims)
    await page.goBack()
    await settled(page, withClaims - 1)
    expect(place().no).toBe(withClaims - 1)
    await page.goForward()
    await settled(page, withClaims)
    expect(place()).toEqual({ no: withClaims, click: 0 })
  })
})

describe('the presenter view', () => {
  it('shows the slide and its notes', async () => {
    const { no, note } = slides[2]!
    await page.goto(`${url}presenter/${no}`)
    await page
      .locator(`${slideSelector(no)} .slidev-layout`)
      .first()
      .waitFor({ state: 'visible' })
    // The first words before a click mark, a count or any other mark-up.
    const words = /^[^[{<*_`#\n]+/.exec(note.trim())?.[0].trim().split(/\s+/).slice(0, 8).join(' ') ?? ''
    expect(words, 'the slide has notes').not.toBe('')
    await page.getByText(words).first().waitFor({ state: 'visible', timeout: 5000 })
  })
})
