/**
 * Leaves Slidev's own “Goto” dialog out of the deck, with the fuzzy search it brings: the palette stands in its place
 * (setup/shortcuts.ts). Slidev has no setting for it, so its internal component is resolved to one that shows nothing.
 * `tests/unit/slidev-goto.test.ts` fails where Slidev no longer has it there.
 */
import type { Plugin } from 'vite'

/** As Slidev's own components import it. */
export const GOTO = { request: './Goto.vue', alsoRequest: '../internals/Goto.vue', importer: /\/@slidev\/client\/(?:internals|pages)\/[^/]+\.vue/ }

const EMPTY = '\0claim-by-claim:no-goto'

export const withoutGoto = (): Plugin => ({
  name: 'claim-by-claim:without-goto',
  enforce: 'pre',
  resolveId: (id, importer) => ((id === GOTO.request || id === GOTO.alsoRequest) && importer && GOTO.importer.test(importer.replaceAll('\\', '/')) ? EMPTY : undefined),
  load: (id) => (id === EMPTY ? 'export default { render: () => null }' : undefined),
})
