/**
 * `npm run diagrams`: draws every diagram anew into public/diagrams, with progress, and takes away what none has any
 * more. Exit code 1 where one could not be drawn; the others are drawn all the same, and its old picture stays.
 */
import { fileURLToPath } from 'node:url'
import { formatDiagnostics } from '../engine/register/diagnostics.ts'
import { loadRegisterFromDisk } from '../engine/files.ts'
import { BrowserNotFound } from '../editions/browser/browser.ts'
import { allDiagrams } from '../editions/figures/all.ts'
import { openDrawer } from '../editions/figures/draw.ts'
import { picturePath, readPicture, removeOthers, writePicture } from '../editions/figures/store.ts'

/** @returns the exit code */
export async function drawAll(entry: string, folder?: string, say: (line: string) => void = console.log, complain: (line: string) => void = console.error): Promise<0 | 1> {
  const { register, diagnostics } = loadRegisterFromDisk()
  if (!register) {
    complain(formatDiagnostics(diagnostics))
    return 1
  }
  const { diagrams, diagnostics: faults } = await allDiagrams(register, entry)
  if (faults.length > 0) complain(formatDiagnostics(faults, 'the story'))
  const drawer = await openDrawer()
  let failed = faults.length
  try {
    for (const [index, diagram] of diagrams.entries()) {
      const drawn = await drawer.draw(diagram)
      const progress = `${String(index + 1).padStart(String(diagrams.length).length)}/${diagrams.length}`
      if ('message' in drawn) {
        failed++
        complain(`${progress} ${picturePath(drawn.name)}: ${drawn.message}`)
        continue
      }
      const same = readPicture(drawn.name, folder) === drawn.svg
      if (!same) writePicture(drawn.name, drawn.svg, folder)
      say(`${progress} ${picturePath(drawn.name)}${same ? ', as it was' : ''}`)
    }
  } finally {
    await drawer.close()
  }
  for (const name of removeOthers(diagrams, folder)) say(`      ${picturePath(name)}: taken away, nothing draws it any more`)
  return failed === 0 ? 0 : 1
}

if (import.meta.main) {
  try {
    process.exitCode = await drawAll(fileURLToPath(new URL('../slides.md', import.meta.url)))
  } catch (error) {
    if (!(error instanceof BrowserNotFound)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}
