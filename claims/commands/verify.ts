/**
 * `npm run verify [-- <article.txt>]`: checks the register and prints every fault; exit code 1 if there is one.
 * With the article's text, every quote is also checked on its bytes, character by character.
 */
import { existsSync, readFileSync } from 'node:fs'
import { formatDiagnostics } from '../diagnostics.ts'
import { loadRegisterFromDisk } from '../files.ts'

const path = process.argv[2]
if (path !== undefined && !existsSync(path)) {
  console.error(`No file at ${path}. Give the path of the article's text, or nothing to check by the fingerprint alone.`)
  process.exit(1)
}
const { register, diagnostics } = loadRegisterFromDisk(path === undefined ? undefined : readFileSync(path, 'utf8'))
if (!register) {
  console.error(formatDiagnostics(diagnostics))
  process.exit(1)
}
const { claims, sentences, sourcesCited, coverage } = register.counts
const how = path === undefined ? 'by the fingerprint' : 'on the text, character by character'
console.log(
  `${claims} quotes proven verbatim ${how}; ${sentences} sentences covered; ${sourcesCited} sources cited; ` +
    `${Math.round(coverage * 100)}% of the article's characters quoted.`,
)
