import { describe, expect, it } from 'vitest'
import { beyondCanvas, type Box, layoutRules, type Measured, type Measurement, onlyTransparent, overFooter, overlappingCards, sameAgain, smallBody, SMALL_PRINT, tooSmall, unevenReveals } from '../support/measure-rules.ts'

const box = (x: number, y: number, width = 100, height = 20): Box => ({ x, y, width, height })
const element = (changes: Partial<Measured> = {}): Measured => ({ path: 'p', text: 'Words', lines: [box(50, 50)], fontSize: 18, hidden: null, card: null, inFooter: false, smallPrint: null, ...changes })
const slide = (...elements: Measured[]): Measurement => ({ width: 980, height: 552, elements })
const footer = element({ path: 'footer > p', lines: [box(50, 520, 600, 18)], fontSize: 14, inFooter: true, smallPrint: '.slidev-layout > footer' })

it('a slide that holds all rules has no fault', () => {
  const good = slide(element({ card: 1 }), element({ card: 2, lines: [box(50, 80)] }), footer)
  for (const [name, rule] of Object.entries(layoutRules)) expect(rule(good), name).toEqual([])
})

describe('beyondCanvas', () => {
  it.each([
    ['right', box(900, 50, 100), '20 px'],
    ['left', box(-5, 50), '5 px'],
    ['below', box(50, 540, 100, 20), '8 px'],
    ['above', box(50, -3), '3 px'],
  ])('finds what reaches over the edge: %s', (_, line, by) => {
    expect(beyondCanvas(slide(element({ lines: [box(50, 50), line] })))).toEqual([`p “Words” reaches ${by} over the edge of the canvas`])
  })

  it('looks at drawings and at what is not yet revealed, not at what is for screen readers only', () => {
    const over = { lines: [box(900, 50, 100)] }
    expect(beyondCanvas(slide(element({ ...over, text: '', path: 'svg' }), element({ ...over, hidden: 'visibility' })))).toHaveLength(2)
    expect(beyondCanvas(slide(element({ ...over, hidden: 'screen reader only' })))).toEqual([])
  })

  it('allows a fraction of a pixel', () => {
    expect(beyondCanvas(slide(element({ lines: [box(880.6, 50)] })))).toEqual([])
  })
})

describe('overFooter', () => {
  it('finds text that stands in the footer', () => {
    expect(overFooter(slide(footer, element({ lines: [box(60, 505, 100, 20)] })))).toEqual(['p “Words” reaches 5 px into the footer'])
  })

  it('finds text on a shape there: a cell of the strip', () => {
    expect(overFooter(slide(element({ text: '', path: 'path', lines: [box(50, 500, 10, 10)], inFooter: true }), element({ lines: [box(40, 485, 100, 20)] })))).toEqual(['p “Words” reaches 5 px into the footer'])
  })

  it('allows text above it or beside it', () => {
    expect(overFooter(slide(footer, element({ lines: [box(60, 500, 100, 20)] }), element({ lines: [box(700, 520)] })))).toEqual([])
  })
})

describe('overlappingCards', () => {
  const two = (card: number | null, y: number, changes: Partial<Measured> = {}) => slide(element({ card: 1 }), element({ card, lines: [box(60, y)], text: 'Other', ...changes }))

  it('finds text of one card on text of another', () => {
    expect(overlappingCards(two(2, 60))).toEqual(['p “Words” stands on p “Other”'])
  })

  it('allows lines set close, one card’s own, and what is hidden', () => {
    expect(overlappingCards(two(2, 68))).toEqual([])
    expect(overlappingCards(two(1, 60))).toEqual([])
    expect(overlappingCards(two(null, 60))).toEqual([])
    expect(overlappingCards(two(2, 60, { hidden: 'visibility' }))).toEqual([])
  })
})

describe('the size of text', () => {
  it('is 14 px or more, of all that can be seen', () => {
    expect(tooSmall(slide(element({ fontSize: 13.5 })))).toEqual(['p “Words” is 13.5 px; the smallest is 14 px'])
    expect(tooSmall(slide(element({ fontSize: 14 }), element({ fontSize: 9, text: '' }), element({ fontSize: 9, hidden: 'screen reader only' })))).toEqual([])
  })

  it('is 18 px or more in body text', () => {
    expect(smallBody(slide(element({ fontSize: 17 })))).toEqual(['p “Words” is 17 px; body text is at least 18 px'])
    expect(smallBody(slide(element({ fontSize: 18 }), element({ fontSize: 14, smallPrint: '.ids' })))).toEqual([])
  })

  it('is body text unless a reason says otherwise', () => {
    for (const { selector, reason } of SMALL_PRINT) expect(reason.length, selector).toBeGreaterThan(8)
  })
})

it('onlyTransparent finds what a screen reader would read ahead', () => {
  expect(onlyTransparent(slide(element({ hidden: 'opacity' }), element({ hidden: 'visibility' })))).toEqual(['p “Words” is only transparent: a screen reader reads it'])
})

it('sameAgain finds a click that changes nothing', () => {
  expect(sameAgain(['a', 'b', 'a'])).toEqual([])
  expect(sameAgain(['a', 'b', 'b', 'b'])).toEqual(['click 2 changes nothing', 'click 3 changes nothing'])
})

describe('unevenReveals', () => {
  it.each([
    [[[1, 2], [2], []], []],
    [[[]], []],
    [[[1, 2], []], ['click 1 reveals 2 parts and hides 0']],
    [[[1], [1]], ['click 1 reveals 0 parts and hides 0', '1 parts stay hidden after the last click']],
    [[[1], [2]], ['click 1 reveals 1 parts and hides 1', '1 parts stay hidden after the last click']],
  ])('of %j', (steps, faults) => {
    expect(unevenReveals(steps)).toEqual(faults)
  })
})
