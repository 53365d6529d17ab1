import { definePreparserSetup } from '@slidev/types'
import { getBrowser } from '../editions/browser/browser.ts'
import { beforeParsing } from '../slidev/before-parsing.ts'

export default definePreparserSetup(({ filepath, mode }) => beforeParsing(filepath, mode === 'export' ? getBrowser : undefined))
