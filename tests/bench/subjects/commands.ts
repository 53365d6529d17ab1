/** Runs a program to its end. */
import { runSlidev } from '../../support/deck.ts'

/** @throws Error with all that it said where it does not end well */
export async function run(words: readonly string[], options: Parameters<typeof runSlidev>[1] = {}): Promise<void> {
  const { code, output } = await runSlidev(words, options).ended
  if (code !== 0) throw new Error(`${[options.program ?? 'slidev', ...words].join(' ')} ended with ${code}:\n${output}`)
}
