/**
 * Runs in a copy of the project whose register has grown, beside the copy's own files: makes what stands in the way of
 * its pages up to date, or renders the reading page. Prints what it measured, as JSON.
 *
 * Mermaid is not asked to draw the larger register: each picture stays as it is and is taken for the new one, because
 * what grows here is not what Mermaid does.
 */
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { hashIn, figureFolder, readFigure, sourceHash, staleFigures, writeFigure } from '../../../editions/figures/store.ts'
import { renderPage } from '../../../editions/page/render.ts'
import { loadBrief } from '../../../engine/brief.ts'
import { deck } from '../../../slidev/deck.ts'

const folder = fileURLToPath(new URL('../../..', import.meta.url))
const pictures = figureFolder(folder)

async function takePictures(): Promise<void> {
  const { brief, faults } = await loadBrief(folder, deck)
  if (!brief) throw new Error(faults ?? '')
  const { figures: specs } = brief
  const [first] = specs
  for (const { name } of staleFigures(specs, pictures)) {
    // An argument that has become too large for one drawing has further ones.
    const svg = readFigure(name, pictures) ?? readFigure(first!.name, pictures)!
    writeFigure(name, svg.replace(hashIn(svg)!, sourceHash(specs.find((spec) => spec.name === name)!)), pictures)
  }
}

if (process.argv[2] === 'pictures') await takePictures()
else {
  const start = performance.now()
  const html = await renderPage(folder)
  console.log(JSON.stringify({ ms: performance.now() - start, bytes: gzipSync(html).length }))
}
