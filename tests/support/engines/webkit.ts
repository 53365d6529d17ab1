/**
 * WebKitGTK: its MiniBrowser, driven by WebKitWebDriver, spoken to by selenium-webdriver. Where there is Xvfb the window
 * opens on a screen of its own, and on none that somebody looks at.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createConnection } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Builder, Capabilities, Key, Origin, type WebDriver } from 'selenium-webdriver'
import { type Engine, type Preferences, WINDOW } from './engine.ts'
import type { WebKit } from './find.ts'
import { openWatchingProxy, watched } from './watching-proxy.ts'
import { freePort } from '../free-port.ts'

const KEYS: Readonly<Record<string, string>> = {
  ArrowRight: Key.ARROW_RIGHT,
  ArrowLeft: Key.ARROW_LEFT,
  ArrowUp: Key.ARROW_UP,
  ArrowDown: Key.ARROW_DOWN,
  Enter: Key.ENTER,
  Escape: Key.ESCAPE,
  Tab: Key.TAB,
  PageDown: Key.PAGE_DOWN,
  PageUp: Key.PAGE_UP,
}

/** Slidev asks that the screen stay on; the MiniBrowser gives no leave under a driver, and nothing else suffers. */
const NO_WAKE_LOCK = 'NotAllowedError: Permission was denied'

/** Until the driver listens, in milliseconds. */
const DRIVER_LIMIT = 20_000

/**
 * Runs a program in a group of processes with a shell that waits for the end of its input. That comes when we close it,
 * and also when we end in whatever way; then the shell ends the group, so that nothing is left behind.
 */
function keep(
  program: string,
  words: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): { readonly child: ChildProcess; readonly end: () => Promise<void> } {
  const child = spawn('/bin/sh', ['-c', '"$@" & read -r _; trap "" TERM; kill -TERM 0; wait', 'sh', program, ...words], {
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
    env,
  })
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', () => resolve())
  })
  // Whoever waits hears of it; until then it is no fault.
  ended.catch(() => undefined)
  child.stderr.resume()
  return {
    child,
    end() {
      child.stdin.end()
      return ended
    },
  }
}

/** @returns the name of a screen of its own */
async function openScreen(xvfb: string): Promise<{ readonly name: string; readonly end: () => Promise<void> }> {
  const { child, end } = keep(xvfb, ['-displayfd', '1', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'])
  for await (const line of createInterface(child.stdout!)) return { name: `:${line.trim()}`, end }
  await end()
  throw new Error(`${xvfb} opens no screen.`)
}

async function listens(port: number): Promise<void> {
  for (const until = Date.now() + DRIVER_LIMIT; Date.now() < until; await sleep(50)) {
    const socket = createConnection(port, '127.0.0.1')
    const there = await new Promise((resolve) => socket.once('connect', () => resolve(true)).once('error', () => resolve(false)))
    socket.destroy()
    if (there) return
  }
  throw new Error('WebKitWebDriver does not answer.')
}

/** What a WebKit as root needs: there its sandbox cannot be had. It opens the deck alone. */
const asRoot = process.getuid?.() === 0 ? { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' } : {}

export async function startWebKit(
  { driver: program, browser, xvfb }: WebKit,
  { colorScheme = 'light', scripts = true }: Preferences = {},
): Promise<Engine> {
  const folder = mkdtempSync(join(tmpdir(), 'claim-by-claim-webkit-'))
  /** What is to be ended, last first. */
  const ends: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })]
  const close = async () => {
    for (const end of ends.splice(0).toReversed()) await end()
  }
  try {
    const screen = xvfb ? await openScreen(xvfb) : undefined
    if (screen) ends.push(screen.end)
    const proxy = await openWatchingProxy()
    ends.push(proxy.close)
    const port = await freePort()
    // Cookies, caches and settings of its own: nothing of the person's is read, nothing is left there.
    const own = { XDG_CACHE_HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder }
    const kept = keep(program, ['-p', String(port)], {
      ...process.env,
      ...own,
      ...asRoot,
      ...(screen && { DISPLAY: screen.name, GDK_BACKEND: 'x11', WAYLAND_DISPLAY: undefined }),
    })
    kept.child.stdout!.resume()
    ends.push(kept.end)
    await listens(port)
    const options = {
      binary: browser,
      args: [
        '--automation',
        `--proxy=${proxy.address}`,
        `--enable-javascript-markup=${scripts}`,
        ...(colorScheme === 'dark' ? ['--dark-mode'] : []),
      ],
    }
    const driver = await new Builder()
      .usingServer(`http://127.0.0.1:${port}`)
      .withCapabilities(new Capabilities({ browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options }))
      .build()
    ends.push(() => driver.quit())
    return await engineOf(driver, folder, proxy.elsewhere, close)
  } catch (error) {
    await close()
    throw error
  }
}

async function engineOf(driver: WebDriver, folder: string, elsewhere: () => string[], close: () => Promise<void>): Promise<Engine> {
  const evaluate: Engine['evaluate'] = (work, argument) => driver.executeScript(work, argument)
  // The window has a bar above the page; how high it is, the page tells once it has its size.
  const resize = (height: number) => driver.manage().window().setRect({ x: 0, y: 0, width: WINDOW.width, height })
  for (let [height, tries] = [WINDOW.height as number, 0]; tries < 20; tries++) {
    await resize(height)
    await sleep(50)
    const lacking = WINDOW.height - (await evaluate(() => innerHeight))
    if (lacking === 0) break
    height += lacking
  }
  let faults: string[] = []
  /** Of the page that is there; a new one has its own. */
  async function collect() {
    faults.push(
      ...elsewhere().map((address) => `asks another host: ${address}`),
      ...(await evaluate(() => (window as unknown as { keptErrors?: string[] }).keptErrors?.splice(0) ?? [])),
    )
  }
  return {
    version: `WebKitGTK ${(await driver.getCapabilities()).getBrowserVersion()}`,
    async open(address) {
      await collect()
      const { protocol, hash } = new URL(address)
      if (protocol !== 'file:') return driver.get(address)
      // A file comes by no proxy.
      const copy = join(folder, 'page.html')
      writeFileSync(copy, watched(readFileSync(fileURLToPath(address), 'utf8')))
      await driver.get(pathToFileURL(copy).href + hash)
    },
    address: () => driver.getCurrentUrl(),
    press: (key) =>
      driver
        .actions()
        .sendKeys(KEYS[key] ?? key)
        .perform(),
    type: (text) => driver.actions().sendKeys(text).perform(),
    // The driver takes no part of a drawing for something to be clicked on, and scrolls to nothing.
    async click(selector) {
      const at = await evaluate((selector) => {
        const element = document.querySelector(selector)
        if (!element) throw new Error(`There is no ${selector}`)
        element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' })
        const { x, y, width, height } = element.getBoundingClientRect()
        if (!(width > 0 && height > 0)) throw new Error(`There is nothing to click on at ${selector}`)
        return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) }
      }, selector)
      await driver
        .actions()
        .move({ ...at, origin: Origin.VIEWPORT, duration: 0 })
        .click()
        .perform()
    },
    evaluate,
    picture: async () => Buffer.from(await driver.takeScreenshot(), 'base64'),
    async faults() {
      await collect()
      const found = faults.filter((fault) => !fault.endsWith(NO_WAKE_LOCK))
      faults = []
      return found
    },
    close,
  }
}
