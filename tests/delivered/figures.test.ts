/** The drawings as they are made, and as they come in print: with all their words, and with nothing that draws. */
import type { Browser } from 'playwright-chromium'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { label } from '../../engine/figures/spec.ts'
import { triangleFigure, TRIANGLES } from '../../engine/figures/triangle.ts'
import { drawAll } from '../../cli/figures.ts'
import { type Drawer, openDrawer } from '../../editions/figures/draw.ts'
import { hashIn, figureFolder, readFigure, sourceHash } from '../../editions/figures/store.ts'
import { newContext, openBrowser, projectFolder, temporaryFolder, watch } from '../support/deck.ts'
import { slideSelector } from '../support/measure-slide.ts'
import { loadSlides, slidesWithFigure } from '../support/slides.ts'
import { ownBrief } from '../support/brief.ts'
import { withCorners } from '../support/figures.ts'

const url = inject('deckUrl')
const { figures: specs } = await ownBrief()
const withFigure = slidesWithFigure(await loadSlides())

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

describe('in print', () => {
  it('every drawing stands whole, as one image with its words, and nothing asks to be chosen', async () => {
    const context = await newContext(browser)
    const page = await context.newPage()
    await page.goto(`${url}pages?print&range=${withFigure.map(({ no }) => no).join(',')}`)
    await page.locator('#pages[data-ready]').waitFor({ timeout: 30_000 })
    for (const { no } of withFigure) {
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
    for (const { no } of [withFigure[0]!, withFigure.at(-1)!]) {
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
    for (const { name, source } of specs) expect(await drawer.parse(source), name).toBeNull()
  })

  it.each([2, 3, 4])('draws a figure with %i corners and long names, and it fits its slide', async (corners) => {
    for (const view of TRIANGLES) expect(await drawer.draw(triangleFigure(withCorners(corners), view)), view).toHaveProperty('svg')
  })

  it('gives the same picture twice', async () => {
    for (const spec of specs.slice(0, 2)) {
      const [one, two] = [await drawer.draw(spec), await drawer.draw(spec)]
      expect(one).toEqual(two)
      expect(hashIn('svg' in one ? one.svg : '')).toBe(sourceHash(spec))
    }
  })

  it('says of a source that Mermaid cannot read, which drawing and what Mermaid found', async () => {
    const drawn = await drawer.draw({ ...specs[0]!, source: 'flowchart TB\n  A[' })
    expect(drawn).toMatchObject({ name: specs[0]!.name })
    expect('message' in drawn && drawn.message).toMatch(/^Mermaid cannot draw it: Parse error on line \d/)
  })

  it('says of a drawing that does not fit, how large it is and what room it has', async () => {
    const drawn = await drawer.draw({ ...specs[0]!, room: { width: 100, height: 100 } })
    expect('message' in drawn && drawn.message).toMatch(/^too large: \d+ × \d+ canvas pixels at 14.5 px text, and it has 100 × 100\./)
  })

  it('has a label that holds what Mermaid would take for its own', async () => {
    const words = '"Ab" & <c> #1; `d` *e*'
    const drawn = await drawer.draw({
      ...specs[0]!,
      name: 'odd',
      source: `flowchart TB\n  A[${label(words)}] --> B[${label('b')}]\n`,
      parts: {},
    })
    const text =
      'svg' in drawn
        ? drawn.svg
            .replace(/<metadata>.*?<\/metadata>/s, '')
            .replace(/<[^>]*>/g, ' ')
            .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
        : drawn.message
    expect(text.replace(/\s+/g, '')).toContain(words.replace(/\s+/g, ''))
  })
})

describe('npm run figures', () => {
  it('draws all that is missing, with progress, and takes away what nothing draws', async () => {
    const { folder, remove } = temporaryFolder('diagrams')
    const said: string[] = []
    const complained: string[] = []
    expect(
      await drawAll(
        projectFolder,
        folder,
        (line) => said.push(line),
        (line) => complained.push(line),
      ),
    ).toBe(0)
    expect(complained).toEqual([])
    expect(said).toEqual(
      specs.map(
        ({ name }, index) => `${String(index + 1).padStart(String(specs.length).length)}/${specs.length} public/diagrams/${name}.svg`,
      ),
    )
    for (const { name } of specs) expect(readFigure(name, folder), name).toMatch(/^<svg /)
    // Drawn on this machine now and kept before, in the same way: the words and parts agree, to the pixel or nearly.
    for (const { name } of specs)
      expect(readFigure(name, folder)!.replace(/[\d.]+/g, '0'), name).toBe(
        readFigure(name, figureFolder(projectFolder))!.replace(/[\d.]+/g, '0'),
      )
    remove()
  })
})
