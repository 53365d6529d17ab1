/**
 * A click on each thing that can be clicked, and then the arrow keys: the deck moves. What there is to click is found in
 * the deck itself, one of each kind, so that a new widget is tried without a word here.
 */
import type { Browser, BrowserContext, Page } from 'playwright-chromium'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { goTo, newContext, openBrowser, placeOf, settled } from '../support/deck.ts'
import { slideSelector } from '../support/measure-slide.ts'
import { loadSlides } from '../support/slides.ts'

const url = inject('deckUrl')
const slides = await loadSlides()
const last = slides.length
/** What a pointer or the keyboard can do something with. */
const CONTROLS =
  'a[href], button, input, select, textarea, summary, label, [tabindex], [contenteditable], [role=button], [role=link], [role=checkbox], [role=option], [role=tab], [role=switch]'

/** Until the deck has moved, in milliseconds: long, for a busy machine that has just drawn the overview. */
const PATIENCE = 8000

/** Controls tried in one window. */
const MANY = 14

interface Control {
  readonly no: number
  /** Which of the slide's controls, from 0. */
  readonly nth: number
  readonly path: string
}

let browser: Browser
let context: BrowserContext | null = null
let page: Page
/** A window of its own, and none besides. */
async function openAlone(options: Parameters<typeof newContext>[2] = {}): Promise<void> {
  await context?.close()
  context = await newContext(browser, 'light', options)
  // A source's own page is not asked for: that it opens is enough.
  await context.route(
    (address) => address.origin !== new URL(url).origin,
    (route) => route.abort(),
  )
  page = await context.newPage()
  context.setDefaultTimeout(5000)
  context.on('page', (opened) => void opened.close())
}
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

/** Runs in the page: one control of each kind. Of one kind are those of one component, in one drawing, that lead as far. */
function kinds(selector: string): readonly Control[] {
  const found = new Map<string, Control>()
  for (const slide of document.querySelectorAll<HTMLElement>('.slidev-page')) {
    ;[...slide.querySelectorAll(selector)].forEach((element, nth) => {
      if (getComputedStyle(element).visibility !== 'visible' || element.closest('[hidden], .visually-hidden')) return
      const above: Element[] = []
      for (let at: Element | null = element; at && at !== slide; at = at.parentElement) above.unshift(at)
      const components = new Set(above.flatMap((each) => each.getAttributeNames().filter((name) => name.startsWith('data-v-'))))
      const leads = element instanceof HTMLAnchorElement ? (element.origin === location.origin ? 'a slide' : 'a source') : ''
      const drawing = above.find((each) => each.localName === 'svg')?.getAttribute('class') ?? ''
      const kind = [...components, drawing, element.localName, element.getAttribute('role'), leads].join(' ')
      const path = above.map((each) => [each.localName, ...each.classList].join('.')).join(' > ')
      if (!found.has(kind)) found.set(kind, { no: Number(slide.dataset['slidevNo']), nth, path })
    })
  }
  return [...found.values()]
}

/** Runs in the page: where a pointer hits the control, and where it leads if it is a link to a slide. */
function aim({ root, selector, nth }: { readonly root: string; readonly selector: string; readonly nth: number }) {
  const control = [...document.querySelectorAll(`${root} :is(${selector})`)][nth]
  if (!control) throw new Error('it is not there')
  const points = [control, ...control.querySelectorAll('*')].flatMap((element) => {
    if (element instanceof SVGPathElement)
      return [0.3, 0.5].map((part) => element.getPointAtLength(element.getTotalLength() * part).matrixTransform(element.getScreenCTM()!))
    return [...element.getClientRects()].map(({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 }))
  })
  const at = points.find(({ x, y }) => {
    const hit = document.elementFromPoint(x, y)
    return hit !== null && (control.contains(hit) || hit.closest('label')?.control === control)
  })
  const leadsTo = control instanceof HTMLAnchorElement && control.origin === location.origin ? control.href : null
  return at
    ? { x: at.x, y: at.y, leadsTo }
    : { over: points[0] ? (document.elementFromPoint(points[0].x, points[0].y)?.outerHTML.slice(0, 120) ?? 'outside') : 'no size' }
}

/** From the reading page. A browser that is still on its way there loses the way back. */
async function comeBack(no: number): Promise<void> {
  await page.waitForLoadState('load')
  await page.goBack({ timeout: 30_000 })
  await settled(page, no)
}

/** @returns what is wrong; null where the deck moves */
async function arrowFault(): Promise<string | null> {
  const before = page.url()
  const { no } = placeOf(before)
  await page.keyboard.press(no === last ? 'ArrowLeft' : 'ArrowRight')
  const moved = await page
    .waitForURL((address) => address.href !== before, { timeout: PATIENCE, waitUntil: 'commit' })
    .then(
      () => true,
      () => false,
    )
  return moved
    ? null
    : `the arrow key does not move the deck; ${await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 80))} has the focus`
}

async function faultOf({ no, nth }: Control): Promise<string | null> {
  await goTo(page, no)
  const target = await page.evaluate(aim, { root: slideSelector(no), selector: CONTROLS, nth })
  if ('over' in target) return `no pointer hits it, but ${target.over}`
  await page.mouse.click(target.x, target.y)
  // One that leads nowhere else is there at once; another when its slide is.
  if (
    target.leadsTo !== null &&
    !(await page.waitForURL(target.leadsTo, { timeout: PATIENCE, waitUntil: 'commit' }).then(
      () => true,
      () => false,
    ))
  )
    return `a click does not lead to ${target.leadsTo}`
  if (page.url().startsWith(`${url}read/`)) {
    await comeBack(no)
    return null
  }
  // The annex is no slide: the arrow keys move the deck once one is back.
  if (page.url().startsWith(`${url}annex`)) {
    await page.goBack()
    await settled(page, no)
  }
  return arrowFault()
}

it('on the slides', async () => {
  await openAlone({ mountsAll: true })
  // On the last slide all others are past: each whole, after its last click.
  await page.goto(url + String(last))
  await page
    .locator('.slidev-page .slidev-layout')
    .nth(last - 1)
    .waitFor({ state: 'attached', timeout: 30_000 })
  const controls = await page.evaluate(kinds, CONTROLS)
  // Few would mean that they were not found.
  expect(controls.length).toBeGreaterThan(25)
  const faults: string[] = []
  for (const [index, control] of controls.entries()) {
    // With all slides mounted the browser is slow, and each that was visited stays mounted.
    if (index % MANY === 0) {
      await openAlone()
      await page.goto(url + String(control.no))
      await settled(page, control.no)
    }
    const fault = await faultOf(control)
    if (fault !== null) faults.push(`slide ${control.no}, ${control.path}: ${fault}`)
  }
  expect(faults).toEqual([])
})

describe('in the bar', () => {
  const START = slides.find(({ layout }) => layout === 'step')!.no
  const buttons = () => page.locator('nav:has(button[title="Go to next slide"]) :is(a, button)')

  /** What comes only when its code, or its page, has come. */
  const LATE: Readonly<Record<string, () => Promise<void>>> = {
    'Presenter Mode': async () => {
      await page.waitForURL('**/presenter/**')
      await page
        .locator(`${slideSelector(START)} .slidev-layout`)
        .first()
        .waitFor({ state: 'visible' })
    },
    'Read this as a page': () => page.waitForURL(`${url}read/**`),
    'Go to a claim, an actor, a source or a slide': () => page.getByRole('dialog').waitFor(),
  }

  it('on each button, once what it opened is closed by Escape or a click beside it', async () => {
    await openAlone()
    await page.goto(url + String(START))
    await goTo(page, START)
    const names = await buttons().evaluateAll((all) =>
      all
        .filter((each) => each.getBoundingClientRect().width > 0 && !(each as HTMLButtonElement).disabled)
        .map((each) => each.getAttribute('title') ?? each.getAttribute('aria-label') ?? each.textContent.trim()),
    )
    expect(names.length).toBeGreaterThan(6)
    expect(names).toEqual(expect.arrayContaining(Object.keys(LATE)))
    const faults: string[] = []
    for (const [index, name] of names.entries()) {
      if (placeOf(page.url()).no !== START) await goTo(page, START)
      await buttons().nth(index).click()
      await page.waitForTimeout(100)
      await LATE[name]?.()
      if (page.url().startsWith(`${url}read/`)) {
        await comeBack(START)
        continue
      }
      await page.keyboard.press('Escape')
      // Slidev's “Show info” knows no Escape.
      if (await page.locator('.z-modal.grid').isVisible()) await page.mouse.click(4, 4)
      await page.waitForTimeout(100)
      await page.evaluate(() => (document.fullscreenElement ? document.exitFullscreen() : undefined))
      const fault = await arrowFault()
      if (fault !== null) faults.push(`${name}: ${fault}`)
      if (new URL(page.url()).pathname.includes('presenter')) await page.goto(url + String(START))
    }
    expect(faults).toEqual([])
  })
})
