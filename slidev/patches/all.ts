import type { Plugin } from 'vite'
import { addonPublicPlugin } from './addon-public.ts'
import { chunksPlugin } from './chunks.ts'
import { noTransition } from './no-transition.ts'
import { oneFilePatches } from './one-file.ts'
import { onlySlidesSend } from './only-slides-send.ts'
import { preloadPlugin } from './preload.ts'
import { rewriting } from './rewrite.ts'
import { scriptsPlugin } from './scripts-plugin.ts'
import { talkLength } from './talk-length.ts'
import { unusedModules } from './unused-modules.ts'

interface Patched {
  /** Whether the headmatter asks for drawing on slides. */
  readonly drawings: boolean
  /** It has nothing to divide or to fetch ahead. */
  readonly oneFile: boolean
  /** Folders that Slidev takes as addons: the project, for a brief in a folder of it. */
  readonly addonRoots: readonly string[]
}

/** In the order in which Vite is to run them. */
export const patches = ({ drawings, oneFile, addonRoots }: Patched): Plugin[] => [
  unusedModules(drawings),
  ...[talkLength, noTransition, onlySlidesSend].map(rewriting),
  scriptsPlugin(),
  addonPublicPlugin(addonRoots),
  ...(oneFile ? oneFilePatches() : [chunksPlugin(), preloadPlugin()]),
]
