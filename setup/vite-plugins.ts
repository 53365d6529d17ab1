import { defineVitePluginsSetup } from '@slidev/types'
import { loadRegisterFromDisk } from '../claims/files.ts'
import { ONE_FILE, oneFile } from '../editions/one-file/plugin.ts'
import { readingPlugin } from '../editions/read/plugin.ts'
import { aheadPlugin } from './ahead-plugin.ts'
import { chunksPlugin } from './chunks-plugin.ts'
import { drawingsPlugin } from './drawings-plugin.ts'
import { leftOut } from './left-out.ts'
import { ownPlugin } from './own-plugin.ts'
import { registerPlugin } from './register-plugin.ts'
import { scriptsPlugin } from './scripts-plugin.ts'
import { stillPlugin } from './still-plugin.ts'
import { storyPlugin } from './story-plugin.ts'
import { wayPlugin } from './way-plugin.ts'
import { webPlugin } from './web-plugin.ts'

export default defineVitePluginsSetup(({ entry, data }) => {
  const drawings = drawingsPlugin(entry)
  const alone = Boolean(process.env[ONE_FILE])
  return [registerPlugin(loadRegisterFromDisk, drawings.refresh), storyPlugin(entry), ownPlugin(entry), drawings, leftOut(data.config.drawings.enabled !== false), wayPlugin(), stillPlugin(), scriptsPlugin(), ...(alone ? oneFile() : [chunksPlugin(), aheadPlugin(), readingPlugin(entry)]), webPlugin({ alone })]
})
