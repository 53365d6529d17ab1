import { defineAppSetup } from '@slidev/types'
import { giveBackFocus } from '../slidev/focus.ts'

export default defineAppSetup(giveBackFocus)
