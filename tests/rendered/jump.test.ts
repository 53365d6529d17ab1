/** Going to a place by the palette, and the list of keys, as they are used: by key, by pointer, on a phone, in the presenter view. */
import type { AxeResults } from 'axe-core'
import type { BrowserContext, Page } from 'playwright-chromium'
import { beforeEach, describe, expect, inject, it } from 'vitest'
import { cardsIn, slidesOfComponents } from '../../engine/story/story.ts'
import { axeSource } from '../support/axe.ts'
import { goTo as moveTo, placeOf, settled, step, watch } from '../support/deck.ts'
import { slideSelector } from '../support/measure-slide.ts'
import { loadSlides } from '../support/slides.ts'
import { useWindow } from '../support/window.ts'
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
const slidesOf = slidesOfComponents(slides)

/** A slide with several clicks, to start from and to come back to. */
const START = cards['C08']!.slide

let context: BrowserContext
let page: Page
useWindow(
  url,
  async (opened) => {
    ;({ context, page } = opened)
    await page.goto(url + String(START))
    await settled(page, START)
    context.setDefaultTimeout(5000)
  },
  { stays: true },
)
// What the last test left open is shut.
beforeEach(async () => {
  while (await page.locator('dialog').count()) {
    await page.keyboard.press('Escape')
    await page.waitForTimeout(50)
  }
})

const place = (of = page) => placeOf(of.url())
const field = (of = page) => of.getByRole('combobox', { name: 'A claim, an actor, a source or a slide' })
const options = () => page.getByRole('option')
const chosen = () => page.locator('[role=option][aria-selected=true]')
const closed = () => page.locator('dialog').waitFor({ state: 'detached' })
const dialog = (name: string) => page.getByRole('dialog', { name, exact: true })

const open = (no: number, click = 0) => moveTo(page, no, click)
async function openPalette(key = 'g', timeout = 5000): Promise<void> {
  await page.keyboard.press(key)
  await field().waitFor({ state: 'visible', timeout })
}
async function arrives(no: number, click: number, of = page): Promise<void> {
  await expect.poll(() => place(of)).toEqual({ no, click })
  await settled(of, no)
}
/** Opens the palette, asks, goes to the best. */
async function goTo(query: string): Promise<void> {
  await openPalette()
  await page.keyboard.type(query)
  await page.keyboard.press('Enter')
}

/** All of the dialog is in the window; what is more in it scrolls. */
async function insideWindow(): Promise<void> {
  const { x, y, width, height } = (await page.locator('dialog').boundingBox())!
  const window = page.viewportSize()!
  expect([x >= 0, y >= 0, x + width <= window.width, y + height <= window.height]).toEqual([true, true, true, true])
}

async function axeFaults(): Promise<string[]> {
  await page.evaluate(axeSource)
  const { violations, incomplete, passes } = await page.evaluate(() =>
    (window as unknown as { axe: { run: (context: unknown) => Promise<AxeResults> } }).axe.run({ include: [['dialog']] }),
  )
  expect(passes.length).toBeGreaterThan(5)
  // Of an arrow axe does not judge the contrast; the letters beside it, in the same colours, it does.
  const unsure = incomplete
    .filter(({ id }) => id === 'color-contrast')
    .map((each) => ({ ...each, nodes: each.nodes.filter(({ html }) => !/>[←→↑↓]</.test(html)) }))
  return [...violations, ...unsure].flatMap(({ id, nodes }) =>
    nodes.map(({ target, any }) => `${id} at ${target.join(' ')}: ${any[0]?.message}`),
  )
}

describe('the palette goes', () => {
  it.each(['C26', 'c26', 'claim 26'])('to a claim by its number, “%s”, with its card whole', async (query) => {
    await open(START, 1)
    await goTo(query)
    await arrives(cards['C26']!.slide, cards['C26']!.clicks)
    const card = page.locator(`${slideSelector(place().no)} [data-claim=C26]`)
    await card.waitFor({ state: 'visible' })
    expect(await card.locator('.unrevealed').count()).toBe(0)
  })

  it('to a claim by words of its quote, without its case and accents', async () => {
    const { quote } = register.claims.find(({ id }) => id === 'C26')!
    await open(START)
    await goTo(quote.split(' ').slice(0, 6).join(' ').toUpperCase())
    await arrives(cards['C26']!.slide, cards['C26']!.clicks)
  })

  it.each([
    ['a source by its publisher', 'straits times', register.sources.find(({ publisher }) => publisher === 'The Straits Times')!.id],
    [
      'a source by its number',
      register.sources.findLast(({ citedBy }) => citedBy.length > 0)!.id,
      register.sources.findLast(({ citedBy }) => citedBy.length > 0)!.id,
    ],
    ['a thing to ask for', 'W03', 'W03'],
    ['an actor', 'iskp', 'actor-iskp'],
    ['a part of it', 'corrections', 'reply'],
  ])('to the annex, for %s; and back to where one was', async (_, query, id) => {
    await open(START, 1)
    await goTo(query)
    await page.waitForURL((address) => address.pathname.endsWith('/annex') && address.hash === `#${id}`)
    await page.locator(`[id="${id}"].asked`).waitFor()
    await expect
      .poll(() => page.locator(`[id="${id}"]`).evaluate((element) => element.getBoundingClientRect().top < innerHeight))
      .toBe(true)
    await page.getByRole('link', { name: 'Back to the slides' }).click()
    await arrives(START, 1)
  })

  it('to a slide by its number and by words of its heading', async () => {
    const { no, heading } = slides.find((slide) => slide.heading.startsWith('Where ISKP has been strong'))!
    await open(START)
    await goTo(String(no))
    await arrives(no, 0)
    await open(START)
    await openPalette('j')
    await page.keyboard.type(heading.toLowerCase())
    await page.keyboard.press('Enter')
    await arrives(no, 0)
  })

  it('to the one chosen with the arrow keys, or clicked', async () => {
    await open(START)
    await openPalette()
    await page.keyboard.type('26')
    await expect.poll(() => options().count()).toBeGreaterThan(2)
    await page.keyboard.press('ArrowDown')
    expect(await chosen().textContent()).toContain('Claim C26')
    expect(await field().getAttribute('aria-activedescendant')).toBe(await chosen().getAttribute('id'))
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    // Around the end to the last.
    expect(await options().last().getAttribute('aria-selected')).toBe('true')
    await options().filter({ hasText: 'Claim C26' }).click()
    await arrives(cards['C26']!.slide, cards['C26']!.clicks)
  })

  it('and the arrow keys go on from there, and the browser goes back', async () => {
    await open(START, 1)
    await goTo('C18')
    const { slide, clicks } = cards['C18']!
    await arrives(slide, clicks)
    await step(page, 'ArrowLeft')
    expect(place()).toEqual({ no: slide, click: clicks - 1 })
    await open(START, 1)
    await goTo('C18')
    await arrives(slide, clicks)
    await page.goBack()
    await arrives(START, 1)
  })
})

describe('while it is open', () => {
  it('the deck’s keys do nothing', async () => {
    await open(START, 1)
    const dark = () => page.locator('html.dark').count()
    await openPalette()
    for (const key of ['d', 'o', 'f', 'g', 'j', '1', '2', ' ', 'ArrowRight', 'ArrowLeft', 'ArrowDown', 'PageDown', 'Home'])
      await page.keyboard.press(key)
    expect(await field().inputValue()).toBe('dofgj12 ')
    // The same on a button of it, where no field takes the letters.
    await dialog('Go to').getByRole('button', { name: 'Close' }).focus()
    const keys = ['d', 'o', 'f', 'g', '1', 'ArrowRight', 'ArrowDown', 'PageDown', '?']
    for (const key of keys) await page.keyboard.press(key)
    // And after a click on its words, where nothing at all takes them.
    await dialog('Go to').getByRole('heading').click()
    expect(await page.evaluate(() => document.activeElement?.closest('input, button, a'))).toBeNull()
    for (const key of keys) await page.keyboard.press(key)
    expect([place(), await dark(), await page.getByRole('dialog').count()]).toEqual([{ no: START, click: 1 }, 0, 1])
    expect(await page.evaluate(() => document.fullscreenElement)).toBeNull()
  })

  it('the letter that opened it is not typed, however long it is held', async () => {
    await open(START)
    await page.keyboard.down('g')
    await field().waitFor({ state: 'visible' })
    for (let repeat = 0; repeat < 3; repeat++) await page.keyboard.down('g')
    await page.keyboard.up('g')
    expect(await field().inputValue()).toBe('')
    await page.keyboard.type('g')
    expect(await field().inputValue()).toBe('g')
  })

  it('Escape closes it, and the arrow keys move the deck', async () => {
    await open(START)
    for (const query of ['', 'bajaur']) {
      const { click } = place()
      await openPalette()
      await page.keyboard.type(query)
      await page.keyboard.press('Escape')
      await closed()
      expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true)
      expect(await step(page, 'ArrowRight'), `after “${query}”`).toBe(true)
      expect(place()).toEqual({ no: START, click: click + 1 })
    }
  })

  it('Escape gives the focus back to what had it', async () => {
    await open(slidesOf['TriangleFigure']![0]!)
    await page.keyboard.press('ArrowRight')
    const part = page.locator(`${slideSelector(place().no)} .drawing [role=button]`).first()
    await part.waitFor({ state: 'visible' })
    await part.focus()
    await openPalette()
    await page.keyboard.press('Escape')
    await closed()
    expect(await part.evaluate((element) => element === document.activeElement)).toBe(true)
  })

  it('it says in words how many it found, and that it found nothing', async () => {
    await open(START)
    await openPalette()
    const status = dialog('Go to').getByRole('status')
    expect(await status.textContent()).toBe('')
    await page.keyboard.type('taliban')
    await expect.poll(() => status.textContent()).toMatch(/^12 shown, \d+ more\./)
    expect(await options().count()).toBe(12)
    await page.keyboard.type(' qqq')
    await expect.poll(() => status.textContent()).toBe('Nothing found.')
    expect(await field().getAttribute('aria-expanded')).toBe('false')
    await page.keyboard.press('Enter')
    expect(await field().isVisible()).toBe(true)
    expect(place().no).toBe(START)
  })

  it('Slidev’s own dialog is not there', async () => {
    await open(START)
    await openPalette()
    expect(await page.locator('#slidev-goto-dialog, #slidev-goto-input').count()).toBe(0)
  })

  it('Ctrl and a letter are the browser’s', async () => {
    await open(START)
    await page.keyboard.press('Control+g')
    await page.keyboard.press('Control+j')
    await page.waitForTimeout(300)
    expect(await page.getByRole('dialog').count()).toBe(0)
  })
})

describe('from the overview', () => {
  const inOverview = () => page.locator('.slidev-slide-container, #slide-content').count()

  it('Escape closes the palette and leaves the overview, digits stay in the field', async () => {
    await open(START)
    const before = await inOverview()
    await page.keyboard.press('o')
    await expect.poll(inOverview).toBeGreaterThan(before)
    // The overview mounts every slide, which takes a busy machine a while.
    await openPalette('g', 20_000)
    await page.keyboard.type('30')
    expect(place().no).toBe(START)
    await page.keyboard.press('Escape')
    await closed()
    await page.waitForTimeout(300)
    expect(await inOverview()).toBeGreaterThan(before)
    await openPalette()
    await page.keyboard.type('30')
    await page.keyboard.press('Enter')
    await expect.poll(inOverview).toBe(before)
    await arrives(30, 0)
  })
})

describe('by pointer', () => {
  it('the last button of the bar opens it; afterwards the arrow keys move the deck', async () => {
    await open(START)
    const button = page.getByRole('button', { name: 'Go to a claim, an actor, a source or a slide' })
    await button.hover()
    await button.click()
    await field().waitFor({ state: 'visible' })
    await page.keyboard.press('Escape')
    await closed()
    expect(await step(page, 'ArrowRight')).toBe(true)
  })

  it('a click beside it closes it', async () => {
    await open(START)
    await openPalette()
    await page.mouse.click(4, 540)
    await closed()
    expect(place()).toEqual({ no: START, click: 0 })
  })

  it('on a phone the button is there without a pointer over it, and all of the palette is on the screen', async () => {
    await page.setViewportSize({ width: 360, height: 740 })
    await open(START)
    const ink = await page.locator(`${slideSelector(START)} h1`).evaluate((heading) => getComputedStyle(heading).color)
    expect(
      await page.getByRole('button', { name: 'Go to a claim' }).evaluate((button) => getComputedStyle(button).color),
      'in ink, on paper',
    ).toBe(ink)
    await page.getByRole('button', { name: 'Go to a claim, an actor, a source or a slide' }).click()
    await field().fill('straits')
    await options().first().waitFor({ state: 'visible' })
    await insideWindow()
    expect(await dialog('Go to').evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0)
    await options().first().click()
    await page.waitForURL((address) => address.pathname.endsWith('/annex'))
    await page.goBack()
    await arrives(START, 0)
  })
})

describe('in the presenter view', () => {
  it('the room goes too', async () => {
    const room = await context.newPage()
    const seen = watch(room, url)
    await room.goto(url + String(START))
    await settled(room, START)
    await page.goto(`${url}presenter/${START}`)
    await page
      .locator(`${slideSelector(START)} .slidev-layout`)
      .first()
      .waitFor({ state: 'visible' })
    await page.bringToFront()
    await goTo('C26')
    const { slide, clicks } = cards['C26']!
    await expect.poll(() => place()).toEqual({ no: slide, click: clicks })
    expect(new URL(page.url()).pathname).toContain('/presenter/')
    await arrives(slide, clicks, room)
    expect(await room.locator(`${slideSelector(slide)} [data-claim=C26] .unrevealed`).count()).toBe(0)
    // On again, both.
    await page.keyboard.press('ArrowDown')
    await arrives(slide + 1, 0, room)
    await page.goBack()
    await arrives(slide, clicks, room)
    expect(new URL(room.url()).pathname).not.toContain('presenter')
    expect(seen.faults()).toEqual([])
    await room.close()
    await page.goto(url + String(START))
  })
})

describe('the list of keys', () => {
  it('opens with ?, and from the palette, and gives the focus back', async () => {
    await open(START)
    await page.keyboard.press('?')
    await dialog('Keys').waitFor({ state: 'visible' })
    await page.keyboard.press('Escape')
    await closed()
    // A second time too: the key is not taken for held.
    await page.keyboard.press('Shift+?')
    await dialog('Keys').waitFor({ state: 'visible' })
    await page.keyboard.press('Escape')
    await closed()
    await openPalette()
    await dialog('Go to').getByRole('button', { name: 'All keys' }).click()
    await dialog('Keys').waitFor({ state: 'visible' })
    expect(await page.getByRole('dialog').count()).toBe(1)
    await page.keyboard.press('Escape')
    await closed()
    expect(await step(page, 'ArrowRight')).toBe(true)
  })
})

describe.each(['light', 'dark'] as const)('in %s, axe finds nothing in', (scheme) => {
  beforeEach(async () => {
    await page.emulateMedia({ colorScheme: scheme })
    await open(START)
  })

  it('the palette: empty, with a list, with nothing found', async () => {
    await openPalette()
    expect(await axeFaults()).toEqual([])
    await page.keyboard.type('b')
    await options().first().waitFor({ state: 'visible' })
    expect(await axeFaults()).toEqual([])
    await page.keyboard.type('qqq')
    await expect.poll(() => options().count()).toBe(0)
    expect(await axeFaults()).toEqual([])
  })

  it('the list of keys', async () => {
    await page.keyboard.press('?')
    await dialog('Keys').waitFor({ state: 'visible' })
    expect(await axeFaults()).toEqual([])
  })
})

describe('what is read', () => {
  it('is 18 px or more, what stands under a name 14 px or more', async () => {
    await open(START)
    const sizes = () =>
      page
        .locator('dialog')
        .evaluate((root) =>
          [...root.querySelectorAll<HTMLElement>('*')]
            .filter((element) =>
              [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent!.trim() !== ''),
            )
            .map(
              (element) =>
                [
                  element.closest('.where, .passage, kbd') ? 14 : 18,
                  Number.parseFloat(getComputedStyle(element).fontSize),
                  element.className,
                ] as const,
            ),
        )
    await openPalette()
    await page.keyboard.type('b')
    await options().first().waitFor({ state: 'visible' })
    expect((await sizes()).filter(([least, size]) => size < least)).toEqual([])
    await page.keyboard.press('Escape')
    await closed()
    await page.keyboard.press('?')
    await dialog('Keys').waitFor({ state: 'visible' })
    expect((await sizes()).filter(([least, size]) => size < least)).toEqual([])
  })

  it.each([
    [980, 552],
    [1280, 720],
    [1920, 1080],
    [360, 640],
  ])('is all in a window of %i × %i', async (width, height) => {
    await page.setViewportSize({ width, height })
    await open(START)
    await openPalette()
    await page.keyboard.type('taliban')
    await options().first().waitFor({ state: 'visible' })
    await insideWindow()
    // The chosen one is scrolled to, not under the field.
    for (let press = 0; press < 11; press++) await page.keyboard.press('ArrowDown')
    const [of, in_, form] = [
      (await chosen().boundingBox())!,
      (await page.locator('dialog').boundingBox())!,
      (await page.locator('dialog form').boundingBox())!,
    ]
    expect(of.y + of.height).toBeLessThanOrEqual(in_.y + in_.height + 1)
    for (let press = 0; press < 10; press++) await page.keyboard.press('ArrowUp')
    expect((await chosen().boundingBox())!.y).toBeGreaterThanOrEqual(form.y + form.height - 1)
    await page.keyboard.press('Escape')
    await closed()
    await page.keyboard.press('?')
    await dialog('Keys').waitFor({ state: 'visible' })
    await insideWindow()
  })

  it('shows which one is chosen where the system sets the colours', async () => {
    await page.emulateMedia({ forcedColors: 'active' })
    await open(START)
    await openPalette()
    await page.keyboard.type('b')
    await options().first().waitFor({ state: 'visible' })
    const outline = (index: number) =>
      options()
        .nth(index)
        .evaluate((element) => getComputedStyle(element).outlineStyle)
    expect([await outline(0), await outline(1)]).toEqual(['solid', 'none'])
  })
})
