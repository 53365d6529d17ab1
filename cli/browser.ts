/**
 * `npm run browser`: finds or gets a browser and prints its path, alone, on stdout, so that a shell can use it. With
 * `--find` it only looks. Exit code 1 if there is none, 2 for a wrong option.
 */
import { getBrowser, thisMachine } from '../editions/browser/browser.ts'

export async function run(options: readonly string[]): Promise<number> {
  if (options.some((option) => option !== '--find')) {
    console.error('Usage: npm run browser [-- --find]')
    return 2
  }
  console.log((await getBrowser(thisMachine(), console.error, options.includes('--find') ? [] : undefined)).path)
  return 0
}
