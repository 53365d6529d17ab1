/** What `npm run bench` can be told. */
import { parseArgs } from 'node:util'

export interface Options {
  readonly runs: number
  /** Runs of what takes long: builds and PDFs. */
  readonly longRuns: number
  /** Ids of measures, or their beginnings; empty: all. */
  readonly only: readonly string[]
  /** Names of subjects beside the deck; empty: all. */
  readonly against: readonly string[]
  /** Times the register. */
  readonly sizes: readonly number[]
  /** A file for every value. */
  readonly json: string | null
  /** Whether the table is written into docs/benchmark.md. */
  readonly write: boolean
}

export const USAGE = `Usage: npm run bench [-- options]

Measures this deck and others alternately in one run, and prints a table.

  --runs 7           runs of each measure; builds and PDFs have a third of them
  --quick            one run of each, no PDF, the register at 1 and 10 times
  --only step,heap   only measures whose id begins so
  --against stock    only these beside the deck: stock, reveal, marp
  --json file.json   every value, for another program
  --write            the table goes into docs/benchmark.md too
  --help             this text`

/** @returns the options; or what is wrong with them, as text */
export function readOptions(words: readonly string[]): Options | 'help' | { readonly fault: string } {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        runs: { type: 'string' },
        quick: { type: 'boolean' },
        only: { type: 'string' },
        against: { type: 'string' },
        json: { type: 'string' },
        write: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    })
    if (values.help) return 'help'
    const runs = values.quick ? 1 : Number(values.runs ?? 7)
    if (!Number.isInteger(runs) || runs < 1) return { fault: `--runs ${values.runs}: give a whole number above 0` }
    const list = (text: string | undefined) =>
      text
        ?.split(',')
        .map((each) => each.trim())
        .filter(Boolean) ?? []
    if (values.write && (values.quick || values.only !== undefined || values.against !== undefined))
      return { fault: '--write goes with a whole run: docs/benchmark.md has all of one run or none' }
    return {
      runs,
      longRuns: Math.ceil(runs / 3),
      only: list(values.only),
      against: list(values.against),
      sizes: values.quick ? [1, 10] : [1, 10, 100],
      json: values.json ?? null,
      write: values.write ?? false,
    }
  } catch (error) {
    return { fault: (error as Error).message }
  }
}
