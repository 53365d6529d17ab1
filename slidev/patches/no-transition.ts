/**
 * The deck changes slides without a transition, and Slidev has no setting for that which spares the work: its group of
 * slides is one for transitions, and at every click it works out the styles of the document several times to see whether
 * one is on. Here it is a plain element. A build stops where Slidev no longer has it as it is written here.
 */
import type { Plugin } from 'vite'
import { rewrite, type Rewriting } from './rewrite.ts'

const SHOW = /\/@slidev\/client\/internals\/SlidesShow\.vue$/

/** As Slidev has it, each once. */
export const GROUP: Rewriting = [
  [
    `  <component
    :is="(hasViewTransition && !isPrintMode && !hmrSkipTransition && !disableTransition) ? 'div' : TransitionGroup"
    v-bind="(hmrSkipTransition || disableTransition || isPrintMode) ? {} : currentTransition"
    id="slideshow"
    tag="div"
`,
    `  <div
    id="slideshow"
`,
  ],
  ['    @after-leave="onAfterLeave"\n', ''],
  ['    </template>\n  </component>\n', '    </template>\n  </div>\n'],
]

/** @param code of Slidev's module */
export const noTransition = (code: string): string => rewrite(code, GROUP, { module: 'internals/SlidesShow.vue', knownBy: 'slidev/patches/no-transition.ts' })

export function noTransitionPlugin(): Plugin {
  return {
    name: 'claim-by-claim:still',
    enforce: 'pre',
    transform: { filter: { id: SHOW }, handler: (code) => ({ code: noTransition(code), map: null }) },
  }
}
