/**
 * What a slide's layout must hold, as rules on one measurement of it. Pure: the measurement comes from
 * `measure-slide.ts` in a real browser, or from a test. A rule returns one sentence for each fault.
 */

/** In canvas pixels, from the slide's top left corner. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** An element that has text of its own, or one with no element in it. */
export interface Measured {
  /** Tag and classes, outermost first, from the layout down: for messages. */
  readonly path: string
  /** Its own text; empty for a drawing, a rule, a picture. */
  readonly text: string
  /** A box for each line of its own text; for an element without text, its own box. */
  readonly lines: readonly Box[]
  /** As drawn, in canvas pixels. */
  readonly fontSize: number
  /** Why it cannot be seen; null where it can. */
  readonly hidden: 'visibility' | 'opacity' | 'screen reader only' | null
  /** The nearest card, row or list entry, by number; null outside any. */
  readonly card: number | null
  readonly inFooter: boolean
  /** The entry of `SMALL_PRINT` that lets it stand below the body's size; null for body text. */
  readonly smallPrint: string | null
}

export interface Measurement {
  readonly width: number
  readonly height: number
  readonly elements: readonly Measured[]
}

export const SMALLEST = 14
export const BODY = 18

/** What may be smaller than body text, and why. Everything else is body. */
export const SMALL_PRINT: readonly { readonly selector: string; readonly reason: string }[] = [
  { selector: '.slidev-layout.reference', reason: 'a page to look things up in, not to present: 14 px by design' },
  { selector: '.slidev-layout > footer', reason: 'the rule at the foot, the same on every slide, and the slide’s number' },
  { selector: '.slidev-layout > .chapter', reason: 'a label: the chapter’s name' },
  { selector: '.small-strip > .caption', reason: 'a label: what the strip at the foot is' },
  { selector: '.rail', reason: 'a label: the place in the argument' },
  { selector: '.heads', reason: 'labels: the heads of the two columns' },
  { selector: '.ids', reason: 'ids of claim and sentence' },
  { selector: 'ol.steps h2 > .span', reason: 'ids of sentences, beside the name of a step' },
  { selector: '.citations', reason: 'a source line' },
  { selector: '.actors .source', reason: 'a source line' },
  { selector: '.note', reason: 'ids of claims, in few words: on which claims a claim rests; 16 px' },
  { selector: '.record > .label', reason: 'a label: the record’s date' },
  { selector: 'svg.drawing', reason: 'labels in a drawing, 14 px and more, in few words; what is to be read stands beside it at the body’s size' },
  { selector: '.tally caption', reason: 'a label: the head of the tally' },
  { selector: '.fits thead .our-reading', reason: 'a label: whose words stand in the column' },
  { selector: '.source-links, .source-line', reason: 'a source line' },
  { selector: '.strip .number, .spans', reason: 'numbers of sentences and names of steps, as wide as their columns' },
  { selector: '.certainty h2, .certainty li > .number', reason: 'labels: the heads of the bands, and numbers of sentences' },
  { selector: '.text-strip > .hint', reason: 'where more is found, and how to choose' },
  { selector: '.withdraw .others, .withdraw button, .withdraw .more, .withdraw .whose', reason: 'ids of claims to choose, in the corners that the drawing leaves free' },
  { selector: '.conclusions', reason: 'a table in a corner that the drawing leaves free: 16 px, its head 14 px' },
  { selector: '.text-strip .claim', reason: 'claims in few words, up to three in a line: 16 px' },
  { selector: '.requests thead, .requests .held, .requests .id', reason: 'labels: the heads of columns; and who would hold a thing' },
  { selector: '.score caption, .score .tag', reason: 'the heads of tables, and tags in them: 16 px' },
  { selector: '.crossed thead, .crossed .tag', reason: 'the heads of columns, and tags: 16 px' },
]

/** What is revealed in one click though it stands in several places, and why. */
export const REVEALED_WHOLE: readonly { readonly selector: string; readonly reason: string }[] = [
  { selector: '.card.opinion', reason: 'an opinion has no grade and no record: its one remark has two ends' },
]

/** What shows something else at each click, and reveals nothing; and why. */
export const CHANGED_BY_CLICKS: readonly { readonly selector: string; readonly reason: string }[] = [
  { selector: '.withdraw', reason: 'each click withdraws other claims from the same argument' },
]

/** What a card is: boxes of two different ones may never touch. */
export const CARDS = '[data-claim], [data-source], .slidev-layout tr, .slidev-layout li, .slidev-layout dt, .slidev-layout dd, .slidev-layout h1, .slidev-layout .chapter, .slidev-layout .rail, .slidev-layout .heads, .slidev-layout > footer'

/** Glyphs have overshoot and rectangles have fractions: what differs by less cannot be seen. */
const TOLERANCE = 1
/** The line boxes of neighbouring lines overlap by this much where the lines are set close. */
const LEADING = 3

const seen = ({ elements }: Measurement) => elements.filter(({ hidden }) => hidden === null)
const name = ({ path, text }: Measured) => (text ? `${path} “${text.length > 40 ? `${text.slice(0, 39)}…` : text}”` : path)
const px = (value: number) => `${Math.round(value * 10) / 10} px`

/** How far two boxes reach into each other, sideways and up and down; negative where they are apart. */
const overlap = (a: Box, b: Box) => ({
  across: Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x),
  down: Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y),
})

/** Nothing reaches over the edge of the canvas; what is not yet revealed will be. */
export const beyondCanvas = (slide: Measurement): string[] =>
  slide.elements
    .filter(({ hidden }) => hidden !== 'screen reader only')
    .flatMap((element) => {
      const over = Math.max(
        ...element.lines.map(({ x, y, width, height }) => Math.max(-x, -y, x + width - slide.width, y + height - slide.height)),
      )
      return over > TOLERANCE ? [`${name(element)} reaches ${px(over)} over the edge of the canvas`] : []
    })

/** Nothing stands in the footer but the footer, the strip above it included; what is not yet revealed will be seen too. */
export function overFooter(slide: Measurement): string[] {
  const footer = slide.elements.filter(({ inFooter, hidden }) => inFooter && hidden === null).flatMap(({ lines }) => lines)
  return slide.elements
    .filter(({ inFooter, hidden, text }) => !inFooter && hidden !== 'screen reader only' && text)
    .flatMap((element) => {
      const into = Math.max(
        0,
        ...element.lines.flatMap((line) => footer.map((other) => overlap(line, other)).filter(({ across, down }) => across > TOLERANCE && down > TOLERANCE).map(({ down }) => down)),
      )
      return into > 0 ? [`${name(element)} reaches ${px(into)} into the footer`] : []
    })
}

/** No text of one card stands on text of another. */
export function overlappingCards(slide: Measurement): string[] {
  const texts = seen(slide).filter(({ text, card }) => text && card !== null)
  return texts.flatMap((one, index) =>
    texts.slice(index + 1).flatMap((other) => {
      if (one.card === other.card) return []
      const meets = one.lines.some((a) => other.lines.some((b) => {
        const { across, down } = overlap(a, b)
        return across > TOLERANCE && down > LEADING
      }))
      return meets ? [`${name(one)} stands on ${name(other)}`] : []
    }),
  )
}

/** No text is smaller than source lines are. */
export const tooSmall = (slide: Measurement): string[] =>
  seen(slide)
    .filter(({ text, fontSize }) => text && fontSize < SMALLEST - 0.05)
    .map((element) => `${name(element)} is ${px(element.fontSize)}; the smallest is ${SMALLEST} px`)

/** Body text can be read at the back. */
export const smallBody = (slide: Measurement): string[] =>
  seen(slide)
    .filter(({ text, fontSize, smallPrint }) => text && smallPrint === null && fontSize < BODY - 0.05)
    .map((element) => `${name(element)} is ${px(element.fontSize)}; body text is at least ${BODY} px`)

/** What is not yet revealed is hidden from screen readers too, not only transparent. */
export const onlyTransparent = (slide: Measurement): string[] =>
  slide.elements.filter(({ text, hidden }) => text && hidden === 'opacity').map((element) => `${name(element)} is only transparent: a screen reader reads it`)

export const layoutRules: Readonly<Record<string, (slide: Measurement) => string[]>> = {
  beyondCanvas,
  overFooter,
  overlappingCards,
  tooSmall,
  smallBody,
  onlyTransparent,
}

/**
 * Each click says something else than the one before, where it reveals nothing.
 *
 * @param said for each click, from 0, what can be read of the part that clicks change
 */
export const sameAgain = (said: readonly string[]): string[] => said.flatMap((now, click) => (click > 0 && now === said[click - 1] ? [`click ${click} changes nothing`] : []))

/**
 * Each click reveals exactly one more part and hides none.
 *
 * @param steps for each click, from 0, the numbers of the hidden parts
 */
export function unevenReveals(steps: readonly (readonly number[])[]): string[] {
  const faults = steps.flatMap((now, click) => {
    if (click === 0) return []
    const before = steps[click - 1]!
    const revealed = before.filter((part) => !now.includes(part)).length
    const hidden = now.filter((part) => !before.includes(part)).length
    return revealed === 1 && hidden === 0 ? [] : [`click ${click} reveals ${revealed} parts and hides ${hidden}`]
  })
  const left = steps.at(-1)?.length ?? 0
  return left === 0 ? faults : [...faults, `${left} parts stay hidden after the last click`]
}
