/** `slidev export`, once and for real: a page for every slide, and the drawings on their pages with all their words. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadRegisterFromDisk } from '../../claims/files.ts'
import { allDiagrams } from '../../editions/diagrams/all.ts'
import { readPicture } from '../../editions/diagrams/store.ts'
import { getBrowser } from '../../editions/browser.ts'
import { drawingOf } from '../../setup/drawings-plugin.ts'
import { projectFolder, runSlidev, temporaryFolder } from '../support/deck.ts'
import { loadSlides } from '../support/slides.ts'
import { textsOf } from '../support/pictures.ts'

const { folder, remove } = temporaryFolder('export')
afterAll(remove)

const slides = await loadSlides()
const { diagrams } = await allDiagrams(loadRegisterFromDisk().register!, join(projectFolder, 'slides.md'))
const squeezed = (text: string) => text.replace(/\s+/g, '')

let pdf: PDFDocumentProxy
beforeAll(async () => {
  const { path } = await getBrowser()
  const output = join(folder, 'briefing.pdf')
  const { code, output: said } = await runSlidev(['export', '--output', output, '--executable-path', path, '--timeout', '120000']).ended
  expect(code, said).toBe(0)
  pdf = await getDocument({ data: new Uint8Array(readFileSync(output)), verbosity: 0 }).promise
}, 180_000)

it('has a page for every slide, in its proportions', async () => {
  expect(pdf.numPages).toBe(slides.length)
  for (let no = 1; no <= pdf.numPages; no++) {
    const { width, height } = (await pdf.getPage(no)).getViewport({ scale: 1 })
    expect(width / height).toBeCloseTo(16 / 9, 1)
  }
})

it.each(diagrams.map(({ name }) => [name]))('has every label of the drawing %s on one page', async (name) => {
  const labels = textsOf(drawingOf(readPicture(name)!).tree)
  expect(labels.length).toBeGreaterThan(4)
  const missing: string[][] = []
  for (let no = 1; no <= pdf.numPages; no++) {
    const { items } = await (await pdf.getPage(no)).getTextContent()
    const text = squeezed(items.map((item) => ('str' in item ? item.str : '')).join(''))
    missing.push(labels.filter((label) => !text.includes(squeezed(label))))
  }
  const best = missing.toSorted((a, b) => a.length - b.length)[0]
  expect(best).toEqual([])
})
