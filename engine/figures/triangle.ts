/** Mermaid’s block diagram: a grid of our choice, straight lines. Each line of a label is a block where no line runs. */
import { listOf, plural, shortDate } from '../register/numbers.ts'
import type { Claim, RelationSupport, Register } from '../analysis/register.ts'
import type { FigureData } from '../analysis/relations.ts'
import { type Grade, GRADE_WORDS, GRADES, type SideFinding } from '../register/vocabulary.ts'
import { gridFor, type Place } from './corners.ts'
import { type FigureSpec, label, type Part, type PartKind, pullQuoteWords, wrap } from './spec.ts'

/** In the order they are shown. */
export const TRIANGLES = ['drawn', 'sourced', 'record'] as const
export type TriangleView = (typeof TRIANGLES)[number]

/** The drawing has the deck’s own circle in their place. */
export const GRADE_SIGNS: Readonly<Record<Grade, string>> = { S0: '○', S1: '◔', S2: '◑', S3: '◕', S4: '●', N: '–' }
const gradeWords = (grade: Grade): string => `${grade} ${GRADE_WORDS[grade]}`

/** Most characters in a line, by the columns of a label. */
const WIDTHS: Readonly<Record<number, number>> = { 2: 22, 3: 18, 5: 50 }
/** The widest line of a label: with it all three drawings have columns of one width. */
const STRUT = `${GRADE_SIGNS.S1} ${gradeWords('S1')}`
/** Characters of a name that fit a column, and a line. */
const NAME_FITS = 9
const NAME_WIDTH = 16
/** A word that is longer than a line. */
const divided = (line: string): string[] =>
  line.length <= NAME_WIDTH ? [line] : line.replace(new RegExp(`.{${NAME_WIDTH - 1}}(?=.)`, 'gu'), '$&-\n').split('\n')
/** Words that Mermaid's block diagrams keep for themselves. */
const RESERVED = ['end', 'space', 'block', 'columns', 'style', 'class']
const nodeOf = (id: string): string => `${id.replaceAll('-', '_')}${RESERVED.includes(id) ? '_' : ''}`

interface Line {
  readonly text: string
  readonly kind: PartKind
}

const lines = (text: string, width: number, kind: PartKind = 'label'): Line[] => wrap(text, width).map((line) => ({ text: line, kind }))

/** In the author’s own voice; what does not hold is empty. */
export const sourcingWords = ({ bestGrade, atBest, authorClaims, datedEvents, pullQuoteClaims }: RelationSupport) => ({
  /** “S1 Source not named” */
  grade: bestGrade === null ? '' : gradeWords(bestGrade),
  /** “at best, 1 of 7 claims” */
  claims: `at best, ${atBest} of ${plural(authorClaims.length, 'claim')}`,
  /** “no dated event” */
  dated: datedEvents.length === 0 ? 'no dated event' : plural(datedEvents.length, 'dated event'),
  /** “2 more in pull-quotes” */
  pullQuotes:
    pullQuoteClaims.length === 0
      ? ''
      : `${pullQuoteClaims.length} more in ${pullQuoteClaims.length === 1 ? 'a pull-quote' : 'pull-quotes'}`,
})

/** “Supported” alone could be read as what one group does for the other. */
const SIDE_WORDS: Readonly<Record<SideFinding, string>> = {
  supported: 'Link supported',
  'partly supported': 'Link partly supported',
  'mainly conflict': 'Mainly conflict',
  'not found': 'Link not found',
  'not checked': 'Link not checked',
}

const statusOf = (claims: readonly Claim[]): string => [...new Set(claims.flatMap(({ record }) => record?.status ?? []))].join('; ')
const bestOf = (claims: readonly Claim[]): Grade => GRADES.findLast((grade) => claims.some((claim) => claim.grade === grade)) ?? 'N'

function labelLines(view: TriangleView, support: RelationSupport, claims: readonly Claim[], span: number): Line[] {
  const width = WIDTHS[span]!
  const { kind, bestGrade, record } = support
  const whole: Line[] = kind === 'whole' ? [{ text: support.name, kind }] : []
  if (view === 'drawn') return [...whole, ...lines(support.claims.join(' '), span > 2 ? 27 : 11)]
  if (view === 'sourced') {
    const words = sourcingWords(support)
    const counts = `${words.claims}, ${words.dated}`
    return [
      ...whole,
      ...(bestGrade === null ? [] : lines(`${GRADE_SIGNS[bestGrade]} ${words.grade}`, width)),
      ...(kind === 'whole' ? [] : (counts.length <= width ? [counts] : [words.claims, words.dated]).flatMap((text) => lines(text, width))),
      ...(words.pullQuotes === '' ? [] : [{ text: words.pullQuotes, kind: 'pull-quote' as const }]),
    ]
  }
  if (record === null) return [...whole, ...lines(statusOf(claims), width)]
  return [
    { text: `${SIDE_WORDS[record.says]}${record.qualifier === undefined ? '' : ';'}`, kind: 'label' },
    ...(record.qualifier === undefined ? [] : lines(record.qualifier, width, 'date')),
    { text: `(as of ${shortDate(record.asOf)})`, kind: 'date' },
  ]
}

/** Short lines: the sides are near. */
function arrowLines(view: TriangleView, claims: readonly Claim[]): string[] {
  if (view === 'drawn') return wrap(claims.map(({ id }) => id).join(' '), 11)
  if (view === 'record') return wrap(statusOf(claims), 14)
  const grade = bestOf(claims)
  return [`${GRADE_SIGNS[grade]} ${grade}`, ...wrap(GRADE_WORDS[grade], 10)]
}

/** “The triangle”, where it is one. */
export const figureName = (corners: number): string => (corners === 3 ? 'triangle' : 'figure')

function words(
  view: TriangleView,
  { corners, middle }: FigureData,
  nameOf: (actor: string) => string,
): Pick<FigureSpec, 'title' | 'description'> {
  const title = (how: string) => `The ${figureName(corners.length)} as the ${how}`
  switch (view) {
    case 'drawn': {
      const [inside, toIt] = middle === undefined ? ['', ''] : [`, ${nameOf(middle)} in the middle`, ` and each arrow to ${nameOf(middle)}`]
      return {
        title: title('article draws it'),
        description: `${listOf(corners.map(nameOf))} at the corners${inside}. Along each side${toIt} stand the numbers of the claims that draw it.`,
      }
    }
    case 'sourced':
      return {
        title: title('article sources it'),
        description:
          'The same drawing. At each side stands the best grade in the author’s own voice, how many of the claims have it and how many events are dated; what stands in pull-quotes is counted apart.',
      }
    case 'record':
      return {
        title: title('record has it'),
        description: 'The same drawing. At each side stands in words what the public sources we read hold of it, with the date.',
      }
  }
}

/** @throws Error where the register has no figure */
export function triangleFigure(register: Register, view: TriangleView): FigureSpec {
  const { figure } = register
  if (!figure) throw new Error('The register has no figure: see “figure” in claims/actors.yaml')
  const { corners, middle } = figure
  const { columns, rows: height, places, padding, ...at } = gridFor(corners.length)
  const parts: Record<string, Part> = {}
  const grid: string[][] = []
  const put = (id: string, text: string, { row, column, span }: Place, part: Part) => {
    // A longer label makes the drawing higher; whether it fits is asked when it is drawn.
    while (grid.length < Math.max(height, row)) grid.push(Array<string>(columns).fill('space'))
    grid[row - 1]!.splice(column - 1, span, `${id}[${label(text)}]${span > 1 ? `:${span}` : ''}`, ...Array<string>(span - 1).fill(''))
    parts[id] = part
  }
  const nameOf = (id: string) => register.actors.find((actor) => actor.id === id)?.name ?? id
  const putActor = (id: string, place: Place, kind: PartKind) => {
    const name = nameOf(id)
    const long = name.length > NAME_FITS
    put(nodeOf(id), long ? '.' : name, place, { id, kind, ...(long && { name: wrap(name, NAME_WIDTH).flatMap(divided) }) })
  }

  corners.forEach((corner, index) => putActor(corner, places[index]!, 'corner'))
  if (middle !== undefined) putActor(middle, at.middle, 'middle')
  put('strut', STRUT, at.strut, { id: 'strut', kind: 'strut' })
  put('floor', '.', { row: height, column: columns, span: 1 }, { id: 'floor', kind: 'strut' })

  const told = register.relations.filter(({ claims }) => claims.length > 0)
  const claimsOf = (ids: readonly string[]) => register.claims.filter(({ id }) => ids.includes(id))
  for (const support of told) {
    const { relation, kind, ends, claims } = support
    if (kind === 'to-middle') continue
    const { first, last, align, ...place } = kind === 'whole' ? at.whole : at.side(corners.indexOf(ends[0]!), corners.indexOf(ends[1]!))
    const own = labelLines(view, support, claimsOf(claims), place.span)
    const highest = last === undefined ? first! : Math.max(1, last - own.length + 1)
    const top = Math.min(first ?? highest, highest)
    own.forEach(({ text, kind: look }, index) =>
      put(`${nodeOf(relation)}_${index + 1}`, text, { ...place, row: top + index }, { id: relation, kind: look, ...(align && { align }) }),
    )
  }

  const drawn: string[] = []
  const line = (from: string, to: string, how: string, id: string, kind: PartKind, grade: Grade | null) => {
    drawn.push(`${from} ${how} ${to}`)
    parts[`1-${from}-${to}`] = { id, kind, ...(view === 'sourced' && grade !== null && { grade }) }
  }
  for (const { relation, kind, ends, claims, bestGrade } of told) {
    if (kind === 'side') {
      line(nodeOf(ends[0]!), nodeOf(ends[1]!), '---', relation, 'side', bestGrade)
    } else if (kind === 'to-middle') {
      // By the corner they come from.
      for (const corner of corners) {
        const own = claimsOf(claims).filter(({ from }) => from === corner)
        if (own.length > 0)
          line(nodeOf(corner), nodeOf(middle!), `-- ${label(...arrowLines(view, own))} -->`, relation, 'arrow', bestOf(own))
      }
    } else if (middle !== undefined && at.wholePointsAtMiddle) {
      line(`${nodeOf(relation)}_1`, nodeOf(middle), '-->', relation, 'arrow', bestGrade)
    }
  }

  const rows = grid.map((cells) => cells.filter(Boolean).join(' '))
  return {
    name: `triangle-${view}`,
    ...words(view, figure, nameOf),
    source: `block\n  columns ${columns}\n${[...rows, ...drawn].map((row) => `  ${row}\n`).join('')}`,
    parts,
    words: pullQuoteWords(register),
    textSize: 15.5,
    room: { width: 660, height: 440 },
    settings: { fontSize: 16, block: { padding } },
  }
}
