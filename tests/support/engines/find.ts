/**
 * Finds Firefox and WebKitGTK, the engines that the main paths of the deck are tried in beside Chromium's. Where there is
 * none its tests are skipped, unless `CLAIM_ENGINES` asks for all.
 */
import { pathsOf } from '../../../editions/browser/places.ts'
import type { Probe } from '../../../editions/browser/probe.ts'
import { installByApt, type Report } from '../../../editions/browser/install.ts'

/** The programs of WebKitGTK. */
export interface WebKit {
  readonly driver: string
  readonly browser: string
  /** Undefined where there is none and the window opens on the person's own screen. */
  readonly xvfb: string | undefined
}

/** What was found, or what to do, as a sentence to print. */
export type Finding<Found> = { readonly found: Found } | { readonly missing: string }

/** Set to `all`, a missing engine is a fault. */
export const engineVariable = 'CLAIM_ENGINES'
export const allEngines = ({ env }: Pick<Probe, 'env'>): boolean => env[engineVariable] === 'all'

/** Debian's packages. */
const PACKAGES = { firefox: ['firefox-esr'], webkit: ['webkit2gtk-driver', 'xvfb'] } as const

/**
 * @param variable names the program; whoever set it meant it, so another is never quietly taken instead
 * @throws Error where it names no program
 */
function programOf(probe: Probe, variable: string | null, commands: readonly string[], places: readonly string[]): string | undefined {
  const named = variable === null ? undefined : probe.env[variable]
  if (named) {
    if (probe.look(named) !== 'program') throw new Error(`${variable} is set to ${named}, and that is no program. Set it to the full path of one, or unset it.`)
    return named
  }
  const { delimiter, isAbsolute, join } = pathsOf(probe.platform)
  const folders = (probe.env['PATH'] ?? '').split(delimiter).filter((folder) => isAbsolute(folder))
  return [...commands.flatMap((command) => folders.map((folder) => join(folder, command))), ...places].find((path) => probe.look(path) === 'program')
}

/** Firefox of any channel. A snap cannot read the profile that a test makes for it, so it is not taken unless it is named. */
export function findFirefox(probe: Probe): Finding<string> {
  const { join } = pathsOf(probe.platform)
  const places = {
    win32: [probe.env['PROGRAMFILES'], probe.env['PROGRAMFILES(X86)'], probe.env['LOCALAPPDATA']].flatMap((root) => (root ? [join(root, 'Mozilla Firefox', 'firefox.exe')] : [])),
    darwin: ['/Applications', join(probe.home, 'Applications')].map((root) => join(root, 'Firefox.app/Contents/MacOS/firefox')),
  }[probe.platform as string] ?? ['/usr/lib/firefox-esr/firefox-esr', '/usr/lib/firefox/firefox', '/usr/lib64/firefox/firefox', '/opt/firefox/firefox']
  // On Ubuntu `firefox` is a script that starts the snap.
  const snap = probe.look('/snap/bin/firefox') !== 'nothing'
  const commands = probe.platform === 'win32' ? ['firefox.exe'] : ['firefox-esr', ...(snap ? [] : ['firefox'])]
  const found = programOf(probe, 'CLAIM_FIREFOX', commands, places)
  return found ? { found } : { missing: `Firefox was not found${snap ? ' (but for a snap, which cannot read what a test makes for it)' : ''}: install it (Debian: sudo apt install ${PACKAGES.firefox.join(' ')}), or set CLAIM_FIREFOX=/path/to/firefox` }
}

export function findWebKit(probe: Probe): Finding<WebKit> {
  if (probe.platform !== 'linux') return { missing: 'WebKitGTK is tried on Linux alone' }
  const libraries = [...probe.names('/usr/lib').filter((name) => name.endsWith('-linux-gnu')).map((name) => `/usr/lib/${name}`), '/usr/libexec', '/usr/lib', '/usr/lib64']
  const driver = programOf(probe, 'CLAIM_WEBKIT_DRIVER', ['WebKitWebDriver'], ['/usr/bin/WebKitWebDriver', ...libraries.flatMap((library) => ['webkit2gtk-4.1', 'webkitgtk-6.0'].map((version) => `${library}/${version}/WebKitWebDriver`))])
  const browser = programOf(probe, 'CLAIM_WEBKIT_BROWSER', [], libraries.flatMap((library) => ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0'].map((version) => `${library}/${version}/MiniBrowser`)))
  const xvfb = programOf(probe, null, ['Xvfb'], ['/usr/bin/Xvfb'])
  const screen = xvfb !== undefined || Boolean(probe.env['DISPLAY'] || probe.env['WAYLAND_DISPLAY'])
  if (driver && browser && screen) return { found: { driver, browser, xvfb } }
  const lacking = [driver ? [] : 'its driver, WebKitWebDriver', browser ? [] : 'its MiniBrowser', screen ? [] : 'a screen, or Xvfb'].flat()
  return { missing: `WebKitGTK is not whole here: there is no ${lacking.join(', nor ')}. Install it (Debian, Ubuntu: sudo apt install ${PACKAGES.webkit.join(' ')}), or set CLAIM_WEBKIT_DRIVER and CLAIM_WEBKIT_BROWSER to the paths of WebKitWebDriver and MiniBrowser` }
}

/** Gets what is missing by apt, where root is to be had without asking; the rest it tells. */
export async function getEngines(probe: Probe, report: Report): Promise<readonly string[]> {
  const missing = () => [findFirefox(probe), findWebKit(probe)].map((finding) => ('missing' in finding ? finding.missing : null))
  const [firefox, webkit] = missing()
  const packages = [...(firefox === null ? [] : PACKAGES.firefox), ...(webkit === null ? [] : PACKAGES.webkit)]
  const tried = packages.length > 0 ? await installByApt(probe, report, [packages]) : []
  const still = missing().filter((each) => each !== null)
  return still.length > 0 ? [...tried.map(({ what, outcome }) => `${what}: ${outcome}`), ...still] : []
}
