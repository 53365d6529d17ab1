/**
 * Every slide in a real browser, at its first and its last click: what it loads, how it lies on the canvas, what a
 * screen reader gets, what its clicks reveal. The browser measures once; the tests judge what it found.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Browser, Page } from 'playwright-chromium'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { loadRegisterFromDisk } from '../../claims/files.ts'
import { requestsByLoad } from '../../claims/settling.ts'
import { newContext, openBrowser, placeOf, settled, step, watch } from '../support/deck.ts'
import { CHANGED_BY_CLICKS, layoutRules, type Measurement, sameAgain, unevenReveals } from '../support/measure-rules.ts'
import { measureSlide, slideSelector } from '../support/measure-slide.ts'
import { loadSlides } from '../support/slides.ts'

interface Visit {
  readonly faults: readonly string[]
  readonly first: Measurement
  readonly last: Measurement
  /** For each click, from 0, the hidden parts. */
  readonly steps: readonly (readonly number[])[]
  /** After one click too many and one back the slide is in its last state. */
  /** For each click, from 0, what can be read of what clicks change; empty where they reveal. */
  readonly said: readonly string[]
  readonly cameBackTo: number
  /** What axe found, one line a place: all rules in light, contrast in dark; contrast that it could not judge is a fault too. */
  readonly axe: readonly string[]
  /** Entries of the reference lists: ids of sources, claims, things to ask for. */
  readonly sources: readonly string[]
  readonly sheetRows: readonly string[]
  readonly wanted: readonly string[]
}

/** Pages at a time. */
const PAGES = 4
/** Slides that a page walks through before it loads the deck anew: what was visited stays mounted and slows axe down. */
const WALK = 5
/** Longest wait for a click that may do nothing: after the last click of the last slide. */
const NOTHING_HAPPENS = 500

/** What a slide changes and does not reveal. */
const changedSelector = (no: number) => CHANGED_BY_CLICKS.map(({ selector }) => `${slideSelector(no)} ${selector}`).join(', ')

/** The faults are the message: a report shortens a list. */
const expectNone = (faults: readonly string[]) => expect(faults, `\n${faults.join('\n')}\n`).toEqual([])

/** Rules of axe that a slide need not hold, and why. */
const AXE_EXCEPTIONS: Readonly<Record<string, string>> = {}

/** Drawings that lie over text without covering it; with them there axe gives up on the contrast of the text. */
const AXE_UNSEEN = ['.frame']

const slides = await loadSlides()
const { register } = loadRegisterFromDisk()
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

async function runAxe(page: Page, no: number, options: RunOptions, where: string): Promise<string[]> {
  const { violations, incomplete, passes } = await page.evaluate(
    async ({ root, unseen, options }) => {
      const { axe } = window as unknown as { axe: { run: (context: unknown, options: unknown) => Promise<AxeResults> } }
      // Not a <style>: the page’s policy lets none be put in.
      const style = new CSSStyleSheet()
      style.replaceSync(`${unseen} { display: none !important }`)
      document.adoptedStyleSheets.push(style)
      try {
        const found = await axe.run({ include: [[root]] }, options)
        // axe cannot tell what lies under text in an SVG; tests/rendered/drawings.test.ts measures that contrast.
        const inDrawing = (target: unknown) => typeof target === 'string' && Boolean(document.querySelector(target)?.closest('svg.drawing'))
        return { ...found, incomplete: found.incomplete.map((each) => (each.id === 'color-contrast' ? { ...each, nodes: each.nodes.filter(({ target }) => !inDrawing(target[0])) } : each)) }
      }
      finally {
        document.adoptedStyleSheets.pop()
      }
    },
    { root: slideSelector(no), unseen: AXE_UNSEEN.join(', '), options: { ...options, resultTypes: ['violations', 'incomplete'] as ('violations' | 'incomplete')[] } },
  )
  if (passes.length === 0) return [`${where}: axe ran no rule`]
  return [...violations, ...incomplete.filter(({ id }) => id === 'color-contrast')]
    .filter(({ id }) => !(id in AXE_EXCEPTIONS))
    .flatMap(({ id, help, nodes }) => nodes.map(({ target, any }) => `${where}: ${id} (${help}) at ${target.join(' ')}${any[0] ? `: ${any[0].message}` : ''}`))
}

/** Opens a slide from its address, and axe with it. */
async function enter(page: Page, url: string, no: number): Promise<void> {
  await page.goto(`${url}${no}?clicks=0`)
  await settled(page, no)
  await page.evaluate(axeSource)
}

/** Looks at a slide that is open at click 0, and leaves it for the next as a reader does. */
async function visit(page: Page, no: number, faults: () => string[]): Promise<Visit> {
  const isLast = no === slides.length
  const { measurement: first, hiddenParts } = await measureSlide(page, no)
  const steps = [hiddenParts]
  const changed = async () => (await page.locator(changedSelector(no)).allInnerTexts()).join('\n')
  const said = [await changed()]
  while ((await step(page, 'ArrowRight', isLast ? NOTHING_HAPPENS : undefined)) && placeOf(page.url()).no === no) {
    steps.push((await measureSlide(page, no)).hiddenParts)
    said.push(await changed())
  }
  if (!isLast) await step(page, 'ArrowLeft')
  const { click } = placeOf(page.url())
  const { measurement: last } = await measureSlide(page, no)

  const light = await runAxe(page, no, {}, 'light')
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.locator('html.dark').waitFor({ state: 'attached' })
  const dark = await runAxe(page, no, { runOnly: ['color-contrast'] }, 'dark')
  const ids = (selector: string, attribute: string | null) =>
    page.locator(`${slideSelector(no)} ${selector}`).evaluateAll((found, name) => found.map((each) => (name === null ? each.textContent : each.getAttribute(name)) ?? ''), attribute)
  const found = {
    first,
    last,
    steps,
    said,
    cameBackTo: click,
    axe: [...light, ...dark],
    sources: await ids('.sources [data-source]', 'data-source'),
    sheetRows: await ids('tr[data-claim]', 'data-claim'),
    wanted: await ids('table.wanted tbody tr[data-wanted] td:first-child > b', null),
  }
  await page.emulateMedia({ colorScheme: 'light' })
  await page.locator('html:not(.dark)').waitFor({ state: 'attached' })
  if (!isLast) await step(page, 'ArrowRight')
  return { ...found, faults: faults() }
}

const visits = new Map<number, Visit | Error>()
const visited = (no: number): Visit => {
  const found = visits.get(no)
  if (found === undefined) throw new Error(`Slide ${no} was not visited.`)
  if (found instanceof Error) throw found
  return found
}

let browser: Browser

beforeAll(async () => {
  const url = inject('deckUrl')
  browser = await openBrowser()
  const walks = Array.from({ length: Math.ceil(slides.length / WALK) }, (_, index) => slides.slice(index * WALK, (index + 1) * WALK).map(({ no }) => no))
  const work = async () => {
    const context = await newContext(browser)
    const page = await context.newPage()
    // After three seconds Slidev mounts all slides, which only slows the measuring down.
    await page.addInitScript(() => {
      const later = window.setTimeout.bind(window)
      window.setTimeout = ((task: () => void, delay?: number) => (delay === 3000 ? 0 : later(task, delay))) as typeof window.setTimeout
    })
    const { faults } = watch(page, url)
    for (let walk = walks.shift(); walk; walk = walks.shift()) {
      let entered = false
      for (const no of walk) {
        try {
          if (!entered) await enter(page, url, no)
          visits.set(no, await visit(page, no, faults))
          entered = true
        }
        catch (error) {
          visits.set(no, error as Error)
          entered = false
        }
      }
    }
    await context.close()
  }
  await Promise.all(Array.from({ length: PAGES }, work))
}, 480_000)

afterAll(() => browser?.close())

describe.each(slides.map((slide) => [`${slide.no} “${slide.heading}” (${slide.file}:${slide.line})`, slide] as const))('slide %s', (_, slide) => {
  const { no } = slide

  it('loads without an error and from nowhere else', () => {
    expectNone(visited(no).faults)
  })

  it.each(Object.entries(layoutRules))('holds %s at its first and its last click', (_, rule) => {
    const { first, last } = visited(no)
    expectNone([...rule(first).map((fault) => `at the first click: ${fault}`), ...rule(last).map((fault) => `at the last click: ${fault}`)])
  })

  it('has nothing that axe finds, in light, nor in dark for contrast', () => {
    expectNone(visited(no).axe)
  })

  it('reveals one part with each click, all in the end, or says something else, and is whole when one comes back to it', () => {
    const { steps, said, cameBackTo } = visited(no)
    expectNone(said[0] === '' ? unevenReveals(steps) : sameAgain(said))
    expect(cameBackTo).toBe(steps.length - 1)
  })

  it('has as many [click] marks in its notes as clicks', () => {
    expect(slide.markedClicks).toBe(visited(no).steps.length - 1)
  })
})

describe('the reference pages together', () => {
  const all = (pick: (visit: Visit) => readonly string[]) => slides.flatMap(({ no }) => pick(visited(no)))

  it('show every source that is cited, once', () => {
    expect(all(({ sources }) => sources)).toEqual(register!.sources.filter(({ citedBy }) => citedBy.length > 0).map(({ id }) => id))
  })

  it('show every claim, once', () => {
    expect(all(({ sheetRows }) => sheetRows)).toEqual(register!.claims.map(({ id }) => id))
  })

  it('show everything one could ask for, once', () => {
    expect(all(({ wanted }) => wanted)).toEqual(requestsByLoad(register!).map(({ wanted }) => wanted.id))
  })
})
