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

export interface Patched {
  readonly drawings: boolean
  readonly oneFile: boolean
  /** Folders that Slidev takes as addons: the project, where the brief is in a folder of it. */
  readonly addonRoots: readonly string[]
}

/**
 * Every patch, in the order in which Vite is to run them. With `drawings` the headmatter asks for drawing on slides; one file
 * has nothing to divide or to fetch ahead.
 */
export const patches = ({ drawings, oneFile, addonRoots }: Patched): Plugin[] => [
  unusedModules(drawings),
  rewriting(talkLength),
  rewriting(noTransition),
  rewriting(onlySlidesSend),
  scriptsPlugin(),
  addonPublicPlugin(addonRoots),
  ...(oneFile ? oneFilePatches() : [chunksPlugin(), preloadPlugin()]),
]
