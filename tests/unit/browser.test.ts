/** The finder of browsers on a machine in a folder: programs are scripts there, the download comes from a server here. */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, dirname, join, relative } from 'node:path'
import { crc32 } from 'node:zlib'
import { Browser, computeExecutablePath, getDownloadUrl, detectBrowserPlatform } from '@puppeteer/browsers'
import * as puppeteer from 'puppeteer-core'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  BrowserNotFound,
  BUILD,
  getBrowser,
  installByApt,
  launchOptions,
  type Machine,
  thisMachine,
} from '../../editions/browser/browser.ts'

const WORKS = 'echo "Chromium 156.0.8078.79 built on Debian"'
const VARIABLES = ['CLAIM_BROWSER', 'CHROME_PATH', 'PUPPETEER_EXECUTABLE_PATH', 'PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH']
const COMMANDS = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
]
const OFF = { PUPPETEER_SKIP_DOWNLOAD: '1' }
const SHELL = { browser: Browser.CHROMEHEADLESSSHELL, buildId: BUILD }
/** What a download is, from the cache on. */
const DOWNLOADED = relative('/', computeExecutablePath({ ...SHELL, cacheDir: '/cache' }))

let folder: string
let server: Server | undefined
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'browser-test-'))
  mkdirSync(join(folder, 'bin'))
})
afterEach(async () => {
  server?.closeAllConnections()
  await new Promise((done) => (server ? server.close(done) : done(undefined)))
  server = undefined
  rmSync(folder, { recursive: true, force: true })
})

const at = (path: string) => join(folder, path)
function program(path: string, script = WORKS, shell = '/bin/sh'): string {
  mkdirSync(join(at(path), '..'), { recursive: true })
  writeFileSync(at(path), `#!${shell}\n${script}\n`)
  chmodSync(at(path), 0o755)
  return at(path)
}
const machine = (more: Partial<Machine> = {}): Machine => ({
  platform: 'linux',
  root: false,
  places: [],
  ...more,
  env: { PATH: at('bin'), PUPPETEER_CACHE_DIR: at('cache'), ...more.env },
})
const told: string[] = []
beforeEach(() => void told.splice(0))
const get = async (more: Partial<Machine> = {}) => (await getBrowser(machine(more), (line) => void told.push(line))).path
const look = async (more: Partial<Machine> = {}) => (await getBrowser(machine(more), undefined, [])).path
async function failure(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(BrowserNotFound)
  return (error as BrowserNotFound).message
}

/** The download's host. @returns its address, as a variable */
async function host(answer: RequestListener): Promise<Record<string, string>> {
  server = createServer(answer)
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve))
  return { PUPPETEER_CHROME_HEADLESS_SHELL_DOWNLOAD_BASE_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}
/** What the host has: a zip, uncompressed, with a browser that is this script. */
function archive(script = WORKS): Buffer {
  const name = Buffer.from(`${basename(dirname(DOWNLOADED))}/${basename(DOWNLOADED)}`)
  const content = Buffer.from(`#!/bin/sh\n${script}\n`)
  const record = (length: number, ...fields: (readonly [at: number, value: number])[]) => {
    const bytes = Buffer.alloc(length)
    for (const [at, value] of fields) bytes.writeUInt32LE(value, at)
    return bytes
  }
  // Of a file: version, checksum, both sizes, length of the name.
  const file = (from: number) =>
    [
      [from, 10],
      [from + 10, crc32(content)],
      [from + 14, content.length],
      [from + 18, content.length],
      [from + 22, name.length],
    ] as const
  const first = Buffer.concat([record(30, [0, 0x04034b50], ...file(4)), name, content])
  // Made on Unix, where a file has a mode.
  const list = Buffer.concat([record(46, [0, 0x02014b50], ...file(6), [4, 0x0a0314], [38, 0o100755 * 0x10000]), name])
  return Buffer.concat([first, list, record(22, [0, 0x06054b50], [8, 0x10001], [12, list.length], [16, first.length])])
}
/** An apt-get that knows some packages, writes down what it was asked, and puts a script into the PATH for each. */
function aptGet(knows: Readonly<Record<string, string>>): () => string[] {
  const cases = Object.entries(knows).map(
    ([name, script]) => `${name}) printf '#!/bin/sh\\n%s\\n' '${script}' > ${at('bin')}/${name}; /bin/chmod 755 ${at('bin')}/${name};;`,
  )
  program(
    'bin/apt-get',
    `echo "$DEBIAN_FRONTEND $*" >> ${at('asked')}
for last; do :; done
case $last in
update) echo 'E: no network' >&2; exit 100;;
${cases.join('\n')}
*) echo Warning >&2; echo "E: Unable to locate package $last" >&2; exit 100;;
esac`,
  )
  return () => readFileSync(at('asked'), 'utf8').trim().split('\n')
}

describe('which browser is taken', () => {
  it('one of a variable, our own first, before those of the PATH, of the usual places, and a download', async () => {
    const order = [
      'own',
      'lighthouse',
      'puppeteer',
      'playwright',
      ...COMMANDS.map((name) => `bin/${name}`),
      'place-a',
      'place-b',
      DOWNLOADED,
    ]
    for (const path of order) program(path)
    for (const [index, path] of order.entries()) {
      const env = Object.fromEntries(VARIABLES.map((name, no) => [name, no < index ? '' : at(order[no]!)]))
      expect(await look({ env, places: [at('place-a'), at('place-b')] })).toBe(at(path))
      rmSync(at(path))
    }
    await failure(look())
  })

  it('the first folder of the PATH that has one that works, and none of a relative folder', async () => {
    program('a/chromium', 'exit 1')
    const second = program('b/chromium')
    expect(await look({ env: { PATH: `.:bin:${at('a')}:${at('b')}` } })).toBe(second)
  })

  it.each([
    ['linux', '/opt/google/chrome/chrome', '/snap/bin/chromium'],
    ['darwin', '/Applications/Chromium.app/Contents/MacOS/Chromium', '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
    ['win32', 'C:\\P\\Google\\Chrome\\Application\\chrome.exe', 'C:\\L\\Microsoft\\Edge\\Application\\msedge.exe'],
  ] as const)('in the usual places of %s, first to last', (platform, first, last) => {
    const { places } = thisMachine(platform, { PROGRAMFILES: 'C:\\P', LOCALAPPDATA: 'C:\\L' })
    expect([places[0], places.at(-1)]).toEqual([first, last])
  })

  it('on Windows without being asked, which would open a window', async () => {
    expect(await look({ platform: 'win32', places: [program('msedge.exe', 'exit 1')] })).toBe(at('msedge.exe'))
  })
})

describe('one that does not work', () => {
  const library = '/x/shell: error while loading shared libraries: libnss3.so: cannot open shared object file'
  it.each([
    ['not there', undefined],
    ['does not start (boom)', 'echo boom >&2; exit 1'],
    [`does not start (${library})`, `echo "${library}" >&2; exit 127`],
    ['is no Chromium (its version: Mozilla Firefox 140.0.2)', 'echo Mozilla Firefox 140.0.2'],
  ])('is passed over, but not where a variable names it: %s', async (fault, script) => {
    if (script) program('wrong', script)
    program('bin/chromium')
    const message = await failure(get({ env: { CHROME_PATH: at('wrong') } }))
    expect(message).toBe(`CHROME_PATH is set to ${at('wrong')}, which does not work.

What was tried:
  ${at('wrong')}: ${fault}

What to do (any one of these):
  - set CHROME_PATH to the full path of a Chromium, Chrome or Edge
  - unset CHROME_PATH, and the usual places are searched`)
    rmSync(at('bin/chromium'))
    expect(await failure(look({ places: [at('wrong')] }))).toContain(`  ${at('wrong')}: ${fault}\n`)
    expect(await look({ places: [at('wrong'), program('right')] })).toBe(at('right'))
  })

  it('may be no program at all', async () => {
    writeFileSync(at('text'), '')
    const fault = String.raw`does not start \(.*EACCES.*\)`
    expect(await failure(look({ places: [at('text'), folder] }))).toMatch(new RegExp(`text: ${fault}\\n.*: ${fault}\\n`))
  })
})

describe('where there is none', () => {
  it('one is downloaded, whole or not at all, and found again', async () => {
    const zip = archive()
    const asked: string[] = []
    const env = await host(({ url = '' }, response) => {
      asked.push(url)
      response.end(zip)
    })
    const path = await get({ env })
    expect(path).toBe(at(DOWNLOADED))
    expect(told).toEqual([`No browser found. Downloading chrome-headless-shell ${BUILD} (100 MB) …`])
    expect(asked).toEqual([getDownloadUrl(SHELL.browser, detectBrowserPlatform()!, BUILD, 'http://host').pathname])
    expect(await get({ env })).toBe(path)
    expect(asked).toHaveLength(1)
    expect(readdirSync(at('cache/chrome-headless-shell'))).toEqual([`${detectBrowserPlatform()!}-${BUILD}`])
  })

  it('two downloads at once do no harm', async () => {
    const zip = archive()
    const env = await host((_, response) => response.end(zip))
    const [first, second] = await Promise.all([get({ env }), get({ env })])
    expect(first).toBe(second)
    expect(readdirSync(at('cache/chrome-headless-shell'))).toHaveLength(1)
  })

  it.each<[string, RequestListener]>([
    ['server returned code 404', (_, response) => response.writeHead(404).end()],
    ['expected 9000 bytes, received 3 bytes', (_, to) => to.writeHead(200, { 'content-length': 9000 }).write('abc', () => to.destroy())],
    ['Extraction failed', (_, response) => response.end('no zip')],
  ])('a download that fails leaves nothing and says why: %s', async (why, answer) => {
    const message = await failure(get({ env: await host(answer) }))
    expect(message).toContain(`  download of chrome-headless-shell ${BUILD}: failed (`)
    expect(message).toContain(why)
    expect(readdirSync(at('cache/chrome-headless-shell'))).toEqual([])
  })

  it('a download that stalls is cut', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      const env = await host(() => vi.advanceTimersByTime(900_000))
      expect(await failure(get({ env }))).toContain(`chrome-headless-shell ${BUILD}: failed (`)
    } finally {
      vi.useRealTimers()
    }
  })

  it('a download without a network, or that is switched off, says so', async () => {
    const env = { PUPPETEER_CHROME_HEADLESS_SHELL_DOWNLOAD_BASE_URL: 'http://no-such-host.invalid' }
    expect(await failure(get({ env }))).toMatch(/: failed \(.*no-such-host\.invalid/)
    expect(await failure(get({ env: OFF }))).toContain(': switched off by PUPPETEER_SKIP_DOWNLOAD')
  })

  it('then, as root on Debian, the headless shell is had by apt-get, in one line, even with old lists', async () => {
    const asked = aptGet({ 'chromium-headless-shell': WORKS, chromium: WORKS })
    expect(await get({ root: true, env: OFF })).toBe(at('bin/chromium-headless-shell'))
    expect(told).toEqual(['Installing chromium-headless-shell with apt-get …'])
    const tasks = ['update', 'install -y --no-install-recommends chromium-headless-shell']
    expect(asked()).toEqual(tasks.map((task) => `noninteractive -o DPkg::Lock::Timeout=120 ${task}`))
  })

  it('also where what was downloaded lacks a system library', async () => {
    const zip = archive('echo "libnss3.so: cannot open shared object file" >&2; exit 127')
    const env = await host((_, response) => response.end(zip))
    aptGet({ chromium: WORKS })
    expect(await get({ root: true, env })).toBe(at('bin/chromium'))
    rmSync(at('bin/chromium'))
    // It is not downloaded a second time.
    told.splice(0)
    const message = await failure(get({ env }))
    expect(message).toMatch(/chrome-headless-shell: does not start \(libnss3\.so.*\n {2}apt-get install .*: not tried \(it needs root\)/)
    expect(told).toEqual([])
  })

  it('nothing is installed by who is not root, nor by sudo', async () => {
    aptGet({ chromium: WORKS })
    program('bin/sudo', `echo sudo >> ${at('asked')}`)
    expect(await failure(get({ env: OFF }))).toContain('  apt-get install chromium-headless-shell: not tried (it needs root)')
    expect(existsSync(at('asked'))).toBe(false)
  })

  it('all that was tried is said, and what to do', async () => {
    aptGet({ chromium: 'echo "requires the chromium snap" >&2; exit 1' })
    const message = await failure(get({ root: true, env: OFF, places: ['/gone/chrome'] }))
    expect(message).toBe(`No browser was found; a Chromium, Chrome or Edge is needed.

What was tried:
  ${VARIABLES.join(', ')}: not set
  ${COMMANDS.join(', ')}: none on the PATH that works
  ${at('bin/chromium')}: does not start (requires the chromium snap)
  /gone/chrome: not there
  ${at(DOWNLOADED)}: not there
  download of chrome-headless-shell ${BUILD}: switched off by PUPPETEER_SKIP_DOWNLOAD
  apt-get update: failed (E: no network)
  apt-get install -y --no-install-recommends chromium-headless-shell: failed (E: Unable to locate package chromium-headless-shell)
  apt-get install -y --no-install-recommends chromium: done

What to do (any one of these):
  - as root: apt-get install chromium-headless-shell (Debian), snap install chromium (Ubuntu), dnf install chromium (Fedora)
  - set CLAIM_BROWSER to the full path of one that is installed
  - npx @puppeteer/browsers install chrome-headless-shell@${BUILD} --path "${at('cache')}"`)
  })

  it.each([
    ['darwin', 'brew install --cask google-chrome'],
    ['win32', 'winget install Google.Chrome'],
  ] as const)('on %s: %s, and not a word of apt', async (platform, advice) => {
    const message = await failure(get({ platform, root: true, env: OFF }))
    expect(message).toContain(`  - ${advice}\n`)
    expect(message).not.toContain('apt')
  })

  it('other packages are had the same way', async () => {
    aptGet({ xvfb: WORKS })
    const install = (packages: string) => installByApt(machine({ root: true }), () => {}, packages)
    expect(await install('firefox-esr xvfb')).toContain('apt-get install -y --no-install-recommends firefox-esr xvfb: done')
    rmSync(at('bin/apt-get'))
    expect(await install('xvfb')).toEqual(['apt-get install xvfb: not tried (there is no apt-get)'])
  })
})

it('the build to download is the one that Puppeteer is tested with', () => {
  expect(puppeteer).toMatchObject({ PUPPETEER_REVISIONS: { 'chrome-headless-shell': BUILD } })
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
    expect(args.find((arg) => arg.startsWith('--host-resolver-rules='))).toMatch(/MAP \* ~NOTFOUND.*EXCLUDE localhost/)
    // A second --disable-features would undo Playwright's own.
    expect(args.some((arg) => /^--(?:en|dis)able-features/.test(arg))).toBe(false)
  })
})
