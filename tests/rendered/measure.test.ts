/** The measuring itself, on a made slide: what the rules are given is what a reader sees. */
import type { Browser, Page } from 'playwright-chromium'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newContext, openBrowser } from '../support/deck.ts'
import { beyondCanvas, type Measured, onlyTransparent, overFooter, overlappingCards, smallBody, tooSmall } from '../support/measure-rules.ts'
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
const elements = async (): Promise<Record<string, Measured>> => Object.fromEntries((await measureSlide(page, 4)).measurement.elements.map((each) => [each.text, each]))

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
  expect(Object.fromEntries(Object.values(found).map(({ text, hidden }) => [text, hidden]))).toEqual({ Seen: null, Later: 'visibility', Transparent: 'opacity', Heard: 'screen reader only' })
})

it('lets every rule find its fault', async () => {
  await slide(`<p class="at" style="left: 950px; top: 10px; white-space: nowrap">Over the edge</p>
    <p style="font-size: 13px">Tiny</p><p style="font-size: 16px">Small</p><p class="ids" style="font-size: 14px">Id</p><p style="opacity: 0">Transparent</p>
    <ul><li class="at" style="top: 300px">First card</li><li class="at" style="top: 306px">Second card</li></ul>
    <p class="at" style="left: 0; top: 515px">In the footer</p><footer class="at" style="left: 0; top: 520px"><p>Foot</p></footer>`)
  const { measurement } = await measureSlide(page, 4)
  const at = (faults: string[]) => faults.map((fault) => /“(.*?)”/.exec(fault)?.[1])
  expect(at(beyondCanvas(measurement))).toEqual(['Over the edge'])
  expect(at(tooSmall(measurement))).toEqual(['Tiny'])
  expect(at(smallBody(measurement))).toEqual(['Tiny', 'Small'])
  expect(at(onlyTransparent(measurement))).toEqual(['Transparent'])
  expect(at(overlappingCards(measurement))).toEqual(['First card'])
  expect(at(overFooter(measurement))).toEqual(['In the footer'])
})

it('numbers the hidden parts by their outermost element, and keeps the numbers', async () => {
  await slide('<div id="a" style="visibility: hidden"><p>One</p><p>Two</p></div><div id="b" style="visibility: hidden">Three</div><article class="card opinion"><p style="visibility: hidden">Four</p><p style="visibility: hidden">Five</p></article>')
  const before = (await measureSlide(page, 4)).hiddenParts
  expect(before).toHaveLength(3)
  await page.evaluate(() => document.querySelector<HTMLElement>('#a')!.style.removeProperty('visibility'))
  expect((await measureSlide(page, 4)).hiddenParts).toEqual(before.slice(1))
})
