/**
 * The picture: Mermaid's places, our look. What a line or a circle means is in the picture itself, as shape and pattern;
 * only the colours are left to CSS (styles/drawing.css), so that one SVG serves light, dark, print and high contrast,
 * and is legible in black on white without any. Sizes are canvas pixels.
 */
import svgpath from 'svgpath'
import type { Diagram, Part } from '../../claims/diagrams/diagram.ts'
import { GRADE_SIGNS } from '../../claims/diagrams/triangle.ts'
import type { Grade } from '../../claims/vocabulary.ts'
import { filledPath, quartersOf } from '../../components/grade-circle.ts'
import type { Box, DrawnBox, DrawnLine, DrawnText, Mark, Marks } from './marks.ts'

/** Patterns of a line by its grade, as the border of a tag has them: dotted, dashed, long dashes, solid, heavy. */
const LINE_PATTERNS: Readonly<Record<string, string>> = {
  S0: 'stroke-width="3" stroke-linecap="round" stroke-dasharray="0.1 7.5"',
  S1: 'stroke-width="2.2" stroke-dasharray="6 6"',
  S2: 'stroke-width="2.2" stroke-dasharray="16 6"',
  S3: 'stroke-width="2.2"',
  S4: 'stroke-width="4.5"',
}
const PLAIN_LINE = 'stroke-width="1.6"'
const ARROW = { length: 10, half: 5 } as const
/** Half the bar in which a line ends that pulls against a claim. */
const BAR = 8
/** Padding of the picture: half a line and a focus ring. */
const EDGE = 4

/** Rows of a timeline, and the narrowest bar: a day. */
const TIMELINE: readonly (Part['kind'] | undefined)[] = ['by-article', 'by-record', 'record-only']
const DAY = 5
/** How far a line of text reaches above its baseline, at least, in Mermaid's pixels. */
const LINE = 14
/** Gap between a circle or a bar and the words it belongs to. */
const GAP = 6

const escape = (text: string): string => text.replace(/[<>&"]/g, (character) => `&#${character.charCodeAt(0)};`)
const round = (value: number): number => Math.round(value * 10) / 10

interface Point {
  readonly x: number
  readonly y: number
}

/** Path data in canvas pixels, absolute, and its last two points. */
function scaled({ d, matrix }: DrawnLine, scale: number): { readonly path: ReturnType<typeof svgpath>; readonly from: Point; readonly to: Point; readonly straight: boolean } {
  const path = svgpath(d).matrix([...matrix]).scale(scale).translate(EDGE, EDGE).unshort().abs()
  const points: Point[] = []
  path.iterate((segment, _, x, y) => {
    if (segment[0] === 'H' || segment[0] === 'V') points.push({ x: segment[0] === 'H' ? Number(segment[1]) : x, y: segment[0] === 'V' ? Number(segment[1]) : y })
    else for (let at = segment[0] === 'A' ? 6 : 1; at < segment.length; at += 2) points.push({ x: Number(segment[at]), y: Number(segment[at + 1]) })
  })
  const to = points.at(-1)!
  const from = points.findLast(({ x, y }) => Math.hypot(x - to.x, y - to.y) > 1) ?? points[0]!
  // Mermaid's block diagram writes a straight line as curves.
  const start = points[0]!
  const length = Math.hypot(to.x - start.x, to.y - start.y)
  const straight = points.every(({ x, y }) => Math.abs((to.x - start.x) * (start.y - y) - (start.x - x) * (to.y - start.y)) < length)
  return { path, from: straight ? start : from, to, straight }
}

function lineSvg(line: DrawnLine, part: Part | undefined, scale: number): string {
  const { path, from, to, straight } = scaled(line, scale)
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length]
  const back = (by: number, aside = 0): string => `${round(to.x - ux * by - uy * aside)} ${round(to.y - uy * by + ux * aside)}`
  // The line ends inside the arrowhead, so that no blunt end stands out of its point.
  const end = back(line.tip === 'arrow' ? ARROW.length - 2 : 0)
  const d = straight ? `M${round(from.x)} ${round(from.y)}L${end}` : path.round(1).toString().replace(/-?[\d.]+[ ,]-?[\d.]+$/, end)
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

const scaledBox = ({ x, y, width, height }: Box, scale: number): Box => ({ x: x * scale + EDGE, y: y * scale + EDGE, width: width * scale, height: height * scale })

/** How round the corners of a box are; a kind that is not here has no box. */
const BOXES: Readonly<Partial<Record<Part['kind'] | 'plain', number>>> = {
  plain: 3,
  corner: 6,
  threatened: 6,
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

function boxSvg({ box, points }: DrawnBox, part: Part | undefined, scale: number): string {
  const radius = BOXES[part?.kind ?? 'plain']
  if (radius === undefined) return ''
  const { x, y, width, height } = scaledBox(box, scale)
  if (points) return `<path class="box" fill="none" stroke="currentColor" stroke-width="1.4" d="M${points.map((point) => `${round(point.x * scale + EDGE)} ${round(point.y * scale + EDGE)}`).join('L')}Z"/>`
  // What the record dates is solid, and a day is wide enough to be seen.
  if (part?.kind === 'by-record' || part?.kind === 'record-only')
    return `<rect class="box solid" fill="currentColor" x="${round(x)}" y="${round(y)}" width="${Math.max(DAY, round(width))}" height="${round(height)}"/>`
  const style = part?.kind === 'conclusion' ? 'stroke-width="3"' : part?.kind === 'outside' ? 'stroke-width="0.8"' : 'stroke-width="1.4"'
  return `<rect class="box" fill="none" stroke="currentColor" ${style} x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="${Math.min(radius, round(height / 2))}"/>`
}

/** Words in which an id of a claim is a part of its own. */
function words(text: string, looks: Diagram['words']): string {
  return text
    .split(/\b(C\d{2,})\b/)
    .map((piece, index) => (index % 2 === 0 ? escape(piece) : `<tspan data-claim="${piece}" class="id${looks[piece] ? ` ${looks[piece]}` : ''}">${piece}</tspan>`))
    .join('')
}

const gradeOfSign = new Map(Object.entries(GRADE_SIGNS).map(([grade, sign]) => [sign, grade as Grade]))

function gradeCircle(grade: Grade, x: number, y: number, size: number): string {
  const quarters = quartersOf(grade)
  const radius = round(size * 0.4)
  const [cx, cy] = [round(x + radius), round(y - size * 0.35)]
  if (quarters === null) return `<path class="glyph" fill="none" stroke="currentColor" stroke-width="2" d="M${cx - radius} ${cy}h${2 * radius}"/>`
  const filled = filledPath(quarters, cx, cy, radius)
  return `<g class="glyph"><circle fill="none" stroke="currentColor" stroke-width="1.5" cx="${cx}" cy="${cy}" r="${radius}"/>${filled ? `<path fill="currentColor" d="${filled}"/>` : ''}</g>`
}

function textSvg({ lines, anchor, scale: isScale }: DrawnText, part: Part | undefined, box: Box | undefined, scale: number, diagram: Diagram): string {
  const size = diagram.textSize
  return lines
    .map((line) => {
      const y = line.y * scale + EDGE
      const width = line.width * scale
      const grade = gradeOfSign.get(line.text.split(' ')[0] ?? '')
      const marked = grade !== undefined && line.second !== null
      const text = marked ? line.text.slice(line.text.indexOf(' ') + 1) : line.text
      // Where the words begin, and how long they are without the sign, which our circle takes the place of.
      const shift = part?.align && box ? (part.align === 'start' ? box.x - line.x * scale - EDGE : box.x + box.width - (line.x * scale + EDGE + width)) : 0
      // A label after its bar keeps clear of it, however narrow the bar is by its dates.
      const clear = TIMELINE.includes(part?.kind) && box && line.x * scale + EDGE > box.x ? box.x + Math.max(box.width, DAY) + GAP : 0
      const x = Math.max(clear, (marked ? line.second : line.x) * scale + EDGE + shift)
      const circle = marked ? gradeCircle(grade, x - GAP - size * 0.8, y, size) : ''
      // Two bars beside the words: the mark of a pull-quote on a card.
      const bars = part?.kind === 'pull-quote' ? `<path class="bars" fill="none" stroke="currentColor" stroke-width="1.4" d="M${round(x - GAP - 3.5)} ${round(y - size * 0.8)}v${size}m3.5 -${size}v${size}"/>` : ''
      const middle = anchor === 'middle' && !marked && shift === 0
      // A label before its bar ends there, however wide its words are set.
      const before = !middle && TIMELINE.includes(part?.kind) && box !== undefined && x < box.x
      const place = part?.align === 'end' && box ? `x="${round(box.x + box.width)}" y="${round(y)}" text-anchor="end"` : before ? `x="${round(x + width)}" y="${round(y)}" text-anchor="end"` : middle ? `x="${round(x + width / 2)}" y="${round(y)}" text-anchor="middle"` : `x="${round(x)}" y="${round(y)}"`
      // In a timeline, who gives the date stands before the colon.
      const named = text.indexOf(':') + 1
      const who = named > 0 && TIMELINE.includes(part?.kind) ? `<tspan class="who">${escape(text.slice(0, named))}</tspan>` : ''
      return `${circle}${bars}<text${isScale ? ' class="scale"' : ''} ${place}>${who}${words(text.slice(who.length > 0 ? named : 0), diagram.words)}</text>`
    })
    .join('')
}

/** Wide lines of paper behind the labels that stand on a line, so that the line stops there. */
function labelGround({ lines }: DrawnText, scale: number, textSize: number, reach: number): string {
  return lines
    .map(({ x, y, width }) => `<rect class="ground" fill="#fff" x="${round(x * scale + EDGE - reach)}" y="${round(y * scale + EDGE - textSize)}" width="${round(width * scale + 2 * reach)}" height="${round(textSize * 1.3)}"/>`)
    .join('')
}

/** The label of a line that stands for nothing of ours, moved off the line: beside an upright one, above another. */
function offLine(label: DrawnText, line: DrawnLine, scale: number, textSize: number): DrawnText {
  const { from, to } = scaled(line, scale)
  const upright = Math.abs(to.x - from.x) < Math.abs(to.y - from.y)
  const [first] = label.lines
  if (!first) return label
  // Where the first line of text is to begin, in Mermaid's pixels like all marks.
  const x = ((from.x + to.x) / 2 - EDGE + (upright ? 9 : (-first.width * scale) / 2)) / scale
  const y = ((from.y + to.y) / 2 - EDGE + (upright ? textSize * 0.35 : -6)) / scale
  return { ...label, lines: label.lines.map((text) => ({ ...text, x: text.x - first.x + x, y: text.y - first.y + y })) }
}

function labelSvg(mark: DrawnText, marks: readonly Mark[], part: Part | undefined, scale: number, diagram: Diagram): string {
  const line = part ? undefined : marks.find((other): other is DrawnLine => other.type === 'line' && other.id === mark.id && mark.id !== '')
  if (line) return `<g class="plain">${textSvg(offLine(mark, line, scale, diagram.textSize), part, undefined, scale, diagram)}</g>`
  const around = marks.find((other): other is DrawnBox => other.type === 'box' && other.id === mark.id)
  const ground = part && (['side', 'arrow', 'undercut', 'support', ...TIMELINE] as string[]).includes(part.kind) ? labelGround(mark, scale, diagram.textSize, TIMELINE.includes(part.kind) ? 0 : 4) : ''
  return `<g class="${part?.kind ?? 'plain'}">${ground}${textSvg(mark, part, around && scaledBox(around.box, scale), scale, diagram)}</g>`
}

/** Without the empty bands that Mermaid leaves above and below a Gantt chart. */
function cropped({ width, height, marks }: Marks): Marks {
  const spans = marks.flatMap((mark): [number, number][] => {
    if (mark.type === 'box') return [[mark.box.y, mark.box.y + mark.box.height]]
    return mark.type === 'text' ? mark.lines.map(({ y }): [number, number] => [y - LINE, y + LINE / 3]) : []
  })
  const top = Math.max(0, Math.min(...spans.map(([from]) => from)))
  const bottom = Math.min(height, Math.max(...spans.map(([, to]) => to)))
  const up = <T extends { readonly y: number }>(place: T): T => ({ ...place, y: place.y - top })
  return {
    width,
    height: bottom - top,
    marks: marks.map((mark) => {
      if (mark.type === 'box') return { ...mark, box: up(mark.box), points: mark.points?.map(up) ?? null }
      if (mark.type === 'text') return { ...mark, lines: mark.lines.map(up) }
      const [a, b, c, d, e, f] = mark.matrix
      return { ...mark, matrix: [a, b, c, d, e, f - top] }
    }),
  }
}

export interface Picture {
  readonly svg: string
  readonly width: number
  readonly height: number
}

/**
 * @param hash of the source, written into the picture so that a stale one is known
 */
export function pictureOf(diagram: Diagram, all: Marks, hash: string): Picture {
  const { width, height, marks } = cropped(all)
  const scale = diagram.textSize / diagram.settings.fontSize
  const partOf = ({ id }: Mark): Part | undefined => diagram.parts[id]
  /** Marks by what they stand for; those that stand for nothing by their kind, in the background. */
  const byPart = Map.groupBy(
    marks.filter((mark) => partOf(mark)?.kind !== 'strut'),
    (mark) => partOf(mark)?.id ?? '',
  )
  const drawn = [...byPart].map(([id, own]) => {
    const kinds = [...new Set(own.flatMap((mark) => partOf(mark)?.kind ?? []))]
    const onLine = own.some(({ type }) => type === 'line')
    const contentOf = (some: readonly Mark[]) =>
      [
        ...some.flatMap((mark) => (mark.type === 'line' ? lineSvg(mark, partOf(mark), scale) : [])),
        ...some.flatMap((mark) => (mark.type === 'box' ? boxSvg(mark, partOf(mark), scale) : [])),
        ...some.flatMap((mark) => (mark.type === 'text' ? labelSvg(mark, marks, partOf(mark), scale, diagram) : [])),
      ].join('')
    // Several lines of one part, such as the arrows to Pakistan, come one by one, each with its own label.
    const arms = own.filter(({ type }) => type === 'line').length > 1 && !own.some(({ type }) => type === 'box') ? [...Map.groupBy(own, (mark) => mark.id).values()] : [own]
    const content = arms.length > 1 ? arms.map((arm) => `<g class="arm">${contentOf(arm)}</g>`).join('') : contentOf(own)
    const group = own.map(partOf).find((part) => part?.group !== undefined)?.group
    const grade = own.map(partOf).find((part) => part?.grade !== undefined)?.grade
    return { onLine, group, svg: id === '' ? `<g class="background">${content}</g>` : `<g class="part ${[...kinds, grade].filter(Boolean).join(' ')}" data-part="${id}">${content}</g>`, first: id === '' }
  })
  // Lines lie under boxes; parts of one group are one thing to show.
  const layers = drawn.toSorted((a, b) => Number(b.first) - Number(a.first) || Number(b.onLine) - Number(a.onLine))
  const groups = [...Map.groupBy(layers, ({ group }) => group ?? '')]
  const body = groups.map(([group, own]) => (group === '' ? own.map(({ svg }) => svg).join('\n') : `<g class="group" data-group="${group}">\n${own.map(({ svg }) => svg).join('\n')}\n</g>`)).join('\n')
  const [w, h] = [Math.ceil(width * scale + 2 * EDGE), Math.ceil(height * scale + 2 * EDGE)]
  return {
    width: w,
    height: h,
    svg:
      `<svg xmlns="http://www.w3.org/2000/svg" class="drawing ${diagram.name}" data-source="${hash}" viewBox="0 0 ${w} ${h}" width="${w}" height="${h}" font-family="'Public Sans', 'Segoe UI', system-ui, sans-serif" font-size="${diagram.textSize}" fill="currentColor">\n` +
      `<title>${escape(diagram.title)}</title>\n<desc>${escape(diagram.description)}</desc>\n<metadata>${escape(diagram.source)}</metadata>\n${body}\n</svg>\n`,
  }
}
