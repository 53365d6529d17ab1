import { defineVitePluginsSetup } from '@slidev/types'
import { loadRegisterFromDisk } from '../engine/files.ts'
import { ONE_FILE, oneFile } from '../editions/one-file/plugin.ts'
import { readingPlugin } from '../editions/page/plugin.ts'
import { aheadPlugin } from '../slidev/patches/preload.ts'
import { chunksPlugin } from '../slidev/patches/chunks.ts'
import { drawingsPlugin } from '../editions/figures/plugin.ts'
import { leftOut } from '../slidev/patches/unused-modules.ts'
import { ownPlugin } from '../editions/self-audit-plugin.ts'
import { registerPlugin } from '../slidev/register-plugin.ts'
import { scriptsPlugin } from '../slidev/patches/scripts-plugin.ts'
import { stillPlugin } from '../slidev/patches/no-transition.ts'
import { storyPlugin } from '../slidev/story-plugin.ts'
import { wayPlugin } from '../slidev/patches/talk-length.ts'
import { webPlugin } from '../editions/site/plugin.ts'

export default defineVitePluginsSetup(({ entry, data }) => {
  const drawings = drawingsPlugin(entry)
  const alone = Boolean(process.env[ONE_FILE])
  return [registerPlugin(loadRegisterFromDisk, drawings.refresh), storyPlugin(entry), ownPlugin(entry), drawings, leftOut(data.config.drawings.enabled !== false), wayPlugin(), stillPlugin(), scriptsPlugin(), ...(alone ? oneFile() : [chunksPlugin(), aheadPlugin(), readingPlugin(entry)]), webPlugin({ alone })]
})
