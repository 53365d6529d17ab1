/** The presenter's window and the room's, in step whoever moves and however; the script, the next step, the timer. */
import type { Browser, BrowserContext, Page } from 'playwright-chromium'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { cardsIn, slidesOfComponents } from '../../engine/story/story.ts'
import { newContext, openBrowser, placeOf, settled, watch, type Watch } from '../support/deck.ts'
import { slideSelector } from '../support/measure-slide.ts'
import { loadSlides, stepOfTwoCards } from '../support/slides.ts'
import { ownRegister } from '../support/brief.ts'
import { COMPONENTS } from '../../components/registry.ts'

const url = inject('deckUrl')
const slides = await loadSlides()
const register = ownRegister()
const cards = cardsIn(
  register,
  slides.map(({ content, layout }) => ({ content, isStep: layout === 'step' })),
  COMPONENTS,
)
const WITHDRAW = slidesOfComponents(slides)['WithdrawClaims']![0]!
/** With several clicks, and slides around it. */
const START = stepOfTwoCards(slides).no

let browser: Browser
let context: BrowserContext
let presenter: Page
let room: Page
let watched: readonly Watch[]
// The same two windows for all tests; each loads the deck anew.
beforeAll(async () => {
  browser = await openBrowser()
  context = await newContext(browser)
  context.setDefaultTimeout(10_000)
  ;[presenter, room] = [await context.newPage(), await context.newPage()]
  watched = [watch(presenter, url), watch(room, url)]
})
afterAll(() => browser?.close())
afterEach(() => expect(watched.flatMap((each) => each.faults())).toEqual([]))

async function openBoth(no: number, click = 0): Promise<void> {
  await room.goto(`${url}${no}?clicks=${click}`)
  await settled(room, no)
  await presenter.goto(`${url}presenter/${no}?clicks=${click}`)
  await presenter
    .locator(`${slideSelector(no)} .slidev-layout`)
    .first()
    .waitFor({ state: 'visible' })
}
/** Both are there: by the address, and by what is seen. */
async function bothAt(no: number, click: number): Promise<void> {
  for (const each of [presenter, room]) {
    await expect.poll(() => placeOf(each.url())).toEqual({ no, click })
    await each
      .locator(`${slideSelector(no)} h1`)
      .first()
      .waitFor({ state: 'visible' })
  }
  expect([new URL(presenter.url()).pathname, new URL(room.url()).pathname]).toEqual([`/presenter/${no}`, `/${no}`])
  const hidden = (on: Page) =>
    on
      .locator(`${slideSelector(no)} .slidev-layout`)
      .first()
      .evaluate((slide) => [...slide.querySelectorAll('*')].filter((each) => getComputedStyle(each).visibility !== 'visible').length)
  await expect.poll(() => hidden(room)).toBe(await hidden(presenter))
}
async function press(on: Page, key: string): Promise<void> {
  await on.bringToFront()
  await on.keyboard.press(key)
}

describe.each([
  ['presenter', () => [presenter, room]],
  ['room', () => [room, presenter]],
] as const)('led by the %s', (_, windows) => {
  it('both step over clicks and slides, on and back', async () => {
    await openBoth(START)
    const [leader] = windows()
    await press(leader!, 'ArrowRight')
    await bothAt(START, 1)
    await press(leader!, 'ArrowRight')
    await bothAt(START, 2)
    await press(leader!, 'ArrowLeft')
    await bothAt(START, 1)
    await press(leader!, 'ArrowDown')
    await bothAt(START + 1, 0)
    await press(leader!, 'ArrowUp')
    await bothAt(START, 0)
    // The other leads now.
    await press(windows()[1]!, 'ArrowRight')
    await bothAt(START, 1)
  })

  it('both are in step after a jump, and go on from there', async () => {
    await openBoth(START, 1)
    const [leader, other] = windows()
    await press(leader!, 'g')
    await leader!.getByRole('combobox').waitFor()
    await leader!.keyboard.type('C18')
    await press(leader!, 'Enter')
    const { slide, clicks } = cards['C18']!
    await bothAt(slide, clicks)
    await press(other!, 'ArrowLeft')
    await bothAt(slide, clicks - 1)
    await press(leader!, 'ArrowRight')
    await bothAt(slide, clicks)
  })

  it('both are in step after a choice by pointer', async () => {
    await openBoth(WITHDRAW)
    const [leader, other] = windows()
    const list = (on: Page) =>
      on
        .locator(`${slideSelector(WITHDRAW)} .withdraw .list`)
        .first()
        .innerText()
    await leader!.bringToFront()
    await leader!
      .locator(`${slideSelector(WITHDRAW)} [role=button][data-part=C26]`)
      .first()
      .click()
    for (const each of [leader!, other!]) await expect.poll(() => list(each)).toBe('Withdrawn: C26')
    await press(leader!, 'ArrowRight')
    await bothAt(WITHDRAW, 1)
    await press(other!, 'ArrowRight')
    await bothAt(WITHDRAW, 2)
    expect(await list(leader!)).toBe(await list(other!))
  })
})

describe('the presenter’s window', () => {
  it('shows the script, and the next step beside the slide', async () => {
    await openBoth(START)
    // Beside the deck's own slides, it alone has this one more.
    const next = () => presenter.locator('.grid-section.next')
    const hidden = (of: string) =>
      presenter
        .locator(`${of} ${slideSelector(START)} *`)
        .evaluateAll((all) => all.filter((each) => getComputedStyle(each).visibility !== 'visible').length)
    const words = /^[^[{<*_`#\n]+/
      .exec(slides[START - 1]!.note.trim())![0]
      .trim()
      .split(/\s+/)
      .slice(0, 6)
      .join(' ')
    expect(await presenter.locator('.grid-section.note').innerText()).toContain(words)
    await expect.poll(() => hidden('.grid-section.next')).toBeLessThan(await hidden('.grid-section.main'))
    await presenter.goto(`${url}presenter/${START}?clicks=999`)
    await expect.poll(() => next().locator('h1').first().innerText()).toBe(slides[START]!.heading)
  })

  it('has a timer that stands until it is started, counts, pauses, and starts anew', async () => {
    await openBoth(START)
    await presenter.bringToFront()
    const timer = presenter.locator('.group:has(.font-mono)').last()
    const shown = async () => (await timer.locator('.font-mono').innerText()).replace(/\s/g, '')
    const seconds = async () => (([minutes = 0, rest = 0]) => minutes * 60 + rest)((await shown()).split(':').map(Number))
    const button = (name: 'toggle' | 'reset') => timer.locator('.relative, .relative + div').nth(name === 'toggle' ? 0 : 1)
    expect(await shown()).toBe('-:--')
    await press(presenter, 'ArrowRight')
    await bothAt(START, 1)
    await presenter.bringToFront()
    expect(await shown(), 'a step does not start it').toBe('-:--')
    await timer.hover()
    await button('toggle').click()
    await expect.poll(seconds).toBeGreaterThanOrEqual(2)
    await button('toggle').click()
    const paused = await shown()
    await presenter.waitForTimeout(1200)
    expect(await shown()).toBe(paused)
    // And the arrow keys go on after these clicks.
    await presenter.keyboard.press('ArrowRight')
    await bothAt(START, 2)
    await presenter.bringToFront()
    await timer.hover()
    await button('toggle').click()
    const before = await seconds()
    await expect.poll(seconds).toBeGreaterThan(before)
    await button('reset').click()
    await expect.poll(shown).toBe('-:--')
  })
})
