/**
 * Every slide in a real browser, at each of its clicks, in light, and after its last in dark and in the system's own
 * colours: what it loads, how it lies on the canvas, what can be seen and read of it, what a screen reader gets, what its
 * clicks reveal. The browser measures once a state; the tests judge what it found.
 */
import type { Browser, Page } from 'playwright-chromium'
import { afterAll, beforeAll, describe, inject, it } from 'vitest'
import { axeFaults, axeSource } from '../support/axe.ts'
import { newContext, openBrowser, placeOf, settled, step, watch } from '../support/deck.ts'
import { expectNone } from '../support/faults.ts'
import {
  CHANGED_BY_CLICKS,
  colourRules,
  judge,
  type Measurement,
  sameAgain,
  sameInDark,
  slideRules,
  systemColours,
  told,
  unevenReveals,
} from '../support/measure-rules.ts'
import { measureSlide, slideSelector } from '../support/measure-slide.ts'
import { type Exception, EXCEPTIONS, excuse, reportExceptions } from '../support/rules/exceptions.ts'
import { loadSlides, nameOf, type Slide } from '../support/slides.ts'

/** The colours that are not the deck's first. */
const FIRST_COLOURS = { colorScheme: 'light', forcedColors: 'none' } as const
const COLOURS = { dark: { colorScheme: 'dark' }, 'the system’s own colours': { colorScheme: 'light', forcedColors: 'active' } } as const
type Colours = keyof typeof COLOURS

interface Visit {
  readonly faults: readonly string[]
  /** For each click, from 0, what was measured; after the last, once the deck has been at the next slide and come back. */
  readonly states: readonly Measurement[]
  /** After its last click, in other colours. */
  readonly coloured: Readonly<Record<Colours, Measurement>>
  /** Whether the deck moved to it, or began there. */
  readonly movedTo: boolean
  /** For each click, from 0, the hidden parts. */
  readonly steps: readonly (readonly number[])[]
  /** For each click, from 0, what can be read of what clicks change; empty where they reveal. */
  readonly said: readonly string[]
  /** After one click too many and one back the slide is in its last state. */
  readonly cameBackTo: number
  /** What axe found after the last click, and before it where clicks change what is there; one line a place. */
  readonly axe: readonly string[]
}

/** Pages at a time. */
const PAGES = 3
/** Slides that a page walks through before it loads the deck anew: what was visited stays mounted, and each step goes through it. */
const WALK = 8
/** Longest wait for a click that may do nothing: after the last click of the last slide. */
const NOTHING_HAPPENS = 500

/** What a slide changes and does not reveal. */
const changedSelector = (no: number) => CHANGED_BY_CLICKS.map(({ selector }) => `${slideSelector(no)} ${selector}`).join(', ')

/** Exceptions that held something. */
const used = new Set<Exception>()

const slides = await loadSlides()

/**
 * Does something with a slide while the other mounted ones are out of the document: axe, and a change of colours, would go
 * through all of them. They are back before the deck moves.
 */
async function alone<T>(page: Page, no: number, task: () => Promise<T>): Promise<T> {
  const others = await page.evaluateHandle((root) => {
    const found = [...document.querySelectorAll('.slidev-page')]
      .filter((each) => !each.matches(root))
      .map((slide) => ({ slide, place: document.createComment('') }))
    for (const { slide, place } of found) slide.replaceWith(place)
    return found
  }, slideSelector(no))
  try {
    return await task()
  } finally {
    await others.evaluate((found) => {
      for (const { slide, place } of found) place.replaceWith(slide)
    })
    await others.dispose()
  }
}

/** The slide as it stands, in other colours; then in the deck's first again. */
async function recolour(page: Page, no: number): Promise<Record<Colours, Measurement>> {
  const found: [string, Measurement][] = []
  for (const [colours, media] of Object.entries(COLOURS)) {
    await page.emulateMedia(media)
    // The deck hears of it as a frame begins, and may need another to take its own colours.
    await page.evaluate(
      (dark) =>
        new Promise<void>((resolve) => {
          const look = () =>
            requestAnimationFrame(() => (document.documentElement.classList.contains('dark') === dark ? resolve() : look()))
          look()
        }),
      media.colorScheme === 'dark',
    )
    found.push([colours, (await measureSlide(page, no, { focus: 'kinds', keepStacks: true, still: true })).measurement])
  }
  // Whoever looks next waits until that is done.
  await page.emulateMedia(FIRST_COLOURS)
  return Object.fromEntries(found) as Record<Colours, Measurement>
}

/** Opens a slide from its address, and axe with it. */
async function enter(page: Page, url: string, no: number): Promise<void> {
  await page.goto(`${url}${no}?clicks=0`)
  await settled(page, no)
  await page.evaluate(axeSource)
}

/** Looks at a slide that is open at click 0, and leaves it for the next as a reader does. */
async function visit(
  page: Page,
  { no, markedClicks }: Pick<Slide, 'no' | 'markedClicks'>,
  movedTo: boolean,
  faults: () => string[],
): Promise<Visit> {
  const isLast = no === slides.length
  const states: Measurement[] = []
  const steps: (readonly number[])[] = []
  const said: string[] = []
  const axe: string[] = []
  const look = async (request: Parameters<typeof measureSlide>[2]) => {
    const { measurement, hiddenParts } = await measureSlide(page, no, { ...request, keepStacks: true, still: true })
    states.push(measurement)
    steps.push(hiddenParts)
    said.push(
      await page.evaluate(
        (selector) => [...document.querySelectorAll<HTMLElement>(selector)].map(({ innerText }) => innerText).join('\n'),
        changedSelector(no),
      ),
    )
  }
  // The last state is looked at once, when the deck has been at the next slide and come back. What is only revealed axe finds then.
  do {
    if (placeOf(page.url()).click === markedClicks) continue
    await look({})
    if (said.at(-1) !== '') axe.push(...(await axeFaults(page, slideSelector(no))))
  } while ((await step(page, 'ArrowRight', isLast ? NOTHING_HAPPENS : undefined)) && placeOf(page.url()).no === no)
  if (!isLast) await step(page, 'ArrowLeft')
  const { click } = placeOf(page.url())
  if (click !== markedClicks) throw new Error(`Slide ${no} has ${click} clicks, and ${markedClicks} [click] marks in its notes.`)
  await look({ focus: 'each' })
  const coloured = await alone(page, no, async () => {
    axe.push(...(await axeFaults(page, slideSelector(no))))
    return recolour(page, no)
  })
  const found = {
    states,
    coloured,
    movedTo,
    steps,
    said,
    cameBackTo: click,
    axe,
  }
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

async function walk(url: string, nos: readonly number[]): Promise<void> {
  const context = await newContext(browser)
  const page = await context.newPage()
  const { faults } = watch(page, url)
  let entered = false
  for (const no of nos) {
    try {
      const movedTo = entered
      if (!entered) await enter(page, url, no)
      visits.set(no, await visit(page, slides[no - 1]!, movedTo, faults))
      entered = true
    } catch (error) {
      visits.set(no, error as Error)
      entered = false
    }
  }
  await context.close()
}

beforeAll(async () => {
  const url = inject('deckUrl')
  browser = await openBrowser()
  const nos = slides.map(({ no }) => no)
  const tasks = Array.from({ length: Math.ceil(nos.length / WALK) }, (_, index) => nos.slice(index * WALK, (index + 1) * WALK))
  const work = async () => {
    for (let task = tasks.shift(); task; task = tasks.shift()) await walk(url, task)
  }
  await Promise.all(Array.from({ length: PAGES }, work))
}, 480_000)

afterAll(() => browser?.close())

/** Slides that could not be walked through are told by a test of their own. */
const walked = () => slides.filter(({ no }) => !(visits.get(no) instanceof Error))

/** A rule over all slides. The message names slide, click and fault. */
const expectOnAll = (faultsOf: (visit: Visit, slide: Slide) => readonly string[]) =>
  expectNone(walked().flatMap((slide) => faultsOf(visited(slide.no), slide).map((fault) => `${nameOf(slide)}: ${fault}`)))
/** The same, but for what an exception lets stand. */
const expectOnAllBut = (rule: string, faultsOf: (visit: Visit, slide: Slide) => readonly string[]) =>
  expectOnAll((visit, slide) => {
    const judged = excuse(EXCEPTIONS, slide.heading, rule, faultsOf(visit, slide))
    for (const each of judged.used) used.add(each)
    return judged.left
  })

const lastOf = ({ states }: Visit) => states.at(-1)!

describe('every slide', () => {
  it('can be walked through to its end', () => {
    expectNone(
      slides.flatMap((slide) => {
        const found = visits.get(slide.no) ?? 'it was not visited'
        return typeof found === 'string' || found instanceof Error ? [`${nameOf(slide)}: ${String(found)}`] : []
      }),
    )
  })

  it('loads without an error and from nowhere else', () => {
    expectOnAll(({ faults }) => faults)
  })

  it.each(Object.entries(slideRules))('holds %s at each click', (name, rule) => {
    expectOnAllBut(name, ({ states }) =>
      judge(
        rule,
        states.map((state, click) => [`at click ${click}`, state]),
      ),
    )
  })

  describe.each(Object.keys(COLOURS) as Colours[])('in %s', (colours) => {
    it.each(Object.entries(colours === 'dark' ? colourRules : { ...colourRules, systemColours }))('holds %s', (name, rule) => {
      expectOnAllBut(name, ({ coloured }) => rule(coloured[colours]))
    })

    it('has all that is there in light, its lines as well as its words, in the same place', () => {
      expectOnAllBut('sameInDark', (visit) => {
        const [light, other] = [lastOf(visit), visit.coloured[colours]]
        const [before, after] = [light.borders.length, other.borders.length]
        return [...(before === after ? [] : [`${before} lines that say something in light, ${after} here`]), ...sameInDark(light, other)]
      })
    })
  })

  it('is named in the title, and told to a screen reader as the deck moves to it', () => {
    expectOnAll((visit, { no, heading }) => {
      const { states, movedTo } = visit
      const place = { no, of: slides.length, heading }
      // The last state is measured when the deck has been at the next slide and come back.
      const cameBack = movedTo || no < slides.length
      const atFirst = states.length === 1 ? cameBack : movedTo
      return [...told(states[0]!, { ...place, moved: atFirst }), ...told(lastOf(visit), { ...place, moved: cameBack })]
    })
  })

  it('has nothing that axe finds', () => {
    expectOnAllBut('axe', ({ axe }) => axe)
  })

  it('reveals one part with each click, all in the end, or says something else, and is whole when one comes back to it', () => {
    expectOnAll(({ steps, said, cameBackTo }) => [
      ...(said[0] === '' ? unevenReveals(steps) : sameAgain(said)),
      ...(cameBackTo === steps.length - 1 ? [] : [`one comes back to click ${cameBackTo} of ${steps.length - 1}`]),
    ])
  })

  it('has as many [click] marks in its notes as clicks', () => {
    expectOnAll(({ steps: { length } }, { markedClicks }) =>
      markedClicks === length - 1 ? [] : [`${markedClicks} marks, ${length - 1} clicks`],
    )
  })
})

it('has no exception that holds nothing any more, and says which ones there are', () => {
  const { inUse, idle } = reportExceptions(EXCEPTIONS, used)
  if (inUse.length > 0) console.info(`Exceptions from the rules:\n${inUse.join('\n')}`)
  expectNone(idle)
})
