import { defineShortcutsSetup } from '@slidev/types'
import { deckShortcuts } from '../slidev/shortcuts.ts'

export default defineShortcutsSetup(deckShortcuts)
