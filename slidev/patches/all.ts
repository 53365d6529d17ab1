/** Every patch, in the order in which Vite is to run them. CONTRACT.md says what each takes of Slidev. */
import type { Plugin } from 'vite'
import { chunksPlugin } from './chunks.ts'
import { noTransitionPlugin } from './no-transition.ts'
import { preloadPlugin } from './preload.ts'
import { scriptsPlugin } from './scripts-plugin.ts'
import { talkLengthPlugin } from './talk-length.ts'
import { unusedModules } from './unused-modules.ts'

export interface Patched {
  /** Whether the headmatter asks for drawing on slides. */
  readonly drawings: boolean
  /** Whether the build becomes one file, with nothing to divide or to fetch ahead. */
  readonly oneFile: boolean
}

export const patches = ({ drawings, oneFile }: Patched): Plugin[] => [
  unusedModules(drawings),
  talkLengthPlugin(),
  noTransitionPlugin(),
  scriptsPlugin(),
  ...(oneFile ? [] : [chunksPlugin(), preloadPlugin()]),
]
