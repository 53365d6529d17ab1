/** Every patch, in the order in which Vite is to run them. CONTRACT.md says what each takes of Slidev. */
import type { Plugin } from 'vite'
import { addonPublicPlugin } from './addon-public.ts'
import { chunksPlugin } from './chunks.ts'
import { noTransitionPlugin } from './no-transition.ts'
import { onlySlidesSendPlugin } from './only-slides-send.ts'
import { preloadPlugin } from './preload.ts'
import { scriptsPlugin } from './scripts-plugin.ts'
import { talkLengthPlugin } from './talk-length.ts'
import { unusedModules } from './unused-modules.ts'

export interface Patched {
  /** Whether the headmatter asks for drawing on slides. */
  readonly drawings: boolean
  /** Whether the build becomes one file, with nothing to divide or to fetch ahead. */
  readonly oneFile: boolean
  /** Folders that Slidev takes as addons: the project, where the brief is in a folder of it. */
  readonly addonRoots: readonly string[]
}

export const patches = ({ drawings, oneFile, addonRoots }: Patched): Plugin[] => [
  unusedModules(drawings),
  talkLengthPlugin(),
  noTransitionPlugin(),
  onlySlidesSendPlugin(),
  scriptsPlugin(),
  addonPublicPlugin(addonRoots),
  ...(oneFile ? [] : [chunksPlugin(), preloadPlugin()]),
]
