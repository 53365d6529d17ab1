/** What was measured, as a table for docs/benchmark.md. */
import type { Unit } from './measures/measure.ts'
import { exponent, median, type Spread, spreadOf } from './numbers.ts'

export interface Row {
  readonly id: string
  readonly what: string
  readonly unit: Unit
  /** Values of every run, by the subject's name; what a subject has not is not there. */
  readonly values: Readonly<Record<string, readonly number[]>>
  /** Subjects that have it and did not come to an end with it, in one run or more. */
  readonly failed?: readonly string[]
}

/** Three digits that count, and no more than a tenth. */
export function shown(value: number): string {
  if (value === 0) return '0'
  return Math.abs(value) >= 100
    ? String(Math.round(value))
    : Math.abs(value) >= 10 || Number.isInteger(value)
      ? String(Math.round(value * 10) / 10)
      : String(Math.round(value * 100) / 100)
}

/** With its unit; many milliseconds are seconds. */
const worded = (value: number, unit: Unit): string =>
  unit === 'ms' && value >= 10_000 ? worded(value / 1000, 's') : `${shown(value)}${unit === '' ? '' : ` ${unit}`}`

const cell = ({ median, least, most }: Spread, unit: Unit, many: boolean) => {
  const value = worded(median, unit)
  return many ? `${value} (${shown(least)}–${shown(most)})` : value
}

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`

/** A row a measure, a column a subject; beside them the first subject as a share of the second. */
export function comparison(rows: readonly Row[], subjects: readonly string[]): string {
  const [first, second] = subjects
  const both = first !== undefined && second !== undefined
  return [
    line(['', ...subjects, ...(both ? [`${first} / ${second}`] : [])]),
    line(['---', ...subjects.map(() => '---'), ...(both ? ['---'] : [])]),
    ...rows.map(({ what, unit, values, failed = [] }) => {
      const spreads = subjects.map((name) => (values[name] === undefined || failed.includes(name) ? undefined : spreadOf(values[name])))
      const [one, other] = spreads
      const ratio = both && one && other && other.median > 0 ? shown(one.median / other.median) : '–'
      return line([
        what,
        ...spreads.map((spread, at) =>
          spread ? cell(spread, unit, values[subjects[at]!]!.length > 1) : failed.includes(subjects[at]!) ? 'failed' : '–',
        ),
        ...(both ? [ratio] : []),
      ])
    }),
  ].join('\n')
}

/** A row a piece of work, a column a size; beside them how the one grows with the other. */
export function growth(rows: readonly Row[], sizes: readonly number[]): string {
  return [
    line(['', ...sizes.map((size) => `${size} ×`), 'grows with the size to the power of']),
    line(['---', ...sizes.map(() => '---'), '---']),
    ...rows.map(({ what, unit, values }) => {
      const medians = sizes.map((size) => median(values[size]!))
      return line([
        what,
        ...medians.map((value) => worded(value, unit)),
        shown(exponent(sizes.map((size, at) => [size, medians[at]!] as const))),
      ])
    }),
  ].join('\n')
}

const MARKS = ['<!-- bench -->', '<!-- /bench -->'] as const

/** @throws Error where the text has not both marks, in their order */
export function putBetweenMarks(text: string, made: string): string {
  const [start, end] = MARKS.map((mark) => text.indexOf(mark)) as [number, number]
  if (start < 0 || end < start) throw new Error(`There is no place for the table: it goes between ${MARKS.join(' and ')}.`)
  return `${text.slice(0, start + MARKS[0].length)}\n${made.trim()}\n${text.slice(end)}`
}
