import { chromium, type Page } from 'playwright-chromium'
import { launchOptions } from '../browser/browser.ts'

interface PrintOrder {
  /** Of the served deck, with a slash at its end. */
  readonly url: string
  /** Its path. */
  readonly browser: string
  readonly dark: boolean
  readonly notes: boolean
  readonly range: string | null
  readonly signal: AbortSignal
  /** Pages ready so far, and all. */
  readonly progress: (done: number, all: number) => void
}

/** The message says which slide cannot be printed, and why. */
export class PrintFault extends Error {
  override readonly name = 'PrintFault'
}

/** Longest wait for one more page, in milliseconds. */
const STALLED = 60_000

const stateOf = (page: Page) =>
  page.evaluate(() => {
    const data = document.querySelector<HTMLElement>('#pages')?.dataset
    if (!data) return null
    const number = (name: string) => Number(data[name])
    const list = (name: string) => JSON.parse(data[name] ?? '[]') as string[]
    return {
      pages: number('pages'),
      slides: number('slides'),
      mounted: number('mounted'),
      ready: 'ready' in data,
      faults: list('faults'),
      labels: list('labels'),
    }
  })

/** Prints the built deck's page of all slides (slidev/print). `labels`: what each page is called. */
export async function printPdf({
  url,
  browser: path,
  dark,
  notes,
  range,
  signal,
  progress,
}: PrintOrder): Promise<{ readonly bytes: Uint8Array; readonly labels: readonly string[] }> {
  // Playwright would end the program at a signal, before anything is cleared away.
  const browser = await chromium.launch({ ...launchOptions(path), handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false })
  const stop = () => void browser.close()
  signal.addEventListener('abort', stop)
  try {
    signal.throwIfAborted()
    const page = await browser.newPage({
      viewport: { width: 980, height: 552 },
      colorScheme: dark ? 'dark' : 'light',
      reducedMotion: 'reduce',
      serviceWorkers: 'block',
    })
    const errors: string[] = []
    page.on('pageerror', ({ message }) => errors.push(message))
    await page.goto(`${url}pages?print${range === null ? '' : `&range=${range}`}${notes ? '&notes' : ''}`)
    let last = -1
    let since = Date.now()
    for (let state = await stateOf(page); !state?.ready; state = await stateOf(page)) {
      if (state && state.mounted !== last) {
        last = state.mounted
        since = Date.now()
        progress(state.mounted, state.pages)
      }
      const faults = [...(state?.faults ?? []), ...errors]
      if (Date.now() - since > STALLED) throw new PrintFault(['The slides do not become ready.', ...faults].join('\n'))
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    const state = (await stateOf(page))!
    if (state.pages === 0) throw new PrintFault(`--range ${range}: that selects nothing. The deck has slides 1 to ${state.slides}.`)
    const faults = [...state.faults, ...errors]
    if (faults.length > 0) throw new PrintFault(['These cannot be printed:', ...faults.map((fault) => `  ${fault}`)].join('\n'))
    progress(state.pages, state.pages)
    await page.emulateMedia({ media: 'screen', colorScheme: dark ? 'dark' : 'light' })
    return { bytes: await page.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true }), labels: state.labels }
  } finally {
    signal.removeEventListener('abort', stop)
    await browser.close()
  }
}
