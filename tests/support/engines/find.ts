/**
 * Finds Firefox and WebKitGTK, the engines that the main paths of the deck are tried in beside Chromium's. Where there is
 * none its tests are skipped, unless `CLAIM_ENGINES` asks for all.
 */
import { accessSync, constants, readdirSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { installByApt, thisMachine } from '../../../editions/browser/browser.ts'

/** What the search depends on. */
export interface Surroundings {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  /** The user's folder. */
  readonly home: string
  readonly isProgram: (file: string) => boolean
  /** Names in a folder; none where it cannot be read. */
  readonly names: (folder: string) => readonly string[]
}

export const here: Surroundings = {
  platform: process.platform,
  env: process.env,
  home: homedir(),
  isProgram(file) {
    try {
      accessSync(file, constants.X_OK)
      return statSync(file).isFile()
    } catch {
      return false
    }
  },
  names(folder) {
    try {
      return readdirSync(folder)
    } catch {
      return []
    }
  },
}

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
export const allEngines = ({ env }: Pick<Surroundings, 'env'>): boolean => env[engineVariable] === 'all'

/** Debian's packages. */
const PACKAGES = { firefox: 'firefox-esr', webkit: 'webkit2gtk-driver xvfb' } as const

/**
 * @param variable names the program; whoever set it meant it, so another is never quietly taken instead
 * @throws Error where it names no program
 */
function programOf(
  around: Surroundings,
  variable: string | null,
  commands: readonly string[],
  places: readonly string[],
): string | undefined {
  const named = variable === null ? undefined : around.env[variable]
  if (named) {
    if (!around.isProgram(named))
      throw new Error(`${variable} is set to ${named}, and that is no program. Set it to the full path of one, or unset it.`)
    return named
  }
  const { delimiter, isAbsolute, join } = around.platform === 'win32' ? path.win32 : path.posix
  const folders = (around.env['PATH'] ?? '').split(delimiter).filter((folder) => isAbsolute(folder))
  return [...commands.flatMap((command) => folders.map((folder) => join(folder, command))), ...places].find((file) =>
    around.isProgram(file),
  )
}

/** Firefox of any channel. A snap cannot read the profile that a test makes for it, so it is not taken unless it is named. */
export function findFirefox(around: Surroundings): Finding<string> {
  const { join } = around.platform === 'win32' ? path.win32 : path.posix
  const places = {
    win32: [around.env['PROGRAMFILES'], around.env['PROGRAMFILES(X86)'], around.env['LOCALAPPDATA']].flatMap((root) =>
      root ? [join(root, 'Mozilla Firefox', 'firefox.exe')] : [],
    ),
    darwin: ['/Applications', join(around.home, 'Applications')].map((root) => join(root, 'Firefox.app/Contents/MacOS/firefox')),
  }[around.platform as string] ?? [
    '/usr/lib/firefox-esr/firefox-esr',
    '/usr/lib/firefox/firefox',
    '/usr/lib64/firefox/firefox',
    '/opt/firefox/firefox',
  ]
  // On Ubuntu `firefox` is a script that starts the snap.
  const snap = around.isProgram('/snap/bin/firefox')
  const commands = around.platform === 'win32' ? ['firefox.exe'] : ['firefox-esr', ...(snap ? [] : ['firefox'])]
  const found = programOf(around, 'CLAIM_FIREFOX', commands, places)
  return found
    ? { found }
    : {
        missing: `Firefox was not found${snap ? ' (but for a snap, which cannot read what a test makes for it)' : ''}: install it (Debian, as root: apt-get install ${PACKAGES.firefox}), or set CLAIM_FIREFOX=/path/to/firefox`,
      }
}

export function findWebKit(around: Surroundings): Finding<WebKit> {
  if (around.platform !== 'linux') return { missing: 'WebKitGTK is tried on Linux alone' }
  const libraries = [
    ...around
      .names('/usr/lib')
      .filter((name) => name.endsWith('-linux-gnu'))
      .map((name) => `/usr/lib/${name}`),
    '/usr/libexec',
    '/usr/lib',
    '/usr/lib64',
  ]
  const driver = programOf(
    around,
    'CLAIM_WEBKIT_DRIVER',
    ['WebKitWebDriver'],
    [
      '/usr/bin/WebKitWebDriver',
      ...libraries.flatMap((library) => ['webkit2gtk-4.1', 'webkitgtk-6.0'].map((version) => `${library}/${version}/WebKitWebDriver`)),
    ],
  )
  const browser = programOf(
    around,
    'CLAIM_WEBKIT_BROWSER',
    [],
    libraries.flatMap((library) =>
      ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0'].map((version) => `${library}/${version}/MiniBrowser`),
    ),
  )
  const xvfb = programOf(around, null, ['Xvfb'], ['/usr/bin/Xvfb'])
  const screen = xvfb !== undefined || Boolean(around.env['DISPLAY'] || around.env['WAYLAND_DISPLAY'])
  if (driver && browser && screen) return { found: { driver, browser, xvfb } }
  const lacking = [driver ? [] : 'its driver, WebKitWebDriver', browser ? [] : 'its MiniBrowser', screen ? [] : 'a screen, or Xvfb'].flat()
  return {
    missing: `WebKitGTK is not whole here: there is no ${lacking.join(', nor ')}. Install it (Debian or Ubuntu, as root: apt-get install ${PACKAGES.webkit}), or set CLAIM_WEBKIT_DRIVER and CLAIM_WEBKIT_BROWSER to the paths of WebKitWebDriver and MiniBrowser`,
  }
}

/** @returns what is still missing after apt-get was asked for it, and what was tried; nothing where all is there */
export async function getEngines(
  around: Surroundings = here,
  install = (packages: string) => installByApt(thisMachine(), console.error, packages),
): Promise<readonly string[]> {
  const missing = () => [findFirefox(around), findWebKit(around)].map((finding) => ('missing' in finding ? finding.missing : null))
  const wanted = [PACKAGES.firefox, PACKAGES.webkit].filter((_, at) => missing()[at] !== null)
  const tried = wanted.length > 0 ? await install(wanted.join(' ')) : []
  const still = missing().filter((each) => each !== null)
  return still.length > 0 ? [...tried, ...still] : []
}
