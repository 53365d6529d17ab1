/**
 * Each key of the list in components/stage/shortcuts.ts does in the built deck what the list says; a key that is not in it does
 * nothing. That the list is the help, the table in docs/present.md and what is registered, tests/component/shortcuts.test.ts holds.
 */
import type { Browser, Page } from 'playwright-chromium'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { KEY_GROUPS } from '../../components/stage/shortcuts.ts'
import { slidesOfComponents } from '../../engine/story/story.ts'
import { goTo, newContext, openBrowser, placeOf, settled } from '../support/deck.ts'
import { slideSelector } from '../support/measure-slide.ts'
import { loadSlides, stepOfTwoCards } from '../support/slides.ts'

const slides = await loadSlides()
const slidesOf = slidesOfComponents(slides)
/** With several clicks, and slides around it. */
const START = stepOfTwoCards(slides).no
const TRIANGLE = slidesOf['TriangleFigure']![1]!
const STRIP = slidesOf['SentenceStrip']![0]!
const WITHDRAW = slidesOf['WithdrawClaims']![0]!

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await openBrowser()
  page = await (await newContext(browser)).newPage()
  page.setDefaultTimeout(10_000)
  await page.goto(`${inject('deckUrl')}${START}`)
  await settled(page, START)
})
afterAll(() => browser?.close())

/** As Playwright has the keys of the list. */
const NAMES: Readonly<Record<string, string>> = {
  '→': 'ArrowRight',
  '←': 'ArrowLeft',
  '↓': 'ArrowDown',
  '↑': 'ArrowUp',
  'Page Down': 'PageDown',
  'Page Up': 'PageUp',
  Esc: 'Escape',
  '`': 'Backquote',
}
const press = (key: string) =>
  page.keyboard.press(
    key
      .split('+')
      .map((each) => NAMES[each] ?? each)
      .join('+'),
  )

const at = (no: number, click: number) => goTo(page, no, click)
const place = () => placeOf(page.url())
const arrives = (no: number, click: number) => expect.poll(place).toEqual({ no, click })
const field = () => page.getByRole('combobox')
const overview = () => page.locator('.fixed.z-modal:has(.slidev-slide-container)').first()
const isDark = () => page.evaluate(() => document.documentElement.classList.contains('dark'))
const isFull = () => page.evaluate(() => document.fullscreenElement !== null)
const dialogs = () => page.getByRole('dialog').count()

async function openPalette(query: string, atLeast = 2): Promise<void> {
  await press('g')
  await field().waitFor()
  await page.keyboard.type(query)
  await expect.poll(() => page.getByRole('option').count()).toBeGreaterThanOrEqual(atLeast)
}
const option = () =>
  page.locator('[role=option]').evaluateAll((all) => all.findIndex((each) => each.getAttribute('aria-selected') === 'true'))
async function openOverview(): Promise<void> {
  if (!(await overview().isVisible())) await press('o')
  await overview().waitFor()
}
/** The slide that has the frame in the overview, by its number. */
const framed = () =>
  overview()
    .locator('.inline-block.border')
    .evaluateAll((all) => all.findIndex((each) => each.classList.contains('border-primary')) + 1)
async function frames(key: string): Promise<number> {
  await openOverview()
  // Slidev keeps the frame where it was when the overview was last shut.
  const before = await framed()
  await press(key)
  await expect.poll(framed).not.toBe(before)
  return (await framed()) - before
}

const part = (no: number) => page.locator(`${slideSelector(no)} :is(.drawing [role=button], button.cell)`).nth(2)
const chosen = (no: number) =>
  page.locator(`${slideSelector(no)} :is([aria-pressed=true], [aria-expanded=true], [aria-current=true])`).count()
const isFocused = (no: number) => part(no).evaluate((element) => element === document.activeElement)
const DRAWN = [
  [TRIANGLE, 999],
  [STRIP, 1],
  [WITHDRAW, 0],
] as const

const moves = (from: number, to: readonly [number, number]) => async (key: string) => {
  await at(START, from)
  await press(key)
  await arrives(...to)
}
const opensPalette = async (key: string) => {
  await at(START, 1)
  await press(key)
  await field().waitFor()
  expect(await field().inputValue()).toBe('')
  await press('Esc')
  await expect.poll(dialogs).toBe(0)
}
const chooses = async (key: string) => {
  for (const [no, click] of DRAWN) {
    await at(no, click)
    const before = await chosen(no)
    await part(no).focus()
    await press(key)
    await expect.poll(() => chosen(no), { message: `on slide ${no}` }).not.toBe(before)
    expect(place()).toEqual({ no, click: placeOf(page.url()).click })
    await press(key)
    await expect.poll(() => chosen(no), { message: `on slide ${no}` }).toBe(before)
    await part(no).blur()
  }
}

/** By group and key: does what the list says, or fails. */
const TRIALS: Readonly<Record<string, Readonly<Record<string, (key: string) => Promise<void>>>>> = {
  'Moving on': {
    ...Object.fromEntries(['→', 'Space', 'Page Down'].map((key) => [key, moves(1, [START, 2])])),
    ...Object.fromEntries(['←', 'Shift+Space', 'Page Up'].map((key) => [key, moves(2, [START, 1])])),
    ...Object.fromEntries(['↓', 'Shift+→'].map((key) => [key, moves(1, [START + 1, 0])])),
    ...Object.fromEntries(['↑', 'Shift+←'].map((key) => [key, moves(1, [START - 1, 0])])),
    w: async (key) => {
      await at(START, 0)
      const way = () => new URL(page.url()).searchParams.get('way')
      for (const expected of ['20', '10', null]) {
        await press(key)
        await expect.poll(way).toBe(expected)
      }
      expect(place()).toEqual({ no: START, click: 0 })
    },
  },
  Finding: {
    g: opensPalette,
    j: opensPalette,
    ...Object.fromEntries(
      ['o', '`'].map((key) => [
        key,
        async () => {
          await at(START, 1)
          await press(key)
          await overview().waitFor()
          await press(key === 'o' ? '`' : 'o')
          await overview().waitFor({ state: 'hidden' })
          expect(place()).toEqual({ no: START, click: 1 })
        },
      ]),
    ),
    '?': async (key) => {
      await press(key)
      await page.getByRole('dialog', { name: 'Keys' }).waitFor()
      await press('Esc')
      await expect.poll(dialogs).toBe(0)
    },
  },
  Looking: {
    d: async (key) => {
      for (const dark of [true, false]) {
        await press(key)
        await expect.poll(isDark).toBe(dark)
      }
    },
    f: async (key) => {
      for (const full of [true, false]) {
        await press(key)
        await expect.poll(isFull).toBe(full)
      }
    },
  },
  'In the list that “go to” opens': {
    ...Object.fromEntries(
      (
        [
          ['↓', 1],
          ['↑', -1],
        ] as const
      ).map(([key, by]) => [
        key,
        async () => {
          await at(START, 1)
          await openPalette('taliban')
          expect(await option()).toBe(0)
          await press(key)
          const { length } = await page.getByRole('option').all()
          expect(await option()).toBe((by + length) % length)
          await press('Esc')
        },
      ]),
    ),
    Enter: async (key) => {
      await at(START, 1)
      await openPalette(String(TRIANGLE), 1)
      await press(key)
      await arrives(TRIANGLE, 0)
    },
    Esc: async (key) => {
      await at(START, 1)
      await openPalette('taliban')
      await press(key)
      await expect.poll(dialogs).toBe(0)
      expect(place()).toEqual({ no: START, click: 1 })
    },
  },
  'In the overview': {
    '→': async (key) => expect(await frames(key)).toBe(1),
    '←': async (key) => expect(await frames(key)).toBe(-1),
    // A row of the window's width.
    '↓': async (key) => expect(await frames(key)).toBe(2),
    '↑': async (key) => expect(await frames(key)).toBe(-2),
    Enter: async (key) => {
      await openOverview()
      await press('→')
      const no = await framed()
      await press(key)
      await overview().waitFor({ state: 'hidden' })
      await arrives(no, 0)
      await openOverview()
      for (const digit of '12') await press(digit)
      await press(key)
      await overview().waitFor({ state: 'hidden' })
      await arrives(12, 0)
    },
    Esc: async (key) => {
      const before = place()
      await openOverview()
      await press(key)
      await overview().waitFor({ state: 'hidden' })
      expect(place()).toEqual(before)
    },
  },
  'In a drawing, or the strip of sentences': {
    Tab: async (key) => {
      for (const [no, click] of DRAWN) {
        await at(no, click)
        await part(no).focus()
        await press(key)
        expect(
          await page.evaluate((root) => document.activeElement?.matches(`${root} :is([role=button], button.cell)`), slideSelector(no)),
          `on slide ${no}`,
        ).toBe(true)
        expect(await isFocused(no)).toBe(false)
        await page.evaluate(() => (document.activeElement as HTMLElement).blur())
      }
    },
    Enter: chooses,
    Space: chooses,
    Esc: async (key) => {
      for (const [no, click] of DRAWN) {
        await at(no, click)
        const before = await chosen(no)
        await part(no).focus()
        await press('Enter')
        await expect.poll(() => chosen(no)).not.toBe(before)
        await press(key)
        // A claim that is withdrawn stays so.
        if (no !== WITHDRAW) await expect.poll(() => chosen(no), { message: `on slide ${no}` }).toBe(before)
        const from = page.url()
        await press('→')
        await expect.poll(() => page.url(), { message: `from slide ${no}`, timeout: 3000 }).not.toBe(from)
      }
    },
  },
}

describe.each(KEY_GROUPS)('$title', ({ title, keys }) => {
  it.each(keys.flatMap(({ keys: any, does }) => any.map((key) => [key, does] as const)))('%s: %s', async (key) => {
    const trial = TRIALS[title]?.[key]
    if (!trial) throw new Error(`No trial: say in TRIALS, under “${title}”, how ${key} shows that it works.`)
    if (title === 'In the overview' && !(await overview().isVisible())) await at(START, 1)
    await trial(key)
  })
})

it('every trial is of a key in the list', () => {
  const listed = KEY_GROUPS.flatMap(({ title, keys }) => keys.flatMap(({ keys: any }) => any.map((key) => `${title}: ${key}`)))
  expect(
    Object.entries(TRIALS)
      .flatMap(([title, trials]) => Object.keys(trials).map((key) => `${title}: ${key}`))
      .toSorted(),
  ).toEqual(listed.toSorted())
})

it('no other key does anything', async () => {
  await at(START, 1)
  const state = async () =>
    JSON.stringify([
      page.url(),
      await isDark(),
      await isFull(),
      await dialogs(),
      await overview().isVisible(),
      await page.locator('.z-modal.grid').isVisible(),
    ])
  const before = await state()
  const listed = new Set(KEY_GROUPS.slice(0, 3).flatMap(({ keys }) => keys.flatMap(({ keys: any }) => any)))
  const others = [
    ...'abcdefghijklmnopqrstuvwxyz0123456789-=[];,./',
    'Home',
    'End',
    'Enter',
    'Escape',
    'Backspace',
    'Delete',
    'Insert',
    'Shift',
    'F2',
    'F8',
  ].filter((key) => !listed.has(key))
  expect(others.length).toBeGreaterThan(40)
  const acting: string[] = []
  for (const key of others) {
    await page.keyboard.press(key)
    if ((await state()) !== before) acting.push(key)
  }
  expect(acting).toEqual([])
})
