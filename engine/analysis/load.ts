import type { Diagnostic } from '../register/diagnostics.ts'
import { sha256 } from '../register/fingerprint.ts'
import { parseRegister, type RegisterTexts } from '../register/parse.ts'
import { deriveRegister, type Register } from './register.ts'
import { checkRules, checkText } from '../register/rules.ts'

export interface Loaded {
  /** Null where anything is wrong. */
  readonly register: Register | null
  /** In the order of files and lines. */
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * @param texts the content of each file of `claims/`
 * @param article the article's text, where it is at hand: then every quote is checked on it, character by character
 */
export function loadRegister(texts: RegisterTexts, article?: string): Loaded {
  const { parts, diagnostics: faults } = parseRegister(texts)
  const diagnostics = [...faults, ...checkRules(parts), ...(article === undefined ? [] : checkText(parts, article, sha256(article)))].sort(
    (a, b) => a.file.localeCompare(b.file) || a.line - b.line,
  )
  return { register: diagnostics.length === 0 ? deriveRegister(parts, article) : null, diagnostics }
}
