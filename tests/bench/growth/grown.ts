/**
 * The register so many times over, as YAML that holds all its rules: for each copy, the same claims of sentences of their
 * own, with the same sources, the same arguments among them, and conclusions of their own. Words of a copy are the
 * article's with letters put to them, since a quote may stand in one place only. The triangle has
 * room for so many labels and no more: no copy stands on it.
 */
import { parse, stringify } from 'yaml'
import {
  codePoints,
  makeFingerprint,
  parseFingerprint,
  sealOfSentence,
  sealOfWhole,
  type SentenceSpan,
} from '../../../engine/register/fingerprint.ts'
import type { RegisterTexts } from '../../../engine/register/parse.ts'
import type { ArgumentData, ClaimData, FingerprintData } from '../../../engine/register/schema.ts'
import { readRegisterTexts } from '../../../engine/brief.ts'
import { projectFolder } from '../../support/deck-folder.ts'

/** Copies of an id have a number of their own: C07, C107, C207. */
export const idOf = (id: string, copy: number): string => (copy === 0 ? id : `${id[0]}${copy}${id.slice(1).padStart(2, '0')}`)

/** Letters for a number, so that a word stays a word. */
const lettersOf = (copy: number): string => [...String(copy)].map((digit) => 'abcdefghij'[Number(digit)]).join('')

/** Each word with the copy's letters at its end. */
const wordsOf = (text: string, copy: number): string =>
  text.replace(/[\p{L}\p{N}\p{M}]+(?:['’-][\p{L}\p{N}\p{M}]+)*/gu, (word) => `${word}${lettersOf(copy)}`)

function claimOf(claim: ClaimData, copy: number): ClaimData {
  const words = (text: string) => wordsOf(text, copy)
  const { restates, dated, attribution, certainty, from: _, ...rest } = claim
  return {
    ...rest,
    id: idOf(claim.id, copy),
    sentence: idOf(claim.sentence, copy),
    relation: null,
    quote: words(claim.quote),
    certainty: { ...certainty, cues: certainty.cues.map(words) },
    attribution: attribution && { ...attribution, cues: attribution.cues.map(words) },
    ...(restates === undefined ? {} : { restates: idOf(restates, copy) }),
    ...(dated === undefined ? {} : { dated: { ...dated, words: words(dated.words) } }),
  }
}

function argumentOf(argument: ArgumentData, copies: readonly number[]): ArgumentData {
  const of = (ids: readonly string[], copy: number) => ids.map((id) => idOf(id, copy))
  const each = <T>(list: readonly T[], change: (item: T, copy: number) => T): T[] =>
    copies.flatMap((copy) => list.map((item) => (copy === 0 ? item : change(item, copy))))
  return {
    ...argument,
    conclusions: copies.flatMap((copy) => of(argument.conclusions, copy)),
    steps: argument.steps.map((step) => ({ ...step, sentences: copies.flatMap((copy) => of(step.sentences, copy)) })),
    inferences: each(argument.inferences, (item, copy) => ({
      ...item,
      id: idOf(item.id, copy),
      premises: of(item.premises, copy),
      conclusion: idOf(item.conclusion, copy),
      marker: item.marker && wordsOf(item.marker, copy),
    })),
    undercuts: each(argument.undercuts, (item, copy) => ({
      ...item,
      id: idOf(item.id, copy),
      claim: idOf(item.claim, copy),
      against: idOf(item.against, copy),
    })),
    tensions: each(argument.tensions, (item, copy) => ({
      ...item,
      id: idOf(item.id, copy),
      claims: of(item.claims, copy),
      ...(item.sentences ? { sentences: of(item.sentences, copy) } : {}),
    })),
    pullQuotes: each(argument.pullQuotes, (item, copy) => ({ ...item, sentence: idOf(item.sentence, copy) })),
  }
}

/** Sentences of the copies: the words that its claims need, one after another. */
function fingerprintOf(
  real: FingerprintData,
  claims: readonly ClaimData[],
  argument: ArgumentData,
  copies: readonly number[],
): FingerprintData {
  const paragraphs = Math.max(...real.sentences.map(({ paragraph }) => paragraph))
  const needed = new Map<string, string[]>()
  const need = (sentence: string, words: readonly string[]) => needed.set(sentence, [...(needed.get(sentence) ?? []), ...words])
  const bySentence = new Map(claims.map(({ id, sentence }) => [id, sentence]))
  for (const { sentence, quote, certainty, attribution } of claims) need(sentence, [quote, ...certainty.cues, ...(attribution?.cues ?? [])])
  for (const { conclusion, marker } of argument.inferences) if (marker !== null) need(bySentence.get(conclusion)!, [marker])

  const texts: string[] = []
  const spans: SentenceSpan[] = []
  let at = 0
  for (const copy of copies) {
    if (copy === 0) continue
    for (const { id, role, paragraph } of real.sentences) {
      // A word that a longer one holds stands there already.
      const words = [...new Set(needed.get(idOf(id, copy)) ?? [wordsOf('not a claim', copy)])]
      const text = words.filter((some) => !words.some((other) => other !== some && other.includes(some))).join(' / ')
      texts.push(text)
      spans.push({ id: idOf(id, copy), role, paragraph: paragraph + copy * paragraphs, start: at, end: at + codePoints(text) })
      at += codePoints(text) + 1
    }
  }
  const made = makeFingerprint(texts.join('\n'), spans)
  // Its place is in what each seal is of.
  const { sentences: read } = parseFingerprint(made)
  const moved = made.sentences.map((sentence, index) => {
    const placed = { ...sentence, start: sentence.start + real.length + 1, end: sentence.end + real.length + 1 }
    return { ...placed, seal: sealOfSentence({ ...placed, windows: read[index]!.windows }) }
  })
  const whole = { sha256: real.sha256, length: real.length + 1 + made.length, sentences: [...real.sentences, ...moved] }
  return { ...whole, seal: sealOfWhole(whole) }
}

/** @param times 1 is the register as it is */
export function grownTexts(times: number): RegisterTexts {
  const texts = readRegisterTexts(projectFolder)
  if (times === 1) return texts
  const copies = Array.from({ length: times }, (_, copy) => copy)
  const realClaims = parse(texts.claims!) as ClaimData[]
  const claims = copies.flatMap((copy) => (copy === 0 ? realClaims : realClaims.map((claim) => claimOf(claim, copy))))
  const argument = argumentOf(parse(texts.argument!) as ArgumentData, copies)
  const write = (data: unknown) => stringify(data, { aliasDuplicateObjects: false })
  return {
    ...texts,
    claims: write(claims),
    argument: write(argument),
    fingerprint: write(fingerprintOf(parse(texts.fingerprint!) as FingerprintData, claims, argument, copies)),
  }
}
