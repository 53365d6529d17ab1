/**
 * The deck's notion of the next slide and the one before. Slidev adds 1 and takes 1, in its keys, its bar, its swipes and
 * the presenter's look ahead, all by one module, and has no setting for it; here that module asks the chosen way
 * (composables/talk-length.ts). A build stops where Slidev no longer has it as it is written here.
 */
import { fileURLToPath } from 'node:url'
import { normalizePath, type Plugin } from 'vite'
import { rewrite, type Rewriting } from './rewrite.ts'

const NAV = /\/@slidev\/client\/composables\/useNav\.ts$/
const WAY = normalizePath(fileURLToPath(new URL('../../composables/talk-length.ts', import.meta.url)))

/** As Slidev has it, each once. */
export const MOVES: Rewriting = [
  ['slides.value[Math.min(slides.value.length, currentSlideNo.value + 1) - 1]', 'slides.value[slideBeside(slides.value, currentSlideNo.value, 1) - 1]'],
  ['slides.value[Math.max(1, currentSlideNo.value - 1) - 1]', 'slides.value[slideBeside(slides.value, currentSlideNo.value, -1) - 1]'],
  ['currentSlideNo.value + 1,', 'slideBeside(slides.value, currentSlideNo.value, 1),'],
  ['currentSlideNo.value - 1,', 'slideBeside(slides.value, currentSlideNo.value, -1),'],
]

/**
 * @param code of Slidev's module
 * @throws Error where a move is not there once
 */
export const followTalkLength = (code: string): string => `import { slideBeside } from ${JSON.stringify(WAY)}\n${rewrite(code, MOVES, { module: 'composables/useNav.ts', knownBy: 'slidev/patches/talk-length.ts' })}`

export function talkLengthPlugin(): Plugin {
  return {
    name: 'claim-by-claim:way',
    enforce: 'pre',
    transform: { filter: { id: NAV }, handler: (code) => ({ code: followTalkLength(code), map: null }) },
  }
}
