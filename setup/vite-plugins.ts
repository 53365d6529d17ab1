import { defineVitePluginsSetup } from '@slidev/types'
import { registerPlugin } from './register-plugin.ts'

export default defineVitePluginsSetup(() => [registerPlugin()])
