/** Names too long for Mermaid’s grid, in lines, in a box as large as they need. */
import type { Box, TextMark, Mark, Layout } from './layout.ts'
import type { FigureSpec } from './spec.ts'

/** Of the text’s size: width of a bold letter, height of a line, its middle above the baseline. */
const LETTER = 0.66
const LINE = 1.25
const MIDDLE = 0.35
/** Between the words and their box, in Mermaid's pixels. */
const GAP = 7

const clamped = (at: number, size: number, room: number): number => Math.min(Math.max(0, at), Math.max(0, room - size))

/** Toward the middle: outside stands the label of a side. */
function grown(at: number, from: number, to: number, room: number): number {
  const middle = (at + from / 2) / room
  return middle < 0.4 ? at : middle > 0.6 ? at + from - to : at + (from - to) / 2
}

function boxFor(lines: readonly string[], { x, y, width, height }: Box, size: number, room: Pick<Layout, 'width' | 'height'>): Box {
  const own = {
    width: Math.max(width, Math.max(...lines.map(({ length }) => length)) * size * LETTER + 2 * GAP),
    height: Math.max(height, lines.length * size * LINE + GAP),
  }
  return { ...own, x: clamped(x + (width - own.width) / 2, own.width, room.width), y: grown(y, height, own.height, room.height) }
}

const centre = ({ x, y, width, height }: Box) => ({ x: x + width / 2, y: y + height / 2 })

interface Point {
  readonly x: number
  readonly y: number
}

function exit(box: Box, toward: Point): Point {
  const { x, y } = centre(box)
  const [dx, dy] = [toward.x - x, toward.y - y]
  const share = Math.min(dx === 0 ? 1 : box.width / 2 / Math.abs(dx), dy === 0 ? 1 : box.height / 2 / Math.abs(dy))
  return { x: x + dx * share, y: y + dy * share }
}

/** Around the middle of what can be seen of the line. */
function movedTo(label: TextMark, { x, y }: Point, size: number): TextMark {
  const [first, last] = [label.lines[0]!, label.lines.at(-1)!]
  const down = y + size * MIDDLE - (first.y + last.y) / 2
  return {
    ...label,
    lines: label.lines.map((line) => ({
      ...line,
      x: x - line.width / 2,
      y: line.y + down,
      second: line.second === null ? null : line.second + x - line.width / 2 - line.x,
    })),
  }
}

export function withLongNames({ parts, settings: { fontSize } }: Pick<FigureSpec, 'parts' | 'settings'>, all: Layout): Layout {
  const given = new Map(all.marks.flatMap((mark) => (mark.type === 'box' ? [[mark.id, mark.box] as const] : [])))
  const long = new Map(
    [...given].flatMap(([id, box]) => {
      const lines = parts[id]?.name
      return lines ? [[id, { lines, box: boxFor(lines, box, fontSize, all) }] as const] : []
    }),
  )
  /** The visible part, where a box has grown. Mermaid’s id is `1-from-to`. */
  const endsOf = (line: string) => {
    const ids = line.split('-').slice(1)
    const [from, to] = ids.map((id) => long.get(id)?.box ?? given.get(id))
    return from && to && ids.some((id) => long.has(id)) ? { from: exit(from, centre(to)), to: exit(to, centre(from)) } : null
  }
  return {
    ...all,
    marks: all.marks.map((mark): Mark => {
      const ends = endsOf(mark.id)
      if (ends && mark.type === 'line')
        return { ...mark, d: `M${ends.from.x} ${ends.from.y}L${ends.to.x} ${ends.to.y}`, matrix: [1, 0, 0, 1, 0, 0] }
      if (ends && mark.type === 'text')
        return movedTo(mark, { x: (ends.from.x + ends.to.x) / 2, y: (ends.from.y + ends.to.y) / 2 }, fontSize)
      if (mark.type === 'line') return mark
      const own = long.get(mark.id)
      if (!own) return mark
      const { lines, box } = own
      if (mark.type === 'box') return { ...mark, box }
      const first = box.y + box.height / 2 - ((lines.length - 1) / 2) * fontSize * LINE + fontSize * MIDDLE
      return {
        ...mark,
        lines: lines.map((text, index) => ({
          text,
          x: box.x + GAP,
          y: first + index * fontSize * LINE,
          width: box.width - 2 * GAP,
          second: null,
        })),
      }
    }),
  }
}
