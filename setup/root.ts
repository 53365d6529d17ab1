import { defineRootSetup } from '@slidev/types'
import { startDeck } from '../slidev/deck-start.ts'

export default defineRootSetup(startDeck)
