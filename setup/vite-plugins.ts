import { defineVitePluginsSetup } from '@slidev/types'
import { loadRegisterFromDisk } from '../claims/files.ts'
import { drawingsPlugin } from './drawings-plugin.ts'
import { ownPlugin } from './own-plugin.ts'
import { registerPlugin } from './register-plugin.ts'
import { storyPlugin } from './story-plugin.ts'
import { withoutGoto } from './without-goto.ts'

export default defineVitePluginsSetup(({ entry }) => {
  const drawings = drawingsPlugin(entry)
  return [registerPlugin(loadRegisterFromDisk, drawings.refresh), storyPlugin(entry), ownPlugin(entry), drawings, withoutGoto()]
})
