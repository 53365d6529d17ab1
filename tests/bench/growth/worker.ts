/**
 * Runs in a copy of the project whose register has grown, beside the copy's own files: makes what stands in the way of
 * its pages up to date, or renders the reading page. Prints what it measured, as JSON.
 *
 * Mermaid is not asked to draw the larger register: each picture stays as it is and is taken for the new one, because
 * what grows here is not what Mermaid does.
 */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { loadRegisterFromDisk } from '../../../engine/files.ts'
import { allDiagrams } from '../../../editions/figures/all.ts'
import { hashIn, readPicture, sourceHash, stalePictures, writePicture } from '../../../editions/figures/store.ts'
import { readingPage } from '../../../editions/page/render.ts'

const entry = join(fileURLToPath(new URL('../../..', import.meta.url)), 'slides.md')

async function takePictures(): Promise<void> {
  const { diagrams } = await allDiagrams(loadRegisterFromDisk().register!, entry)
  const [first] = diagrams
  for (const { name } of stalePictures(diagrams)) {
    // An argument that has become too large for one drawing has further ones.
    const svg = readPicture(name) ?? readPicture(first!.name)!
    writePicture(name, svg.replace(hashIn(svg)!, sourceHash(diagrams.find((diagram) => diagram.name === name)!)))
  }
}

if (process.argv[2] === 'pictures') await takePictures()
else {
  const start = performance.now()
  const html = await readingPage(entry)
  console.log(JSON.stringify({ ms: performance.now() - start, bytes: gzipSync(html).length }))
}
