/** Slidev takes a view without a slide, such as the annex, for the first slide, and would take the talk there. */
import type { Rewriting } from './rewrite.ts'

export const onlySlidesSend: Rewriting = {
  name: 'only-slides-send',
  module: 'setup/root.ts',
  parts: [
    [
      '    if (isNotesViewer.value || isPrintMode.value)\n',
      '    if (!hasPrimarySlide.value || isNotesViewer.value || isPrintMode.value)\n',
    ],
  ],
}
