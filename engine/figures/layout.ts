/** What Mermaid drew, read off in the browser. */

/** In Mermaid's own pixels, from the drawing's top left corner. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface TextLine {
  readonly text: string
  /** Left end, baseline. */
  readonly x: number
  readonly y: number
  readonly width: number
  /** Left end of the second word. */
  readonly second: number | null
}

interface OfNode {
  /** Mermaid’s; empty for what has none, such as lines of a scale. */
  readonly id: string
}
export interface BoxMark extends OfNode {
  readonly type: 'box'
  readonly box: Box
  /** Corners, where it is no rectangle. */
  readonly points: readonly { readonly x: number; readonly y: number }[] | null
}
export interface LineMark extends OfNode {
  readonly type: 'line'
  /** With the matrix that takes it to the drawing’s corner. */
  readonly d: string
  readonly matrix: readonly [number, number, number, number, number, number]
  readonly tip: 'none' | 'arrow' | 'bar'
}
export interface TextMark extends OfNode {
  readonly type: 'text'
  readonly anchor: 'middle' | 'start'
  readonly lines: readonly TextLine[]
  readonly scale: boolean
}
export type Mark = BoxMark | LineMark | TextMark

export interface Layout {
  readonly width: number
  readonly height: number
  readonly marks: readonly Mark[]
}

/** Runs in the page: it may use nothing from outside. */
export function readLayout(svgId: string): Layout {
  const svg = document.getElementById(svgId) as unknown as SVGSVGElement
  const { width, height } = svg.viewBox.baseVal
  svg.style.maxWidth = 'none'
  svg.setAttribute('width', String(width))
  svg.setAttribute('height', String(height))

  const matrixOf = (element: SVGGraphicsElement) => element.getCTM() ?? new DOMMatrix()
  const at = (element: SVGGraphicsElement, x: number, y: number) => new DOMPoint(x, y).matrixTransform(matrixOf(element))
  const boxOf = (element: SVGGraphicsElement): Box => {
    const own = element.getBBox()
    const from = at(element, own.x, own.y)
    const to = at(element, own.x + own.width, own.y + own.height)
    return { x: from.x, y: from.y, width: to.x - from.x, height: to.y - from.y }
  }
  const linesOf = (text: SVGTextElement): TextLine[] => {
    const rows = [...text.querySelectorAll<SVGTSpanElement>('tspan.row')]
    return (rows.length > 0 ? rows : [text]).flatMap((row): TextLine[] => {
      const count = row.getNumberOfChars()
      const written = (row.textContent ?? '').replace(/\s+/g, ' ')
      if (written.trim() === '' || count === 0) return []
      const start = row.getStartPositionOfChar(0)
      const from = at(text, start.x, start.y)
      const end = row.getEndPositionOfChar(count - 1)
      const gap = written.trimStart().indexOf(' ')
      const second = gap > 0 && gap + 1 < count ? at(text, row.getStartPositionOfChar(gap + 1).x, start.y).x : null
      // In a label that is text, Mermaid leaves an entity as it is written.
      const words = written.trim().replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
      return [{ text: words, x: from.x, y: from.y, width: at(text, end.x, end.y).x - from.x, second }]
    })
  }

  const marks: Mark[] = []
  const ownId = (id: string) => id.replace(new RegExp(`^(${svgId}-)+`), '')
  for (const path of svg.querySelectorAll<SVGPathElement>('path.flowchart-link')) {
    const { a, b, c, d, e, f } = matrixOf(path)
    const end = path.getAttribute('marker-end') ?? ''
    const tip = end.includes('cross') ? 'bar' : end.includes('point') ? 'arrow' : 'none'
    marks.push({ type: 'line', id: ownId(path.dataset['id'] ?? path.id), d: path.getAttribute('d') ?? '', matrix: [a, b, c, d, e, f], tip })
  }
  for (const node of svg.querySelectorAll<SVGGElement>('g.node')) {
    // A flowchart's node has the id “flowchart-C08-3”.
    const id = ownId(node.id).replace(/^flowchart-(.+)-\d+$/, '$1')
    const shape = node.querySelector<SVGGraphicsElement>(
      ':scope > .label-container, :scope > rect, :scope > path, :scope > polygon, :scope > circle',
    )
    const points =
      shape instanceof SVGPolygonElement ? [...shape.points].map(({ x, y }) => at(shape, x, y)).map(({ x, y }) => ({ x, y })) : null
    if (shape) marks.push({ type: 'box', id, box: boxOf(shape), points })
    for (const text of node.querySelectorAll<SVGTextElement>('text'))
      marks.push({ type: 'text', id, anchor: 'middle', lines: linesOf(text), scale: false })
  }
  for (const edgeLabel of svg.querySelectorAll<SVGGElement>('g.edgeLabel g.label'))
    for (const text of edgeLabel.querySelectorAll<SVGTextElement>('text'))
      marks.push({ type: 'text', id: ownId(edgeLabel.dataset['id'] ?? ''), anchor: 'middle', lines: linesOf(text), scale: false })
  // A Gantt chart: its tasks, and the scale of its dates.
  for (const task of svg.querySelectorAll<SVGRectElement>('rect.task'))
    marks.push({ type: 'box', id: ownId(task.id), box: boxOf(task), points: null })
  for (const text of svg.querySelectorAll<SVGTextElement>('text[class*="taskText"]'))
    marks.push({ type: 'text', id: ownId(text.id).replace(/-text$/, ''), anchor: 'start', lines: linesOf(text), scale: false })
  const tasks = marks.flatMap((mark) => (mark.type === 'box' ? [mark.box.y] : []))
  for (const tick of svg.querySelectorAll<SVGGElement>('.grid .tick')) {
    const line = tick.querySelector('line')
    const text = tick.querySelector('text')
    if (line) {
      const [from, to] = [at(line, line.x1.baseVal.value, line.y1.baseVal.value), at(line, line.x2.baseVal.value, line.y2.baseVal.value)]
      // From the first task to the dates below the last: above, Mermaid leaves room for a title.
      const top = Math.min(...tasks) - 4
      marks.push({
        type: 'line',
        id: '',
        d: `M${from.x} ${Math.max(top, Math.min(from.y, to.y))}L${to.x} ${Math.max(from.y, to.y)}`,
        matrix: [1, 0, 0, 1, 0, 0],
        tip: 'none',
      })
    }
    if (text) marks.push({ type: 'text', id: '', anchor: 'middle', lines: linesOf(text), scale: true })
  }
  return { width, height, marks: marks.filter((mark) => mark.type !== 'text' || mark.lines.length > 0) }
}
