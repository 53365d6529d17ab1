/** What is meant is in shape and pattern; sizes are canvas pixels. */
import svgpath from 'svgpath'
import type { Part } from './spec.ts'
import type { Grade } from '../register/vocabulary.ts'
import { filledPath, quartersOf } from './grade-circle.ts'
import type { Box, BoxMark, LineMark } from './layout.ts'

/** As the border of a tag. */
const LINE_PATTERNS: Readonly<Record<string, string>> = {
  S0: 'stroke-width="3" stroke-linecap="round" stroke-dasharray="0.1 7.5"',
  S1: 'stroke-width="2.2" stroke-dasharray="6 6"',
  S2: 'stroke-width="2.2" stroke-dasharray="16 6"',
  S3: 'stroke-width="2.2"',
  S4: 'stroke-width="4.5"',
}
const PLAIN_LINE = 'stroke-width="1.6"'
const ARROW = { length: 10, half: 5 } as const
/** Half of an undercut’s bar. */
const BAR = 8
/** Narrowest bar of a timeline. */
export const DAY = 5
/** For half a line and a focus ring. */
export const EDGE = 4

export const round = (value: number): number => Math.round(value * 10) / 10

interface Point {
  readonly x: number
  readonly y: number
}

/** Absolute canvas pixels, with the last two points. */
export function scaledLine(
  { d, matrix }: LineMark,
  scale: number,
): { readonly path: ReturnType<typeof svgpath>; readonly from: Point; readonly to: Point; readonly straight: boolean } {
  const path = svgpath(d)
    .matrix([...matrix])
    .scale(scale)
    .translate(EDGE, EDGE)
    .unshort()
    .abs()
  const points: Point[] = []
  path.iterate((segment, _, x, y) => {
    if (segment[0] === 'H' || segment[0] === 'V')
      points.push({ x: segment[0] === 'H' ? Number(segment[1]) : x, y: segment[0] === 'V' ? Number(segment[1]) : y })
    else
      for (let at = segment[0] === 'A' ? 6 : 1; at < segment.length; at += 2)
        points.push({ x: Number(segment[at]), y: Number(segment[at + 1]) })
  })
  const to = points.at(-1)!
  const from = points.findLast(({ x, y }) => Math.hypot(x - to.x, y - to.y) > 1) ?? points[0]!
  // Mermaid's block diagram writes a straight line as curves.
  const start = points[0]!
  const length = Math.hypot(to.x - start.x, to.y - start.y)
  const straight = points.every(({ x, y }) => Math.abs((to.x - start.x) * (start.y - y) - (start.x - x) * (to.y - start.y)) < length)
  return { path, from: straight ? start : from, to, straight }
}

export function lineSvg(line: LineMark, part: Part | undefined, scale: number): string {
  const { path, from, to, straight } = scaledLine(line, scale)
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length]
  const back = (by: number, aside = 0): string => `${round(to.x - ux * by - uy * aside)} ${round(to.y - uy * by + ux * aside)}`
  // No blunt end may stand out of the arrow’s point.
  const end = back(line.tip === 'arrow' ? ARROW.length - 2 : 0)
  const d = straight
    ? `M${round(from.x)} ${round(from.y)}L${end}`
    : path
        .round(1)
        .toString()
        .replace(/-?[\d.]+[ ,]-?[\d.]+$/, end)
  const pattern = LINE_PATTERNS[part?.grade ?? ''] ?? PLAIN_LINE
  const tip =
    line.tip === 'arrow'
      ? `<path class="tip" fill="currentColor" d="M${back(1.5)}L${back(ARROW.length, ARROW.half)}L${back(ARROW.length, -ARROW.half)}Z"/>`
      : line.tip === 'bar'
        ? `<path class="line" fill="none" stroke="currentColor" stroke-width="3" d="M${back(2, -BAR)}L${back(2, BAR)}"/>`
        : ''
  const hit = part ? `<path class="hit" fill="none" stroke="none" stroke-width="24" d="${d}"/>` : ''
  return `${hit}<path class="line" fill="none" stroke="currentColor" ${pattern} d="${d}"/>${tip}`
}

export const scaledBox = ({ x, y, width, height }: Box, scale: number): Box => ({
  x: x * scale + EDGE,
  y: y * scale + EDGE,
  width: width * scale,
  height: height * scale,
})

/** Radius; a kind that is not here has no box. */
const BOXES: Readonly<Partial<Record<Part['kind'] | 'plain', number>>> = {
  plain: 3,
  corner: 6,
  middle: 6,
  claim: 3,
  outside: 12,
  conclusion: 3,
  marker: 99,
  'our-reading': 99,
  undercuts: 99,
  'by-article': 0,
  'by-record': 0,
  'record-only': 0,
}

export function boxSvg({ box, points }: BoxMark, part: Part | undefined, scale: number): string {
  const radius = BOXES[part?.kind ?? 'plain']
  if (radius === undefined) return ''
  const { x, y, width, height } = scaledBox(box, scale)
  if (points)
    return `<path class="box" fill="none" stroke="currentColor" stroke-width="1.4" d="M${points.map((point) => `${round(point.x * scale + EDGE)} ${round(point.y * scale + EDGE)}`).join('L')}Z"/>`
  // What the record dates is solid, and a day is wide enough to be seen.
  if (part?.kind === 'by-record' || part?.kind === 'record-only')
    return `<rect class="box solid" fill="currentColor" x="${round(x)}" y="${round(y)}" width="${Math.max(DAY, round(width))}" height="${round(height)}"/>`
  const style = part?.kind === 'conclusion' ? 'stroke-width="3"' : part?.kind === 'outside' ? 'stroke-width="0.8"' : 'stroke-width="1.4"'
  return `<rect class="box" fill="none" stroke="currentColor" ${style} x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="${Math.min(radius, round(height / 2))}"/>`
}

/** @param x its left edge @param y baseline of the words beside it */
export function gradeCircle(grade: Grade, x: number, y: number, size: number): string {
  const quarters = quartersOf(grade)
  const radius = round(size * 0.4)
  const [cx, cy] = [round(x + radius), round(y - size * 0.35)]
  if (quarters === null)
    return `<path class="glyph" fill="none" stroke="currentColor" stroke-width="2" d="M${cx - radius} ${cy}h${2 * radius}"/>`
  const filled = filledPath(quarters, cx, cy, radius)
  return `<g class="glyph"><circle fill="none" stroke="currentColor" stroke-width="1.5" cx="${cx}" cy="${cy}" r="${radius}"/>${filled ? `<path fill="currentColor" d="${filled}"/>` : ''}</g>`
}
