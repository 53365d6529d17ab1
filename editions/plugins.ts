import { dirname } from 'node:path'
import type { ResolvedSlidevOptions } from '@slidev/types'
import type { PluginOption } from 'vite'
import { patches } from '../slidev/patches/all.ts'
import { briefPlugin } from './brief-plugin.ts'
import { ONE_FILE, oneFile } from './one-file/plugin.ts'
import { pagePlugin } from './page/plugin.ts'
import { sitePlugin } from './site/plugin.ts'

/** In the order in which Vite is to run them. */
export function deckPlugins({ entry, data, addonRoots }: Pick<ResolvedSlidevOptions, 'entry' | 'data' | 'addonRoots'>): PluginOption[] {
  const brief = dirname(entry)
  const alone = Boolean(process.env[ONE_FILE])
  return [
    briefPlugin(brief),
    ...patches({ drawings: data.config.drawings.enabled !== false, oneFile: alone, addonRoots }),
    ...(alone ? oneFile() : [pagePlugin(brief)]),
    sitePlugin({ alone }),
  ]
}
