/**
 * A view without a slide, such as the annex, tells the other windows nothing. Slidev takes it for the first slide, and on
 * this machine each window that opens one would take the talk there. Slidev has no setting for it that a view can make.
 * A build stops where Slidev no longer has it as it is written here.
 */
import type { Plugin } from 'vite'
import { rewrite, type Rewriting } from './rewrite.ts'

const ROOT = /\/@slidev\/client\/setup\/root\.ts$/

/** As Slidev has it, each once. */
export const SENDING: Rewriting = [
  ['    if (isNotesViewer.value || isPrintMode.value)\n      return\n', '    if (!hasPrimarySlide.value || isNotesViewer.value || isPrintMode.value)\n      return\n'],
]

/**
 * @param code of Slidev's module
 * @throws Error where it does not stand there once
 */
export const onlySlidesSend = (code: string): string => rewrite(code, SENDING, { module: 'setup/root.ts', knownBy: 'slidev/patches/only-slides-send.ts' })

export function onlySlidesSendPlugin(): Plugin {
  return {
    name: 'claim-by-claim:only-slides-send',
    enforce: 'pre',
    transform: { filter: { id: ROOT }, handler: (code) => ({ code: onlySlidesSend(code), map: null }) },
  }
}
