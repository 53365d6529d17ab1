import { dirname } from 'node:path'
import { defineVitePluginsSetup } from '@slidev/types'
import { briefPlugin } from '../editions/brief-plugin.ts'
import { ONE_FILE, oneFile } from '../editions/one-file/plugin.ts'
import { pagePlugin } from '../editions/page/plugin.ts'
import { sitePlugin } from '../editions/site/plugin.ts'
import { chunksPlugin } from '../slidev/patches/chunks.ts'
import { noTransitionPlugin } from '../slidev/patches/no-transition.ts'
import { preloadPlugin } from '../slidev/patches/preload.ts'
import { scriptsPlugin } from '../slidev/patches/scripts-plugin.ts'
import { talkLengthPlugin } from '../slidev/patches/talk-length.ts'
import { unusedModules } from '../slidev/patches/unused-modules.ts'

export default defineVitePluginsSetup(({ entry, data }) => {
  const brief = dirname(entry)
  const alone = Boolean(process.env[ONE_FILE])
  const patches = [unusedModules(data.config.drawings.enabled !== false), talkLengthPlugin(), noTransitionPlugin(), scriptsPlugin()]
  return [briefPlugin(brief), ...patches, ...(alone ? oneFile() : [chunksPlugin(), preloadPlugin(), pagePlugin(brief)]), sitePlugin({ alone })]
})
