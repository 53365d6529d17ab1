/** The internal parts of Slidev's client that the printed deck is made of. No other file imports any. */
export { createFixedClicks } from '@slidev/client/composables/useClicks.ts'
export { useFixedNav, useNav } from '@slidev/client/composables/useNav.ts'
export { CLICKS_MAX, injectionSlideScale } from '@slidev/client/constants.ts'
export { default as PrintSlideClick } from '@slidev/client/internals/PrintSlideClick.vue'
