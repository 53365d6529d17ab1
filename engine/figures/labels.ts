/** Sizes are canvas pixels. */
import type { FigureSpec, Part } from './spec.ts'
import { GRADE_SIGNS } from './triangle.ts'
import type { Grade } from '../register/vocabulary.ts'
import type { Box, BoxMark, LineMark, TextMark, Mark, TextLine } from './layout.ts'
import { DAY, EDGE, gradeCircle, round, scaledBox, scaledLine } from './shapes.ts'

/** Between a circle or a bar and its words. */
const GAP = 6

const ROWS: readonly Part['kind'][] = ['by-article', 'by-record', 'record-only']
const ON_LINES: readonly Part['kind'][] = ['side', 'arrow', 'undercut', 'support', ...ROWS]
const isRow = (part: Part | undefined): boolean => part !== undefined && ROWS.includes(part.kind)

export const escape = (text: string): string => text.replace(/[<>&"]/g, (character) => `&#${character.charCodeAt(0)};`)

function words(text: string, looks: FigureSpec['words']): string {
  return text
    .split(/\b(C\d{2,})\b/)
    .map((piece, index) =>
      index % 2 === 0 ? escape(piece) : `<tspan data-claim="${piece}" class="id${looks[piece] ? ` ${looks[piece]}` : ''}">${piece}</tspan>`,
    )
    .join('')
}

const gradeOfSign = new Map(Object.entries(GRADE_SIGNS).map(([grade, sign]) => [sign, grade as Grade]))

interface Placed {
  readonly start: number
  /** Where the text is held, and by which end. */
  readonly x: number
  readonly anchor: 'start' | 'middle' | 'end'
}

/** Our circle takes the room of a sign. */
function placeOf(
  line: TextLine,
  { anchor }: TextMark,
  part: Part | undefined,
  box: Box | undefined,
  scale: number,
  signed: boolean,
): Placed {
  const left = line.x * scale + EDGE
  const width = line.width * scale
  const words = signed && line.second !== null ? line.second * scale + EDGE : left
  if (part?.align && box) {
    const shift = part.align === 'start' ? box.x - left : box.x + box.width - (left + width)
    return part.align === 'start'
      ? { start: words + shift, x: words + shift, anchor: 'start' }
      : { start: words + shift, x: box.x + box.width, anchor: 'end' }
  }
  if (isRow(part) && box) {
    // However wide the words are set, a label keeps clear of its bar.
    if (words < box.x) return { start: words, x: words + width, anchor: 'end' }
    const start = Math.max(words, box.x + Math.max(box.width, DAY) + GAP)
    return { start, x: start, anchor: 'start' }
  }
  return anchor === 'middle' && !signed ? { start: left, x: left + width / 2, anchor } : { start: words, x: words, anchor: 'start' }
}

const ANCHORS: Readonly<Record<Placed['anchor'], string>> = { start: '', middle: ' text-anchor="middle"', end: ' text-anchor="end"' }

/** In a timeline, who gives the date stands before the colon. */
function rowWords(text: string, looks: FigureSpec['words']): string {
  const named = text.indexOf(':') + 1
  return named > 0 ? `<tspan class="who">${escape(text.slice(0, named))}</tspan>${words(text.slice(named), looks)}` : words(text, looks)
}

function textSvg(
  label: TextMark,
  part: Part | undefined,
  box: Box | undefined,
  scale: number,
  { textSize: size, words: looks }: FigureSpec,
): string {
  return label.lines
    .map((line) => {
      const y = line.y * scale + EDGE
      const grade = line.second === null ? undefined : gradeOfSign.get(line.text.split(' ')[0] ?? '')
      const text = grade === undefined ? line.text : line.text.slice(line.text.indexOf(' ') + 1)
      const { start, x, anchor } = placeOf(line, label, part, box, scale, grade !== undefined)
      const circle = grade === undefined ? '' : gradeCircle(grade, start - GAP - size * 0.8, y, size)
      // Two bars beside the words: the mark of a pull-quote on a card.
      const bars =
        part?.kind === 'pull-quote'
          ? `<path class="bars" fill="none" stroke="currentColor" stroke-width="1.4" d="M${round(start - GAP - 3.5)} ${round(y - size * 0.8)}v${size}m3.5 -${size}v${size}"/>`
          : ''
      return `${circle}${bars}<text${label.scale ? ' class="scale"' : ''} x="${round(x)}" y="${round(y)}"${ANCHORS[anchor]}>${isRow(part) ? rowWords(text, looks) : words(text, looks)}</text>`
    })
    .join('')
}

/** Paper, so that the line stops there. */
function labelGround(label: TextMark, part: Part, box: Box | undefined, scale: number, textSize: number): string {
  return label.lines
    .map((line) => {
      // Off the bar; at the other end words may be wider than Mermaid took them to be.
      const { anchor } = placeOf(line, label, part, box, scale, false)
      const [before, after] = !isRow(part) ? [4, 4] : anchor === 'end' ? [4, 0] : [0, 4]
      return `<rect class="ground" fill="#fff" x="${round(line.x * scale + EDGE - before)}" y="${round(line.y * scale + EDGE - textSize)}" width="${round(line.width * scale + before + after)}" height="${round(textSize * 1.3)}"/>`
    })
    .join('')
}

/** Beside an upright line, above another. */
function offLine(label: TextMark, line: LineMark, scale: number, textSize: number): TextMark {
  const { from, to } = scaledLine(line, scale)
  const upright = Math.abs(to.x - from.x) < Math.abs(to.y - from.y)
  const [first] = label.lines
  if (!first) return label
  // In Mermaid’s pixels, like all marks.
  const x = ((from.x + to.x) / 2 - EDGE + (upright ? 9 : (-first.width * scale) / 2)) / scale
  const y = ((from.y + to.y) / 2 - EDGE + (upright ? textSize * 0.35 : -6)) / scale
  return { ...label, lines: label.lines.map((text) => ({ ...text, x: text.x - first.x + x, y: text.y - first.y + y })) }
}

export function labelSvg(mark: TextMark, marks: readonly Mark[], part: Part | undefined, scale: number, spec: FigureSpec): string {
  const line = part ? undefined : marks.find((other): other is LineMark => other.type === 'line' && other.id === mark.id && mark.id !== '')
  if (line) return `<g class="plain">${textSvg(offLine(mark, line, scale, spec.textSize), part, undefined, scale, spec)}</g>`
  const around = marks.find((other): other is BoxMark => other.type === 'box' && other.id === mark.id)
  const ground =
    part && ON_LINES.includes(part.kind) ? labelGround(mark, part, around && scaledBox(around.box, scale), scale, spec.textSize) : ''
  return `<g class="${part?.kind ?? 'plain'}">${ground}${textSvg(mark, part, around && scaledBox(around.box, scale), scale, spec)}</g>`
}
