/** Firefox, without a window, driven by puppeteer-core over WebDriver BiDi. */
import { launch } from 'puppeteer-core'
import { type Engine, type Preferences, WINDOW } from './engine.ts'

/** Nobody answers there, so that neither a page nor Firefox itself reaches another host. */
const NOWHERE = {
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': 9,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': 9,
}

export async function startFirefox(program: string, { colorScheme = 'light', scripts = true }: Preferences = {}): Promise<Engine> {
  const browser = await launch({
    browser: 'firefox',
    executablePath: program,
    headless: true,
    defaultViewport: WINDOW,
    extraPrefsFirefox: {
      ...NOWHERE,
      'layout.css.prefers-color-scheme.content-override': colorScheme === 'dark' ? 0 : 1,
      'ui.prefersReducedMotion': 1,
      'javascript.enabled': scripts,
    },
  })
  try {
    const page = await browser.newPage()
    let faults: string[] = []
    let host = ''
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(`console: ${message.text()}`)
    })
    // What the policy refuses comes as an error too.
    page.on('pageerror', (error) => faults.push(`script: ${error instanceof Error ? error.message : String(error)}`))
    page.on('request', (request) => {
      const { protocol, host: asked } = new URL(request.url())
      if (asked !== host && !/^(?:data|blob|about|file):$/.test(protocol)) faults.push(`asks another host: ${request.url()}`)
    })
    // Firefox breaks off what a page still loads as soon as it is left, and the page calls that an error. It is none; nobody sees it.
    await page.evaluateOnNewDocument(() => {
      addEventListener('beforeunload', () => {
        console.error = () => {}
      })
    })
    return {
      version: (await browser.version()).replace(/^firefox\//i, 'Firefox '),
      async open(address) {
        host = new URL(address).host
        await page.goto(address)
      },
      address: async () => page.url(),
      press: (key) => page.keyboard.press(key as 'Enter'),
      type: (text) => page.keyboard.type(text),
      click: (selector) => page.click(selector),
      evaluate: (work, argument) => page.evaluate(work as (argument: unknown) => never, argument),
      picture: () => page.screenshot(),
      async faults() {
        const found = faults
        faults = []
        return found
      },
      close: () => browser.close(),
    }
  } catch (error) {
    await browser.close()
    throw error
  }
}
