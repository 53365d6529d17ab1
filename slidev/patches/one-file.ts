import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { outputsOf, type Rewriting, rewriting } from './rewrite.ts'

/** Slidev lets a window of the same machine lead the presenter's, and knows it by its host; a file has none. */
export const trusted: Rewriting = {
  name: 'one-file',
  module: 'constants.ts',
  parts: [['TRUST_ORIGINS = [', `TRUST_ORIGINS = [ '',`]],
}

const LOGO = fileURLToPath(import.meta.resolve('@slidev/client/assets/logo.svg'))
/** Typefaces for the PDF alone: a quarter of the size for nothing here. */
const PRINT_FONTS = /\/slidev\/print\/print-fonts\.css$/

export const oneFilePatches = (): Plugin[] => [
  rewriting(trusted),
  {
    name: 'claim-by-claim:one-file-only',
    config: () => ({
      // Links to Slidev's other views begin with the base: with `./` they would lead to the file's folder.
      define: { 'import.meta.env.BASE_URL': '""' },
      // The logo in Slidev's “about” box, as a vector: a twentieth of the size.
      resolve: { alias: [{ find: /^\.\.\/assets\/logo\.png$/, replacement: LOGO }] },
      build: { copyPublicDir: false, modulePreload: false as const },
    }),
    configResolved(config) {
      // A build without any division refuses Slidev's own.
      for (const output of outputsOf(config)) delete output.manualChunks
    },
    load: { filter: { id: PRINT_FONTS }, handler: () => '' },
  },
]
