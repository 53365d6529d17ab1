/**
 * `npm run fingerprint -- <article.txt>`: writes claims/fingerprint.yaml. Paragraphs are lines; sentences are cut by the Unicode
 * rules, but not after an abbreviation. A sentence at the same place as before keeps its role, which may be edited by hand.
 */
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { writeFileAtomic } from '../editions/atomic-write.ts'
import { goesOnAfterStop } from '../engine/register/abbreviations.ts'
import { readRegisterTexts } from '../engine/brief.ts'
import { codePoints, makeFingerprint, type SentenceSpan } from '../engine/register/fingerprint.ts'
import { parseRegister } from '../engine/register/parse.ts'
import { DECK_LANGUAGE } from '../engine/register/vocabulary.ts'
import { briefAsked, pathAsked } from './brief.ts'

/** Sentences of a text in reading order, numbered S01, S02 …, offsets in code points. */
export function splitSentences(
  text: string,
  roleAt: (start: number, end: number) => SentenceSpan['role'] = () => 'body',
  language: string = DECK_LANGUAGE,
): SentenceSpan[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' })
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
      // The Unicode rules know no abbreviations.
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

/** @param article text of the brief's article.yaml, for its language, else the deck's */
export function fingerprintYaml(text: string, previous?: string, article?: string): string {
  const language = article === undefined ? undefined : parseRegister({ article }).parts.article.article?.language
  const before = previous === undefined ? undefined : parseRegister({ fingerprint: previous }).parts.fingerprint
  const roleAt = (start: number, end: number) => before?.sentences.find((old) => old.start === start && old.end === end)?.role ?? 'body'
  return HEADER + stringify(makeFingerprint(text, splitSentences(text, roleAt, language)), { lineWidth: 110 })
}

export async function run(words: readonly string[]): Promise<number> {
  const {
    brief,
    rest: [typed],
  } = briefAsked(words, { own: 1, begun: true })
  const path = typed === undefined ? undefined : pathAsked(typed)
  if (!path || !statSync(path, { throwIfNoEntry: false })?.isFile()) {
    throw new Error(
      typed ? `No file at ${typed}. Give the path of the article’s text.` : 'Usage: npm run fingerprint -- [brief] <article.txt>',
    )
  }
  const { article, fingerprint } = readRegisterTexts(brief)
  writeFileAtomic(join(brief, 'claims/fingerprint.yaml'), fingerprintYaml(readFileSync(path, 'utf8'), fingerprint, article))
  console.log('claims/fingerprint.yaml written. Check the roles (body, pull-quote, apparatus) of its sentences.')
  return 0
}
