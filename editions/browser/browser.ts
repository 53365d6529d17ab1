/**
 * Finds the browser that draws, prints and tests, or gets one when it is needed. With `npm ci` it would cost everyone 100 MB,
 * and fail without the open internet.
 */
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import http from 'node:http'
import https from 'node:https'
import { homedir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import type { LaunchOptions } from 'playwright-chromium'

/** Ours, then those of Lighthouse, Puppeteer and Playwright. */
const VARIABLES = ['CLAIM_BROWSER', 'CHROME_PATH', 'PUPPETEER_EXECUTABLE_PATH', 'PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH']
/** Chromium leads: it asks the network for least. Debian's headless shell opens a page for a third of the work. */
const CHROME = ['google-chrome-stable', 'google-chrome', 'microsoft-edge-stable']
const COMMANDS = ['chromium-headless-shell', 'chromium', 'chromium-browser', ...CHROME]
/** The build that puppeteer-core is tested with. */
export const BUILD = '156.0.8078.47'
const SHELL = 'chrome-headless-shell'
const KINDS = 'a Chromium, Chrome or Edge'
/** Milliseconds. A cold start from a slow disk takes seconds. */
const VERSION_LIMIT = 20_000
const DOWNLOAD_LIMIT = 900_000

export interface Machine {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly root: boolean
  /** Full paths of browsers to look for after the PATH. */
  readonly places: readonly string[]
}
type Report = (line: string) => void
/** Returns a line for each thing tried. Whether it helped, the next search shows. */
type Way = (machine: Machine, report: Report) => Promise<readonly string[]>

/** The message says what was tried and what to do. */
export class BrowserNotFound extends Error {
  override readonly name = 'BrowserNotFound'

  constructor(headline: string, tried: readonly string[], advice: readonly string[]) {
    const list = (lines: readonly string[], mark: string) => lines.map((line) => mark + line).join('\n')
    super(`${headline}\n\nWhat was tried:\n${list(tried, '  ')}\n\nWhat to do (any one of these):\n${list(advice, '  - ')}`)
  }
}

export function thisMachine(platform: NodeJS.Platform = process.platform, env: Machine['env'] = process.env): Machine {
  const folders = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter(Boolean)
  const windows = ['Google\\Chrome\\Application\\chrome', 'Microsoft\\Edge\\Application\\msedge']
  const places = {
    win32: windows.flatMap((name) => folders.map((folder) => `${folder}\\${name}.exe`)),
    darwin: ['Chromium', 'Google Chrome', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
  }[platform as string] ?? ['/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge', '/snap/bin/chromium']
  return { platform, env, root: process.getuid?.() === 0, places }
}

const onPath = (env: Machine['env'], command: string): readonly string[] =>
  (env['PATH'] ?? '')
    .split(path.delimiter)
    .filter(path.isAbsolute)
    .map((folder) => path.join(folder, command))
    .filter(existsSync)

/**
 * The first browser that works: of a variable, on the PATH, in the usual places, downloaded. If there is none, each of the
 * `ways` is tried in turn.
 *
 * @throws BrowserNotFound also where a variable names one that does not work
 */
export async function getBrowser(
  machine = thisMachine(),
  report: Report = console.error,
  ways: readonly Way[] = [download, installShell],
): Promise<{ readonly path: string }> {
  const { env, places } = machine
  const variable = VARIABLES.find((name) => env[name])
  if (variable) {
    const file = path.resolve(env[variable]!)
    const fault = await faultOf(file, machine)
    if (fault === null) return { path: file }
    const advice = [`set ${variable} to the full path of ${KINDS}`, `unset ${variable}, and the usual places are searched`]
    throw new BrowserNotFound(`${variable} is set to ${file}, which does not work.`, [`${file}: ${fault}`], advice)
  }
  const done: string[] = []
  for (let next = 0; ; next++) {
    const tried = [`${VARIABLES.join(', ')}: not set`, `${COMMANDS.join(', ')}: none on the PATH that works`]
    for (const file of [...COMMANDS.flatMap((command) => onPath(env, command)), ...places, ...(await downloaded(env))]) {
      const fault = await faultOf(file, machine)
      if (fault === null) return { path: file }
      tried.push(`${file}: ${fault}`)
    }
    const way = ways[next]
    if (!way) throw new BrowserNotFound(`No browser was found; ${KINDS} is needed.`, [...tried, ...done], adviceFor(machine))
    done.push(...(await way(machine, report)))
  }
}

const adviceFor = ({ env, platform }: Machine): readonly string[] => [
  { win32: 'winget install Google.Chrome', darwin: 'brew install --cask google-chrome' }[platform as string] ??
    'as root: apt-get install chromium-headless-shell (Debian), snap install chromium (Ubuntu), dnf install chromium (Fedora)',
  'set CLAIM_BROWSER to the full path of one that is installed',
  `npx @puppeteer/browsers install ${SHELL}@${BUILD} --path "${cacheOf(env)}"`,
]

async function faultOf(file: string, { platform }: Machine): Promise<string | null> {
  if (!existsSync(file)) return 'not there'
  // There `--version` opens a window.
  if (platform === 'win32') return null
  const { said, fault } = await run(file, ['--version'], { timeout: VERSION_LIMIT, killSignal: 'SIGKILL' })
  if (fault) return `does not start (${fault})`
  // Chromium’s versions have four numbers, Firefox’s fewer.
  return /\b\d+(?:\.\d+){3}\b/.test(said) ? null : `is no Chromium (its version: ${said.trim()})`
}

async function run(program: string, words: readonly string[], options: object): Promise<{ said: string; fault?: string }> {
  try {
    return { said: String((await promisify(execFile)(program, words, options)).stdout) }
  } catch (error) {
    const { stderr, killed, message } = error as Error & { stderr?: string; killed?: boolean }
    if (killed) return { said: '', fault: `no answer in ${VERSION_LIMIT / 1000} s` }
    const lines = (stderr || message).split('\n')
    return { said: '', fault: lines.find((line) => line.startsWith('E: ')) ?? lines[0]! }
  }
}

/** Shared with Puppeteer. */
const cacheOf = (env: Machine['env']): string => env['PUPPETEER_CACHE_DIR'] || path.join(homedir(), '.cache', 'puppeteer')

/** Where the download is or would be, if there is one for the platform. */
async function downloaded(env: Machine['env']): Promise<readonly string[]> {
  const { Browser, computeExecutablePath, detectBrowserPlatform } = await import('@puppeteer/browsers')
  const wanted = { browser: Browser.CHROMEHEADLESSSHELL, buildId: BUILD, cacheDir: cacheOf(env) }
  return detectBrowserPlatform() ? [computeExecutablePath(wanted)] : []
}

const download: Way = async ({ env }, report) => {
  const what = `download of ${SHELL} ${BUILD}`
  if (env['PUPPETEER_SKIP_DOWNLOAD']) return [`${what}: switched off by PUPPETEER_SKIP_DOWNLOAD`]
  // It is there and does not start, for lack of a system library say: another would not either.
  if ((await downloaded(env)).some(existsSync)) return []
  report(`No browser found. Downloading ${SHELL} ${BUILD} (100 MB) …`)
  const restore = http.setGlobalProxyFromEnv(env)
  const limit = setTimeout(() => [http, https].forEach(({ globalAgent }) => globalAgent.destroy()), DOWNLOAD_LIMIT)
  const cache = path.join(cacheOf(env), SHELL)
  const baseUrl = env['PUPPETEER_CHROME_HEADLESS_SHELL_DOWNLOAD_BASE_URL']
  let cacheDir = ''
  try {
    const { Browser, install } = await import('@puppeteer/browsers')
    mkdirSync(cache, { recursive: true })
    // Unpacked elsewhere, then moved: nobody finds half a browser, and two downloads at once do no harm.
    cacheDir = mkdtempSync(path.join(cache, 'unpacking-'))
    const order = { browser: Browser.CHROMEHEADLESSSHELL, buildId: BUILD, cacheDir, downloadProgressCallback: 'default' as const }
    const got = await install({ ...order, ...(baseUrl && { baseUrl }) })
    renameSync(got.path, path.join(cache, path.basename(got.path)))
    return [`${what}: done`]
  } catch (error) {
    const [reason] = (error as Error).message.replace(/^All providers failed.*\n *- \w+: */, '').split('\n')
    return [`${what}: failed (${reason || 'no connection'})`]
  } finally {
    clearTimeout(limit)
    restore()
    if (cacheDir) rmSync(cacheDir, { recursive: true, force: true })
  }
}

const installShell: Way = (machine, report) => installByApt(machine, report, 'chromium-headless-shell', 'chromium')

/** As root: the first of the `choices` that can be had, each as `apt-get install` takes it. */
export async function installByApt(machine: Machine, report: Report, ...choices: readonly string[]): Promise<readonly string[]> {
  const { env, platform, root } = machine
  if (platform !== 'linux') return []
  const [apt] = onPath(env, 'apt-get')
  if (!apt || !root) return [`apt-get install ${choices[0]!}: not tried (${apt ? 'it needs root' : 'there is no apt-get'})`]
  report(`Installing ${choices[0]!} with apt-get …`)
  const tried: string[] = []
  // Where the update fails, older lists may do.
  for (const task of ['update', ...choices.map((packages) => `install -y --no-install-recommends ${packages}`)]) {
    const options = { env: { ...env, DEBIAN_FRONTEND: 'noninteractive' }, maxBuffer: Infinity }
    const { fault } = await run(apt, ['-o', 'DPkg::Lock::Timeout=120', ...task.split(' ')], options)
    tried.push(`apt-get ${task}: ${fault ? `failed (${fault})` : 'done'}`)
    if (!fault && task !== 'update') break
  }
  return tried
}

/** No other host can be reached, not even by a page that goes wrong. As root Chromium refuses its sandbox. */
export const launchOptions = (
  executablePath: string,
  { platform, root }: Pick<Machine, 'platform' | 'root'> = thisMachine(),
): LaunchOptions & { readonly args: string[] } => ({
  executablePath,
  args: [
    ...(platform === 'linux' && root ? ['--no-sandbox'] : []),
    ...['background-networking', 'component-update', 'domain-reliability', 'sync'].map((each) => `--disable-${each}`),
    // Without it a headless browser rounds the widths of letters, and figures differ by browser.
    '--font-render-hinting=none',
    '--no-first-run',
    '--no-pings',
    '--no-proxy-server',
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1, EXCLUDE ::1',
  ],
})
