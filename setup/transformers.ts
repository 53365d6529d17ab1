/**
 * A Mermaid fence becomes the drawing made from it beforehand. This runs before Slidev's own transformer, which would
 * draw it in the browser and bring all of Mermaid into the build.
 */
import { defineTransformersSetup } from '@slidev/types'
import { fenceDiagram } from '../engine/figures/fence.ts'

export default defineTransformersSetup(() => ({
  pre: [],
  preCodeblock: [],
  postCodeblock: [],
  post: [],
  codeblocks: [
    ({ info, code }) => {
      if (!/^mermaid\b/.test(info)) return undefined
      const diagram = fenceDiagram(code)
      // What it lacks is told by the drawings' plugin, with file and line.
      return typeof diagram === 'string' ? '<p></p>' : `<PageDrawing name="${diagram.name}" />`
    },
  ],
}))
