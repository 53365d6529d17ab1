/** The deck has no transitions: Slidev's group of slides becomes a plain element, which does not look for one at every click. */
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
