import { defineVitePluginsSetup } from '@slidev/types'
import { registerPlugin } from './register-plugin.ts'
import { storyPlugin } from './story-plugin.ts'

export default defineVitePluginsSetup(({ entry }) => [registerPlugin(), storyPlugin(entry)])
