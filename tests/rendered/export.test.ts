/** `slidev export`, once and for real: a page for every slide. What stands on the pages is for tests/pdf. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { getBrowser } from '../../editions/browser.ts'
import { runSlidev, slidevProgram, temporaryFolder } from '../support/deck.ts'
import { loadSlides } from '../support/slides.ts'

const { folder, remove } = temporaryFolder('export')
afterAll(remove)

/** The library that Slidev itself writes its PDF with. */
interface PdfLib {
  readonly PDFDocument: { readonly load: (bytes: Uint8Array) => Promise<{ readonly getPages: () => { readonly getSize: () => { width: number; height: number } }[] }> }
}
const { PDFDocument } = createRequire(slidevProgram)('pdf-lib') as PdfLib

it('gives a PDF with a page for every slide', { timeout: 180_000 }, async () => {
  const { path } = await getBrowser()
  const output = join(folder, 'briefing.pdf')
  const slidev = runSlidev(['export', '--output', output, '--executable-path', path, '--timeout', '120000'])
  const { code, output: said } = await slidev.ended
  expect(code, said).toBe(0)
  const pages = (await PDFDocument.load(readFileSync(output))).getPages().map((page) => page.getSize())
  const slides = await loadSlides()
  expect(pages).toHaveLength(slides.length)
  for (const { width, height } of pages) expect(width / height).toBeCloseTo(16 / 9, 1)
})
