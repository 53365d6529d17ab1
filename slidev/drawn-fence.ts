import type { CodeblockTransformer } from '@slidev/types'
import { fenceFigure } from '../engine/figures/fence.ts'

/** Slidev's own transformer would bring all of Mermaid into the build. What a fence lacks, the brief's plugin reports. */
export const figureFence: CodeblockTransformer = ({ info, code }) => {
  if (!/^mermaid\b/.test(info)) return undefined
  const diagram = fenceFigure(code)
  return typeof diagram === 'string' ? '<p></p>' : `<PageFigure name="${diagram.name}" />`
}
