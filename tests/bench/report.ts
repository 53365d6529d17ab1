/** A run as docs/benchmark.md shows it. */
import { formatDate } from '../../engine/register/numbers.ts'
import { comparison, growth, type Row } from './table.ts'

export interface Report {
  readonly date: string
  readonly cores: number
  readonly versions: Readonly<Record<string, string>>
  readonly runs: number
  readonly longRuns: number
  readonly sizes: readonly number[]
  readonly subjects: readonly { readonly name: string; readonly what: string }[]
  readonly rows: readonly Row[]
  readonly grown: readonly Row[]
}

export function reportOf({ date, cores, versions, runs, longRuns, sizes, subjects, rows, grown }: Report): string {
  const names = subjects.map(({ name }) => name)
  return [
    `${formatDate(date)}, on ${cores} cores; ${Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(', ')}. Medians of ${runs} alternating runs (builds and PDFs: ${longRuns}), with the least and the most.`,
    ...(rows.length > 0 ? [comparison(rows, names)] : []),
    ...(grown.length > 0 ? [growth(grown, sizes)] : []),
  ].join('\n\n')
}
