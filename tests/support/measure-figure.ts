/** One measurement of a drawing in the browser, and the rules it must hold. In canvas pixels of the deck. */
import type { Page } from 'playwright-chromium'
import { contrast } from './rules/colours.ts'
import type { Box } from './rules/measurement.ts'
import { slideSelector } from './measure-slide.ts'

export interface FigureWords {
  readonly text: string
  readonly box: Box
  readonly fontSize: number
  /** Whether paper lies under it, so that a line stops there. */
  readonly ground: boolean
  /** Colour of the text, and of what lies under it, as red, green, blue. */
  readonly ink: readonly number[]
  readonly under: readonly number[]
  /** The box it is the label of; null where it stands free. */
  readonly frame: Box | null
}

export interface FigureStroke {
  readonly part: string
  /** Points along it, a few pixels apart. */
  readonly points: readonly { readonly x: number; readonly y: number }[]
}

export interface FigureMeasurement {
  readonly words: readonly FigureWords[]
  readonly strokes: readonly FigureStroke[]
}

export const measureFigure = (page: Page, no: number): Promise<FigureMeasurement> => page.evaluate(measure, slideSelector(no))

/** Runs in the page: it may use nothing from outside. */
function measure(root: string): FigureMeasurement {
  const slide = document.querySelector(root)!
  const canvas = slide.getBoundingClientRect()
  const scale = canvas.width / 980
  const boxOf = (element: Element) => {
    const { x, y, width, height } = element.getBoundingClientRect()
    return { x: (x - canvas.x) / scale, y: (y - canvas.y) / scale, width: width / scale, height: height / scale }
  }
  const rgb = (color: string) => (color.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number)
  const seen = (element: Element) => getComputedStyle(element).visibility === 'visible' && element.getClientRects().length > 0
  const paper = rgb(getComputedStyle(slide.querySelector('.slidev-layout')!).backgroundColor)
  const words = [...slide.querySelectorAll<SVGTextElement>('svg.drawing text')].filter(seen).map((text) => {
    // A box and its label are children of one part; the label may be in a group of its own.
    const part = text.closest('.part, .background')
    const label = boxOf(text)
    const middle = { x: label.x + label.width / 2, y: label.y + label.height / 2 }
    const frames = [...(part?.querySelectorAll<SVGGraphicsElement>('.box') ?? [])].filter((frame) => {
      const { x, y, width, height } = boxOf(frame)
      return middle.x > x && middle.x < x + width && middle.y > y && middle.y < y + height
    })
    const frame = frames[0]
    const fill = frame ? getComputedStyle(frame).fill : 'none'
    return {
      text: text.textContent ?? '',
      box: label,
      fontSize: (Number.parseFloat(getComputedStyle(text).fontSize) * (text.getScreenCTM()?.a ?? 1)) / scale,
      ground: Boolean(text.parentElement?.querySelector(':scope > .ground')),
      ink: rgb(getComputedStyle(text.querySelector('tspan') ?? text).fill),
      under: fill === 'none' ? paper : rgb(fill),
      frame: frame ? boxOf(frame) : null,
    }
  })
  const strokes = [...slide.querySelectorAll<SVGPathElement>('svg.drawing .line')].filter(seen).map((path) => {
    const matrix = path.getScreenCTM()!
    const length = path.getTotalLength()
    return {
      part: path.closest('.part')?.getAttribute('data-part') ?? '',
      points: Array.from({ length: Math.ceil(length / 3) + 1 }, (_, index) => {
        const { x, y } = path.getPointAtLength(Math.min(length, index * 3)).matrixTransform(matrix)
        return { x: (x - canvas.x) / scale, y: (y - canvas.y) / scale }
      }),
    }
  })
  return { words, strokes }
}

/** Line boxes reach over the letters by this much. */
const LEADING = 4
const within = ({ x, y }: { x: number; y: number }, box: Box, by: number) =>
  x > box.x + by && x < box.x + box.width - by && y > box.y + by && y < box.y + box.height - by

/** No label on another. */
export const labelOnLabel = ({ words }: FigureMeasurement): string[] =>
  words.flatMap((one, index) =>
    words.slice(index + 1).flatMap((other) => {
      const across = Math.min(one.box.x + one.box.width, other.box.x + other.box.width) - Math.max(one.box.x, other.box.x)
      const down = Math.min(one.box.y + one.box.height, other.box.y + other.box.height) - Math.max(one.box.y, other.box.y)
      return across > 1 && down > LEADING ? [`“${one.text}” stands on “${other.text}”`] : []
    }),
  )

/** No line through a label, but where paper lies between. */
export const lineThroughLabel = ({ words, strokes }: FigureMeasurement): string[] =>
  words.flatMap(({ text, box, ground }) =>
    ground
      ? []
      : strokes
          .filter(({ points }) => points.some((point) => within(point, box, LEADING)))
          .map(({ part }) => `a line of ${part || 'the scale'} runs through “${text}”`),
  )

/** No label out of its box. */
export const labelOutOfBox = ({ words }: FigureMeasurement): string[] =>
  words.flatMap(({ text, box, frame }) =>
    frame &&
    (box.x < frame.x - 1 ||
      box.x + box.width > frame.x + frame.width + 1 ||
      box.y < frame.y - LEADING ||
      box.y + box.height > frame.y + frame.height + LEADING)
      ? [`“${text}” reaches out of its box`]
      : [],
  )

export const tooSmallLabel = ({ words }: FigureMeasurement): string[] =>
  words.flatMap(({ text, fontSize }) => (fontSize < 14 - 0.05 ? [`“${text}” is ${fontSize.toFixed(1)} px`] : []))

export const faintLabel = ({ words }: FigureMeasurement): string[] =>
  words.flatMap(({ text, ink, under }) =>
    contrast(ink, under) < 4.5 ? [`“${text}” has a contrast of ${contrast(ink, under).toFixed(1)} : 1`] : [],
  )

export const figureRules: Readonly<Record<string, (drawing: FigureMeasurement) => string[]>> = {
  labelOnLabel,
  lineThroughLabel,
  labelOutOfBox,
  tooSmallLabel,
  faintLabel,
}
