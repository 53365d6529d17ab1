/**
 * The reading page as people have it: without a script, on a phone, by keyboard; with a script, what it finds and where
 * its links lead. Of the deck that is built for all tests.
 */
import { loadPageStory } from '../../editions/page/story.ts'
import type { AxeResults, RunOptions } from 'axe-core'
import { HtmlValidate } from 'html-validate'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-chromium'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { formatDate } from '../../engine/register/numbers.ts'
import { GRADE_WORDS, RECORD_STATUSES } from '../../engine/register/vocabulary.ts'
import { axeSource } from '../support/axe.ts'
import { openBrowser, projectFolder, settled, watch } from '../support/deck.ts'
import { slideSelector } from '../support/measure-slide.ts'
import { loadSlides } from '../support/slides.ts'
import { squeezed } from '../support/texts.ts'

const url = inject('deckUrl')
const folder = join(inject('deckFolder'), 'read')
const html = readFileSync(join(folder, 'index.html'), 'utf8')
const script = readFileSync(join(folder, 'read.js'), 'utf8')
const { register, chapters } = await loadPageStory(projectFolder)
const slides = await loadSlides()
const PHONE = { width: 390, height: 844 }
/** Bytes gzipped: the page with its styles and drawings; and its script. */
const PAGE_BUDGET = 88_000
const SCRIPT_BUDGET = 5_000

let browser: Browser
let context: BrowserContext
let page: Page
beforeAll(async () => (browser = await openBrowser()))
afterAll(() => browser.close())
afterEach(() => context?.close())

/** The page, in a window and a browser that keep nothing. */
async function open(address = '', options: BrowserContextOptions = {}): Promise<Page> {
  context = await browser.newContext({ viewport: PHONE, reducedMotion: 'reduce', ...options })
  page = await context.newPage()
  await page.goto(`${url}read/${address}`)
  await page.evaluate(() => document.fonts.ready)
  return page
}

/** What depends on the window, and on its colours. */
const BY_LAYOUT = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size']

async function axeFaults(rules?: RunOptions['runOnly']): Promise<string[]> {
  await page.evaluate(axeSource)
  // A chapter that is not near the window is not laid out, and then said to lie over the next.
  await page.evaluate(() => {
    const all = new CSSStyleSheet()
    all.replaceSync('* { content-visibility: visible !important }')
    document.adoptedStyleSheets.push(all)
  })
  const { violations, passes } = await page.evaluate(
    (options) => (window as unknown as { axe: { run: (options: unknown) => Promise<AxeResults> } }).axe.run(options),
    {
      resultTypes: ['violations'],
      preload: false,
      iframes: false,
      ...(rules ? { runOnly: rules } : { rules: { 'target-size': { enabled: true } } }),
    } satisfies RunOptions,
  )
  expect(passes.length).toBeGreaterThan(rules ? 1 : 15)
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, any }) => `${id} at ${target.join(' ')}: ${any[0]?.message ?? ''}`))
}

describe('without a script', () => {
  const still = { javaScriptEnabled: false }

  it('every claim is there with its quote, its grade in words, its record, and the sources of that', async () => {
    await open('', still)
    const texts = Object.fromEntries(
      await page.locator('.claim[id]').evaluateAll((claims) => claims.map((claim) => [claim.id, claim.textContent.replace(/\s+/g, ' ')])),
    )
    expect(Object.keys(texts).toSorted()).toEqual(register.claims.map(({ id }) => id).toSorted())
    const citations = Object.fromEntries(
      await page
        .locator('.claim[id]')
        .evaluateAll((claims) =>
          claims.map((claim) => [claim.id, [...claim.querySelectorAll('.citations a')].map((link) => link.getAttribute('href') ?? '')]),
        ),
    )
    for (const { id, quote, grade, record } of register.claims) {
      expect(texts[id]).toContain(`“${quote}”`)
      expect(texts[id]).toContain(`${grade} ${GRADE_WORDS[grade]}`)
      if (record === null) expect(texts[id]).toContain('An opinion')
      else {
        expect(texts[id]).toContain(`The record, as of ${formatDate(record.asOf)} ${record.status}`)
        expect(texts[id]).toContain(record.finding)
      }
      const cited = (record?.citations ?? []).filter(({ role }) => role !== 'shared wording').map(({ source }) => `#${source}`)
      expect(citations[id]!.toSorted()).toEqual(cited.toSorted())
    }
  })

  it('every source cited is in the annex with its outlet, date, address and words', async () => {
    await open('', still)
    const entries = new Map(
      await page
        .locator('.sources [id]')
        .evaluateAll((all) =>
          all.map(
            (entry) =>
              [
                entry.id,
                { text: entry.textContent.replace(/\s+/g, ' '), leadsTo: entry.querySelector('a')?.getAttribute('href') },
              ] as const,
          ),
        ),
    )
    expect([...entries.keys()].toSorted()).toEqual(
      register.sources
        .filter(({ citedBy }) => citedBy.length > 0)
        .map(({ id }) => id)
        .toSorted(),
    )
    for (const { id, originator, publisher, published, quote, doesNotEstablish, url: address } of register.sources.filter(
      ({ citedBy }) => citedBy.length > 0,
    )) {
      const { text, leadsTo } = entries.get(id)!
      for (const part of [originator, publisher, quote, doesNotEstablish, ...(published ? [formatDate(published)] : [])])
        expect(text, id).toContain(part.replace(/\s+/g, ' '))
      expect(leadsTo, id).toBe(address)
    }
  })

  it('every chapter and every heading of the story is there, and each script but where the slide itself is sentences', async () => {
    await open('', still)
    const text = squeezed((await page.locator('body').textContent())!)
    for (const chapter of chapters) {
      if (chapter.title !== chapters[0]!.title) expect(text, chapter.title).toContain(squeezed(chapter.title))
      for (const section of chapter.sections) {
        // Of a slide that opens a chapter the chapter's heading is enough.
        if (section.layout !== 'opening') expect(text).toContain(squeezed(section.title))
        if (/<(?:StepList|ThesisStatement)\b/.test(section.content)) continue
        // What the list beside it names one by one is not said twice.
        const said = /<(?:GradeLadder|RecordLegend|ActorTable)\b/.test(section.content)
          ? [section.said[0]!.slice(1), ...section.said.slice(1)]
          : // Drawn claim by claim for a room; the page has the claims in a list.
            /<TriangleFigure view="drawn"/.test(section.content)
            ? [section.said[0]!, section.said.at(-1)!]
            : section.said
        for (const paragraph of said.flat()) expect(text, section.title).toContain(squeezed(paragraph))
      }
    }
  })

  it('every link within it leads to a place that is there, every drawing has a name and words under it, and there are no controls that do nothing', async () => {
    await open('', still)
    const { missing, twice } = await page.evaluate(() => {
      const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
      return {
        missing: [...document.querySelectorAll('a[href^="#"]')]
          .map((link) => link.getAttribute('href')!.slice(1))
          .filter((id) => !ids.includes(id)),
        twice: ids.filter((id, index) => ids.indexOf(id) !== index),
      }
    })
    expect([missing, twice]).toEqual([[], []])
    const drawings = page.locator('svg.drawing')
    expect(await drawings.count()).toBeGreaterThan(8)
    for (const drawing of await drawings.all()) {
      expect(await drawing.getAttribute('aria-label')).toMatch(/\w/)
      expect(
        await drawing.evaluate(
          (svg) => (svg.parentElement!.querySelector('ul, ol') ?? svg.closest('.step-map')?.querySelector('ul'))?.children.length,
        ),
      ).toBeGreaterThan(0)
    }
    expect(await page.locator('button, input, select, details').count()).toBe(0)
  })
})

it('is valid HTML in one language with one h1, a main, a way past the contents, and headings that go down by one', async () => {
  const validator = new HtmlValidate({ extends: ['html-validate:standard'] })
  const { results } = await validator.validateString(html)
  expect(
    results.flatMap(({ messages }) =>
      messages.map(
        ({ ruleId, message, line, column }) => `${ruleId} at ${line}:${column}: ${message} …${html.slice(column - 40, column + 60)}…`,
      ),
    ),
  ).toEqual([])
  await open('', { javaScriptEnabled: false })
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  expect([await page.locator('h1').count(), await page.locator('main').count(), await page.locator('header').count()]).toEqual([1, 1, 1])
  const levels = await page.locator('h1, h2, h3, h4, h5, h6').evaluateAll((headings) => headings.map(({ tagName }) => Number(tagName[1])))
  expect(levels.filter((level, index) => index > 0 && level > levels[index - 1]! + 1)).toEqual([])
})

it('weighs little: all of it, and its script', () => {
  expect(gzipSync(html, { level: 9 }).length).toBeLessThanOrEqual(PAGE_BUDGET)
  expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(SCRIPT_BUDGET)
})

it('asks for nothing but its own files, and without fault', async () => {
  context = await browser.newContext({ viewport: PHONE })
  page = await context.newPage()
  const { faults, requests } = watch(page, url)
  await page.goto(`${url}read/`)
  await page.waitForLoadState('networkidle')
  expect(faults()).toEqual([])
  expect(requests.map((address) => new URL(address).pathname).filter((path) => !/^\/(?:read\/|favicon\.svg$)/.test(path))).toEqual([])
})

describe.each([
  [320, 568],
  [320, 256],
  [360, 740],
  [768, 1024],
  [1440, 900],
])('at %i × %i', (width, height) => {
  it('nothing reaches beyond the window, and text has its size', async () => {
    await open('?order=step', { viewport: { width, height } })
    const beyond = () =>
      page.evaluate(() => {
        const { clientWidth, scrollWidth } = document.documentElement
        const wide = [...document.querySelectorAll('body *')].filter((element) => {
          const box = element.getBoundingClientRect()
          return (
            box.width > 1 &&
            (box.right > clientWidth + 1 || box.left < -1) &&
            !element.matches('.skip, .visually-hidden, .stacks thead, .stacks thead *')
          )
        })
        return [
          scrollWidth - clientWidth,
          ...wide.slice(0, 5).map((element) => `${element.tagName} ${element.className}: ${element.textContent?.slice(0, 40)}`),
        ]
      })
    expect(await beyond()).toEqual([0])
    await page.goto(`${url}read/#C14`)
    expect(await beyond()).toEqual([0])
    const sizes = await page
      .locator('.script p')
      .evaluateAll((paragraphs) => paragraphs.map((paragraph) => Number.parseFloat(getComputedStyle(paragraph).fontSize)))
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(17)
    // A claim's note stands beside its text where there is room, and below it where there is none.
    const [said, beside] = await Promise.all(
      ['.script', '.beside'].map(async (part) => (await page.locator(`#C14 > ${part}`).boundingBox())!),
    )
    expect(beside!.x > said!.x + said!.width).toBe(width >= 1024)
  })
})

it.each([390, 768, 1280])('text twice as large still fits a window of %i px', async (width) => {
  await open('', { viewport: { width, height: 1024 } })
  const size = () =>
    page
      .locator('.script p')
      .first()
      .evaluate((paragraph) => Number.parseFloat(getComputedStyle(paragraph).fontSize))
  const before = await size()
  // By a script: the page's policy lets no style sheet in.
  await page.evaluate(
    () => (document.documentElement.style.fontSize = `${2 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize)}px`),
  )
  expect(await size()).toBeCloseTo(2 * before, 0)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
  // What is cut off would not make the page wider.
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll('main *')]
      .filter((element) => {
        const { overflowX, position } = getComputedStyle(element)
        return (
          overflowX !== 'visible' && position !== 'absolute' && element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 2
        )
      })
      .map((element) => `${element.localName}.${element.className}: ${element.textContent?.slice(0, 40)}`),
  )
  expect(cut).toEqual([])
})

it.each([
  ['the text', '', 'light'],
  ['what was found', '?grade=S2&order=step', 'dark'],
  ['the text with marks off', '?marks=off', 'light'],
] as const)('axe finds nothing in %s', async (_, address, colorScheme) => {
  await open(address, { colorScheme })
  expect(await axeFaults()).toEqual([])
})

it('nor, of what depends on the window and its colours, in the text in dark on a wide screen', async () => {
  await open('', { colorScheme: 'dark', viewport: { width: 1280, height: 900 } })
  expect(await axeFaults(BY_LAYOUT)).toEqual([])
})

describe('with a script', () => {
  const shown = () => page.locator('.results .ids b').allTextContents()
  const choose = (name: string, value: string) => page.locator(`[name=${name}]`).selectOption(value)
  const openPanel = () => page.locator('#find > summary').click()
  const ids = (test: (claim: (typeof register.claims)[number]) => boolean) => register.claims.filter(test).map(({ id }) => id)

  it('claims are chosen by grade, record, actor and step, and by all of these at once', async () => {
    await open()
    await openPanel()
    const [grade] = register.claims.filter((claim) => claim.grade !== 'S0').map((claim) => claim.grade)
    await choose('grade', grade!)
    expect(await shown()).toEqual(ids((claim) => claim.grade === grade))
    expect(await page.locator('.chapter').first().isVisible()).toBe(false)
    await choose('grade', '')
    expect(await page.locator('.chapter').first().isVisible()).toBe(true)
    for (const status of RECORD_STATUSES.filter((each) => register.counts.byRecord[each] > 0)) {
      await choose('record', status)
      expect(await shown()).toEqual(ids((claim) => claim.record?.status === status))
    }
    await choose('actor', 'ttp')
    await choose('record', '')
    expect(await shown()).toEqual(expect.arrayContaining(ids((claim) => claim.relation === 'taliban-ttp' || claim.relation === 'iskp-ttp')))
    await choose('step', 'bajaur')
    const both = await shown()
    expect(both).toEqual(ids((claim) => claim.step === 'bajaur').filter((id) => both.includes(id)))
    expect(await page.locator('.found [role=status]').textContent()).toBe(`${both.length} of ${register.claims.length} claims`)
    expect(new URL(page.url()).search).toBe('?actor=ttp&step=bajaur')
  })

  it('words are looked for in quotes, records and notes, whatever their case', async () => {
    await open()
    await openPanel()
    const { quote } = register.claims.find(({ id }) => id === 'C26')!
    await page.locator('#q').fill(quote.slice(0, 40).toUpperCase())
    expect(await shown()).toEqual(['C26'])
    await page.locator('#q').fill('zzzz')
    expect(await shown()).toEqual([])
    expect(await page.locator('.found [role=status]').textContent()).toContain('nothing here')
  })

  it('what was asked is in the address: it comes back, and a reset brings the text back', async () => {
    await open('?grade=S1&order=step&from=elsewhere')
    expect(await shown()).toEqual(ids(({ grade }) => grade === 'S1'))
    expect(await page.locator('.results h3').count()).toBe(
      new Set(register.claims.filter(({ grade }) => grade === 'S1').map(({ step }) => step)).size,
    )
    await page.getByRole('button', { name: 'Show the whole text' }).click()
    expect(await page.locator('.chapter').first().isVisible()).toBe(true)
    expect(new URL(page.url()).search).toBe('?from=elsewhere')
  })

  it('from what was found a link leads into the text', async () => {
    await open('?q=C26')
    await page.getByRole('link', { name: 'C26 in the text' }).click()
    await expect.poll(() => page.locator('#C26').evaluate((claim) => Math.abs(claim.getBoundingClientRect().top))).toBeLessThan(40)
    expect(new URL(page.url()).search).toBe('')
    await page.goBack()
    await expect.poll(shown).toContain('C26')
    expect(await page.locator('.chapter').first().isVisible()).toBe(false)
  })

  it('marks off hides every grade, record and note of ours, on screen and in print, and leaves every quote', async () => {
    await open('?marks=off')
    for (const media of ['screen', 'print'] as const) {
      await page.emulateMedia({ media })
      expect(await page.locator(':is(.tag, .record, .sourcing, .beside, .our-reading):visible').count()).toBe(0)
      expect(await page.locator('.claim[id] blockquote:visible').count()).toBe(register.claims.length)
    }
    await page.emulateMedia({ media: 'screen' })
    await page.getByRole('button', { name: 'Marks off' }).click()
    expect(await page.locator('.claim[id] .tag:visible').count()).toBe(register.claims.length)
  })

  it.each(['C14', 'C26', 'C37'])('an address with #%s leads to that claim', async (id) => {
    await open(`#${id}`)
    await expect.poll(() => page.locator(`#${id}`).evaluate((claim) => Math.abs(claim.getBoundingClientRect().top))).toBeLessThan(40)
  })

  it('a claim’s link can be copied, also where a browser does not give leave', async () => {
    await open('?marks=off', { permissions: ['clipboard-read', 'clipboard-write'] })
    await page.getByRole('button', { name: 'Copy link to C14' }).click()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${url}read/#C14`)
    await context.close()
    await open('')
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
    const button = page.getByRole('button', { name: 'Copy link to C14' })
    await button.click()
    await expect.poll(() => page.locator('#C14 .copy').textContent()).toContain('In the address bar')
    expect(new URL(page.url()).hash).toBe('#C14')
  })

  it('the triangle follows the claim being read, and its buttons go from step to step', async () => {
    await open()
    const bar = page.getByRole('navigation', { name: 'Where you are in the argument' })
    expect(await bar.isVisible()).toBe(false)
    for (const { id, relation, step } of register.claims.filter((claim) => ['C26', 'C28', 'C13'].includes(claim.id))) {
      await page.locator(`#${id}`).evaluate((claim) => claim.scrollIntoView())
      const { number, title } = register.steps.find((each) => each.id === step)!
      await expect
        .poll(() => bar.textContent())
        .toContain(
          `Step ${number}: ${title}${id}${relation ? `: ${register.relations.find((each) => each.relation === relation)!.name}` : ''}`,
        )
      expect(await bar.locator('line.on').count()).toBe(relation === null ? 0 : relation === 'triangle' ? 6 : 1)
    }
    await page.locator('#C26').evaluate((claim) => claim.scrollIntoView())
    await expect.poll(() => bar.textContent()).toContain('C26')
    await bar.getByRole('button', { name: 'Next step' }).click()
    await expect.poll(() => bar.textContent()).toContain(`Step 7: ${register.steps[6]!.title}`)
    await bar.getByRole('button', { name: 'Step before' }).click()
    await expect.poll(() => bar.textContent()).toContain(`Step 6: ${register.steps[5]!.title}`)
  })

  it('where reading was left off is offered the next time', async () => {
    await open('#C26')
    expect(await page.locator('.go-on').count()).toBe(0)
    await expect.poll(() => page.evaluate(() => localStorage.getItem('claim-by-claim:reading'))).toBe('C26')
    await page.goto('about:blank')
    await page.goto(`${url}read/`)
    expect(await page.locator('.go-on a').getAttribute('href')).toBe('#C26')
    expect(await page.locator('.go-on').textContent()).toBe('Go on reading: Step 6: A common enemy, C26')
  })

  it('all of it can be done by keyboard, and what has the focus is seen', async () => {
    await open()
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('To the text')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
    await page.locator('#find > summary').focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.type('C26')
    expect(await shown()).toContain('C26')
    const outline = () => page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle)
    for (let tab = 0; tab < 6; tab++) {
      expect(await outline()).toBe('solid')
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Enter')
    expect(await page.locator('.chapter').first().isVisible()).toBe(true)
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('q')
  })

  it('with storage refused it works all the same', async () => {
    context = await browser.newContext({ viewport: PHONE })
    page = await context.newPage()
    const { faults } = watch(page, url)
    await page.addInitScript(() =>
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('refused', 'SecurityError')
        },
      }),
    )
    await page.goto(`${url}read/#C26`)
    await page.getByRole('button', { name: 'Copy link to C14' }).waitFor()
    await page.locator('.where').waitFor({ state: 'visible' })
    expect(faults()).toEqual([])
  })
})

describe('between the page and the slides', () => {
  it('each section leads to its slides, by their numbers', async () => {
    await open('', { javaScriptEnabled: false })
    const links = new Map(
      await page
        .locator(':is(section, div, article, details)[id] > .to-slide a')
        .evaluateAll((all) =>
          all.map((link) => [link.closest('[id]')!.id, { leadsTo: link.getAttribute('href'), text: link.textContent }] as const),
        ),
    )
    for (const { anchor, slide } of chapters.slice(1).flatMap(({ sections }) => sections)) {
      expect(links.get(anchor)?.leadsTo, anchor).toBe(`../${slide}`)
      expect(links.get(anchor)?.text).toMatch(new RegExp(`\\b${slide}\\b`))
    }
  })

  it('a link from the page lands on the slide, and the slide’s button where one came from', async () => {
    for (const no of [slides.find(({ layout }) => layout === 'step')!.no, slides.findLast(({ layout }) => layout === 'figure')!.no]) {
      await open(`#s${no}`, { viewport: { width: 1100, height: 700 } })
      await page.locator(`#s${no} > .to-slide a`).click()
      await settled(page, no)
      expect(await page.locator(`${slideSelector(no)} h1`).textContent()).toBe(slides[no - 1]!.heading)
      await page.mouse.move(60, 690)
      await page.getByRole('link', { name: 'Read this as a page' }).click()
      await page.waitForURL((address) => address.pathname.endsWith('/read/') && address.hash === `#s${no}`)
      expect(await page.locator(`#s${no} h3`).textContent()).toBe(slides[no - 1]!.heading)
      await context.close()
    }
  })

  it('the cover leads to it', async () => {
    await open('', { viewport: { width: 1100, height: 700 } })
    await page.goto(url)
    await settled(page, 1)
    await page.getByRole('link', { name: 'The same as a page' }).click()
    await page.waitForURL((address) => address.pathname === '/read/')
  })

  it('and the data that it offers is there', async () => {
    await open('', { javaScriptEnabled: false })
    for (const link of await page.locator('a[download]').all()) {
      const answer = await page.request.get(new URL((await link.getAttribute('href'))!, page.url()).href)
      expect(answer.status()).toBe(200)
      expect(await answer.text()).toContain(register.claims[0]!.quote)
    }
  })
})
