/** Measures by turns: each run has every subject once, so that whatever else the machine does falls on all of them. */
import type { Browser } from 'playwright-chromium'
import type { Progress } from '../../cli/progress.ts'
import type { Measure, Target } from './measures/measure.ts'
import { serve } from './serve.ts'
import type { Subject } from './subjects/subject.ts'
import type { Row } from './table.ts'

export interface Group {
  readonly name: string
  readonly measures: readonly Measure[]
  readonly runs: number
}

/**
 * Measures of one group share a target in each run, so that one walk can give several values.
 *
 * What one of the others does not finish is told and marked, and takes nothing from the rest; what the first does not
 * finish ends all.
 */
export async function measureAll(
  groups: readonly Group[],
  subjects: readonly Subject[],
  browser: Browser,
  progress: Progress,
): Promise<readonly Row[]> {
  const served = await Promise.all(subjects.map(async (subject) => ({ subject, ...(await serve(subject.folder)) })))
  try {
    const rows: Row[] = []
    for (const { name, measures, runs } of groups) {
      if (measures.length === 0) continue
      progress.step(name)
      const failed = new Map(measures.map(({ id }): [string, string[]] => [id, []]))
      const values = new Map(measures.map(({ id }): [string, Record<string, number[]>] => [id, {}]))
      for (let run = 0; run < runs; run++) {
        progress.count('run', run + 1, runs)
        for (const { subject, url } of served) {
          const target: Target = { subject, url, browser }
          for (const { id, once, has, take } of measures) {
            if ((once && run > 0) || !has(subject)) continue
            try {
              const value = await take(target)
              values.get(id)![subject.name] = [...(values.get(id)![subject.name] ?? []), value]
            } catch (error) {
              if (subject === subjects[0]) throw error
              progress.step(`${id} of ${subject.name} failed: ${error instanceof Error ? error.message : String(error)}`)
              failed.get(id)!.push(subject.name)
            }
          }
        }
      }
      rows.push(...measures.map(({ id, what, unit }) => ({ id, what, unit, values: values.get(id)!, failed: failed.get(id)! })))
    }
    return rows
  } finally {
    await Promise.all(served.map(({ close }) => close()))
  }
}
