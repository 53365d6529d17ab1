/** The annex in the deck, as it is used: by its addresses, by links, on a phone, and beside other windows of the talk. */
import { beforeEach, describe, expect, inject, it } from 'vitest'
import type { BrowserContext, Page } from 'playwright-chromium'
import { annexParts } from '../../engine/story/annex.ts'
import { cardsIn } from '../../engine/story/story.ts'
import { COMPONENTS } from '../../components/registry.ts'
import { axeFaults, axeSource } from '../support/axe.ts'
import { settled, watch } from '../support/deck.ts'
import { slideSelector } from '../support/measure-slide.ts'
import { loadSlides } from '../support/slides.ts'
import { useWindow } from '../support/window.ts'
import { ownRegister } from '../support/brief.ts'

const url = inject('deckUrl')
const slides = await loadSlides()
const register = ownRegister()
const cards = cardsIn(
  register,
  slides.map(({ content, layout }) => ({ content, isStep: layout === 'step' })),
  COMPONENTS,
)

let context: BrowserContext
let page: Page
useWindow(url, (opened) => {
  ;({ context, page } = opened)
  context.setDefaultTimeout(10_000)
  return Promise.resolve()
})
const open = async (hash = '', of = page) => {
  await of.goto(`${url}annex${hash}`)
  await of.locator('.annex').waitFor()
}

it('has each claim, source, request and arrow under its own address, and each part', async () => {
  await open()
  const ids = new Set(await page.locator('.annex [id]').evaluateAll((all) => all.map(({ id }) => id)))
  const wanted = [
    register.claims,
    register.sources.filter(({ citedBy }) => citedBy.length > 0),
    register.requests,
    register.inferences,
    register.undercuts,
    annexParts(register),
  ].flat()
  expect(wanted.map(({ id }) => id).filter((id) => !ids.has(id))).toEqual([])
  expect(await page.title()).toMatch(/^Annex/)
})

it('shows the place that the address names, marked and with the focus on it; and says of one that is none', async () => {
  await open('#A15')
  const row = page.locator('#A15')
  await expect.poll(() => row.evaluate((element) => element.classList.contains('asked') && document.activeElement === element)).toBe(true)
  expect(
    await row.evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect()
      return top >= 0 && bottom <= innerHeight
    }),
  ).toBe(true)
  await open('#A999')
  await expect
    .poll(() => page.locator('[role=status]').allTextContents())
    .toContain('The annex has no place “A999”. Its parts are listed below.')
})

it('is reached from a card, and leads back to it', async () => {
  const { slide, clicks } = cards['C26']!
  await page.goto(`${url}${slide}?clicks=${clicks}`)
  await settled(page, slide)
  await page
    .locator(`${slideSelector(slide)} [data-claim=C26]`)
    .getByRole('link', { name: 'its row of the evidence sheet' })
    .click()
  await page.locator('[id=C26].asked, .asked:has([id=C26])').waitFor()
  await page.locator('.asked').getByRole('link', { name: 'C26' }).first().click()
  await settled(page, slide)
})

it('is reached from the count of what this deck gives to check, by keyboard', async () => {
  const { no } = slides.find(({ content }) => content.includes('<SelfAudit'))!
  await page.goto(url + String(no))
  await settled(page, no)
  const link = page.locator(`${slideSelector(no)} .slide-link`)
  for (let press = 0; press < 40 && !(await link.evaluate((element) => document.activeElement === element)); press++)
    await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.locator('#audit-gaps').waitFor()
  expect(await page.locator('#audit-gaps a').count()).toBeGreaterThan(0)
  const places = await page.locator('#audit-gaps a').evaluateAll((all) => all.map((each) => each.getAttribute('href')!.replace(/.*#/, '')))
  for (const place of places) expect(await page.locator(`[id="${place}"]`).count(), place).toBe(1)
})

it.each([
  [320, 640],
  [390, 844],
  [768, 1024],
  [1440, 900],
])(
  'fits %i × %i, and axe finds nothing',
  async (width, height) => {
    await page.setViewportSize({ width, height })
    await open()
    expect(await page.locator('.annex-view').evaluate((view) => view.scrollWidth - view.clientWidth)).toBe(0)
    await page.evaluate(axeSource)
    expect(await axeFaults(page, '.annex-view')).toEqual([])
  },
  120_000,
)

describe('beside other windows', () => {
  let talk: Page
  beforeEach(async () => {
    talk = await context.newPage()
    await talk.goto(`${url}presenter/7`)
    await settled(talk, 7)
  })

  it('is not moved by the talk, and does not move it', async () => {
    const seen = watch(page, url)
    await page.goto(`${url}7`)
    await settled(page, 7)
    await page.evaluate(() => window.history.length)
    await open('#C26')
    await talk.waitForTimeout(500)
    expect(new URL(talk.url()).pathname).toMatch(/presenter\/7$/)
    await talk.keyboard.press('ArrowDown')
    await expect.poll(() => new URL(talk.url()).pathname).not.toMatch(/presenter\/7$/)
    await page.waitForTimeout(300)
    expect(new URL(page.url()).pathname).toMatch(/annex$/)
    expect(seen.faults()).toEqual([])
    await talk.close()
  })

  it('opens in a window of its own from the presenter’s view', async () => {
    await talk.keyboard.press('g')
    await talk.getByRole('combobox').waitFor()
    await talk.keyboard.type('A15')
    await talk.getByRole('option').first().waitFor()
    const [annex] = await Promise.all([context.waitForEvent('page'), talk.keyboard.press('Enter')])
    await annex.locator('#A15').waitFor()
    expect(new URL(talk.url()).pathname).toMatch(/presenter\/7$/)
    await annex.close()
    await talk.close()
  })
})
