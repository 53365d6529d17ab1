/** The deck under its own rubric, in a real browser: its links by pointer and by keyboard. */
import type { Page } from 'playwright-chromium'
import { expect, inject, it } from 'vitest'
import { placeOf, settled, step } from '../support/deck.ts'
import { slideSelector } from '../support/measure-slide.ts'
import { loadSlides, slidesWith } from '../support/slides.ts'
import { useWindow } from '../support/window.ts'

const slides = await loadSlides()
const with_ = (name: string) => slidesWith(slides, name)[0]!.no
const counts = with_('SelfAudit')
const list = with_('AuditGaps')
const url = inject('deckUrl')

let page: Page
useWindow(url, (opened) => ({ page } = opened))

async function open(no: number): Promise<void> {
  await page.goto(url + String(no))
  await settled(page, no)
}
const links = (no: number) => page.locator(`${slideSelector(no)} .slide-link`)
const place = () => placeOf(page.url()).no

/** Presses Tab until a link of the slide has the focus: what it leads to, in order. */
async function tabbed(no: number): Promise<string[]> {
  const wanted = await links(no).count()
  const found: string[] = []
  for (let press = 0; press < wanted + 40 && found.length < wanted; press++) {
    await page.keyboard.press('Tab')
    const text = await page.evaluate((selector) => {
      const { activeElement } = document
      return activeElement?.matches('.slide-link') && activeElement.closest(selector) ? activeElement.textContent : null
    }, slideSelector(no))
    if (text !== null) found.push(text)
  }
  return found
}

it('the link to the list opens with Enter', async () => {
  await open(counts)
  expect(await tabbed(counts)).toEqual([`slide ${list}`])
  await page.keyboard.press('Enter')
  await settled(page, list)
  expect(place()).toBe(list)
})

it('every link of the list is reached by Tab, in order, and says which slide it leads to', async () => {
  await open(list)
  const all = await links(list).allTextContents()
  expect(all.length).toBeGreaterThan(0)
  expect(await tabbed(list)).toEqual(all)
})

it('a click leads to the slide of the statement, and the arrow keys go on from there', async () => {
  await open(list)
  const first = links(list).first()
  const to = Number((await first.textContent())!.replace(/\D/g, ''))
  await first.click()
  await settled(page, to)
  expect(place()).toBe(to)
  expect(await step(page, 'ArrowRight', 2000)).toBe(true)
})
