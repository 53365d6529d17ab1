/**
 * A Mermaid fence becomes the drawing made from it beforehand. This runs before Slidev's own transformer, which would
 * draw it in the browser and bring all of Mermaid into the build.
 */
import type { CodeblockTransformer } from '@slidev/types'
import { fenceFigure } from '../engine/figures/fence.ts'

/** @returns what replaces the fence; undefined where it is not Mermaid's */
export const figureFence: CodeblockTransformer = ({ info, code }) => {
  if (!/^mermaid\b/.test(info)) return undefined
  const diagram = fenceFigure(code)
  // The brief's plugin reports what it lacks, with file and line.
  return typeof diagram === 'string' ? '<p></p>' : `<PageFigure name="${diagram.name}" />`
}
