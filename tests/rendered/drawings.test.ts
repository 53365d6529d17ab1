/**
 * The drawings as they are shown: no label on another or across a line, legible in light, dark and grey, in print with
 * all their words; choosing by pointer and keyboard; the presenter's choice seen by the room.
 */
import type { Browser, BrowserContext, Page } from 'playwright-chromium'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { label } from '../../claims/diagrams/diagram.ts'
import { loadRegisterFromDisk } from '../../claims/files.ts'
import { allDiagrams } from '../../editions/diagrams/all.ts'
import { drawAll } from '../../editions/diagrams/command.ts'
import { type Drawer, openDrawer } from '../../editions/diagrams/render.ts'
import { hashIn, picturesFolder, readPicture, sourceHash } from '../../editions/diagrams/store.ts'
import { goTo, newContext, openBrowser, placeOf, projectFolder, settled, temporaryFolder, watch } from '../support/deck.ts'
import { type DrawingMeasurement, drawingRules, measureDrawing } from '../support/measure-drawing.ts'
import { slideSelector } from '../support/measure-slide.ts'
import { componentsIn, loadSlides } from '../support/slides.ts'

const url = inject('deckUrl')
const { register } = loadRegisterFromDisk()
if (!register) throw new Error('The register does not load: npm run verify')
const { diagrams } = await allDiagrams(register, join(projectFolder, 'slides.md'))
const slides = await loadSlides()
const DRAWN = new Set(['TriangleFigure', 'ArgumentMap', 'StepMap', 'TimelineFigure'])
const withDrawing = slides.filter(({ content }) => /^```mermaid/m.test(content) || componentsIn(content).some(({ name }) => DRAWN.has(name)))
const noOf = (component: string, attribute?: readonly [string, string]) =>
  slides.find(({ content }) => componentsIn(content).some(({ name, attributes }) => name === component && (!attribute || attributes[attribute[0]] === attribute[1])))!.no
const expectNone = (faults: readonly string[]) => expect(faults, `\n${faults.join('\n')}\n`).toEqual([])

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

async function open(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(url + path)
  await settled(page, placeOf(page.url()).no)
  return page
}

/** What somebody may have set; the page follows without being loaded anew. */
const MODES = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  'the system’s own colours': { colorScheme: 'light', forcedColors: 'active' },
  'more contrast': { colorScheme: 'light', forcedColors: 'none', contrast: 'more' },
} as const
type Mode = keyof typeof MODES

interface Visit {
  /** Names of the drawings on the slide. */
  readonly names: readonly string[]
  readonly measured: Readonly<Record<Mode, DrawingMeasurement>>
  /** Parts with a transition where motion is not wanted. */
  readonly moving: number
}

describe('every slide with a drawing', () => {
  const visits = new Map<number, Visit>()
  beforeAll(async () => {
    const context = await newContext(browser)
    const page = await open(context, '1')
    for (const { no } of withDrawing) {
      await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', contrast: 'no-preference' })
      await goTo(page, no)
      const names = await page.locator(`${slideSelector(no)} svg.drawing`).evaluateAll((all) => all.map((svg) => [...svg.classList].find((name) => name !== 'drawing') ?? ''))
      const moving = await page.locator(`${slideSelector(no)} svg.drawing *`).evaluateAll((all) => all.filter((each) => getComputedStyle(each).transitionDuration.split(', ').some((time) => Number.parseFloat(time) > 0)).length)
      const measured: Partial<Record<Mode, DrawingMeasurement>> = {}
      for (const [mode, media] of Object.entries(MODES) as [Mode, (typeof MODES)[Mode]][]) {
        await page.emulateMedia(media)
        await page.locator(mode === 'dark' ? 'html.dark' : 'html:not(.dark)').waitFor({ state: 'attached' })
        measured[mode] = await measureDrawing(page, no)
      }
      visits.set(no, { names, moving, measured: measured as Record<Mode, DrawingMeasurement> })
    }
    await context.close()
  })

  it('has one, and every drawing has its slide', () => {
    expect(withDrawing.map(({ no }) => [no, visits.get(no)!.names.length])).toEqual(withDrawing.map(({ no }) => [no, 1]))
    expect([...new Set([...visits.values()].flatMap(({ names }) => names))].toSorted()).toEqual(diagrams.map(({ name }) => name).toSorted())
  })

  const each = withDrawing.map(({ no, heading }) => [`${no} “${heading}”`, no] as const)
  it.each(each.flatMap(([name, no]) => (['light', 'dark'] as const).map((mode) => [name, mode, no] as const)))('%s holds every rule in %s, at its last click', (_, mode, no) => {
    const drawing = visits.get(no)!.measured[mode]
    expect(drawing.words.length).toBeGreaterThan(4)
    expectNone(Object.entries(drawingRules).flatMap(([name, rule]) => rule(drawing).map((fault) => `${name}: ${fault}`)))
  })

  it.each(each.flatMap(([name, no]) => (['the system’s own colours', 'more contrast'] as const).map((mode) => [name, mode, no] as const)))('%s can be read with %s', (_, mode, no) => {
    expectNone(drawingRules['faintLabel']!(visits.get(no)!.measured[mode]))
  })

  it('looks another in each mode, so that the modes were really set', () => {
    const inks = (mode: Mode) => [...visits.values()].map(({ measured }) => measured[mode].words.map(({ ink }) => ink.join()).join(' ')).join()
    expect(new Set([inks('light'), inks('dark'), inks('the system’s own colours')]).size).toBe(3)
  })

  it.each(each)('%s is still where motion is not wanted', (_, no) => {
    expect(visits.get(no)!.moving).toBe(0)
  })
})

describe('choosing a side of the triangle', () => {
  const no = noOf('TriangleFigure', ['view', 'sourced'])
  const side = (page: Page, edge: string) => page.locator(`${slideSelector(no)} [data-part="${edge}"]`)
  const list = (page: Page) => page.locator(`${slideSelector(no)} .chosen-side`)

  it('by keyboard: Tab reaches it, Enter lists its claims, Escape lets go, and the arrow keys still move the deck', async () => {
    const context = await newContext(browser)
    const page = await open(context, `${no}?clicks=999`)
    const reached: string[] = []
    for (let press = 0; press < 20 && reached.length < register.edges.length; press++) {
      await page.keyboard.press('Tab')
      const part = await page.evaluate(() => document.activeElement?.getAttribute('data-part') ?? '')
      if (part) reached.push(part)
    }
    expect(reached.toSorted()).toEqual(register.edges.map(({ edge }) => edge).toSorted())
    const before = page.url()
    await page.keyboard.press('Enter')
    await list(page).waitFor()
    const chosen = register.edges.find(({ edge }) => edge === reached.at(-1))!
    expect(await list(page).locator('a').count()).toBe(chosen.claims.length)
    await page.keyboard.press(' ')
    await list(page).waitFor({ state: 'detached' })
    await page.keyboard.press(' ')
    await page.keyboard.press('Escape')
    await list(page).waitFor({ state: 'detached' })
    expect(page.url()).toBe(before)
    await page.keyboard.press('ArrowRight')
    await page.waitForURL((address) => placeOf(address.href).no === no + 1)
    await context.close()
  })

  it.each(register.edges.filter(({ edge }) => edge !== 'to-pakistan').map(({ edge, claims }) => [edge, claims] as const))('by pointer, on the line of %s, and on to a card', async (edge, claims) => {
    const context = await newContext(browser)
    const page = await open(context, `${no}?clicks=999`)
    const { faults } = watch(page, url)
    await side(page, edge).locator('.line').first().evaluate((path) => {
      const line = path as SVGPathElement
      const { x, y } = line.getPointAtLength(line.getTotalLength() * 0.3).matrixTransform(line.getScreenCTM()!)
      ;(window as unknown as { at: { x: number; y: number } }).at = { x, y }
    })
    const { x, y } = await page.evaluate(() => (window as unknown as { at: { x: number; y: number } }).at)
    await page.mouse.click(x, y)
    await list(page).waitFor()
    const links = await list(page).locator('a b').allInnerTexts()
    expect(links.toSorted()).toEqual([...claims].toSorted())
    const first = links[0]!
    await list(page).locator('a').first().click()
    await page.waitForURL((address) => placeOf(address.href).no !== no)
    const place = placeOf(page.url())
    await settled(page, place.no)
    const card = page.locator(`${slideSelector(place.no)} article[data-claim="${first}"]`)
    await card.locator('.beside').waitFor({ state: 'visible' })
    expect(faults()).toEqual([])
    await context.close()
  })

  it('in the presenter view is seen by the room, and the other way about', async () => {
    const context = await newContext(browser)
    const room = await open(context, String(no))
    const presenter = await context.newPage()
    await presenter.goto(`${url}presenter/${no}?clicks=999`)
    await side(presenter, 'iskp-ttp').first().waitFor()
    await side(presenter, 'iskp-ttp').first().focus()
    await presenter.keyboard.press('Enter')
    await list(room).waitFor()
    expect(await list(room).locator('.name').innerText()).toContain('ISKP and TTP')
    await room.bringToFront()
    await room.keyboard.press('Tab')
    await list(room).getByRole('button', { name: 'Close the list' }).click()
    await list(presenter).first().waitFor({ state: 'detached' })
    await context.close()
  })
})

describe('choosing an arrow of the argument', () => {
  const no = noOf('ArgumentMap')
  it('says what it takes for granted, inside the canvas and not over the arrow', async () => {
    const context = await newContext(browser)
    const page = await open(context, `${no}?clicks=999`)
    for (const { id, warrant } of register.inferences) {
      const arrow = page.locator(`${slideSelector(no)} [data-part="${id}"]`)
      if ((await arrow.count()) === 0) continue
      await arrow.focus()
      await page.keyboard.press('Enter')
      const words = page.locator(`${slideSelector(no)} .words`)
      await words.waitFor()
      expect(await words.innerText()).toContain(warrant)
      const [box, pill] = [(await words.boundingBox())!, (await arrow.locator('.box').first().boundingBox())!]
      expect(box.y + box.height).toBeLessThanOrEqual(552)
      expect(pill.x >= box.x + box.width || pill.x + pill.width <= box.x, `${id} lies under its own words`).toBe(true)
      await page.keyboard.press('Escape')
    }
    await context.close()
  })
})

describe('in print', () => {
  it('every drawing stands whole, as one image with its words, and nothing asks to be chosen', async () => {
    const context = await newContext(browser)
    const page = await context.newPage()
    await page.goto(`${url}pages?print&range=${withDrawing.map(({ no }) => no).join(',')}`)
    await page.locator('#pages[data-ready]').waitFor({ timeout: 30_000 })
    for (const { no } of withDrawing) {
      // Before it come the chosen steps.
      const slide = page.locator(slideSelector(no)).last()
      const svg = slide.locator('svg.drawing')
      expect(await svg.getAttribute('role')).toBe('img')
      expect(await svg.locator('[role=button], .unrevealed, .unsaid').count()).toBe(0)
      expect(await slide.locator('figure li, .step-map li').count()).toBeGreaterThan(0)
    }
    await context.close()
  })
})

describe('the build', () => {
  it('has no script of Mermaid, ELK or KaTeX', async () => {
    const context = await newContext(browser)
    const page = await context.newPage()
    const { requests } = watch(page, url)
    for (const { no } of [withDrawing[0]!, withDrawing.at(-1)!]) {
      await page.goto(`${url}${no}`)
      await page.waitForLoadState('networkidle')
    }
    const scripts = requests.filter((address) => /\.js(?:\?|$)/.test(address))
    expect(scripts.length).toBeGreaterThan(5)
    expect(scripts.filter((address) => /mermaid|elk|katex|dagre|cytoscape/i.test(address))).toEqual([])
    await context.close()
  })
})

describe('drawing', () => {
  let drawer: Drawer
  beforeAll(async () => {
    drawer = await openDrawer()
  })
  afterAll(() => drawer?.close())

  it('Mermaid reads every source', async () => {
    for (const { name, source } of diagrams) expect(await drawer.parse(source), name).toBeNull()
  })

  it('gives the same picture twice', async () => {
    for (const diagram of diagrams.slice(0, 2)) {
      const [one, two] = [await drawer.draw(diagram), await drawer.draw(diagram)]
      expect(one).toEqual(two)
      expect(hashIn('svg' in one ? one.svg : '')).toBe(sourceHash(diagram))
    }
  })

  it('says of a source that Mermaid cannot read, which drawing and what Mermaid found', async () => {
    const drawn = await drawer.draw({ ...diagrams[0]!, source: 'flowchart TB\n  A[' })
    expect(drawn).toMatchObject({ name: diagrams[0]!.name })
    expect('message' in drawn && drawn.message).toMatch(/^Mermaid cannot draw it: Parse error on line \d/)
  })

  it('says of a drawing that does not fit, how large it is and what room it has', async () => {
    const drawn = await drawer.draw({ ...diagrams[0]!, room: { width: 100, height: 100 } })
    expect('message' in drawn && drawn.message).toMatch(/^too large: \d+ × \d+ canvas pixels at 14.5 px text, and it has 100 × 100\./)
  })

  it('has a label that holds what Mermaid would take for its own', async () => {
    const words = '"Ab" & <c> #1; `d` *e*'
    const drawn = await drawer.draw({ ...diagrams[0]!, name: 'odd', source: `flowchart TB\n  A[${label(words)}] --> B[${label('b')}]\n`, parts: {} })
    const text = 'svg' in drawn ? drawn.svg.replace(/<metadata>.*?<\/metadata>/s, '').replace(/<[^>]*>/g, ' ').replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code))) : drawn.message
    expect(text.replace(/\s+/g, '')).toContain(words.replace(/\s+/g, ''))
  })
})

describe('npm run diagrams', () => {
  it('draws all that is missing, with progress, and takes away what nothing draws', { timeout: 120_000 }, async () => {
    const { folder, remove } = temporaryFolder('diagrams')
    const said: string[] = []
    const complained: string[] = []
    expect(await drawAll(join(projectFolder, 'slides.md'), folder, (line) => said.push(line), (line) => complained.push(line))).toBe(0)
    expect(complained).toEqual([])
    expect(said).toEqual(diagrams.map(({ name }, index) => `${String(index + 1).padStart(String(diagrams.length).length)}/${diagrams.length} public/diagrams/${name}.svg`))
    for (const { name } of diagrams) expect(readPicture(name, folder), name).toMatch(/^<svg /)
    // Drawn on this machine now and kept before, in the same way: the words and parts agree, to the pixel or nearly.
    for (const { name } of diagrams) expect(readPicture(name, folder)!.replace(/[\d.]+/g, '0'), name).toBe(readPicture(name, picturesFolder)!.replace(/[\d.]+/g, '0'))
    remove()
  })
})
