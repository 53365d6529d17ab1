/** Bytes from a cold cache to the first slide, or to the triangle: compressed, fonts apart. */
import type { Browser } from 'playwright-chromium'
import { AHEAD, COVER, openCold, TRIANGLE, type Wanted } from '../page.ts'
import type { Subject } from '../subjects/subject.ts'
import { everyone, type Measure } from './measure.ts'

const isFont = (address: string) => /\.(?:woff2?|ttf)$/.test(new URL(address).pathname)

/** With nothing asked for so long, in milliseconds, nothing more comes. */
const QUIET = 2_000

interface Transfer {
  readonly bytes: number
  readonly otherHosts: number
}

/** The bytes are counted by the browser as they come over the line, without headers. */
export async function transferOf(
  browser: Browser,
  address: string,
  { wanted, ahead = false }: { readonly wanted?: Wanted; readonly ahead?: boolean } = {},
): Promise<Transfer> {
  const sizes: Promise<number>[] = []
  let otherHosts = 0
  let lastAsked = Date.now()
  const opened = await openCold(browser, address, {
    ahead,
    ...(wanted ? { wanted } : {}),
    prepare(page) {
      page.on('request', (request) => {
        lastAsked = Date.now()
        if (/^https?:/.test(request.url()) && new URL(request.url()).host !== new URL(address).host) otherHosts += 1
      })
      page.on('requestfinished', (request) =>
        sizes.push(isFont(request.url()) ? Promise.resolve(0) : request.sizes().then(({ responseBodySize }) => responseBodySize)),
      )
    },
  })
  try {
    await opened.page.waitForLoadState('load')
    // A busy machine pauses between one part and the next.
    if (wanted) await opened.seen()
    await opened.page.waitForLoadState('networkidle')
    // Slidev begins with the other slides when the line has long been idle.
    if (ahead) await opened.page.waitForTimeout(AHEAD)
    while (Date.now() - lastAsked < QUIET) await opened.page.waitForTimeout(QUIET / 4)
    opened.page.removeAllListeners('requestfinished')
    // A browser without a window asks for no icon.
    const icon = await opened.page.evaluate(() => document.querySelector<HTMLLinkElement>('link[rel~="icon"]')?.href)
    if (icon !== undefined && /^https?:/.test(icon) && new URL(icon).host !== new URL(address).host) otherHosts += 1
    return { bytes: (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0), otherHosts }
  } finally {
    await opened.close()
  }
}

const kilobytes = (
  id: string,
  what: string,
  path: (subject: Subject) => string,
  how: { readonly wanted: Wanted; readonly ahead?: boolean },
): Measure => ({
  id,
  what: `${what}, gzip, fonts apart`,
  unit: 'kB',
  once: true,
  has: everyone,
  take: async ({ subject, url, browser }) => (await transferOf(browser, `${url}${path(subject)}`, how)).bytes / 1000,
})

export const transfers: readonly Measure[] = [
  kilobytes('transfer', 'transfer to the first slide', ({ first }) => first, { wanted: COVER }),
  kilobytes('transfer-ahead', 'the same, and what is fetched ahead while it stays open', ({ first }) => first, {
    wanted: COVER,
    ahead: true,
  }),
  kilobytes('transfer-triangle', 'transfer to the triangle', ({ triangle }) => triangle, { wanted: TRIANGLE }),
  {
    id: 'other-hosts',
    what: 'requests to other hosts, the icon’s too',
    unit: '',
    once: true,
    has: everyone,
    take: async ({ subject, url, browser }) => (await transferOf(browser, `${url}${subject.first}`)).otherHosts,
  },
]
