/**
 * `npm run fingerprint -- <article.txt>`: writes claims/fingerprint.yaml from the article's text.
 *
 * Paragraphs are lines; sentences are cut by the Unicode rules (Intl.Segmenter), but not after an abbreviation
 * (engine/register/abbreviations.ts). A sentence that the present file holds at the same place keeps its role, so a role edited by hand survives; a new one is `body`.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { writeFileAtomic } from '../editions/atomic-write.ts'
import { goesOnAfterStop } from '../engine/register/abbreviations.ts'
import { codePoints, makeFingerprint, type SentenceSpan } from '../engine/register/fingerprint.ts'
import { parseRegister } from '../engine/register/parse.ts'
import { briefAsked } from './brief.ts'

/** Sentences of a text in reading order, numbered S01, S02 …, offsets in code points. */
export function splitSentences(text: string, roleAt: (start: number, end: number) => SentenceSpan['role'] = () => 'body'): SentenceSpan[] {
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })
  const spans: SentenceSpan[] = []
  let offset = 0
  let paragraph = 0
  for (const line of text.split('\n')) {
    if (line.trim() !== '') paragraph++
    let from = 0
    for (const { segment, index } of segmenter.segment(line)) {
      const to = index + segment.length
      const part = line.slice(from, to)
      const words = part.trim()
      // The rules know no abbreviations.
      if (words === '' || (to < line.length && words.endsWith('.') && goesOnAfterStop(words.slice(0, -1), line.slice(to)))) continue
      const start = offset + codePoints(line.slice(0, from)) + codePoints(part) - codePoints(part.trimStart())
      from = to
      const end = start + codePoints(words)
      spans.push({ id: `S${String(spans.length + 1).padStart(2, '0')}`, role: roleAt(start, end), paragraph, start, end })
    }
    offset += codePoints(line) + 1
  }
  return spans
}

const HEADER = `# Written by \`npm run fingerprint -- <article.txt>\`. Only \`role\` is for a person to edit.
# The article's text is not here: each sentence is a list of offset:hash, one for each window of three tokens.
# That proves that a quote stands in its sentence word for word, and where (engine/register/fingerprint.ts). The seals tell whether
# anything but a role was changed since.
`

export function fingerprintYaml(text: string, previous?: string): string {
  const before = previous === undefined ? undefined : parseRegister({ fingerprint: previous }).parts.fingerprint
  const roleAt = (start: number, end: number) => before?.sentences.find((old) => old.start === start && old.end === end)?.role ?? 'body'
  return HEADER + stringify(makeFingerprint(text, splitSentences(text, roleAt)), { lineWidth: 110 })
}

export async function run(words: readonly string[]): Promise<number> {
  const { brief, rest: [path] } = briefAsked(words)
  if (!path || !existsSync(path)) {
    console.error(path ? `No file at ${path}.` : 'Usage: npm run fingerprint -- [brief] <article.txt>')
    return 1
  }
  const target = join(brief, 'claims/fingerprint.yaml')
  writeFileAtomic(target, fingerprintYaml(readFileSync(path, 'utf8'), existsSync(target) ? readFileSync(target, 'utf8') : undefined))
  console.log('claims/fingerprint.yaml written. Check the roles (body, pull-quote, apparatus) of its sentences.')
  return 0
}
