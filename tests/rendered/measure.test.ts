/** The measuring itself, on a made slide: what the rules are given is what a reader sees. */
import type { Browser, Page } from 'playwright-chromium'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFaults, axeSource } from '../support/axe.ts'
import { newContext, openBrowser } from '../support/deck.ts'
import { type Measured, slideRules } from '../support/measure-rules.ts'
import { measureSlide } from '../support/measure-slide.ts'

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await openBrowser()
  page = await (await newContext(browser)).newPage()
})
afterAll(() => browser?.close())

/** A slide at half its size: the canvas is 980 wide, the window shows 490. */
const slide = (inner: string) =>
  page.setContent(
    `<style>* { margin: 0 } .slidev-page { position: absolute; left: 20px; top: 30px; width: 980px; height: 552px; transform: scale(0.5); transform-origin: 0 0; font: 18px/24px sans-serif } .at { position: absolute }</style>
    <div class="slidev-page" data-slidev-no="4"><div class="slidev-layout">${inner}</div></div>`,
  )
const elements = async (): Promise<Record<string, Measured>> =>
  Object.fromEntries((await measureSlide(page, 4)).measurement.elements.map((each) => [each.text, each]))

it('gives canvas pixels, whatever the scale', async () => {
  await slide('<p class="at" style="left: 100px; top: 200px">One</p>')
  const { One } = await elements()
  expect(One!.lines[0]!.x).toBeCloseTo(100, 0)
  expect(One!.lines[0]!.y).toBeCloseTo(200, -1)
  expect(One!.fontSize).toBe(18)
})

it('measures text in a drawing as it is drawn', async () => {
  await slide('<svg width="400" height="200" viewBox="0 0 800 400"><text x="10" y="50" font-size="20">Drawn</text></svg>')
  expect((await elements())['Drawn']!.fontSize).toBeCloseTo(10, 1)
})

it('tells how a text is hidden', async () => {
  await slide(
    '<p>Seen</p><p style="visibility: hidden">Later</p><div style="opacity: 0"><p>Transparent</p></div><p style="display: none">None</p><p style="position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%)">Heard</p>',
  )
  const found = await elements()
  expect(Object.fromEntries(Object.values(found).map(({ text, hidden }) => [text, hidden]))).toEqual({
    Seen: null,
    Later: 'visibility',
    Transparent: 'opacity',
    Heard: 'screen reader only',
  })
})

it('lets every rule find its fault', async () => {
  await slide(`<h1 class="at" style="top: 470px">Heading</h1>
    <p class="at" style="left: 950px; top: 10px; white-space: nowrap">Over the edge</p>
    <p class="at" style="top: 40px; font-size: 13px">Tiny</p><p class="at" style="top: 60px; font-size: 16px">Small</p><p class="ids at" style="top: 80px; font-size: 14px">Id</p>
    <p class="at" style="top: 100px; opacity: 0">Transparent</p>
    <p class="at" style="top: 120px; color: #888">Grey</p><p class="at" style="top: 140px; color: #888; font-size: 24px">Large</p>
    <div class="at" style="top: 180px; background: #333"><p style="color: #111">Dark on dark</p></div>
    <p class="at" style="top: 210px">Under a bar</p><div class="at" style="top: 210px; width: 200px; height: 24px; background: #fff"></div>
    <div class="at" style="top: 240px; width: 60px; overflow: hidden; white-space: nowrap">Cut off at its end</div>
    <p class="at" style="top: 300px">First text</p><p class="at" style="top: 306px">Second text</p>
    <p class="at" style="top: 360px">Later</p><p class="at" style="top: 340px">Before it</p>
    <button class="at" style="top: 390px; width: 20px; height: 20px; padding: 0; border: 1px solid #ccc; background: #fff; font: 14px sans-serif; outline: none">a</button>
    <button class="at" style="top: 390px; left: 21px; width: 20px; height: 20px; padding: 0; border: 2px solid #555; background: #fff; font: 14px sans-serif; outline: 3px solid #111">b</button>
    <h3 class="at" style="top: 430px">Skipped</h3>
    <p class="at" style="left: 0; top: 515px">In the footer</p><footer class="at" style="left: 0; top: 520px"><p>Foot</p></footer>`)
  const { measurement } = await measureSlide(page, 4, { focus: 'each' })
  const at = (name: keyof typeof slideRules) => slideRules[name](measurement).map((fault) => /“(.*?)”/.exec(fault)?.[1] ?? fault)
  expect(at('beyondCanvas')).toEqual(['Over the edge'])
  expect(at('tooSmall')).toEqual(['Tiny'])
  expect(at('smallBody')).toEqual(['Tiny', 'Small', 'a', 'b'])
  expect(at('hiddenFromReader')).toEqual(['Transparent'])
  expect(at('textContrast')).toEqual(['Grey', 'Dark on dark'])
  expect(at('covered')).toEqual(['Under a bar', 'First text', 'In the footer'].filter((text) => at('covered').includes(text)))
  expect(at('covered')).toContain('Under a bar')
  expect(at('clipped')).toEqual(['Cut off at its end'])
  expect(at('overlappingTexts')).toContain('First text')
  expect(at('readingOrder')).toContain('Before it')
  expect(at('targetSize')).toEqual(['a', 'b'])
  expect(at('focusVisible')).toContain('a')
  expect(slideRules.borderContrast(measurement).join()).toContain('button.at (top) has a contrast of 1.')
  expect(at('headingOrder').join()).toContain('Skipped')
  expect(at('overFooter')).toEqual(['In the footer'])
})

it('sees over a text what a box around it draws there, unless that lets the text through', async () => {
  const box = (colour: string, top: number) => `<style>.on-${top}::after { content: ''; top: ${top - 5}px; background: ${colour} }</style>
    <div class="on-${top}"><p class="at" style="top: ${top}px">Under ${colour}</p></div>`
  const place = '<style>div::after { position: absolute; left: 0; width: 200px; height: 40px }</style>'
  await slide(`<h1>Heading</h1>${place}${box('#777', 105)}${box('transparent', 165)}`)
  const { measurement } = await measureSlide(page, 4)
  expect(slideRules.covered(measurement)).toEqual([
    expect.stringContaining('“Under #777” is covered by what div > div.on-105 draws over it'),
  ])
})

it('sees the colour of a row under its cell', async () => {
  await slide(
    '<h1>Heading</h1><table class="at" style="top: 100px"><tbody><tr style="background: #333"><td style="color: #222">Dark row</td></tr><tr><td style="color: #222">Plain row</td></tr></tbody></table>',
  )
  const { measurement } = await measureSlide(page, 4)
  expect(slideRules.textContrast(measurement)).toEqual([expect.stringContaining('“Dark row” has a contrast of 1.2')])
})

it('knows what shows the focus only when it comes', async () => {
  await slide(
    '<h1>Heading</h1><style>a:focus { outline: 3px solid #004; outline-offset: 2px }</style><p class="at" style="left: 100px; top: 100px"><a href="#x">A link</a> in a line</p>',
  )
  const { measurement } = await measureSlide(page, 4, { focus: 'each' })
  expect(measurement.controls).toMatchObject([{ name: 'A link', inText: true, focus: [{ what: 'outline', width: 3 }] }])
  expect(slideRules.focusVisible(measurement)).toEqual([])
  expect((await measureSlide(page, 4)).measurement.controls[0]!.focus).toBeNull()
})

it('numbers the hidden parts by their outermost element, and keeps the numbers', async () => {
  await slide(
    '<div id="a" style="visibility: hidden"><p>One</p><p>Two</p></div><div id="b" style="visibility: hidden">Three</div><article class="card opinion"><p style="visibility: hidden">Four</p><p style="visibility: hidden">Five</p></article>',
  )
  const before = (await measureSlide(page, 4)).hiddenParts
  expect(before).toHaveLength(3)
  await page.evaluate(() => document.querySelector<HTMLElement>('#a')!.style.removeProperty('visibility'))
  expect((await measureSlide(page, 4)).hiddenParts).toEqual(before.slice(1))
})

describe('where stacks are kept from one measurement to the next', () => {
  const [paper, ink] = ['rgb(255, 255, 255)', 'rgb(17, 17, 17)']
  /** @param inner after the text */
  const withText = (style: string, inner: string) =>
    slide(
      `<style>.slidev-layout { isolation: isolate; height: 552px; background: ${paper} } p { color: ${ink} } ${style}</style><p class="at" style="top: 40px">Text</p>${inner}`,
    )
  const text = async (classes: string) => {
    await page.evaluate((names) => void (document.documentElement.className = names), classes)
    const { measurement } = await measureSlide(page, 4, { keepStacks: true })
    expect((await measureSlide(page, 4)).measurement).toEqual(measurement)
    const { coveredBy, ink, grounds } = measurement.elements.find(({ text }) => text === 'Text')!
    return { covered: coveredBy !== null, ink, grounds: JSON.stringify(grounds) }
  }
  const bar = (classes: string, style = '') => `<div class="at ${classes}" style="top: 40px; width: 200px; height: 24px; ${style}"></div>`

  it('sees in other colours what lies over a text there alone', async () => {
    await withText(
      `.dark p { color: ${paper} } .dark .slidev-layout { background: ${ink} } .late { display: none } .dark.more .late { display: block } .dark.under .late { display: block; z-index: -1 }`,
      bar('late', 'background: #777'),
    )
    const light = await text('')
    const dark = await text('dark')
    expect([light.covered, dark.covered]).toEqual([false, false])
    expect([light.ink, dark.ink]).toEqual([
      [17, 17, 17, 1],
      [255, 255, 255, 1],
    ])
    expect(dark.grounds).not.toBe(light.grounds)
    expect((await text('dark more')).covered).toBe(true)
    // Under the text, it is its ground.
    const under = await text('dark under')
    expect(under.covered).toBe(false)
    expect(under.grounds).toContain('119,119,119')
  })

  it.each([
    ['a part that a click reveals', '.late { visibility: hidden } .on .late { visibility: visible }', bar('late', 'background: #777')],
    [
      'what is in it, and reaches beyond it',
      '.late { visibility: hidden; width: 10px } .on .late { visibility: visible }',
      '<div class="at late" style="top: 300px">' + bar('', 'background: #777; top: -260px') + '</div>',
    ],
    ['what was not to be seen through', '.late { opacity: 0 } .on .late { opacity: 1 }', bar('late', 'background: #777')],
    [
      'what is drawn before it',
      '.late { visibility: hidden; background: #777 } .late::before { content: ""; position: absolute; top: -260px; width: 200px; height: 24px } .on .late { visibility: visible }',
      '<div class="at late" style="top: 300px">Later</div>',
    ],
    [
      'a wide line of a drawing',
      '.late { visibility: hidden } .on .late { visibility: visible }',
      '<svg class="at" style="left: 0; top: 0" width="400" height="200"><path class="late" d="M 0 20 H 300" stroke="#777" stroke-width="70"/></svg>',
    ],
    ['what moves there', '.late { left: 500px } .on .late { left: 0 }', bar('late', 'background: #777')],
    ['what comes out from under it', '.late { z-index: -1 } .on .late { z-index: 1 }', bar('late', 'background: #777')],
  ])('sees over a text %s', async (_, style, inner) => {
    await withText(style, inner)
    expect((await text('')).covered).toBe(false)
    expect((await text('on')).covered).toBe(true)
    expect((await text('')).covered).toBe(false)
  })
})

it.each([
  ['link-name', '<a href="https://example.org/"></a>'],
  ['list', '<ul><div>no item</div></ul>'],
  ['aria-hidden-focus', '<div aria-hidden="true"><a href="https://example.org/">x</a></div>'],
  ['aria-allowed-role', '<ul role="checkbox"></ul>'],
  ['svg-img-alt', '<svg role="img"></svg>'],
])('axe finds a planted %s', async (rule, html) => {
  await slide(html)
  await page.evaluate(axeSource)
  expect((await axeFaults(page, '.slidev-page')).join()).toContain(rule)
})
