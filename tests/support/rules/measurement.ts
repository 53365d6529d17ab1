/** What a rule is given, and what the rules have in common. Pure: nothing of a browser. */
import type { Colour, Ground } from './colours.ts'

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
  readonly fontWeight: number
  /** Why it cannot be seen; null where it can. */
  readonly hidden: 'visibility' | 'opacity' | 'screen reader only' | null
  /** Whether a screen reader passes it over. */
  readonly unread: boolean
  readonly inFooter: boolean
  /** The entry of `SMALL_PRINT` that lets it stand below the body's size; null for body text. */
  readonly smallPrint: string | null
  /** The entry of `READ_APART` it stands in; null for what is read in its place. */
  readonly readApart: string | null
  /** What of the slide the elements around it let through; null for all. */
  readonly window: Box | null
  /** The colour of its text, as thin as its opacity makes it. */
  readonly ink: Colour
  /** What lies under its text, each ground once. */
  readonly grounds: readonly Ground[]
  /** What is painted over a line of its text; null for nothing. */
  readonly coveredBy: string | null
}

/** Text that stands together, in the order it is read. */
export interface Run {
  /** Place in `elements`. */
  readonly element: number
  readonly lines: readonly Box[]
}

/** A line that says something. */
export interface Border {
  readonly path: string
  /** Which of its sides; of a shape, “stroke”; of a text, “underline”. */
  readonly side: string
  readonly colour: Colour
  /** What lies on either side of it. */
  readonly against: readonly Ground[]
}

/** What shows that a control has the focus, and was not there before. */
export interface FocusMark {
  readonly what: 'outline' | 'stroke'
  readonly colour: Colour
  /** In canvas pixels. */
  readonly width: number
  readonly box: Box
  /** What lies about it, at some points. */
  readonly against: readonly Ground[]
}

/** What can be reached by keyboard. */
export interface Control {
  readonly path: string
  readonly name: string
  readonly box: Box
  /** Whether it stands in a line of other text, which gives it its height. */
  readonly inText: boolean
  readonly window: Box | null
  /** Null where the focus was not tried. */
  readonly focus: readonly FocusMark[] | null
}

export interface Heading {
  readonly level: number
  readonly text: string
}

export interface Measurement {
  readonly width: number
  readonly height: number
  readonly elements: readonly Measured[]
  readonly runs: readonly Run[]
  readonly borders: readonly Border[]
  readonly controls: readonly Control[]
  readonly headings: readonly Heading[]
  /** The colours that the system gives to text. */
  readonly system: readonly Colour[]
  /** The document's title, and what a screen reader was told last; null where nothing would be said politely. */
  readonly title: string
  readonly announced: string | null
}

/** Glyphs have overshoot and rectangles have fractions: what differs by less cannot be seen. */
export const TOLERANCE = 1
/** The line boxes of neighbouring lines overlap by this much where the lines are set close. */
export const LEADING = 3

/** What can be seen of a slide. */
export const seen = ({ elements }: Measurement) => elements.filter(({ hidden }) => hidden === null)
/** Text, shortened. */
export const short = (text: string) => (text.length > 40 ? `${text.slice(0, 39)}…` : text)
/** An element, for a message. */
export const name = ({ path, text }: Pick<Measured, 'path' | 'text'>) => (text ? `${path} “${short(text)}”` : path)
/** A length, for a message. */
export const px = (value: number) => `${Math.round(value * 10) / 10} px`

/** How far two boxes reach into each other, sideways and up and down; negative where they are apart. */
export const overlap = (a: Box, b: Box) => ({
  across: Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x),
  down: Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y),
})
/** How far a box reaches out of another, on the side where it does most; negative where it is within. */
export const beyond = (box: Box, room: Box) =>
  Math.max(room.x - box.x, room.y - box.y, box.x + box.width - room.x - room.width, box.y + box.height - room.y - room.height)
