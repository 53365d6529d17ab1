/**
 * A view without a slide, such as the annex, tells the other windows nothing. Slidev takes it for the first slide, and a
 * window that opened one would take the talk there.
 */
import type { Rewriting } from './rewrite.ts'

export const onlySlidesSend: Rewriting = {
  name: 'only-slides-send',
  module: 'setup/root.ts',
  parts: [['    if (isNotesViewer.value || isPrintMode.value)\n', '    if (!hasPrimarySlide.value || isNotesViewer.value || isPrintMode.value)\n']],
}
