import { defineVitePluginsSetup } from '@slidev/types'
import { deckPlugins } from '../editions/plugins.ts'

export default defineVitePluginsSetup(deckPlugins)
