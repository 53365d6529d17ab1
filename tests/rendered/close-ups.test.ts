/**
 * The close-ups as they are used: what a screen reader hears, in which order and after which click; links by Tab, Enter
 * and pointer; marks that need no colour.
 */
import type { Browser, BrowserContext, Page } from 'playwright-chromium'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { parse } from 'yaml'
import { formatDate, listOf, sentenceNumber } from '../../engine/register/numbers.ts'
import { fitOf } from '../../engine/analysis/interpretations.ts'
import { GRADE_WORDS } from '../../engine/register/vocabulary.ts'
import { goTo, newContext, openBrowser, placeOf, settled, step } from '../support/deck.ts'
import { slideSelector } from '../support/measure-slide.ts'
import { componentsIn, loadSlides, slidesWith } from '../support/slides.ts'
import { ownRegister } from '../support/brief.ts'
import { expectInOrder } from '../support/texts.ts'

const url = inject('deckUrl')
const register = ownRegister()
const { pullQuotes, sharedWording } = register
const interpretations = register.interpretations!
const slides = await loadSlides()
const claim = (id: string) => register.claims.find((each) => each.id === id)!
const source = (id: string) => `${id}, ${register.sources.find((each) => each.id === id)!.publisher}`

/** A slide with its component and, for each click from 0, what a screen reader hears more. */
interface CloseUp {
  readonly no: number
  readonly heading: string
  readonly heard: readonly (readonly string[])[]
}

const words = (id: string) => [id, `sent. ${sentenceNumber(claim(id).sentence)}`, claim(id).quote]
const graded = (id: string) => [id, `sent. ${sentenceNumber(claim(id).sentence)} ${claim(id).grade} ${GRADE_WORDS[claim(id).grade]}`]
const quoted = (phrases: readonly string[]) => phrases.map((phrase) => `“${phrase}”`).join('; ')

/** By component: what is heard at once, then what each click adds. */
const HEARD: Readonly<Record<string, (attributes: Readonly<Record<string, string>>) => readonly (readonly string[])[]>> = {
  EventInterpretations: () => [
    [
      ...interpretations.article.claims.flatMap(words),
      `The record, as of ${formatDate(interpretations.asOf)}.`,
      interpretations.background.finding,
      ...interpretations.background.sources.map(source),
      'Our reading',
    ],
    ...interpretations.interpretations.map(({ name, expect: seen, takenBy = [] }) => [name, ...seen, ...takenBy]),
  ],
  InterpretationsTable: () => [
    [`On record, as of ${formatDate(interpretations.asOf)}`, ...interpretations.interpretations.map(({ name }) => `Our reading: ${name}`)],
    ...interpretations.onRecord.map((item) => [
      item.says,
      ...item.sources.map(source),
      ...interpretations.interpretations.map(({ id }) => fitOf(item, id)),
    ]),
    [listOf(interpretations.notOnRecord, 'or'), interpretations.undecided],
  ],
  PullQuotePair: ({ sentence }) => {
    const pair = pullQuotes.find((each) => each.sentence === sentence)!
    return [
      ['may be an editor’s words', ...pair.pullQuote.flatMap((each) => graded(each.claim))],
      ['The body', ...pair.body.flatMap((each) => graded(each.claim))],
      [
        `Only in the pull-quote: ${quoted(pair.onlyInPullQuote)}`,
        `Only in the body: ${quoted(pair.onlyInBody)}`,
        pair.shows,
        pair.charitableReading,
      ],
    ]
  },
  TensionList: (attributes) => {
    const each = register.tensions
      .slice(Number(attributes['from']) - 1, Number(attributes['to']))
      .map(({ claims, statement, charitableReading }) => [...claims, statement, charitableReading])
    return [['What pulls apart, our reading', 'How both can hold, our reading', ...each[0]!], ...each.slice(1)]
  },
  SharedWording: () => [
    [
      'The article, no date shown',
      ...sharedWording.flatMap(({ pairs, source: id, dated, statement }) =>
        pairs.flatMap(({ sentence, quote, theirs }) => [
          `sent. ${sentenceNumber(sentence)}`,
          quote,
          source(id),
          dated ?? 'no date shown',
          theirs,
          statement,
        ]),
      ),
      'We do not know which came first, or whether permission was given.',
    ],
  ],
}

const closeUps = slides.flatMap(({ no, heading, content }): CloseUp[] =>
  componentsIn(content).flatMap(({ name, attributes }) => (name in HEARD ? [{ no, heading, heard: HEARD[name]!(attributes) }] : [])),
)
const each = closeUps.map((closeUp) => [`${closeUp.no} “${closeUp.heading}”`, closeUp] as const)

let browser: Browser
let context: BrowserContext
let page: Page
beforeAll(async () => {
  browser = await openBrowser()
  context = await newContext(browser)
  page = await context.newPage()
  await page.goto(`${url}1`)
  await settled(page, 1)
})
afterAll(() => browser?.close())

/** Tab begins with the slide, whatever had the focus before. */
async function open(no: number, click: number): Promise<void> {
  await goTo(page, no, click)
  await page.locator(slideSelector(no)).evaluate((slide: HTMLElement) => {
    slide.tabIndex = -1
    slide.focus()
    slide.blur()
    slide.removeAttribute('tabindex')
  })
}

type Snapshot = string | { readonly [role: string]: string | readonly Snapshot[] }
/** Names of links and headings, and texts, in reading order: a name that is made of what stands inside is left out. */
function* spoken(node: Snapshot): Generator<string> {
  if (typeof node === 'string') {
    yield /"(.*)"/.exec(node)?.[1] ?? ''
    return
  }
  for (const [role, inside] of Object.entries(node)) {
    if (role.startsWith('/')) continue
    const named = /^(?:link|heading) "(.*)"/.exec(role)?.[1]
    if (named !== undefined) yield named
    else if (typeof inside === 'string') yield inside
    else for (const child of inside) yield* spoken(child)
  }
}
/** What a screen reader gets of a slide, from the browser's accessibility tree. */
async function hears(no: number): Promise<string> {
  const snapshot = parse(await page.locator(`${slideSelector(no)} .slidev-layout`).ariaSnapshot()) as readonly Snapshot[]
  return snapshot
    .flatMap((node) => [...spoken(node)])
    .join(' ')
    .replace(/\s+/g, ' ')
}

/** Texts of the slide's links as Tab reaches them. */
async function tabbed(no: number): Promise<string[]> {
  const count = await page.locator(`${slideSelector(no)} .slidev-layout a`).count()
  const reached: string[] = []
  for (let press = 0; press < count + 30; press++) {
    await page.keyboard.press('Tab')
    const text = await page.evaluate(
      (root) =>
        document.activeElement?.localName === 'a' && document.activeElement.closest(root)
          ? document.activeElement.textContent.trim()
          : null,
      `${slideSelector(no)} .slidev-layout`,
    )
    if (text !== null) reached.push(text)
  }
  return reached
}

it('every close-up is on a slide', () => {
  expect(new Set(slides.flatMap(({ content }) => componentsIn(content).map(({ name }) => name)).filter((name) => name in HEARD))).toEqual(
    new Set(Object.keys(HEARD)),
  )
})

describe.each(each)('slide %s', (_, { no, heading, heard }) => {
  it('is heard in order, each click adding its part and no more', async () => {
    for (let click = 0; click < heard.length; click++) {
      if (click === 0) await open(no, 0)
      else {
        await step(page, 'ArrowRight')
        expect(placeOf(page.url())).toEqual({ no, click })
      }
      const text = await hears(no)
      expectInOrder(text, [heading, ...heard.slice(0, click + 1).flat()])
      // The longest words of what is still to come are not there; short ones may stand elsewhere.
      for (const part of heard.slice(click + 1)) expect(text).not.toContain([...part].sort((a, b) => b.length - a.length)[0])
    }
    await step(page, 'ArrowRight')
    expect(placeOf(page.url()).no).toBe(no + 1)
  })

  it('has all its links in the order of Tab, once each, and none of what is hidden', async () => {
    for (const click of new Set([0, heard.length - 1])) {
      await open(no, click)
      const visible = await page
        .locator(`${slideSelector(no)} .slidev-layout a`)
        .evaluateAll((links) =>
          links.filter((link) => getComputedStyle(link).visibility === 'visible').map(({ textContent }) => textContent.trim()),
        )
      if (click > 0) expect(visible).toHaveLength(await page.locator(`${slideSelector(no)} .slidev-layout a`).count())
      const reached = await tabbed(no)
      expect(reached.slice(0, visible.length)).toEqual(visible)
    }
  })
})

describe('a link to a claim', () => {
  const { no, heard } = closeUps[0]!
  const link = () => page.locator(`${slideSelector(no)} a.claim-link`).first()

  it('leads by Enter to its card, there whole', async () => {
    await open(no, heard.length - 1)
    const id = (await link().textContent())!.trim()
    await link().focus()
    await page.keyboard.press('Enter')
    await page.waitForURL((address) => placeOf(address.href).no !== no)
    const place = placeOf(page.url())
    await settled(page, place.no)
    await page.locator(`${slideSelector(place.no)} article[data-claim="${id}"] .beside`).waitFor({ state: 'visible' })
  })

  it('leads there by pointer too, and the arrow keys still move the deck', async () => {
    await open(no, heard.length - 1)
    await link().click()
    await page.waitForURL((address) => placeOf(address.href).no !== no)
    const place = placeOf(page.url())
    await settled(page, place.no)
    expect(await step(page, 'ArrowRight', 2000)).toBe(true)
    expect(placeOf(page.url())).not.toEqual(place)
  })
})

it('a link to a source can be clicked in a table, and the arrow keys still move the deck', async () => {
  const { no } = slidesWith(slides, 'InterpretationsTable')[0]!
  await open(no, 1)
  const popup = page.waitForEvent('popup')
  await page
    .locator(`${slideSelector(no)} .source-links a`)
    .first()
    .click()
  await (await popup).close()
  await page.bringToFront()
  expect(await step(page, 'ArrowRight', 2000)).toBe(true)
  expect(placeOf(page.url())).toEqual({ no, click: 2 })
})

describe('words that stand in one passage alone', () => {
  const pairs = slidesWith(slides, 'PullQuotePair')

  it.each([
    ['light', { colorScheme: 'light' }],
    ['dark', { colorScheme: 'dark' }],
    ['the system’s own colours', { forcedColors: 'active' }],
    ['print', { media: 'print' }],
  ] as const)('are marked by line and weight, in %s', async (_, media) => {
    for (const { no } of pairs) {
      await open(no, 2)
      await page.emulateMedia(media)
      const marks = await page.locator(`${slideSelector(no)} mark`).evaluateAll((all) =>
        all.map((mark) => {
          const { textDecorationLine, webkitTextStrokeWidth, color } = getComputedStyle(mark)
          return {
            textDecorationLine,
            heavier: Number.parseFloat(webkitTextStrokeWidth) > 0.5,
            sameColour: color === getComputedStyle(mark.parentElement!).color,
          }
        }),
      )
      expect(marks.length).toBeGreaterThan(1)
      for (const mark of marks) expect(mark).toEqual({ textDecorationLine: 'underline', heavier: true, sameColour: true })
      await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', media: 'screen' })
    }
  })

  it('move nothing when the marks come', async () => {
    for (const { no } of pairs) {
      await open(no, 1)
      const places = () =>
        page
          .locator(`${slideSelector(no)} :is(blockquote, .shows)`)
          .evaluateAll((all) => all.map((each) => JSON.stringify(each.getBoundingClientRect())))
      const before = await places()
      await step(page, 'ArrowRight')
      expect(await places()).toEqual(before)
    }
  })

  it('are not marked before both passages are there', async () => {
    for (const { no } of pairs) {
      await open(no, 1)
      expect(await page.locator(`${slideSelector(no)} mark`).count()).toBe(0)
    }
  })
})
