/** A page with nothing kept from before, on a line of a given speed; and when on it something was first seen. */
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-chromium'
import { newContext } from '../support/deck.ts'

export interface Line {
  readonly id: string
  readonly name: string
  /** Milliseconds there and back. */
  readonly latency: number
  /** Bytes a second; -1: as fast as this machine. */
  readonly down: number
  readonly up: number
}

export const FAST: Line = { id: 'fast', name: 'fast line', latency: 0, down: -1, up: -1 }
export const SLOW: Line = { id: 'slow', name: 'slow line', latency: 150, down: 200_000, up: 90_000 }

/** What is waited for: words in a heading, or a drawing with these words in it. */
export interface Wanted {
  readonly in: 'heading' | 'drawing'
  readonly words: string
}

export const COVER: Wanted = { in: 'heading', words: 'Claim by Claim' }
export const TRIANGLE: Wanted = { in: 'drawing', words: 'ISKP' }

export interface ColdPage {
  readonly page: Page
  readonly cdp: CDPSession
  /** Milliseconds from the request to the frame in which it was first seen. */
  readonly seen: (limit?: number) => Promise<number>
  /** Milliseconds to the first words or picture, as the browser tells. */
  readonly firstPaint: () => Promise<number>
  readonly close: () => Promise<void>
}

/** Runs in the page before all else: looks at each frame whether what is wanted can be seen. */
function lookOut({ in: place, words }: Wanted) {
  const shows = (element: Element) => {
    const { width, height, top, left } = element.getBoundingClientRect()
    return (
      width > 0 &&
      height > 0 &&
      top < innerHeight &&
      left < innerWidth &&
      top + height > 0 &&
      left + width > 0 &&
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    )
  }
  const drawings = () => [
    ...document.querySelectorAll('svg'),
    ...[...document.querySelectorAll('.mermaid')].flatMap((host) => [...(host.shadowRoot?.querySelectorAll('svg') ?? [])]),
  ]
  // Marp's slides are SVG themselves.
  const candidates = () =>
    place === 'heading'
      ? [...document.querySelectorAll('h1')]
      : drawings().filter((svg) => svg.querySelector('section') === null && svg.getBoundingClientRect().width > 200)
  const look = () => {
    if (candidates().some((element) => element.textContent.includes(words) && shows(element)))
      Object.assign(window, { seenAt: performance.now() })
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

/** Slidev fetches the other slides 3 seconds after the first, in milliseconds with time to begin. */
export const AHEAD = 4_000

/** Without what is fetched ahead: what is measured is what one waits for. */
function notAhead() {
  const timeout = window.setTimeout.bind(window) as (...all: unknown[]) => number
  window.setTimeout = ((callback: unknown, wait: number, ...rest: unknown[]) =>
    wait >= 3000 ? 0 : timeout(callback, wait, ...rest)) as typeof window.setTimeout
}

export interface Opening {
  readonly line?: Line
  readonly wanted?: Wanted
  /** Whether what the page fetches ahead of its reader is left out. */
  readonly ahead?: boolean
  /** Before the address is opened. */
  readonly prepare?: (page: Page, context: BrowserContext) => void
}

export async function openCold(
  browser: Browser,
  address: string,
  { line = FAST, wanted, ahead = true, prepare }: Opening = {},
): Promise<ColdPage> {
  // As a reader has it; what is fetched ahead is left out where a measure asks for that.
  const context = await newContext(browser, 'light', { mountsAll: true })
  try {
    const page = await context.newPage()
    const cdp = await context.newCDPSession(page)
    await cdp.send('Network.enable')
    if (line.down > 0)
      await cdp.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: line.latency,
        downloadThroughput: line.down,
        uploadThroughput: line.up,
      })
    if (wanted) await page.addInitScript(lookOut, wanted)
    if (!ahead) await page.addInitScript(notAhead)
    prepare?.(page, context)
    await page.goto(address, { waitUntil: 'commit' })
    return {
      page,
      cdp,
      async seen(limit = 120_000) {
        const handle = await page.waitForFunction(() => (window as { seenAt?: number }).seenAt, undefined, { timeout: limit, polling: 50 })
        return (await handle.jsonValue())!
      },
      async firstPaint() {
        const handle = await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime, undefined, {
          polling: 50,
        })
        return (await handle.jsonValue())!
      },
      close: () => context.close(),
    }
  } catch (error) {
    await context.close()
    throw error
  }
}
