/**
 * Finds the browser that prints and checks the deck, and gets one where there
 * is none.
 *
 * The project installs no browser with its packages: that would be a download
 * of 100 MB and more for everyone, and an install that fails without the open
 * internet. So whoever needs a browser asks here, at the moment of need.
 */
import type { LaunchOptions } from 'playwright-chromium'
import { browserVariables, chromiumFolders, commands, completeMarker, pathsOf, playwrightCaches, playwrightLayouts, usualPlaces } from './places.ts'
import { realProbe, reason } from './probe.ts'
import type { Attempt, Probe } from './probe.ts'
import { download, installByApt } from './install.ts'
import type { Report } from './install.ts'

export interface Browser {
  /** Full path of the program. */
  readonly path: string
  /** What it answered to `--version`; empty on Windows, where it is not asked. */
  readonly version: string
}

export interface Search {
  /** The first that works; undefined when none does. */
  readonly browser?: Browser
  /** What was tried before it, in order. */
  readonly tried: readonly Attempt[]
}

/** No usable browser. The message is to be printed as it is: what was tried, then what to do. */
export class BrowserNotFound extends Error {
  override readonly name = 'BrowserNotFound'
  readonly tried: readonly Attempt[]

  constructor(headline: string, tried: readonly Attempt[], advice: readonly string[]) {
    super([
      headline,
      '',
      'What was tried:',
      ...tried.map(({ what, outcome }) => `  ${what}: ${outcome}`),
      '',
      'What to do, any one of these:',
      ...advice.map(line => `  - ${line}`),
    ].join('\n'))
    this.tried = tried
  }
}

/** Longest wait for an answer to `--version`, in milliseconds: a cold start from a slow disk takes seconds. */
const VERSION_LIMIT = 20_000

/**
 * Looks for a browser and changes nothing: environment variables, commands on
 * the PATH, the usual places, Playwright's caches, in this order.
 *
 * @throws BrowserNotFound when a variable names something that does not work:
 * whoever set it meant it, so another browser is never quietly taken instead.
 */
export async function findBrowser(probe: Probe = realProbe()): Promise<Search> {
  for (const variable of browserVariables) {
    const value = probe.env[variable]
    if (!value)
      continue
    const path = pathsOf(probe.platform).resolve(value)
    const answer = await examine(probe, path)
    if ('version' in answer)
      return { browser: answer, tried: [] }
    throw new BrowserNotFound(
      `${variable} is set to ${path}, and that cannot be used: ${answer.outcome}`,
      [{ what: `${variable}=${path}`, outcome: answer.outcome }],
      [`set ${variable} to the full path of a Chromium, Chrome or Edge`, `unset ${variable}; a browser is then looked for in the usual places`],
    )
  }

  const tried: Attempt[] = [{ what: browserVariables.join(', '), outcome: 'not set' }]
  const seen = new Set<string>()
  for (const candidate of candidates(probe)) {
    if (typeof candidate !== 'string') {
      tried.push(candidate)
    }
    else if (!seen.has(candidate)) {
      seen.add(candidate)
      const answer = await examine(probe, candidate)
      if ('version' in answer)
        return { browser: answer, tried }
      tried.push({ what: candidate, outcome: answer.outcome })
    }
  }
  return { tried }
}

/**
 * Finds a browser or gets one: by Playwright's download, else, on Debian and
 * its kin, by apt where root is to be had without a password. Two processes
 * that ask at once take turns, and the second finds what the first got.
 *
 * @param report told, line by line, what is going on.
 * @throws BrowserNotFound when none can be had, or a variable names a wrong one.
 */
export async function getBrowser(probe: Probe = realProbe(), report: Report = () => {}): Promise<Browser> {
  const { browser } = await findBrowser(probe)
  if (browser)
    return browser
  return probe.alone(async () => {
    const tried: Attempt[] = []
    const searchAgain = async () => {
      const search = await findBrowser(probe)
      tried.push(...search.tried.filter(({ what, outcome }) => !tried.some(old => old.what === what && old.outcome === outcome)))
      return search.browser
    }
    let found = await searchAgain()
    for (const way of [download, installByApt]) {
      if (found)
        break
      tried.push(...await way(probe, report))
      found = await searchAgain()
    }
    if (found) {
      report(`Browser: ${found.path}`)
      return found
    }
    throw noBrowser(tried, probe.platform)
  }, () => report('Another process is getting a browser; waiting for it …'))
}

/**
 * What Playwright's `launch` is to be given.
 *
 * The deck needs no other host, so none can be reached: the flags still the
 * browser's own calls, and every name and address but this machine's fails to
 * resolve, also for a page that goes wrong. Chromium refuses to run as root
 * with its sandbox, hence `--no-sandbox` there; elsewhere the sandbox is left
 * to Playwright, whose own default is off (`chromiumSandbox: true` turns it on).
 */
export function launchOptions(executablePath: string, probe: Pick<Probe, 'platform' | 'root'> = realProbe()): LaunchOptions & { readonly args: string[] } {
  return {
    executablePath,
    args: [
      ...probe.platform === 'linux' && probe.root ? ['--no-sandbox'] : [],
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-domain-reliability',
      '--disable-sync',
      // Letters as wide as the font says: without it a browser with no window rounds each, and figures differ by browser.
      '--font-render-hinting=none',
      '--no-first-run',
      '--no-pings',
      '--no-proxy-server',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1, EXCLUDE ::1',
    ],
  }
}

/**
 * Everything worth a look after the variables, best first: a path, or, where
 * there is none to look at, what to write down. Lazy, so that nothing after
 * the first that works is looked at.
 */
function* candidates(probe: Probe): Generator<string | Attempt> {
  const { join, delimiter, isAbsolute } = pathsOf(probe.platform)
  const folders = (probe.env['PATH'] ?? '').split(delimiter).filter(isAbsolute)
  for (const command of commands(probe.platform)) {
    const paths = folders.map(folder => join(folder, command)).filter(path => probe.look(path) === 'program')
    yield* paths.length ? paths : [{ what: `${command} on the PATH`, outcome: 'not there' }]
  }
  yield* usualPlaces(probe)
  for (const cache of playwrightCaches(probe)) {
    const kept = chromiumFolders(probe.names(cache)).map(name => join(cache, name))
    if (!kept.length)
      yield { what: `Playwright's cache ${cache}`, outcome: 'holds no Chromium' }
    for (const folder of kept) {
      const path = playwrightLayouts(probe.platform).map(layout => join(folder, layout)).find(file => probe.look(file) !== 'nothing')
      // Without its marker the folder is still being unpacked, or was left so.
      const whole = probe.look(join(folder, completeMarker)) !== 'nothing'
      yield path && whole ? path : { what: folder, outcome: 'an incomplete download' }
    }
  }
}

/** A file counts only if it may be run and, but on Windows, tells its version. */
async function examine(probe: Probe, path: string): Promise<Browser | { readonly outcome: string }> {
  const kind = probe.look(path)
  if (kind !== 'program')
    return { outcome: kind === 'nothing' ? 'not there' : 'not a file that may be run' }
  // There the question would open a window instead of being answered.
  if (probe.platform === 'win32')
    return { path, version: '' }
  const answer = await probe.run(path, ['--version'], { limit: VERSION_LIMIT })
  const version = answer.lines.find(line => CHROMIUM_VERSION.test(line))
  if (answer.code !== 0)
    return { outcome: `does not start (${reason(answer)})` }
  return version ? { path, version } : { outcome: `is no Chromium: to --version it answers ${reason(answer)}` }
}

/** Four numbers: Chromium and all built on it. Firefox and others have fewer. */
const CHROMIUM_VERSION = /\b\d+(?:\.\d+){3}\b/

/** The error for a search that came to nothing, with what to do on this platform. */
export function noBrowser(tried: readonly Attempt[], platform: NodeJS.Platform): BrowserNotFound {
  const fromPlaywright = 'get the one that goes with Playwright: npx playwright-core install chromium'
  const libraries = tried.some(({ outcome }) => outcome.includes('system library'))
  const advice = {
    win32: [
      'install Chrome: winget install Google.Chrome',
      'name one that is installed, in PowerShell: $env:CLAIM_BROWSER = "C:\\path\\to\\chrome.exe"',
      fromPlaywright,
    ],
    darwin: [
      'install Chrome by hand, or with Homebrew: brew install --cask google-chrome',
      'name one that is installed: export CLAIM_BROWSER="/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"',
      fromPlaywright,
    ],
  }[platform as string] ?? [
    'install Chromium: sudo apt install chromium (Debian), sudo snap install chromium (Ubuntu), sudo dnf install chromium (Fedora); or Chrome',
    'name one that is installed: export CLAIM_BROWSER=/path/to/chrome',
    fromPlaywright,
    ...libraries ? ['install the missing system libraries: sudo npx playwright-core install-deps chromium'] : [],
  ]
  return new BrowserNotFound('No browser was found. Chromium, Chrome or Edge is needed.', tried, advice)
}
