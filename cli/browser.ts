/** `npm run browser`: prints the path alone on stdout, for a shell. `--find` only looks. Exit code 2 for a wrong option. */
import { getBrowser, thisMachine } from '../editions/browser/browser.ts'

export async function run(options: readonly string[]): Promise<number> {
  if (options.some((option) => option !== '--find')) {
    console.error('Usage: npm run browser [-- --find]')
    return 2
  }
  console.log((await getBrowser(thisMachine(), console.error, options.includes('--find') ? [] : undefined)).path)
  return 0
}
