/** One rule over many things is one test. What it found is its message: which thing, and what is wrong with it. */
import { expect } from 'vitest'

/** @param faults each a line; all of them are shown, where a report of a list would shorten it */
export const expectNone = (faults: readonly string[]): void => expect(faults, `\n${faults.join('\n')}\n`).toEqual([])

const shown = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value)))

/** The words by which a failure names its case: what comes before the first object of it, or else all. */
function nameOf(given: readonly unknown[]): string {
  const at = given.findIndex((value) => typeof value === 'function' || (typeof value === 'object' && value !== null))
  return (at > 0 ? given.slice(0, at) : given).map(shown).join(', ').slice(0, 200)
}

function named(error: unknown, given: readonly unknown[]): Error {
  const failure = error instanceof Error ? error : new Error(String(error))
  failure.message = `${nameOf(given)}: ${failure.message}`
  return failure
}

function tell([first, ...others]: readonly Error[]): void {
  if (!first) return
  first.message = [first.message, ...others.map(({ message }) => message)].join('\n')
  throw first
}

/**
 * Looks at each case of a table, though one before it fails.
 *
 * @param cases what `check` is given, its name first; a case of one value need not be in a list
 * @throws the first failure, with its difference; the others stand in its message, each by its case
 * @example forEachCase([['2021', 2021], ['', null]], (written, year) => expect(yearOf(written)).toBe(year))
 */
export function forEachCase<T extends readonly [unknown, ...unknown[]]>(cases: Iterable<T>, check: (...each: NoInfer<[...T]>) => void): void
export function forEachCase<T>(cases: Iterable<T>, check: (each: T) => void): void
export function forEachCase(cases: Iterable<unknown>, check: (...each: unknown[]) => void): void {
  const failures: Error[] = []
  let looked = 0
  for (const each of cases) {
    const given = Array.isArray(each) ? (each as unknown[]) : [each]
    looked++
    try {
      check(...given)
    } catch (error) {
      failures.push(named(error, given))
    }
  }
  expect(looked, 'a table without a case').toBeGreaterThan(0)
  tell(failures)
}

/** The same where a case takes time: one after the other. */
export async function forEachCaseInTurn<T extends readonly [unknown, ...unknown[]]>(
  cases: Iterable<T>,
  check: (...each: NoInfer<[...T]>) => Promise<void>,
): Promise<void> {
  const failures: Error[] = []
  for (const given of cases) await check(...given).catch((error: unknown) => failures.push(named(error, given)))
  tell(failures)
}
