/** From step to step, with all loaded: how busy the page is with a step, how long a picture stands still, what it then keeps. */
import { AHEAD, openCold } from '../page.ts'
import { everyone, type Measure, type Target } from './measure.ts'

/** From the first slide on; the same steps in both decks of Slidev. */
const STEPS = 40
/** At rest: a second with less work than this, in milliseconds; how long that may take to come. */
const REST = 100
const REST_LIMIT = 120_000
/** Between two steps, in milliseconds: longer than a step takes. */
const PAUSE = 150

interface Walked {
  /** Milliseconds of the main thread a step, with drawing and layout. */
  readonly busy: number
  /** The longest time between two frames, in milliseconds. */
  readonly longestFrame: number
  /** Bytes of JavaScript's heap after the steps, when what is no longer used has been taken away. */
  readonly heap: number
}

async function walk({ subject, url, browser }: Target): Promise<Walked> {
  const opened = await openCold(browser, `${url}${subject.first}`)
  const { page, cdp } = opened
  try {
    await page.waitForLoadState('load')
    // Then the other slides are mounted, and in stock drawn.
    await page.waitForTimeout(AHEAD)
    await cdp.send('Performance.enable')
    const busyNow = async () => (await cdp.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')!.value * 1000
    const limit = Date.now() + REST_LIMIT
    for (let before = await busyNow(); ;) {
      await page.waitForTimeout(1000)
      const now = await busyNow()
      if (now - before < REST) break
      if (Date.now() > limit) throw new Error(`${subject.name} does not come to rest: there is no saying what a step costs.`)
      before = now
    }
    const frames = await page.evaluateHandle(() => {
      const found = { last: performance.now(), longest: 0 }
      const next = (now: number) => {
        found.longest = Math.max(found.longest, now - found.last)
        found.last = now
        requestAnimationFrame(next)
      }
      requestAnimationFrame(next)
      return found
    })
    // What stands still is not free of work: an idle stretch of the same length is taken off.
    const idleFrom = await busyNow()
    await page.waitForTimeout(PAUSE * 10)
    const idle = ((await busyNow()) - idleFrom) / 10
    await frames.evaluate((found) => void (found.longest = 0))
    const from = await busyNow()
    for (let step = 0; step < STEPS; step++) {
      await page.keyboard.press('ArrowRight')
      await page.waitForTimeout(PAUSE)
    }
    const busy = ((await busyNow()) - from) / STEPS - idle
    const longestFrame = await frames.evaluate(({ longest }) => longest)
    await cdp.send('HeapProfiler.collectGarbage')
    const { usedSize } = await cdp.send('Runtime.getHeapUsage')
    return { busy, longestFrame, heap: usedSize }
  } finally {
    await opened.close()
  }
}

/** One walk gives all three; it is taken once for each run of a subject. */
const walks = new WeakMap<Target, Promise<Walked>>()
function walkOf(target: Target): Promise<Walked> {
  const known = walks.get(target) ?? walk(target)
  walks.set(target, known)
  return known
}

export const steps: readonly Measure[] = [
  { id: 'step', what: 'a step: main thread busy', unit: 'ms', has: everyone, take: async (target) => (await walkOf(target)).busy },
  {
    id: 'frame',
    what: `longest frame in ${STEPS} steps`,
    unit: 'ms',
    has: everyone,
    take: async (target) => (await walkOf(target)).longestFrame,
  },
  { id: 'heap', what: `heap after ${STEPS} steps`, unit: 'MB', has: everyone, take: async (target) => (await walkOf(target)).heap / 1e6 },
]
