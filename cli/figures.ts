/** `npm run figures`: draws every figure. One that cannot be drawn keeps its old picture, and the exit code is 1. */
import { formatDiagnostics } from '../engine/register/diagnostics.ts'
import { loadBrief } from '../engine/brief.ts'
import { deck } from '../slidev/deck.ts'
import { briefAsked } from './brief.ts'
import { openDrawer } from '../editions/figures/draw.ts'
import { figurePath, figureFolder, readFigure, removeOthers, writeFigure } from '../editions/figures/store.ts'

export async function drawAll(
  brief: string,
  folder = figureFolder(brief),
  say: (line: string) => void = console.log,
  complain: (line: string) => void = console.error,
): Promise<0 | 1> {
  const loaded = await loadBrief(brief, deck)
  const faults = loaded.diagnostics.filter(({ code }) => !loaded.brief || code === 'drawing-without-words')
  if (faults.length > 0) complain(formatDiagnostics(faults, loaded.brief ? 'the story' : undefined))
  if (!loaded.brief) return 1
  const { figures } = loaded.brief
  const drawer = await openDrawer()
  let failed = faults.length
  try {
    for (const [index, figure] of figures.entries()) {
      const drawn = await drawer.draw(figure)
      const progress = `${String(index + 1).padStart(String(figures.length).length)}/${figures.length}`
      if ('message' in drawn) {
        failed++
        complain(`${progress} ${figurePath(drawn.name)}: ${drawn.message}`)
        continue
      }
      const same = readFigure(drawn.name, folder) === drawn.svg
      if (!same) writeFigure(drawn.name, drawn.svg, folder)
      say(`${progress} ${figurePath(drawn.name)}${same ? ', unchanged' : ''}`)
    }
  } finally {
    await drawer.close()
  }
  for (const name of removeOthers(figures, folder)) say(`      ${figurePath(name)}: removed (no longer used)`)
  return failed === 0 ? 0 : 1
}

export const run = (words: readonly string[]): Promise<number> => drawAll(briefAsked(words).brief)
