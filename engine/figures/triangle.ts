/**
 * The triangle, three times in the same places: as the article draws it, as the article sources it, as the record has it.
 *
 * A flowchart would stack three actors in a column. Mermaid's block diagram sets them on a grid of our choice, and its
 * lines run straight from block to block, so three corners on a grid are a true triangle. Each line of a label is a
 * block of its own outside the triangle, where no line runs.
 */
import { listOf, plural, shortDate } from '../register/numbers.ts'
import type { Claim, EdgeSupport, Register } from '../analysis/register.ts'
import { ARROW, CORNERS, type Edge, type Grade, GRADE_WORDS, GRADES, SIDE_ENDS, type SideFinding, SIDES, THREATENED } from '../register/vocabulary.ts'
import { type Diagram, label, type Part, type PartKind, pullQuoteWords, wrap } from './spec.ts'

/** The three drawings, in the order they are shown. */
export const TRIANGLES = ['drawn', 'sourced', 'record'] as const
export type TriangleView = (typeof TRIANGLES)[number]

/** The circles of the grades as characters; the drawing has the deck's own circle in their place. */
export const GRADE_SIGNS: Readonly<Record<Grade, string>> = { S0: '○', S1: '◔', S2: '◑', S3: '◕', S4: '●', N: '–' }

/** A place on the grid: 1-based row, first column, columns taken. */
interface Place {
  readonly row: number
  readonly column: number
  readonly span: number
}

const COLUMNS = 7
const ROWS = 17
export const PLACES = {
  [CORNERS[0]]: { row: 1, column: 4, span: 1 },
  [CORNERS[1]]: { row: 14, column: 7, span: 1 },
  [CORNERS[2]]: { row: 14, column: 1, span: 1 },
  [THREATENED]: { row: 8, column: 4, span: 1 },
} as const satisfies Readonly<Record<string, Place>>
interface LabelPlace extends Omit<Place, 'row'> {
  readonly first?: number
  readonly last?: number
  readonly align?: 'start' | 'end'
}
/** Labels of one to four lines: where the first stands or, beside a slope, the last; and towards which end of its place the text goes. */
const LABELS_OF_SIDES: readonly LabelPlace[] = [
  { last: 6, column: 6, span: 2, align: 'start' },
  { first: 15, column: 2, span: 5 },
  { last: 6, column: 1, span: 2, align: 'end' },
]
const LABELS: readonly (readonly [Edge, LabelPlace])[] = [...SIDES.map((side, index) => [side, LABELS_OF_SIDES[index]!] as const), ['triangle', { first: 10, column: 3, span: 3 }]]
/** Most characters in a line of a label, by the columns it has. */
const WIDTHS: Readonly<Record<number, number>> = { 2: 22, 3: 18, 5: 50 }
/** The widest line a label may have beside the triangle: with it in each drawing all three have columns of one width. */
const STRUT = `${GRADE_SIGNS.S1} S1 ${GRADE_WORDS.S1}`

const STRUT_PLACE: Place = { row: 9, column: 1, span: 2 }
/** And with something in the last row all three are of one height. */
const FLOOR_PLACE: Place = { row: ROWS, column: COLUMNS, span: 1 }

interface Line {
  readonly text: string
  readonly kind: PartKind
}

const lines = (text: string, width: number, kind: PartKind = 'label'): Line[] => wrap(text, width).map((line) => ({ text: line, kind }))

/** How well the article sources a side, in its own voice: “S1 Source not named”, “at best, 1 of 7 claims”, “no dated event”. */
export function sourcingWords({ bestGrade, atBest, authorClaims, datedEvents, pullQuoteClaims }: EdgeSupport): { readonly grade: string; readonly claims: string; readonly dated: string; readonly pullQuotes: string } {
  return {
    grade: bestGrade === null ? '' : `${bestGrade} ${GRADE_WORDS[bestGrade]}`,
    claims: `at best, ${atBest} of ${plural(authorClaims.length, 'claim')}`,
    dated: datedEvents.length === 0 ? 'no dated event' : plural(datedEvents.length, 'dated event'),
    pullQuotes: pullQuoteClaims.length === 0 ? '' : `${pullQuoteClaims.length} more in ${pullQuoteClaims.length === 1 ? 'a pull-quote' : 'pull-quotes'}`,
  }
}

/** What the record holds of a side, as a label beside its line: alone, “supported” could be read as what one group does for the other. */
const SIDE_WORDS: Readonly<Record<SideFinding, string>> = {
  supported: 'Link supported',
  'partly supported': 'Link partly supported',
  'mainly conflict': 'Mainly conflict',
  'not found': 'Link not found',
}

/** The best grade of claims with its circle, “○ S0 No source given”; or what the record says of each, “contested”. */
const gradeOf = (grade: Grade): string => `${GRADE_SIGNS[grade]} ${grade} ${GRADE_WORDS[grade]}`
const statusOf = (claims: readonly Claim[]): string => [...new Set(claims.flatMap(({ record }) => record?.status ?? []))].join('; ')
const bestOf = (claims: readonly Claim[]): Grade => GRADES.findLast((grade) => claims.some((claim) => claim.grade === grade)) ?? 'N'

function labelLines(view: TriangleView, support: EdgeSupport, claims: readonly Claim[], span: number): Line[] {
  const width = WIDTHS[span]!
  const { edge, bestGrade, record } = support
  const whole: Line[] = edge === 'triangle' ? [{ text: support.name, kind: 'whole' }] : []
  switch (view) {
    case 'drawn':
      return [...whole, ...lines(support.claims.join(' '), span > 2 ? 27 : 11)]
    case 'sourced': {
      const words = sourcingWords(support)
      const counts = `${words.claims}, ${words.dated}`
      return [
        ...whole,
        ...(bestGrade === null ? [] : lines(gradeOf(bestGrade), width)),
        ...(edge === 'triangle' ? [] : counts.length <= width ? lines(counts, width) : [words.claims, words.dated].flatMap((text) => lines(text, width))),
        ...(words.pullQuotes === '' ? [] : [{ text: words.pullQuotes, kind: 'pull-quote' as const }]),
      ]
    }
    case 'record':
      if (record === null) return [...whole, ...lines(statusOf(claims), width)]
      return [
        { text: `${SIDE_WORDS[record.says]}${record.qualifier === undefined ? '' : ';'}`, kind: 'label' },
        ...(record.qualifier === undefined ? [] : lines(record.qualifier, width, 'date')),
        { text: `(as of ${shortDate(record.asOf)})`, kind: 'date' },
      ]
  }
}

/** The words on an arrow, in short lines: the sides are near. */
function arrowLines(view: TriangleView, claims: readonly Claim[]): string[] {
  switch (view) {
    case 'drawn':
      return wrap(claims.map(({ id }) => id).join(' '), 11)
    case 'sourced': {
      const grade = bestOf(claims)
      return [`${GRADE_SIGNS[grade]} ${grade}`, ...wrap(GRADE_WORDS[grade], 10)]
    }
    case 'record':
      return wrap(statusOf(claims), 14)
  }
}

const words = (nameOf: (actor: string) => string): Readonly<Record<TriangleView, Pick<Diagram, 'title' | 'description'>>> => ({
  drawn: {
    title: 'The triangle as the article draws it',
    description: `${listOf(CORNERS.map(nameOf))} at the corners, ${nameOf(THREATENED)} in the middle. Along each side and each arrow to ${nameOf(THREATENED)} stand the numbers of the claims that draw it.`,
  },
  sourced: {
    title: 'The triangle as the article sources it',
    description: 'The same drawing. At each side stands the best grade in the author’s own voice, how many of the claims have it and how many events are dated; what stands in pull-quotes is counted apart.',
  },
  record: {
    title: 'The triangle as the record has it',
    description: 'The same drawing. At each side stands in words what the public sources we read hold of it, with the date.',
  },
})

export function triangleDiagram(register: Register, view: TriangleView): Diagram {
  const parts: Record<string, Part> = {}
  const grid: string[][] = Array.from({ length: ROWS }, () => Array<string>(COLUMNS).fill(''))
  const put = (id: string, text: string, { row, column, span }: Place, part: Part) => {
    grid[row - 1]!.splice(column - 1, span, `${id}[${label(text)}]${span > 1 ? `:${span}` : ''}`, ...Array<string>(span - 1).fill('taken'))
    parts[id] = part
  }
  const nameOf = (id: string) => register.actors.find((actor) => actor.id === id)?.name ?? id
  const supportOf = (edge: Edge) => register.edges.find((support) => support.edge === edge)!

  for (const corner of CORNERS) put(corner, nameOf(corner), PLACES[corner], { id: corner, kind: 'corner' })
  put(THREATENED, nameOf(THREATENED), PLACES[THREATENED], { id: THREATENED, kind: 'threatened' })
  put('strut', STRUT, STRUT_PLACE, { id: 'strut', kind: 'strut' })
  put('floor', '.', FLOOR_PLACE, { id: 'floor', kind: 'strut' })

  for (const [edge, { first, last, align, ...place }] of LABELS) {
    const support = supportOf(edge)
    if (support.claims.length === 0) continue
    const own = labelLines(view, support, register.claims.filter(({ id }) => support.claims.includes(id)), place.span)
    own.forEach(({ text, kind }, index) => {
      const row = first === undefined ? last! - own.length + 1 + index : first + index
      put(`${edge.replace('-', '_')}_${index + 1}`, text, { ...place, row }, { id: edge, kind, ...(align && { align }) })
    })
  }

  const edges: string[] = []
  const line = (from: string, to: string, how: string, part: Part) => {
    edges.push(`${from} ${how} ${to}`)
    parts[`1-${from}-${to}`] = part
  }
  const graded = (grade: Grade | null) => (view === 'sourced' && grade !== null ? { grade } : {})
  for (const side of SIDES) {
    const support = supportOf(side)
    const [from, to] = SIDE_ENDS[side]
    if (support.claims.length > 0) line(from, to, '---', { id: side, kind: 'side', ...graded(support.bestGrade) })
  }
  // Each arrow is one claim's, or more, by the corner they come from.
  const arrows = supportOf(ARROW)
  for (const corner of CORNERS) {
    const own = register.claims.filter(({ id, from }) => arrows.claims.includes(id) && from === corner)
    if (own.length === 0) continue
    line(corner, THREATENED, `-- ${label(...arrowLines(view, own))} -->`, { id: ARROW, kind: 'arrow', ...graded(bestOf(own)) })
  }
  const whole = supportOf('triangle')
  if (whole.claims.length > 0) line('triangle_1', THREATENED, '-->', { id: 'triangle', kind: 'arrow', ...graded(whole.bestGrade) })

  const rows = grid.map((cells) => cells.filter((cell) => cell !== 'taken').map((cell) => cell || 'space').join(' '))
  return {
    name: `triangle-${view}`,
    ...words(nameOf)[view],
    source: `block\n  columns ${COLUMNS}\n${[...rows, ...edges].map((row) => `  ${row}\n`).join('')}`,
    parts,
    words: pullQuoteWords(register),
    textSize: 15.5,
    room: { width: 660, height: 440 },
    settings: { fontSize: 16, block: { padding: 2 } },
  }
}
