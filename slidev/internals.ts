/**
 * The parts of Slidev's client that it does not offer publicly and that the printed deck is made of. All uses of them are
 * here; tests/unit/slidev-print.test.ts fails where Slidev has moved or changed one.
 */
export { createFixedClicks } from '@slidev/client/composables/useClicks.ts'
export { useFixedNav, useNav } from '@slidev/client/composables/useNav.ts'
export { CLICKS_MAX, injectionSlideScale } from '@slidev/client/constants.ts'
export { default as PrintSlideClick } from '@slidev/client/internals/PrintSlideClick.vue'
