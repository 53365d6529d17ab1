/** Mermaid’s places, our look. Only colours are left to CSS: without them it is legible in black on white. Canvas pixels. */
import type { FigureSpec, Part } from './spec.ts'
import { escape, labelSvg } from './labels.ts'
import type { Mark, Layout } from './layout.ts'
import { withLongNames } from './long-names.ts'
import { boxSvg, EDGE, lineSvg } from './shapes.ts'

/** Least reach of text above its baseline, in Mermaid’s pixels. */
const LINE = 14

/** Mermaid leaves empty bands above and below a Gantt chart. */
function cropped({ width, height, marks }: Layout): Layout {
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

export interface Svg {
  readonly svg: string
  readonly width: number
  readonly height: number
}

/** @param hash of the source, written into the picture so that a stale one is known */
export function figureSvg(spec: FigureSpec, all: Layout, hash: string): Svg {
  const { width, height, marks } = cropped(withLongNames(spec, all))
  const scale = spec.textSize / spec.settings.fontSize
  const partOf = ({ id }: Mark): Part | undefined => spec.parts[id]
  /** What stands for nothing is the background. */
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
        ...some.flatMap((mark) => (mark.type === 'text' ? labelSvg(mark, marks, partOf(mark), scale, spec) : [])),
      ].join('')
    // Lines of one part, such as the arrows to the middle, come one by one with their labels.
    const arms =
      own.filter(({ type }) => type === 'line').length > 1 && !own.some(({ type }) => type === 'box')
        ? [...Map.groupBy(own, (mark) => mark.id).values()]
        : [own]
    const content = arms.length > 1 ? arms.map((arm) => `<g class="arm">${contentOf(arm)}</g>`).join('') : contentOf(own)
    const group = own.map(partOf).find((part) => part?.group !== undefined)?.group
    const grade = own.map(partOf).find((part) => part?.grade !== undefined)?.grade
    return {
      onLine,
      group,
      svg:
        id === ''
          ? `<g class="background">${content}</g>`
          : `<g class="part ${[...kinds, grade].filter(Boolean).join(' ')}" data-part="${id}">${content}</g>`,
      first: id === '',
    }
  })
  // Lines lie under boxes; parts of one group are one thing to show.
  const layers = drawn.toSorted((a, b) => Number(b.first) - Number(a.first) || Number(b.onLine) - Number(a.onLine))
  const groups = [...Map.groupBy(layers, ({ group }) => group ?? '')]
  const body = groups
    .map(([group, own]) =>
      group === ''
        ? own.map(({ svg }) => svg).join('\n')
        : `<g class="group" data-group="${group}">\n${own.map(({ svg }) => svg).join('\n')}\n</g>`,
    )
    .join('\n')
  const [w, h] = [Math.ceil(width * scale + 2 * EDGE), Math.ceil(height * scale + 2 * EDGE)]
  return {
    width: w,
    height: h,
    svg:
      `<svg xmlns="http://www.w3.org/2000/svg" class="drawing ${spec.name}" data-source="${hash}" viewBox="0 0 ${w} ${h}" width="${w}" height="${h}" font-family="'Public Sans', 'Segoe UI', system-ui, sans-serif" font-size="${spec.textSize}" fill="currentColor">\n` +
      `<title>${escape(spec.title)}</title>\n<desc>${escape(spec.description)}</desc>\n<metadata>${escape(spec.source)}</metadata>\n${body}\n</svg>\n`,
  }
}
