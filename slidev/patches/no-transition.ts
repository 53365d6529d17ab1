/** Slidev's group of slides looks for a transition at every click, and the deck has none. */
import type { Rewriting } from './rewrite.ts'

export const noTransition: Rewriting = {
  name: 'no-transition',
  module: 'internals/SlidesShow.vue',
  parts: [
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
  ],
}
