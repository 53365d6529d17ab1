/** The next slide and the one before are those of the chosen talk. */
import { importOf, type Rewriting } from './rewrite.ts'

export const talkLength: Rewriting = {
  name: 'talk-length',
  module: 'composables/useNav.ts',
  parts: [
    [
      'slides.value[Math.min(slides.value.length, currentSlideNo.value + 1) - 1]',
      'slides.value[slideBeside(slides.value, currentSlideNo.value, 1) - 1]',
    ],
    ['slides.value[Math.max(1, currentSlideNo.value - 1) - 1]', 'slides.value[slideBeside(slides.value, currentSlideNo.value, -1) - 1]'],
    ['currentSlideNo.value + 1,', 'slideBeside(slides.value, currentSlideNo.value, 1),'],
    ['currentSlideNo.value - 1,', 'slideBeside(slides.value, currentSlideNo.value, -1),'],
  ],
  head: importOf('slideBeside', new URL('../../composables/talk-length.ts', import.meta.url)),
}
