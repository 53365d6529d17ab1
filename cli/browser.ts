/**
 * `npm run browser` finds or gets a browser and prints its
 * path, alone, on stdout, so that a shell can use it; all else goes to stderr.
 * With `--find` it only looks. Exit code 1 when there is none, 2 for a wrong
 * option.
 */
import { BrowserNotFound, findBrowser, getBrowser, noBrowser } from '../editions/browser/browser.ts'
import { realProbe } from '../editions/browser/probe.ts'

export async function run(options: readonly string[]): Promise<number> {
  if (options.some(option => option !== '--find')) {
    console.error('Usage: npm run browser [-- --find]')
    return 2
  }
  try {
    const probe = realProbe()
    if (!options.includes('--find')) {
      console.log((await getBrowser(probe, line => console.error(line))).path)
      return 0
    }
    const { browser, tried } = await findBrowser(probe)
    if (!browser)
      throw noBrowser(tried, probe.platform)
    console.log(browser.path)
    return 0
  }
  catch (error) {
    if (!(error instanceof BrowserNotFound))
      throw error
    console.error(error.message)
    return 1
  }
}
