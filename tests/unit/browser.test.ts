import { mkdir, mkdtemp, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { browserVariables, chromiumFolders, commands, playwrightCaches, usualPlaces } from '../../editions/browser/places.ts'
import { alone, realProbe, reason } from '../../editions/browser/probe.ts'
import type { Outcome, Probe } from '../../editions/browser/probe.ts'
import { BrowserNotFound, findBrowser, getBrowser, launchOptions, noBrowser } from '../../editions/browser/browser.ts'

const works: Outcome = { code: 0, lines: ['Chromium 156.0.8078.79 built on Debian'] }
const fails = (...lines: string[]): Outcome => ({ code: 1, lines })

/** A machine that is all invented. `programs` maps a path to what it answers to `--version`. */
interface World {
  platform?: NodeJS.Platform
  env?: Record<string, string>
  root?: boolean
  playwright?: string | undefined
  programs?: Record<string, Outcome>
  /** Files that are there and may not be run, and folders with their names. */
  files?: string[]
  folders?: Record<string, string[]>
  /** Answers what is no `--version`; may change the world. */
  onRun?: (line: string, tell: (line: string) => void) => Outcome
}

function machine(world: World) {
  const ran: string[] = []
  const bounds: (number | undefined)[] = []
  let turns = 0
  const probe: Probe = {
    platform: world.platform ?? 'linux',
    env: world.env ?? {},
    home: world.platform === 'win32' ? 'C:\\Users\\u' : '/home/u',
    root: world.root ?? false,
    playwright: 'playwright' in world ? world.playwright : '/deck/node_modules/playwright-chromium',
    look: path => world.programs?.[path] ? 'program' : world.files?.includes(path) ? 'other' : 'nothing',
    names: folder => world.folders?.[folder] ?? [],
    run: async (command, args, { onLine, limit, silence }) => {
      bounds.push(limit ?? silence)
      const line = [command === process.execPath ? 'node' : command, ...args].join(' ')
      ran.push(line)
      const answer = args[0] === '--version' ? world.programs?.[command] : world.onRun?.(line, onLine ?? (() => {}))
      return answer ?? { code: null, lines: [`spawn ${command} ENOENT`] }
    },
    alone: (work) => {
      turns++
      return work()
    },
  }
  return { probe, ran, bounds, turns: () => turns }
}

async function failure(promise: Promise<unknown>): Promise<BrowserNotFound> {
  const error = await promise.then(() => undefined, (reason: unknown) => reason)
  expect(error).toBeInstanceOf(BrowserNotFound)
  return error as BrowserNotFound
}

describe('the lists', () => {
  it('name Chromium before Chrome before Edge on every platform', () => {
    for (const platform of ['linux', 'darwin', 'win32'] as const) {
      const surroundings = { platform, env: { PROGRAMFILES: 'C:\\P' }, home: '/home/u', playwright: undefined }
      for (const list of [commands(platform), usualPlaces(surroundings).filter(place => !/snap|flatpak/.test(place))]) {
        const rank = list.map(name => [/chromium/i, /chrome/i, /edge/i].findIndex(maker => maker.test(name)))
        expect(rank).toEqual([...rank].sort())
      }
    }
  })

  it('name Debian’s headless shell first on Linux', () => {
    expect(commands('linux')[0]).toBe('chromium-headless-shell')
    expect(usualPlaces({ platform: 'linux', env: {}, home: '/home/u', playwright: undefined })[0]).toBe('/usr/bin/chromium-headless-shell')
  })

  it('put snap and flatpak last on Linux, for all and for one user', () => {
    const places = usualPlaces({ platform: 'linux', env: {}, home: '/home/u', playwright: undefined })
    expect(places.findIndex(place => /snap|flatpak/.test(place))).toBe(places.indexOf('/snap/bin/chromium'))
    expect(places).toContain('/opt/google/chrome/chrome')
    expect(places).toContain('/var/lib/flatpak/exports/bin/com.google.Chrome')
    expect(places).toContain('/home/u/.local/share/flatpak/exports/bin/org.chromium.Chromium')
  })

  it('know both application folders of macOS', () => {
    const places = usualPlaces({ platform: 'darwin', env: {}, home: '/Users/u', playwright: undefined })
    expect(places).toContain('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome')
    expect(places).toContain('/Users/u/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge')
  })

  it('know the three program folders of Windows, and leave out those that are not set', () => {
    const env = { 'PROGRAMFILES': 'C:\\P', 'PROGRAMFILES(X86)': 'C:\\P86', 'LOCALAPPDATA': 'C:\\L' }
    const places = usualPlaces({ platform: 'win32', env, home: 'C:\\Users\\u', playwright: undefined })
    expect(places).toContain('C:\\P\\Google\\Chrome\\Application\\chrome.exe')
    expect(places).toContain('C:\\P86\\Microsoft\\Edge\\Application\\msedge.exe')
    expect(places).toContain('C:\\L\\Chromium\\Application\\chrome.exe')
    expect(usualPlaces({ platform: 'win32', env: {}, home: 'C:\\Users\\u', playwright: undefined })).toEqual([])
  })

  it.each([
    ['linux', {}, ['/home/u/.cache/ms-playwright']],
    ['linux', { XDG_CACHE_HOME: '/cache' }, ['/cache/ms-playwright']],
    ['linux', { PLAYWRIGHT_BROWSERS_PATH: '/pw' }, ['/pw', '/home/u/.cache/ms-playwright']],
    ['linux', { PLAYWRIGHT_BROWSERS_PATH: 'pw', INIT_CWD: '/deck' }, ['/deck/pw', '/home/u/.cache/ms-playwright']],
    ['linux', { PLAYWRIGHT_BROWSERS_PATH: '0' }, ['/playwright/.local-browsers', '/home/u/.cache/ms-playwright']],
    ['linux', { PLAYWRIGHT_BROWSERS_PATH: '/home/u/.cache/ms-playwright' }, ['/home/u/.cache/ms-playwright']],
    ['darwin', { XDG_CACHE_HOME: '/cache' }, ['/home/u/Library/Caches/ms-playwright']],
    ['win32', { LOCALAPPDATA: 'C:\\L' }, ['C:\\L\\ms-playwright']],
  ] as const)('know Playwright\'s caches: %s %o', (platform, env, caches) => {
    expect(playwrightCaches({ platform, env, home: '/home/u', playwright: '/playwright' })).toEqual(caches)
  })

  it('order a cache by number, not by letters, the headless shell first of two', () => {
    expect(chromiumFolders(['chromium-999', 'ffmpeg-1013', 'chromium-1255', 'chromium_tip_of_tree-2000', 'chromium_headless_shell-1255', 'firefox-1500', 'chromium_headless_shell-1200']))
      .toEqual(['chromium_headless_shell-1255', 'chromium-1255', 'chromium_headless_shell-1200', 'chromium-999'])
  })
})

describe('finding', () => {
  it.each(browserVariables)('takes what %s names, before anything else', async (variable) => {
    const { probe } = machine({ env: { [variable]: '/my/chrome', PATH: '/usr/bin' }, programs: { '/my/chrome': works, '/usr/bin/chromium': works } })
    expect((await findBrowser(probe)).browser).toEqual({ path: '/my/chrome', version: works.lines[0] })
  })

  it('takes the first of several variables, and an empty one for none', async () => {
    const programs = { '/a': works, '/b': works }
    expect((await findBrowser(machine({ env: { CHROME_PATH: '/b', CLAIM_BROWSER: '/a' }, programs }).probe)).browser?.path).toBe('/a')
    expect((await findBrowser(machine({ env: { CHROME_PATH: '/b', CLAIM_BROWSER: '' }, programs }).probe)).browser?.path).toBe('/b')
  })

  it.each<[string, World]>([
    ['not there', {}],
    ['not a file that may be run', { files: ['/wrong'] }],
    ['does not start (boom; exit code 1)', { programs: { '/wrong': fails('boom') } }],
    ['does not start (no answer in 20 s)', { programs: { '/wrong': { code: null, lines: [], stopped: 'no answer in 20 s' } } }],
    ['is no Chromium: to --version it answers Mozilla Firefox 140.0.2', { programs: { '/wrong': { code: 0, lines: ['Mozilla Firefox 140.0.2'] } } }],
  ])('never passes over a variable that names a wrong one: %s', async (outcome, world) => {
    const { probe, ran } = machine({
      ...world,
      env: { CHROME_PATH: '/wrong', PATH: '/usr/bin' },
      programs: { '/usr/bin/chromium': works, ...world.programs },
    })
    for (const ask of [findBrowser, getBrowser]) {
      const error = await failure(ask(probe))
      expect(error.message).toContain(`CHROME_PATH is set to /wrong, and that cannot be used: ${outcome}`)
      expect(error.message).toContain('unset CHROME_PATH')
      expect(error.tried).toEqual([{ what: 'CHROME_PATH=/wrong', outcome }])
    }
    expect(ran).not.toContain('/usr/bin/chromium --version')
  })

  it.each([
    ['linux', '/usr/bin/chromium', '/opt/google/chrome/chrome', { PATH: '/usr/local/bin:/opt/it/bin' }, '/opt/it/bin/google-chrome'],
    ['darwin', '/Applications/Chromium.app/Contents/MacOS/Chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', { PATH: '/opt/homebrew/bin' }, '/opt/homebrew/bin/chromium'],
    ['win32', 'C:\\P\\Google\\Chrome\\Application\\chrome.exe', 'C:\\P\\Microsoft\\Edge\\Application\\msedge.exe', { PATH: 'C:\\a;D:\\b', PROGRAMFILES: 'C:\\P' }, 'D:\\b\\chrome.exe'],
  ] as const)('on %s takes the PATH, then the usual places in order, then the cache', async (platform, first, second, env, onPath) => {
    const cached = {
      linux: ['/home/u/.cache/ms-playwright', '/chromium-9', '/chrome-linux64/chrome'],
      darwin: ['/home/u/Library/Caches/ms-playwright', '/chromium-9', '/chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing'],
      win32: ['C:\\Users\\u\\AppData\\Local\\ms-playwright', '\\chromium-9', '\\chrome-win64\\chrome.exe'],
    }[platform]
    const [cache, folder, program] = cached as [string, string, string]
    const order = [onPath, first, second, cache + folder + program]
    const programs: Record<string, Outcome> = Object.fromEntries(order.map(path => [path, works]))
    const world = { platform, env, programs, folders: { [cache]: ['chromium-9'] }, files: [`${cache}${folder}${platform === 'win32' ? '\\' : '/'}INSTALLATION_COMPLETE`] }
    for (const path of order) {
      expect((await findBrowser(machine(world).probe)).browser?.path).toBe(path)
      delete programs[path]
    }
    expect((await findBrowser(machine(world).probe)).browser).toBeUndefined()
  })

  it('runs nothing on Windows, where the question would open a window', async () => {
    const { probe, ran } = machine({ platform: 'win32', env: { CLAIM_BROWSER: 'C:\\chrome.exe' }, programs: { 'C:\\chrome.exe': fails() } })
    expect((await findBrowser(probe)).browser).toEqual({ path: 'C:\\chrome.exe', version: '' })
    expect(ran).toEqual([])
  })

  it('passes over Ubuntu\'s stub for the snap, says why, and asks it once', async () => {
    const stub = fails('Command \'/usr/bin/chromium-browser\' requires the chromium snap to be installed.', 'Please install it with:')
    const { probe, ran } = machine({ env: { PATH: '/usr/bin' }, programs: { '/usr/bin/chromium-browser': stub, '/opt/google/chrome/chrome': works } })
    const { browser, tried } = await findBrowser(probe)
    expect(browser?.path).toBe('/opt/google/chrome/chrome')
    expect(tried).toContainEqual({
      what: '/usr/bin/chromium-browser',
      outcome: 'does not start (Command \'/usr/bin/chromium-browser\' requires the chromium snap to be installed.; exit code 1)',
    })
    expect(ran.filter(line => line.startsWith('/usr/bin/chromium-browser'))).toHaveLength(1)
  })

  it('goes on along the PATH when the first of a name does not work', async () => {
    const { probe } = machine({ env: { PATH: '/a:/b' }, programs: { '/a/chromium': fails('no'), '/b/chromium': works } })
    expect((await findBrowser(probe)).browser?.path).toBe('/b/chromium')
  })

  it('takes no program from a relative folder on the PATH', async () => {
    const { probe } = machine({ env: { PATH: '.:bin:' }, programs: { 'chromium': works, 'bin/chromium': works } })
    expect((await findBrowser(probe)).browser).toBeUndefined()
  })

  it('takes the newest whole download from the cache', async () => {
    const cache = '/home/u/.cache/ms-playwright'
    const shell = (number: number) => `${cache}/chromium_headless_shell-${number}/chrome-headless-shell-linux64/chrome-headless-shell`
    const { probe } = machine({
      programs: { [shell(999)]: works, [shell(1255)]: works, [shell(1300)]: works },
      files: [999, 1255].map(number => `${cache}/chromium_headless_shell-${number}/INSTALLATION_COMPLETE`),
      folders: { [cache]: ['chromium_headless_shell-999', 'chromium_headless_shell-1255', 'chromium_headless_shell-1300', 'chromium-1400'] },
    })
    const { browser, tried } = await findBrowser(probe)
    expect(browser?.path).toBe(shell(1255))
    expect(tried.slice(-2)).toEqual([
      { what: `${cache}/chromium-1400`, outcome: 'an incomplete download' },
      { what: `${cache}/chromium_headless_shell-1300`, outcome: 'an incomplete download' },
    ])
  })

  it('writes down everything it tried', async () => {
    const { tried } = await findBrowser(machine({ env: { PATH: '/usr/bin' } }).probe)
    const whats = tried.map(({ what }) => what)
    expect(whats[0]).toContain('CLAIM_BROWSER')
    expect(whats).toContain('chromium on the PATH')
    expect(whats).toContain('/snap/bin/chromium')
    expect(whats.at(-1)).toBe('Playwright\'s cache /home/u/.cache/ms-playwright')
    expect(new Set(whats).size).toBe(whats.length)
  })
})

describe('getting', () => {
  const cache = '/home/u/.cache/ms-playwright'
  const shell = `${cache}/chromium_headless_shell-1255/chrome-headless-shell-linux64/chrome-headless-shell`
  const debian = { '/usr/bin/apt-get': works }
  const isDownload = (line: string) => line.startsWith('node ') && line.includes('cli.js install')

  const notToBeHad = (name: string): Outcome => ({ code: 100, lines: ['Reading package lists...', `E: Unable to locate package ${name}`] })

  /** A world whose download brings `answer`; whose apt knows no headless shell, and brings a working Chromium if `apt` says so. */
  function world(more: World, answer: Outcome | undefined, apt: Outcome = { code: 0, lines: [] }): World {
    const made: World = {
      ...more,
      programs: { ...more.programs },
      files: [...more.files ?? []],
      folders: {},
      onRun: (line, tell) => {
        if (isDownload(line)) {
          if (!answer)
            return fails('Failed to install browsers', 'Error: getaddrinfo ENOTFOUND cdn.example')
          tell('|■■ |  10% of 100 MiB')
          made.programs![shell] = answer
          made.files!.push(`${cache}/chromium_headless_shell-1255/INSTALLATION_COMPLETE`)
          made.folders![cache] = ['chromium_headless_shell-1255']
          return { code: 0, lines: [] }
        }
        if (line === 'sudo -n true')
          return more.onRun?.(line, tell) ?? fails('sudo: a password is required')
        if (line.endsWith(' chromium-headless-shell'))
          return notToBeHad('chromium-headless-shell')
        if (line.endsWith(' chromium') && apt.code === 0)
          made.programs!['/usr/bin/chromium'] = works
        return line.endsWith(' update') ? { code: 0, lines: ['Hit:1'] } : apt
      },
    }
    return made
  }

  it('gets nothing where there is one', async () => {
    const { probe, ran, turns } = machine({ programs: { '/usr/bin/chromium': works } })
    expect((await getBrowser(probe)).path).toBe('/usr/bin/chromium')
    expect(ran).toEqual(['/usr/bin/chromium --version'])
    expect(turns()).toBe(0)
  })

  it('downloads with Playwright, alone, and shows the progress', async () => {
    const { probe, ran, turns } = machine(world({}, works))
    const told: string[] = []
    expect((await getBrowser(probe, line => told.push(line))).path).toBe(shell)
    expect(ran).toEqual(['node /deck/node_modules/playwright-chromium/cli.js install --only-shell --no-remove chromium', `${shell} --version`])
    expect(told).toContain('  |■■ |  10% of 100 MiB')
    expect(turns()).toBe(1)
  })

  it('finds what another process got while it waited', async () => {
    const programs: Record<string, Outcome> = {}
    const { probe, ran } = machine({ programs })
    const alone: Probe['alone'] = (work, onWait) => {
      onWait()
      programs['/usr/bin/chromium'] = works
      return work()
    }
    const told: string[] = []
    expect((await getBrowser({ ...probe, alone }, line => told.push(line))).path).toBe('/usr/bin/chromium')
    expect(ran).toEqual(['/usr/bin/chromium --version'])
    expect(told[0]).toMatch(/another process/i)
  })

  it('tells a repeated error once, and no stack trace', async () => {
    const told: string[] = []
    const onRun: World['onRun'] = (_, tell) => {
      for (let i = 0; i < 5; i++)
        ['Error: nobody answers', '    at there (file.js:1:1)', '}'].forEach(tell)
      return fails('Error: nobody answers')
    }
    await failure(getBrowser(machine({ onRun }).probe, line => told.push(line)))
    expect(told.slice(1)).toEqual(['  Error: nobody answers'])
  })

  it('goes on to apt on Debian when the download fails, as root', async () => {
    const { probe, ran } = machine(world({ root: true, programs: debian, files: ['/etc/debian_version'] }, undefined))
    expect((await getBrowser(probe)).path).toBe('/usr/bin/chromium')
    expect(ran.slice(1)).toEqual([
      'env DEBIAN_FRONTEND=noninteractive /usr/bin/apt-get -o DPkg::Lock::Timeout=120 update',
      'env DEBIAN_FRONTEND=noninteractive /usr/bin/apt-get -o DPkg::Lock::Timeout=120 install -y --no-install-recommends chromium-headless-shell',
      'env DEBIAN_FRONTEND=noninteractive /usr/bin/apt-get -o DPkg::Lock::Timeout=120 install -y --no-install-recommends chromium',
      '/usr/bin/chromium --version',
    ])
  })

  it('has enough with the headless shell where apt knows it', async () => {
    const made = world({ root: true, programs: debian, files: ['/etc/debian_version'] }, undefined)
    const { probe, ran } = machine({
      ...made,
      onRun: (line, tell) => {
        if (!line.endsWith(' chromium-headless-shell'))
          return made.onRun!(line, tell)
        made.programs!['/usr/bin/chromium-headless-shell'] = works
        return { code: 0, lines: [] }
      },
    })
    expect((await getBrowser(probe)).path).toBe('/usr/bin/chromium-headless-shell')
    expect(ran.filter(line => line.includes(' install -y'))).toHaveLength(1)
  })

  it('goes on to apt by sudo only where it asks for no password', async () => {
    const onRun = () => ({ code: 0, lines: [] })
    const { probe, ran } = machine(world({ onRun, programs: debian, files: ['/etc/debian_version'] }, undefined))
    expect((await getBrowser(probe)).path).toBe('/usr/bin/chromium')
    expect(ran.filter(line => line.includes('apt-get')).every(line => line.startsWith('sudo -n env '))).toBe(true)

    const asks = machine(world({ programs: debian, files: ['/etc/debian_version'] }, undefined))
    expect((await failure(getBrowser(asks.probe))).tried.at(-1)?.outcome).toBe('not tried: it needs root, or sudo without a password')
    expect(asks.ran.at(-1)).toBe('sudo -n true')
  })

  it('goes on to apt when the download lacks system libraries, and says which', async () => {
    const lacks: Outcome = { code: 127, lines: [`${shell}: error while loading shared libraries: libnss3.so: cannot open shared object file`] }
    const { probe } = machine(world({ root: true, programs: debian, files: ['/etc/debian_version'] }, lacks))
    expect((await getBrowser(probe)).path).toBe('/usr/bin/chromium')

    const error = await failure(getBrowser(machine(world({}, lacks)).probe))
    expect(error.tried).toContainEqual({ what: 'Playwright\'s download', outcome: 'done' })
    expect(error.tried).toContainEqual({ what: shell, outcome: 'does not start (the system library libnss3.so is missing)' })
    expect(error.message).toContain('install-deps')
  })

  it('waits for nothing for ever', async () => {
    const onRun = () => ({ code: 0, lines: [] })
    const { probe, ran, bounds } = machine(world({ onRun, programs: debian, files: ['/etc/debian_version'] }, fails('no')))
    await getBrowser(probe)
    const seconds = (word: RegExp) => bounds[ran.findIndex(line => word.test(line))]! / 1000
    expect([/--version/, /cli\.js/, /sudo -n true/, /apt-get .*update/, /apt-get .*install/].map(seconds)).toEqual([20, 90, 10, 600, 600])
  })

  it('takes a stub that apt brings for none', async () => {
    const made = world({ root: true, programs: debian, files: ['/etc/debian_version'] }, undefined)
    const { probe } = machine({
      ...made,
      onRun: (line, tell) => {
        const answer = made.onRun!(line, tell)
        if (made.programs!['/usr/bin/chromium'])
          made.programs!['/usr/bin/chromium'] = fails('requires the chromium snap')
        return answer
      },
    })
    const { tried } = await failure(getBrowser(probe))
    expect(tried).toContainEqual({ what: 'apt-get install chromium', outcome: 'done' })
    expect(tried.at(-1)).toEqual({ what: '/usr/bin/chromium', outcome: 'does not start (requires the chromium snap; exit code 1)' })
  })

  it('says all that was tried, a line each, and what to do, when none can be had', async () => {
    const { message, tried } = await failure(getBrowser(machine(world({ root: true, programs: debian, files: ['/etc/debian_version'] }, undefined, notToBeHad('chromium'))).probe))
    const lines = message.split('\n')
    for (const { what, outcome } of tried)
      expect(lines).toContain(`  ${what}: ${outcome}`)
    expect(lines).toContain('  /snap/bin/chromium: not there')
    expect(lines).toContain('  Playwright\'s download: failed (getaddrinfo ENOTFOUND cdn.example; exit code 1)')
    expect(lines).toContain('  apt-get update: done')
    expect(lines).toContain('  apt-get install chromium-headless-shell: failed (Unable to locate package chromium-headless-shell; exit code 100)')
    expect(lines).toContain('  apt-get install chromium: failed (Unable to locate package chromium; exit code 100)')
    expect(lines.slice(lines.indexOf('What to do, any one of these:')).join('\n')).toMatchInlineSnapshot(`
      "What to do, any one of these:
        - install Chromium: sudo apt install chromium (Debian), sudo snap install chromium (Ubuntu), sudo dnf install chromium (Fedora); or Chrome
        - name one that is installed: export CLAIM_BROWSER=/path/to/chrome
        - get the one that goes with Playwright: npx playwright-core install chromium"
    `)
    expect(new Set(lines.filter(Boolean)).size).toBe(lines.filter(Boolean).length)
  })

  it('does not run apt on another Linux, nor name it on macOS and Windows', async () => {
    const linux = await failure(getBrowser(machine({}).probe))
    expect(linux.tried.at(-1)).toEqual({ what: 'apt-get install chromium', outcome: 'not tried: this is not Debian or Ubuntu' })
    for (const platform of ['darwin', 'win32'] as const) {
      const { probe, ran } = machine({ platform, root: true })
      expect((await failure(getBrowser(probe))).message).not.toContain('apt')
      expect(ran).toHaveLength(1)
    }
  })

  it('respects that downloads are switched off, and that Playwright may not be installed', async () => {
    for (const [more, outcome] of [
      [{ env: { PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' } }, /switched off/],
      [{ playwright: undefined }, /not installed/],
    ] as const) {
      const { probe, ran } = machine(more)
      expect((await failure(getBrowser(probe))).tried.find(({ what }) => what === 'Playwright\'s download')?.outcome).toMatch(outcome)
      expect(ran).toEqual([])
    }
    const on = machine({ env: { PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '0' } })
    await failure(getBrowser(on.probe))
    expect(on.ran.some(isDownload)).toBe(true)
  })

  it('advises in the words of each platform', () => {
    expect(noBrowser([], 'win32').message).toContain('$env:CLAIM_BROWSER')
    expect(noBrowser([], 'darwin').message).toContain('/Applications/Google Chrome.app/')
    for (const platform of ['linux', 'darwin', 'win32', 'freebsd'] as const)
      expect(noBrowser([], platform).message).toContain('npx playwright-core install chromium')
  })
})

describe('launching', () => {
  it('drops the sandbox only for root on Linux', () => {
    const asks = (platform: NodeJS.Platform, root: boolean) => launchOptions('/c', { platform, root }).args.includes('--no-sandbox')
    expect([asks('linux', true), asks('linux', false), asks('darwin', true)]).toEqual([true, false, false])
  })

  it('lets nothing but this machine be reached', () => {
    const { executablePath, args } = launchOptions('/c', { platform: 'linux', root: false })
    expect(executablePath).toBe('/c')
    expect(args).toContain('--disable-background-networking')
    expect(args).toContain('--no-proxy-server')
    expect(args.find(arg => arg.startsWith('--host-resolver-rules='))).toMatch(/MAP \* ~NOTFOUND.*EXCLUDE localhost/)
    // A second --disable-features would undo Playwright's own.
    expect(args.some(arg => /^--(?:en|dis)able-features/.test(arg))).toBe(false)
  })
})

describe('the real machine', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'browser-test-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  const { run, look, names, playwright } = realProbe()
  const node = (code: string, options = {}) => run(process.execPath, ['-e', code], options)

  it('tells programs from other files, folders and nothing', async () => {
    await writeFile(join(folder, 'text'), '', { mode: 0o600 })
    expect(look(process.execPath)).toBe('program')
    expect(look(folder)).toBe('other')
    expect(look(join(folder, 'none'))).toBe('nothing')
    expect(look(join(folder, 'text', 'below'))).toBe('nothing')
    if (process.platform !== 'win32')
      expect(look(join(folder, 'text'))).toBe('other')
    expect(names(folder)).toEqual(['text'])
    expect(names(join(folder, 'none'))).toEqual([])
  })

  it('knows where Playwright\'s own command is', () => {
    expect(look(join(playwright!, 'cli.js'))).not.toBe('nothing')
  })

  it('runs a program and hands over its lines as they come, without colours', async () => {
    const heard: string[] = []
    const outcome = await node('console.log("\\x1b[2mone\\x1b[22m"); console.error(); process.stdout.write("two"); process.exitCode = 3', { onLine: (line: string) => heard.push(line) })
    expect(outcome).toEqual({ code: 3, lines: ['one', 'two'] })
    expect(heard).toEqual(outcome.lines)
  })

  it('makes an outcome of a program that cannot be started', async () => {
    const outcome = await run(join(folder, 'none'), [], {})
    expect(outcome.code).toBeNull()
    expect(reason(outcome)).toContain('ENOENT')
  })

  it('stops what lives too long or falls silent, but not what keeps talking', async () => {
    expect(await node('setInterval(() => {}, 1000)', { limit: 300 })).toMatchObject({ code: null, stopped: 'no answer in 0.3 s' })
    expect(await node('setInterval(() => {}, 1000)', { silence: 300 })).toMatchObject({ code: null, stopped: 'no sign of life for 0.3 s' })
    const talks = 'let n = 0; const t = setInterval(() => { console.log(n); if (++n > 20) clearInterval(t) }, 100)'
    expect(await node(talks, { silence: 1500 })).toMatchObject({ code: 0 })
  })

  it('lets one work at a time and cleans up, also after an error', async () => {
    const lock = join(folder, 'lock')
    const events: string[] = []
    const work = (name: string, gate: Promise<void>, onWait: () => void) => alone(lock, async () => {
      events.push(`${name} begins`)
      await gate
      events.push(`${name} ends`)
      throw new Error(name)
    }, onWait).catch((error: Error) => error.message)
    const bWaits = Promise.withResolvers<void>()
    const first = work('a', bWaits.promise, () => events.push('a waits'))
    await expect.poll(() => events).toContain('a begins')
    const second = work('b', Promise.resolve(), () => {
      events.push('b waits')
      bWaits.resolve()
    })
    expect(await Promise.all([first, second])).toEqual(['a', 'b'])
    expect(events).toEqual(['a begins', 'b waits', 'a ends', 'b begins', 'b ends'])
    await expect(stat(lock)).rejects.toThrow('ENOENT')
  })

  it('takes over a lock whose holder is gone, and does without one where that cannot be', async () => {
    const lock = join(folder, 'lock')
    const old = new Date(Date.now() - 60_000)
    await mkdir(lock)
    await utimes(lock, old, old)
    expect(await alone(lock, async () => 'done', () => {})).toBe('done')
    await expect(stat(lock)).rejects.toThrow('ENOENT')

    await mkdir(join(lock, 'not ours'), { recursive: true })
    await utimes(lock, old, old)
    expect(await alone(lock, async () => 'done', () => {})).toBe('done')
    expect(names(lock)).toEqual(['not ours'])
    expect(await alone(join(folder, 'no', 'such', 'folder'), async () => 'done', () => {})).toBe('done')
  })
})
