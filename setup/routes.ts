import { defineRoutesSetup } from '@slidev/types'
import { deckRoutes } from '../slidev/routes.ts'

export default defineRoutesSetup(deckRoutes)
