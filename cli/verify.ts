/** `npm run verify [-- brief] [<article.txt>]`: with the article's text, every quote is also checked character by character. */
import { readFileSync, statSync } from 'node:fs'
import { formatDiagnostics } from '../engine/register/diagnostics.ts'
import { loadBrief, readRegisterTexts, unknownFiles } from '../engine/brief.ts'
import { deck, projectFolder } from '../slidev/deck.ts'
import { briefAsked, pathAsked } from './brief.ts'
import { loadRegister } from '../engine/analysis/load.ts'

/**
 * @param article path of the article's text
 * @param folder of the brief
 */
export function verify(article?: string, folder = projectFolder): { readonly code: 0 | 1; readonly text: string } {
  if (article !== undefined && !statSync(article, { throwIfNoEntry: false })?.isFile())
    return { code: 1, text: `No file at ${article}. Give the path of the article's text, or nothing to check by the fingerprint alone.` }
  const { register, diagnostics: found } = loadRegister(
    readRegisterTexts(folder),
    article === undefined ? undefined : readFileSync(article, 'utf8'),
  )
  const diagnostics = [...unknownFiles(folder), ...found]
  if (!register || diagnostics.length > 0) return { code: 1, text: formatDiagnostics(diagnostics) }
  const { claims, sentences, sourcesCited, coverage } = register.counts
  const how = article === undefined ? 'by the fingerprint' : 'on the text, character by character'
  const counted = `${sentences} sentences covered; ${sourcesCited} sources cited; ${Math.round(coverage * 100)}% of the article's characters quoted.`
  return { code: 0, text: `${claims} quotes proven verbatim ${how}; ${counted}` }
}

export async function run(words: readonly string[]): Promise<number> {
  const {
    brief,
    rest: [typed],
  } = briefAsked(words, { own: 1 })
  const { code, text } = verify(typed === undefined ? undefined : pathAsked(typed), brief)
  // Only of a register that holds can the story be checked.
  const faults = code === 0 ? (await loadBrief(brief, deck)).faults : text
  if (faults === null) console.log(text)
  else console.error(faults)
  return faults === null ? 0 : 1
}
