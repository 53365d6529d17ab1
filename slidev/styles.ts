/** Style sheets that Slidev puts into the page by script, word for word: the policy names each by its hash. */

/** `@slidev/client/logic/dark.ts`. */
const NO_TRANSITIONS =
  '*,*::before,*::after{-webkit-transition:none!important;-moz-transition:none!important;-o-transition:none!important;-ms-transition:none!important;transition:none!important}'

/** `@slidev/client/composables/usePrintStyles.ts`, on the canvas of slides.md; empty where nothing is printed. */
const PRINT = `
@page {
  size: 980px 552px;
  margin: 0px;
}

* {
  transition: none !important;
  transition-duration: 0s !important;
}`

export const SLIDEV_STYLES: readonly string[] = [NO_TRANSITIONS, PRINT, '']

/** Where Slidev’s app starts; the reading page has none. */
export const isSlidev = (html: string): boolean => html.includes('<div id="app"></div>')
