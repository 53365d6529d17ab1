/** The deck for the tests that run it: built, served, opened in a browser, watched, copied. */
import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-chromium'
import { preview } from 'vite'
import { getBrowser, launchOptions } from '../../editions/browser/browser.ts'
import { projectFolder } from './deck-folder.ts'
import { slideSelector } from './measure-slide.ts'

export { projectFolder }
export const slidevProgram: string = createRequire(import.meta.url).resolve('@slidev/cli/bin/slidev.mjs')

/** A folder of its own, taken away by `remove`. */
export function temporaryFolder(name: string): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), `claim-by-claim-${name}-`))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }) }
}

export interface Ended {
  /** Exit code; null where a signal ended it. */
  readonly code: number | null
  /** Standard output and error, in the order they came. */
  readonly output: string
}

export interface Running {
  readonly ended: Promise<Ended>
  readonly output: () => string
  /** Sends a signal to it and all it started, as a terminal does. */
  readonly signal: (name: NodeJS.Signals) => void
  /** Ends it and all it started. */
  readonly stop: () => Promise<Ended>
}

/** Runs Slidev, or with `program` another script, under this Node, in a process group of its own. */
export function runSlidev(
  words: readonly string[],
  {
    cwd = projectFolder,
    program = slidevProgram,
    env = {},
  }: { readonly cwd?: string; readonly program?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Running {
  const child = spawn(process.execPath, [program, ...words], {
    cwd,
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, INIT_CWD: cwd, CI: '1', NO_COLOR: '1', NODE_ENV: undefined, VITEST: undefined, ...env },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text))
  const send = (name: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
    if (process.platform === 'win32') child.kill()
    else process.kill(-child.pid, name)
  }
  const kill = () => send('SIGTERM')
  // A run that is broken off leaves no server behind.
  process.once('exit', kill)
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      process.off('exit', kill)
      resolve({ code, output })
    })
  })
  return {
    ended,
    output: () => output,
    signal: send,
    async stop() {
      kill()
      return ended
    },
  }
}

/** @throws Error with all that Slidev said where the build fails. */
export async function buildDeck(out: string, base = '/'): Promise<void> {
  const { code, output } = await runSlidev(['build', '--out', out, '--base', base]).ended
  if (code !== 0) throw new Error(`slidev build ended with ${code}:\n${output}`)
}

/** Serves a built deck on this machine, on a free port or a given one, as a host with history fallback does. */
export async function serveDeck(
  folder: string,
  base = '/',
  port = 0,
): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const server = await preview({
    configFile: false,
    root: folder,
    base,
    build: { outDir: folder },
    preview: { host: '127.0.0.1', port, strictPort: port !== 0 },
    logLevel: 'silent',
  })
  const address = server.httpServer.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return { url: `http://127.0.0.1:${address.port}${base}`, close: () => server.close() }
}

export async function openBrowser(): Promise<Browser> {
  const { path } = await getBrowser()
  return chromium.launch(launchOptions(path))
}

/** As large as the canvas. */
export const WINDOW = { width: 980, height: 552 } as const

/**
 * The window is as large as the canvas. The screen may be kept on, as a browser with a window lets it; one without refuses,
 * and says so.
 *
 * @param keeps whether the browser may keep the deck for when there is no network; else each test has the server’s own
 * @param mountsAll whether the deck mounts all its slides after three seconds, as Slidev has it: work that few tests look at
 */
export async function newContext(
  browser: Browser,
  colorScheme: 'light' | 'dark' = 'light',
  { keeps = false, mountsAll = false } = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: WINDOW,
    colorScheme,
    reducedMotion: 'reduce',
    serviceWorkers: keeps ? 'allow' : 'block',
    permissions: ['screen-wake-lock'],
  })
  if (!mountsAll)
    await context.addInitScript(() => {
      const later = window.setTimeout.bind(window)
      window.setTimeout = ((task: () => void, delay?: number, ...rest: unknown[]) =>
        delay === 3000 ? 0 : later(task, delay, ...rest)) as typeof window.setTimeout
    })
  return context
}

export interface Watch {
  /** Errors of the console and of scripts, requests that failed or went to another host, since the last call. */
  readonly faults: () => string[]
  /** Addresses asked for, since the first. */
  readonly requests: readonly string[]
}

/** Watches a page and all that it loads. */
export function watch(page: Page, url: string): Watch {
  let faults: string[] = []
  const requests: string[] = []
  const { origin } = new URL(url)
  const ours = (address: string) =>
    address.startsWith(`${origin}/`) || /^(?:data|blob|about):/.test(address) || address.startsWith(origin.replace(/^http/, 'ws'))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`))
  page.on('request', (request) => {
    requests.push(request.url())
    if (!ours(request.url())) faults.push(`asks another host: ${request.url()}`)
  })
  page.on('websocket', (socket) => {
    if (!ours(socket.url())) faults.push(`asks another host: ${socket.url()}`)
  })
  page.on('requestfailed', (request) => {
    // What is still on its way when a page is left is given up by the browser itself.
    const reason = request.failure()?.errorText ?? ''
    if (reason !== 'net::ERR_ABORTED') faults.push(`failed: ${request.url()} ${reason}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`answered with ${response.status()}: ${response.url()}`)
  })
  return {
    requests,
    faults() {
      const found = faults
      faults = []
      return found
    },
  }
}

/** Waits until a slide is there and still: its fonts loaded, its components mounted. */
export async function settled(page: Page, no: number): Promise<void> {
  // A locator would go through all that is mounted, for shadow roots, at each step of each test.
  await page.waitForFunction(
    (selector) => {
      const layout = document.querySelector(selector)
      const { width = 0, height = 0 } = layout?.getBoundingClientRect() ?? {}
      return width > 0 && height > 0 && getComputedStyle(layout!).visibility === 'visible'
    },
    `${slideSelector(no)} .slidev-layout`,
  )
  await page.evaluate(async () => {
    await document.fonts.ready
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame)
  })
}

/** Where the deck is, from the address: slide and click. */
export function placeOf(address: string): { readonly no: number; readonly click: number } {
  const { pathname, searchParams } = new URL(address)
  return { no: Number(/(\d+)$/.exec(pathname)?.[1] ?? 0), click: Number(searchParams.get('clicks') ?? 0) }
}

/** Presses a key and waits until the deck has moved; false where it stays for `limit` milliseconds. */
export async function step(page: Page, key: 'ArrowRight' | 'ArrowLeft', limit = 10_000): Promise<boolean> {
  const before = page.url()
  await page.keyboard.press(key)
  try {
    await page.waitForURL((url) => url.href !== before, { timeout: limit, waitUntil: 'commit' })
  } catch {
    return false
  }
  await settled(page, placeOf(page.url()).no)
  return true
}

/**
 * Moves a deck that is open to a place, as a link in it does. To load it anew takes many times as long; only what a cold
 * link shows has to.
 *
 * @param click one that the slide does not have is its last
 */
export async function goTo(page: Page, no: number, click = 999): Promise<void> {
  await page.evaluate(
    (to) =>
      (
        document.querySelector('#app') as unknown as {
          __vue_app__: { config: { globalProperties: { $router: { push: (to: string) => Promise<void> } } } }
        }
      ).__vue_app__.config.globalProperties.$router.push(to),
    `/${no}?clicks=${click}`,
  )
  await settled(page, no)
}

/** Left out of a copy: large, made, or not the deck's. */
const NOT_COPIED = new Set(['node_modules', 'dist', '.git', 'tests', '.slidev', 'coverage'])

/**
 * A copy of the project to break. Its packages are links into the project's, one by one, so that Vite's cache of
 * prepared packages (node_modules/.vite) is the copy's own.
 *
 */
export function copyOfProject(name: string): { readonly folder: string; readonly remove: () => void } {
  const { folder, remove } = temporaryFolder(name)
  for (const entry of readdirSync(projectFolder)) {
    if (!NOT_COPIED.has(entry)) cpSync(join(projectFolder, entry), join(folder, entry), { recursive: true })
  }
  const packages = join(folder, 'node_modules')
  mkdirSync(packages)
  for (const entry of readdirSync(join(projectFolder, 'node_modules'))) {
    if (entry !== '.vite' && entry !== '.vite-temp') symlinkSync(join(projectFolder, 'node_modules', entry), join(packages, entry))
  }
  return { folder, remove }
}
