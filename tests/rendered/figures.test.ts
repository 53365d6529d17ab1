/**
 * The drawings as they are shown: no label on another or across a line, legible in light, dark and grey; choosing by
 * pointer and keyboard; the presenter's choice seen by the room.
 */
import type { BrowserContext, Page } from 'playwright-chromium'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { goTo, placeOf, settled } from '../support/deck.ts'
import { expectNone } from '../support/faults.ts'
import { type FigureMeasurement, figureRules, measureFigure } from '../support/measure-figure.ts'
import { slideSelector } from '../support/measure-slide.ts'
import { loadSlides, slidesWith, slidesWithFigure } from '../support/slides.ts'
import { useWindow } from '../support/window.ts'
import { ownBrief, ownRegister } from '../support/brief.ts'

const url = inject('deckUrl')
const register = ownRegister()
const { figures: specs } = await ownBrief()
const slides = await loadSlides()
const withFigure = slidesWithFigure(slides)

let context: BrowserContext
let page: Page
useWindow(
  url,
  async (opened) => {
    ;({ context, page } = opened)
    await page.goto(url)
    await settled(page, 1)
  },
  { stays: true },
)

/** What somebody may have set; the page follows without being loaded anew. */
const MODES = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  'the system’s own colours': { colorScheme: 'light', forcedColors: 'active' },
  'more contrast': { colorScheme: 'light', forcedColors: 'none', contrast: 'more' },
} as const
type Mode = keyof typeof MODES

interface Visit {
  /** Names of the drawings on the slide. */
  readonly names: readonly string[]
  readonly measured: Readonly<Record<Mode, FigureMeasurement>>
  /** Parts with a transition where motion is not wanted. */
  readonly moving: number
}

describe('every slide with a drawing', () => {
  const visits = new Map<number, Visit>()
  beforeAll(async () => {
    for (const { no } of withFigure) {
      await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', contrast: 'no-preference' })
      await goTo(page, no)
      const names = await page
        .locator(`${slideSelector(no)} svg.drawing`)
        .evaluateAll((all) => all.map((svg) => [...svg.classList].find((name) => name !== 'drawing') ?? ''))
      const moving = await page.locator(`${slideSelector(no)} svg.drawing *`).evaluateAll(
        (all) =>
          all.filter((each) =>
            getComputedStyle(each)
              .transitionDuration.split(', ')
              .some((time) => Number.parseFloat(time) > 0),
          ).length,
      )
      const measured: Partial<Record<Mode, FigureMeasurement>> = {}
      for (const [mode, media] of Object.entries(MODES) as [Mode, (typeof MODES)[Mode]][]) {
        await page.emulateMedia(media)
        await page.locator(mode === 'dark' ? 'html.dark' : 'html:not(.dark)').waitFor({ state: 'attached' })
        measured[mode] = await measureFigure(page, no)
      }
      visits.set(no, { names, moving, measured: measured as Record<Mode, FigureMeasurement> })
    }
  })

  it('has one, and every drawing has its slide', () => {
    expect(withFigure.map(({ no }) => [no, visits.get(no)!.names.length])).toEqual(withFigure.map(({ no }) => [no, 1]))
    expect([...new Set([...visits.values()].flatMap(({ names }) => names))].toSorted()).toEqual(specs.map(({ name }) => name).toSorted())
  })

  /** A rule over all of them: the message names the slide. */
  const expectOnAll = (faultsOf: (visit: Visit) => readonly string[]) =>
    expectNone(withFigure.flatMap(({ no, heading }) => faultsOf(visits.get(no)!).map((fault) => `${no} “${heading}”: ${fault}`)))

  describe.each(['light', 'dark'] as const)('in %s, at its last click', (mode) => {
    it('has words', () => {
      expectOnAll(({ measured }) => (measured[mode].words.length > 4 ? [] : [`${measured[mode].words.length} words`]))
    })

    it.each(Object.entries(figureRules))('holds %s', (_, rule) => {
      expectOnAll(({ measured }) => rule(measured[mode]))
    })
  })

  it.each(['the system’s own colours', 'more contrast'] as const)('can be read with %s', (mode) => {
    expectOnAll(({ measured }) => figureRules['faintLabel']!(measured[mode]))
  })

  it('looks another in each mode, so that the modes were really set', () => {
    const inks = (mode: Mode) =>
      [...visits.values()].map(({ measured }) => measured[mode].words.map(({ ink }) => ink.join()).join(' ')).join()
    expect(new Set([inks('light'), inks('dark'), inks('the system’s own colours')]).size).toBe(3)
  })

  it('is still where motion is not wanted', () => {
    expectOnAll(({ moving }) => (moving === 0 ? [] : [`${moving} parts move`]))
  })
})

describe('choosing a side of the triangle', () => {
  const no = slidesWith(slides, 'TriangleFigure', { view: 'sourced' })[0]!.no
  const side = (page: Page, relation: string) => page.locator(`${slideSelector(no)} [data-part="${relation}"]`)
  const list = (page: Page) => page.locator(`${slideSelector(no)} .chosen-side`)

  it('by keyboard: Tab reaches it, Enter lists its claims, Escape lets go, and the arrow keys still move the deck', async () => {
    await goTo(page, no)
    const reached: string[] = []
    for (let press = 0; press < 20 && reached.length < register.relations.length; press++) {
      await page.keyboard.press('Tab')
      const part = await page.evaluate(() => document.activeElement?.getAttribute('data-part') ?? '')
      if (part) reached.push(part)
    }
    expect(reached.toSorted()).toEqual(register.relations.map(({ relation }) => relation).toSorted())
    const before = page.url()
    await page.keyboard.press('Enter')
    await list(page).waitFor()
    const chosen = register.relations.find(({ relation }) => relation === reached.at(-1))!
    expect(await list(page).locator('a').count()).toBe(chosen.claims.length)
    await page.keyboard.press(' ')
    await list(page).waitFor({ state: 'detached' })
    await page.keyboard.press(' ')
    await page.keyboard.press('Escape')
    await list(page).waitFor({ state: 'detached' })
    expect(page.url()).toBe(before)
    await page.keyboard.press('ArrowRight')
    await page.waitForURL((address) => placeOf(address.href).no === no + 1)
  })

  it.each(
    register.relations.filter(({ relation }) => relation !== 'to-pakistan').map(({ relation, claims }) => [relation, claims] as const),
  )('by pointer, on the line of %s, and on to a card', async (relation, claims) => {
    await goTo(page, no)
    await side(page, relation)
      .locator('.line')
      .first()
      .evaluate((path) => {
        const line = path as SVGPathElement
        const { x, y } = line.getPointAtLength(line.getTotalLength() * 0.3).matrixTransform(line.getScreenCTM()!)
        ;(window as unknown as { at: { x: number; y: number } }).at = { x, y }
      })
    const { x, y } = await page.evaluate(() => (window as unknown as { at: { x: number; y: number } }).at)
    await page.mouse.click(x, y)
    await list(page).waitFor()
    const links = await list(page).locator('a b').allInnerTexts()
    expect(links.toSorted()).toEqual([...claims].toSorted())
    const first = links[0]!
    await list(page).locator('a').first().click()
    await page.waitForURL((address) => placeOf(address.href).no !== no)
    const place = placeOf(page.url())
    await settled(page, place.no)
    const card = page.locator(`${slideSelector(place.no)} article[data-claim="${first}"]`)
    await card.locator('.beside').waitFor({ state: 'visible' })
  })

  it('in the presenter view is seen by the room, and the other way about', async () => {
    const room = page
    await goTo(room, no)
    const presenter = await context.newPage()
    await presenter.goto(`${url}presenter/${no}?clicks=999`)
    await side(presenter, 'iskp-ttp').first().waitFor()
    await side(presenter, 'iskp-ttp').first().focus()
    await presenter.keyboard.press('Enter')
    await list(room).waitFor()
    expect(await list(room).locator('.name').innerText()).toContain('ISKP and TTP')
    await room.bringToFront()
    await room.keyboard.press('Tab')
    await list(room).getByRole('button', { name: 'Close the list' }).click()
    await list(presenter).first().waitFor({ state: 'detached' })
  })
})

describe('choosing an arrow of the argument', () => {
  const no = slidesWith(slides, 'ArgumentMap')[0]!.no
  it('says what it takes for granted, inside the canvas and not over the arrow', async () => {
    await goTo(page, no)
    for (const { id, warrant } of register.inferences) {
      const arrow = page.locator(`${slideSelector(no)} [data-part="${id}"]`)
      if ((await arrow.count()) === 0) continue
      await arrow.focus()
      await page.keyboard.press('Enter')
      const words = page.locator(`${slideSelector(no)} .words`)
      await words.waitFor()
      expect(await words.innerText()).toContain(warrant)
      const [box, pill] = [(await words.boundingBox())!, (await arrow.locator('.box').first().boundingBox())!]
      expect(box.y + box.height).toBeLessThanOrEqual(552)
      expect(pill.x >= box.x + box.width || pill.x + pill.width <= box.x, `${id} lies under its own words`).toBe(true)
      await page.keyboard.press('Escape')
    }
  })
})
