/**
 * Where a Chromium, Chrome or Edge is usually found, as plain lists.
 *
 * Everything here is pure: it takes the surroundings as data, asks no file
 * system, and builds each platform's paths by that platform's rules, so that
 * the Windows lists can be tested on Linux.
 */
import path from 'node:path'

/** What the lists depend on. `home` is the user's home folder. */
export interface Surroundings {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
  /** Folder of the installed playwright-core; undefined when it is not installed. */
  readonly playwright: string | undefined
}

/**
 * Variables that name a browser, most particular first: our own, then those
 * of Lighthouse, Puppeteer and Playwright, which people have already set.
 */
export const browserVariables = [
  'CLAIM_BROWSER',
  'CHROME_PATH',
  'PUPPETEER_EXECUTABLE_PATH',
  'PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH',
] as const

/** The path rules of a platform, whatever the platform this runs on. */
export function pathsOf(platform: NodeJS.Platform): path.PlatformPath {
  return platform === 'win32' ? path.win32 : path.posix
}

/**
 * Names to look for on the PATH. Chromium leads: it has the least of its own to say to the network. Before all comes
 * Debian's headless shell, the same engine without a window, which opens a page for a third of the work.
 */
export function commands(platform: NodeJS.Platform): readonly string[] {
  switch (platform) {
    case 'win32':
      return ['chromium.exe', 'chrome.exe', 'msedge.exe']
    case 'darwin':
      return ['chromium', 'google-chrome']
    default:
      return [
        'chromium-headless-shell',
        'chromium',
        'chromium-browser',
        'google-chrome-stable',
        'google-chrome',
        'microsoft-edge-stable',
        'microsoft-edge',
      ]
  }
}

/**
 * Full paths where installers put a browser. On Linux the sandboxed packages
 * come last: a snap or flatpak sees only part of the file system.
 */
export function usualPlaces({ platform, env, home }: Surroundings): readonly string[] {
  const { join } = pathsOf(platform)
  switch (platform) {
    case 'win32': {
      const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter(isSet)
      return ['Chromium\\Application\\chrome.exe', 'Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe']
        .flatMap(program => roots.map(root => join(root, program)))
    }
    case 'darwin':
      return ['Chromium', 'Google Chrome', 'Microsoft Edge'].flatMap(name =>
        ['/Applications', join(home, 'Applications')].map(root => join(root, `${name}.app/Contents/MacOS/${name}`)))
    default:
      return [
        '/usr/bin/chromium-headless-shell',
        '/usr/bin/chromium',
        '/usr/bin/chromium-browser',
        '/usr/bin/google-chrome-stable',
        '/opt/google/chrome/chrome',
        '/usr/bin/microsoft-edge-stable',
        '/opt/microsoft/msedge/msedge',
        '/snap/bin/chromium',
        ...['org.chromium.Chromium', 'com.google.Chrome', 'com.microsoft.Edge'].flatMap(name =>
          ['/var/lib/flatpak', join(home, '.local/share/flatpak')].map(root => join(root, 'exports/bin', name))),
      ]
  }
}

/**
 * Folders in which Playwright keeps its downloads: the one its variable names
 * (`0` means inside the package, a relative path is relative to where npm was
 * called), then the default of the platform.
 */
export function playwrightCaches({ platform, env, home, playwright }: Surroundings): readonly string[] {
  const { join, resolve } = pathsOf(platform)
  const byDefault = {
    win32: env['LOCALAPPDATA'] || join(home, 'AppData', 'Local'),
    darwin: join(home, 'Library', 'Caches'),
  }[platform as string] ?? (env['XDG_CACHE_HOME'] || join(home, '.cache'))
  const wanted = env['PLAYWRIGHT_BROWSERS_PATH']
  const named = wanted === '0'
    ? playwright && join(playwright, '.local-browsers')
    : wanted && resolve(env['INIT_CWD'] ?? '', wanted)
  return [...new Set([named, join(byDefault, 'ms-playwright')].filter(isSet))]
}

/**
 * The Chromium folders among the names in such a cache, newest number first;
 * of two with one number the headless shell, which starts faster and needs
 * fewer system libraries.
 */
export function chromiumFolders(names: readonly string[]): readonly string[] {
  return names
    .flatMap((name) => {
      const [, shell = '', number] = /^chromium(_headless_shell)?-(\d+)$/.exec(name) ?? []
      return number === undefined ? [] : [{ name, shell, number: Number(number) }]
    })
    .sort((a, b) => b.number - a.number || b.shell.length - a.shell.length)
    .map(({ name }) => name)
}

/** File that Playwright writes beside a browser once it is wholly unpacked. */
export const completeMarker = 'INSTALLATION_COMPLETE'

/** Where in such a folder the program may lie, in the layouts Playwright has used, newest first. */
export function playwrightLayouts(platform: NodeJS.Platform): readonly string[] {
  switch (platform) {
    case 'win32':
      return [
        'chrome-win64\\chrome.exe',
        'chrome-win\\chrome.exe',
        'chrome-headless-shell-win64\\chrome-headless-shell.exe',
        'chrome-win\\headless_shell.exe',
      ]
    case 'darwin':
      return [
        ...['chrome-mac-arm64', 'chrome-mac-x64'].map(folder =>
          `${folder}/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing`),
        'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
        'chrome-headless-shell-mac-arm64/chrome-headless-shell',
        'chrome-headless-shell-mac-x64/chrome-headless-shell',
        'chrome-mac/headless_shell',
      ]
    default:
      return [
        'chrome-linux64/chrome',
        'chrome-linux-arm64/chrome',
        'chrome-linux/chrome',
        'chrome-headless-shell-linux64/chrome-headless-shell',
        'chrome-headless-shell-linux-arm64/chrome-headless-shell',
        'chrome-linux/headless_shell',
      ]
  }
}

function isSet(value: string | undefined): value is string {
  return value !== undefined && value !== ''
}
