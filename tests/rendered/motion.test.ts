/** Who asks the system for less motion sees none; everyone else sees little, and none that goes on by itself. */
import type { Browser, Page } from 'playwright-chromium'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openBrowser, settled, step } from '../support/deck.ts'
import { loadSlides, slidesWith } from '../support/slides.ts'

const slides = await loadSlides()
const slideOf = (component: string) => slidesWith(slides, component)[0]!.no
/** Where something steps, is chosen, or is withdrawn; and the page to read. */
const PLACES = [
  String(slides.find(({ layout }) => layout === 'step')!.no),
  `${slideOf('TriangleFigure')}?clicks=1`,
  `${slideOf('WithdrawClaims')}?clicks=1`,
  'presenter/2',
  'read/',
]
/** In seconds: longer than this draws the eye from the words. */
const QUIET = 0.4

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

/** The longest change of anything on the page, in seconds, and what goes on without end. */
const longest = (page: Page) =>
  page.evaluate(() => {
    const seconds = (text: string) => text.split(',').map((each) => Number.parseFloat(each) * (each.trim().endsWith('ms') ? 0.001 : 1))
    const styles = [...document.querySelectorAll('*')].flatMap((element) =>
      [null, '::before', '::after'].map((part) => getComputedStyle(element, part)),
    )
    const endless = document
      .getAnimations()
      .filter((each) => each.playState === 'running' && each.effect?.getComputedTiming().iterations === Infinity)
    return {
      change: Math.max(
        ...styles.flatMap((style) => [
          ...seconds(style.transitionDuration),
          ...(style.animationName === 'none' ? [0] : seconds(style.animationDuration)),
        ]),
      ),
      endless: endless.length,
      running: document.getAnimations().filter((each) => each.playState === 'running').length,
      smooth: styles.some(({ scrollBehavior }) => scrollBehavior === 'smooth'),
    }
  })

describe.each(PLACES)('/%s', (place) => {
  const open = async (reducedMotion: 'reduce' | 'no-preference') => {
    const page = await browser.newPage({ viewport: { width: 980, height: 552 }, reducedMotion, serviceWorkers: 'block' })
    await page.goto(`${inject('deckUrl')}${place}`)
    if (/^\d/.test(place)) await settled(page, Number.parseInt(place, 10))
    await page.evaluate(() => document.fonts.ready)
    return page
  }

  it('stands still where less motion is asked for', async () => {
    const page = await open('reduce')
    expect(await longest(page)).toEqual({ change: 0, endless: 0, running: 0, smooth: false })
    if (/^\d/.test(place)) {
      await step(page, 'ArrowRight')
      expect(await longest(page)).toEqual({ change: 0, endless: 0, running: 0, smooth: false })
    }
    await page.close()
  })

  it('is quiet for everyone', async () => {
    const page = await open('no-preference')
    const { change, endless } = await longest(page)
    expect(change).toBeLessThanOrEqual(QUIET)
    expect(endless).toBe(0)
    await page.close()
  })
})
