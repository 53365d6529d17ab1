/** The rules on a slide find what they are for, on made measurements. */
import { describe, expect, it } from 'vitest'
import {
  type Box,
  type Control,
  judge,
  type Measured,
  type Measurement,
  MEANING_BORDERS,
  READ_APART,
  sameAgain,
  sameInDark,
  skippedLevels,
  slideRules,
  SMALL_PRINT,
  systemColours,
  told,
  unevenReveals,
} from '../support/measure-rules.ts'
import { type Colour, contrast, contrastOn, type Ground, ratio, seenColour } from '../support/rules/colours.ts'
import type { Border, FocusMark } from '../support/rules/measurement.ts'
import { forEachCase } from '../support/faults.ts'

const {
  beyondCanvas,
  borderContrast,
  clipped,
  covered,
  focusVisible,
  headingOrder,
  hiddenFromReader,
  overFooter,
  overlappingTexts,
  readingOrder,
  smallBody,
  targetSize,
  textContrast,
  tooSmall,
} = slideRules
const WHITE: Colour = [255, 255, 255, 1]
const BLACK: Colour = [0, 0, 0, 1]
/** 4.48 : 1 and 2.85 : 1 on white. */
const GREY: Colour = [119, 119, 119, 1]
const FAINT: Colour = [153, 153, 153, 1]

const box = (x: number, y: number, width = 100, height = 20): Box => ({ x, y, width, height })
const element = (changes: Partial<Measured> = {}): Measured => ({
  path: 'p',
  text: 'Words',
  lines: [box(50, 50)],
  fontSize: 18,
  fontWeight: 400,
  hidden: null,
  unread: false,
  inFooter: false,
  smallPrint: null,
  readApart: null,
  window: null,
  ink: BLACK,
  grounds: [[WHITE]],
  coveredBy: null,
  ...changes,
})
const measured = (more: Partial<Measurement>): Measurement => ({
  width: 980,
  height: 552,
  elements: [],
  runs: [],
  borders: [],
  controls: [],
  headings: [{ level: 1, text: 'Heading' }],
  system: [],
  title: '',
  announced: null,
  ...more,
})
/** Read in the order given. */
const slide = (...elements: Measured[]): Measurement =>
  measured({ elements, runs: elements.map(({ lines }, index) => ({ element: index, lines })) })
const footer = element({
  path: 'footer > p',
  lines: [box(50, 520, 600, 18)],
  fontSize: 14,
  inFooter: true,
  smallPrint: '.slidev-layout > footer',
})
const ring: FocusMark = {
  what: 'outline',
  colour: BLACK,
  width: 3,
  box: box(95, 95, 110, 40),
  against: [[WHITE], [WHITE], [WHITE], [WHITE]],
}
const control = (changes: Partial<Control> = {}): Control => ({
  path: 'button',
  name: 'Undo',
  box: box(100, 100, 100, 30),
  inText: false,
  window: null,
  focus: [ring],
  ...changes,
})
const edge = (changes: Partial<Border> = {}): Border => ({ path: 'button', side: 'top', colour: BLACK, against: [[WHITE]], ...changes })

it('a slide that holds all rules has no fault', () => {
  const good = { ...slide(element(), element({ lines: [box(50, 80)] }), footer), controls: [control()], borders: [edge()] }
  for (const [name, rule] of Object.entries(slideRules)) expect(rule(good), name).toEqual([])
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
    expect(
      overFooter(
        slide(
          element({ text: '', path: 'path', lines: [box(50, 500, 10, 10)], inFooter: true }),
          element({ lines: [box(40, 485, 100, 20)] }),
        ),
      ),
    ).toEqual(['p “Words” reaches 5 px into the footer'])
  })

  it('allows text above it or beside it', () => {
    expect(overFooter(slide(footer, element({ lines: [box(60, 500, 100, 20)] }), element({ lines: [box(700, 520)] })))).toEqual([])
  })
})

describe('overlappingTexts', () => {
  const two = (y: number, changes: Partial<Measured> = {}) => slide(element(), element({ lines: [box(60, y)], text: 'Other', ...changes }))

  it('finds text on other text', () => {
    expect(overlappingTexts(two(60))).toEqual(['p “Words” stands on p “Other”'])
  })

  it('allows lines set close, and what is hidden', () => {
    expect(overlappingTexts(two(68))).toEqual([])
    expect(overlappingTexts(two(60, { hidden: 'visibility' }))).toEqual([])
  })
})

it('clipped finds text that is cut by what it stands in, revealed or not', () => {
  const cut = { lines: [box(50, 50), box(50, 95)], window: box(50, 50, 100, 50) }
  expect(clipped(slide(element(cut), element({ ...cut, hidden: 'visibility' })))).toEqual([
    'p “Words” is cut off by 15 px',
    'p “Words” is cut off by 15 px',
  ])
  expect(clipped(slide(element({ ...cut, lines: [box(50, 50)] }), element({ ...cut, hidden: 'screen reader only' }), element()))).toEqual(
    [],
  )
})

it('covered finds text under something else', () => {
  expect(covered(slide(element({ coveredBy: 'div.bar' }), element({ coveredBy: 'div.bar', hidden: 'visibility' })))).toEqual([
    'p “Words” is covered by div.bar',
  ])
})

describe('contrast', () => {
  it('is that of WCAG, and never rounded up', () => {
    expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21)
    expect(contrast(GREY, WHITE)).toBeCloseTo(4.478, 3)
    expect(ratio(4.499)).toBe('4.49 : 1')
  })

  it('is against the colour that is seen under all layers', () =>
    forEachCase<[string, Ground, Colour | null]>(
      [
        ['nothing: the canvas', [], WHITE],
        ['what covers, and nothing under it', [BLACK, WHITE], BLACK],
        ['a half layer', [[0, 0, 0, 0.5], WHITE], [127.5, 127.5, 127.5, 1]],
        ['two half layers, the upper last', [[255, 0, 0, 0.5], [0, 0, 255, 0.5], WHITE], [191.25, 63.75, 127.5, 1]],
        ['a picture', [[0, 0, 0, 0.5], 'picture'], null],
        ['a picture that is covered', [BLACK, 'picture'], BLACK],
      ],
      (_, ground, colour) => {
        expect(seenColour(ground)).toEqual(colour)
      },
    ))

  it('of thin ink is less', () => {
    expect(contrastOn([0, 0, 0, 0.5], [WHITE])).toBeCloseTo(contrast([127.5, 127.5, 127.5], WHITE))
  })

  it('of text is as its size and weight ask', () =>
    forEachCase(
      [
        ['text below 4.5', { ink: GREY }, 1],
        ['large text from 3 on', { ink: GREY, fontSize: 24 }, 0],
        ['bold text from 14 pt on', { ink: GREY, fontSize: 18.7, fontWeight: 700 }, 0],
        ['bold text below 14 pt', { ink: GREY, fontSize: 18, fontWeight: 700 }, 1],
        ['large text below 3', { ink: FAINT, fontSize: 24 }, 1],
        ['one of several grounds', { grounds: [[WHITE], [[20, 20, 20, 1] as Colour]] }, 1],
        ['a picture', { grounds: [['picture' as const]] }, 1],
        ['what is hidden', { ink: FAINT, hidden: 'visibility' as const }, 0],
      ],
      (_, changes, faults) => {
        expect(textContrast(slide(element(changes)))).toHaveLength(faults)
      },
    ))

  it('of text says how much, and how much it needs', () => {
    expect(textContrast(slide(element({ ink: GREY })))).toEqual(['p “Words” has a contrast of 4.47 : 1; it needs 4.5 : 1'])
  })

  it('of a line that says something is 3 : 1 on both sides', () => {
    expect(
      borderContrast(
        measured({
          borders: [
            edge({ colour: GREY }),
            edge({ colour: FAINT }),
            edge({ colour: GREY, against: [[WHITE], [GREY]] }),
            edge({ against: [['picture']] }),
          ],
        }),
      ),
    ).toEqual([
      'button (top) has a contrast of 2.84 : 1; it needs 3 : 1',
      'button (top) has a contrast of 1.00 : 1; it needs 3 : 1',
      'button (top): its contrast cannot be told',
    ])
  })
})

describe('focusVisible', () => {
  it('what does not show it', () =>
    forEachCase<[string, Partial<Control>, string]>(
      [
        ['nothing', { focus: [] }, 'nothing changes'],
        ['a thin ring', { focus: [{ ...ring, width: 1 }] }, 'its outline is 1 px; it needs 2 px'],
        ['a faint ring', { focus: [{ ...ring, colour: FAINT }] }, 'its outline has a contrast of 2.84 : 1; it needs 3 : 1'],
        ['a ring that is cut off', { window: box(100, 100, 100, 30) }, 'its outline is cut off by 5 px'],
        ['a ring over the edge', { focus: [{ ...ring, box: box(900, 95, 110, 40) }] }, 'its outline reaches over the edge of the canvas'],
      ],
      (_, changes, why) => {
        expect(focusVisible(measured({ controls: [control(changes)] }))).toEqual([`button “Undo” does not show the focus: ${why}`])
      },
    ))

  it('one good mark will do, and a ring may touch something on one side', () => {
    expect(
      focusVisible(
        measured({
          controls: [
            control({ focus: [{ ...ring, width: 1 }, ring] }),
            control({ focus: [{ ...ring, against: [[BLACK], [WHITE], [WHITE], [WHITE], [WHITE]] }] }),
            control({ focus: null }),
          ],
        }),
      ),
    ).toEqual([])
  })
})

describe('targetSize', () => {
  const small = (x: number, changes: Partial<Control> = {}) => control({ box: box(x, 100, 20, 20), name: `at ${x}`, ...changes })

  it('is 24 px each way where another is near', () => {
    expect(targetSize(measured({ controls: [small(100), small(122)] }))).toEqual([
      'button “at 100” is 20 px × 20 px, close to “at 122”; it needs 24 px',
      'button “at 122” is 20 px × 20 px, close to “at 100”; it needs 24 px',
    ])
    expect(targetSize(measured({ controls: [small(100), control({ box: box(121, 100, 40, 40) })] }))).toHaveLength(1)
  })

  it('may be less with room about it, and in a line of text', () => {
    expect(targetSize(measured({ controls: [small(100), small(125), control({ box: box(160, 100, 24, 24) })] }))).toEqual([])
    expect(targetSize(measured({ controls: [small(100, { inText: true }), control({ box: box(121, 100, 40, 40) })] }))).toEqual([])
  })
})

describe('readingOrder', () => {
  const at = (x: number, y: number, text: string, changes: Partial<Measured> = {}) => element({ text, lines: [box(x, y)], ...changes })

  it('goes as the eye goes', () =>
    forEachCase(
      [
        ['down', [at(50, 50, 'a'), at(50, 80, 'b')]],
        ['in its line to the right', [at(50, 50, 'a'), at(160, 50, 'b')]],
        ['a new column', [at(50, 300, 'a'), at(500, 50, 'b')]],
        ['back to the left, below', [at(500, 50, 'a'), at(50, 80, 'b')]],
        [
          'what is apart, unread or hidden',
          [
            at(50, 80, 'a'),
            at(50, 50, 'b', { readApart: 'svg' }),
            at(50, 50, 'c', { unread: true }),
            at(50, 50, 'd', { hidden: 'visibility' }),
          ],
        ],
      ],
      (_, elements) => {
        expect(readingOrder(slide(...elements))).toEqual([])
      },
    ))

  it('does not go up, nor to the left', () => {
    expect(readingOrder(slide(at(50, 80, 'a'), at(50, 50, 'b')))).toEqual(['p “b” is read after p “a”, and stands above it'])
    expect(readingOrder(slide(at(300, 50, 'a'), at(50, 52, 'b')))).toEqual(['p “b” is read after p “a”, and stands to its left'])
  })
})

describe('headingOrder', () => {
  const levels = (...all: number[]) => measured({ headings: all.map((level) => ({ level, text: `H${level}` })) })

  it('has one of the first level, and skips none', () => {
    expect(headingOrder(levels(1, 2, 3, 2, 2))).toEqual([])
    expect(headingOrder(levels(1, 1))).toEqual(['there are 2 headings of the first level'])
    expect(headingOrder(levels(1, 3))).toEqual(['“H3” is a heading of level 3 after one of level 1'])
    expect(headingOrder(levels(2))).toEqual(['there are 0 headings of the first level', '“H2” is a heading of level 2 after none'])
    expect(
      skippedLevels([
        { level: 1, text: '' },
        { level: 1, text: '' },
      ]),
    ).toEqual([])
  })
})

describe('in other colours', () => {
  it('nothing moves', () => {
    const light = slide(element())
    expect(sameInDark(light, slide(element({ ink: WHITE, grounds: [[BLACK]] })))).toEqual([])
    expect(sameInDark(light, slide(element({ lines: [box(53, 50)] })))).toEqual(['p “Words” moves by 3 px in dark'])
    expect(sameInDark(light, slide(element({ lines: [box(50, 50), box(50, 70)] })))).toEqual(['p “Words” has 1 lines in light, 2 in dark'])
    expect(sameInDark(light, slide(element({ text: 'Others' })))).toEqual(['p “Words” is p “Others” in dark'])
    expect(sameInDark(light, slide())).toEqual(['1 elements in light, 0 in dark'])
  })

  it('the system’s are the system’s', () => {
    expect(
      systemColours({ ...slide(element(), element({ ink: GREY }), element({ ink: GREY, hidden: 'visibility' })), system: [BLACK] }),
    ).toEqual(['p “Words” has a colour of ours: rgb(119, 119, 119)'])
  })
})

describe('told', () => {
  const place = { no: 3, of: 9, heading: 'Heading', moved: true }

  it('is the slide, in the title and as it is moved to', () => {
    expect(told(measured({ title: '3. Heading · Deck', announced: 'Slide 3 of 9: Heading' }), place)).toEqual([])
    expect(told(measured({ title: '3. Heading · Deck', announced: '' }), { ...place, moved: false })).toEqual([])
    expect(told(measured({ title: 'Deck', announced: 'Slide 2 of 9: Other' }), place)).toEqual([
      'the title is “Deck”',
      'a screen reader is told “Slide 2 of 9: Other”, not “Slide 3 of 9: Heading”',
    ])
    expect(told(measured({ title: '3. Heading' }), place)).toEqual(['nothing would be said politely'])
  })
})

it('judge tells once what is wrong in several states', () => {
  const [good, bad] = [slide(element()), slide(element({ fontSize: 13 }))]
  expect(
    judge(tooSmall, [
      ['at click 0', good],
      ['at click 1', bad],
      ['at click 2', bad],
    ]),
  ).toEqual(['at click 1, at click 2: p “Words” is 13 px; the smallest is 14 px'])
  expect(
    judge(tooSmall, [
      ['at click 0', bad],
      ['at click 1', bad],
    ]),
  ).toEqual(['always: p “Words” is 13 px; the smallest is 14 px'])
})

describe('the size of text', () => {
  it('is 14 px or more, of all that can be seen', () => {
    expect(tooSmall(slide(element({ fontSize: 13.5 })))).toEqual(['p “Words” is 13.5 px; the smallest is 14 px'])
    expect(
      tooSmall(
        slide(element({ fontSize: 14 }), element({ fontSize: 9, text: '' }), element({ fontSize: 9, hidden: 'screen reader only' })),
      ),
    ).toEqual([])
  })

  it('is 18 px or more in body text', () => {
    expect(smallBody(slide(element({ fontSize: 17 })))).toEqual(['p “Words” is 17 px; body text is at least 18 px'])
    expect(smallBody(slide(element({ fontSize: 18 }), element({ fontSize: 14, smallPrint: '.ids' })))).toEqual([])
  })

  it('is body text unless a reason says otherwise', () => {
    for (const { selector, reason } of [...SMALL_PRINT, ...READ_APART, ...MEANING_BORDERS])
      expect(reason.length, selector).toBeGreaterThan(8)
  })
})

it('hiddenFromReader finds what a screen reader would read ahead', () => {
  expect(
    hiddenFromReader(
      slide(element({ hidden: 'opacity' }), element({ hidden: 'visibility' }), element({ hidden: 'opacity', unread: true })),
    ),
  ).toEqual(['p “Words” is only transparent: a screen reader reads it'])
})

it('sameAgain finds a click that changes nothing', () => {
  expect(sameAgain(['a', 'b', 'a'])).toEqual([])
  expect(sameAgain(['a', 'b', 'b', 'b'])).toEqual(['click 2 changes nothing', 'click 3 changes nothing'])
})

describe('unevenReveals', () => {
  it('finds a click that reveals nothing, or more than one part, and what is never revealed', () =>
    forEachCase(
      [
        [[[1, 2], [2], []], []],
        [[[]], []],
        [[[1, 2], []], ['click 1 reveals 2 parts and hides 0']],
        [
          [[1], [1]],
          ['click 1 reveals 0 parts and hides 0', '1 parts stay hidden after the last click'],
        ],
        [
          [[1], [2]],
          ['click 1 reveals 1 parts and hides 1', '1 parts stay hidden after the last click'],
        ],
      ],
      (steps, faults) => {
        expect(unevenReveals(steps)).toEqual(faults)
      },
    ))
})
