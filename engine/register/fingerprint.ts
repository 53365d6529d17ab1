/** Proves without the article that a quote stands in it word for word. Every three neighbouring tokens make a window, a hash. */
import { createHash } from 'node:crypto'
import type { FingerprintData } from './schema.ts'

/** A combining mark belongs to what it stands on, so that no quote can end between the two. */
const TOKEN = /[\p{L}\p{N}\p{M}]+(?:['’-][\p{L}\p{N}\p{M}]+)*|[^\s\p{L}\p{N}\p{M}]\p{M}*/gu
export const WINDOW = 3
/** Hex digits kept of each hash: 48 bits, far past accident in a text of some thousand windows. */
const DIGITS = 12

export const codePoints = (text: string): number => [...text].length

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')
const hash = (text: string) => sha256(text).slice(0, DIGITS)

interface Token {
  readonly text: string
  /** Code points, as all offsets (W3C TextPositionSelector). */
  readonly start: number
  readonly end: number
}

/** A mark is a token, so that a changed comma, or a bracket at a quote’s edge, is found too. */
export function tokenize(text: string): Token[] {
  let [read, end] = [0, 0]
  return [...text.matchAll(TOKEN)].map(({ 0: token, index }) => {
    const start = end + codePoints(text.slice(read, index))
    read = index + token.length
    end = start + codePoints(token)
    return { text: token, start, end }
  })
}

const span = (points: readonly string[], from: Token, to: Token) => points.slice(from.start, to.end).join('')

interface Window {
  readonly offset: number
  readonly hash: string
}

/** A text of one or two tokens is one window. */
function windowsOf(text: string, tokens = tokenize(text)): Window[] {
  const points = [...text]
  const size = Math.min(WINDOW, tokens.length)
  return tokens.slice(0, tokens.length - size + 1).map((token, at) => {
    const last = tokens[at + size - 1]!
    return { offset: token.start, hash: hash(span(points, token, last)) }
  })
}

export type FingerprintSentence = Readonly<Omit<FingerprintData['sentences'][number], 'windows'>> & { readonly windows: readonly Window[] }
export type Fingerprint = Readonly<Omit<FingerprintData, 'sentences'>> & { readonly sentences: readonly FingerprintSentence[] }

export const parseFingerprint = (data: FingerprintData): Fingerprint => ({
  ...data,
  sentences: data.sentences.map((sentence) => ({
    ...sentence,
    windows: [...sentence.windows.matchAll(/(\d+):(\S+)/g)].map(([, offset, digest]) => ({ offset: Number(offset), hash: digest! })),
  })),
})

export type SentenceSpan = Pick<FingerprintSentence, 'id' | 'role' | 'paragraph' | 'start' | 'end'>

const written = (windows: readonly Window[]) => windows.map(({ offset, hash: digest }) => `${offset}:${digest}`).join(' ')

/** Without the text only a seal tells a digit changed since. A role is for a person to edit, an id for those who name it. */
export const sealOfSentence = ({ paragraph, start, end, windows }: Omit<FingerprintSentence, 'id' | 'role' | 'seal'>): string =>
  hash(`${paragraph} ${start} ${end} ${written(windows)}`)

type Whole = Pick<Fingerprint, 'sha256' | 'length'> & { readonly sentences: readonly Pick<FingerprintSentence, 'seal'>[] }
export const sealOfWhole = ({ sha256: digest, length, sentences }: Whole): string =>
  hash(`${digest} ${length} ${sentences.map(({ seal }) => seal).join(' ')}`)

/**
 * The data file’s content for a text.
 *
 * @param spans its sentences in reading order, in code points of the whole text
 * @example
 * makeFingerprint('Alpha met Beta.', [{ id: 'S01', role: 'body', paragraph: 1, start: 0, end: 15 }]).sentences[0].windows // '0:5b1f… 6:…'
 */
export function makeFingerprint(text: string, spans: readonly SentenceSpan[]): FingerprintData {
  const points = [...text]
  const sentences = spans.map((sentence) => {
    const windows = windowsOf(points.slice(sentence.start, sentence.end).join(''))
    return { ...sentence, windows: written(windows), seal: sealOfSentence({ ...sentence, windows }) }
  })
  const whole = { sha256: sha256(text), length: points.length }
  // The order of the file.
  return { ...whole, seal: sealOfWhole({ ...whole, sentences }), sentences }
}

export interface Place {
  readonly sentence: string
  readonly start: number
  readonly end: number
}

interface Index {
  readonly sentences: ReadonlyMap<string, FingerprintSentence>
  /** By its hash: a quote is looked up, not tried at every place. */
  readonly windows: ReadonlyMap<string, readonly { readonly index: number; readonly at: number }[]>
  /** By the quote: five rules ask for the same ones, and hashing is most of what a load takes. */
  readonly proofs: Map<string, QuoteProof>
}
const indexes = new WeakMap<Fingerprint, Index>()

function indexOf(fingerprint: Fingerprint): Index {
  const known = indexes.get(fingerprint)
  if (known) return known
  const { sentences } = fingerprint
  const places = sentences.flatMap(({ windows }, index) => windows.map(({ hash: digest }, at) => ({ digest, index, at })))
  const made = {
    // Of two with one id the first, which the second is told to repeat.
    sentences: new Map(sentences.toReversed().map((sentence) => [sentence.id, sentence])),
    windows: Map.groupBy(places, ({ digest }) => digest),
    proofs: new Map<string, QuoteProof>(),
  }
  indexes.set(fingerprint, made)
  return made
}

export const sentenceOf = (fingerprint: Fingerprint, id: string): FingerprintSentence | undefined => indexOf(fingerprint).sentences.get(id)

export interface OtherSpace {
  /** The word after the space. */
  readonly before: string
  readonly inText: string
}

export type QuoteProof =
  | { readonly kind: 'proven'; readonly place: Place }
  | { readonly kind: 'too-short' }
  | { readonly kind: 'twice'; readonly places: readonly Place[] }
  /** `matched` agrees with the sentence, `word` is the first token that does not. */
  | {
      readonly kind: 'not-verbatim'
      readonly sentence: string | null
      readonly matched: string
      readonly word: string
      readonly space?: OtherSpace
    }
  /** Goes on past the end of `sentence` into `next`. */
  | { readonly kind: 'crosses'; readonly sentence: string; readonly next: string }

/**
 * Finds a quote in the whole article. Never guesses: a near match is `not-verbatim`, with the first word that differs.
 *
 * @param sentence the one it is said to be from, which tells a quote apart that stands in several
 * @returns its place in code points of the article, or why it is not proven; never throws
 * @example
 * proveQuote(fingerprint, 'Beta left at noon', 'S02') // { kind: 'proven', place: { sentence: 'S02', start: 67, end: 84 } }
 */
export function proveQuote(fingerprint: Fingerprint, quote: string, sentence?: string): QuoteProof {
  const { proofs } = indexOf(fingerprint)
  const proof = proofs.get(quote) ?? prove(fingerprint, quote)
  proofs.set(quote, proof)
  const own = proof.kind === 'twice' ? proof.places.filter((place) => place.sentence === sentence) : []
  return own.length === 1 ? { kind: 'proven', place: own[0]! } : proof
}

/** Ordinary, no-break, narrow no-break, thin. */
const SPACES = [' ', '\u00a0', '\u202f', '\u2009']

/** The space that keeps a quote of which so many tokens agree from being verbatim. */
function otherSpace(fingerprint: Fingerprint, quote: string, tokens: readonly Token[], agreed: number): OtherSpace | undefined {
  const points = [...quote]
  const { windows } = indexOf(fingerprint)
  // Where nothing agrees, the space is one of the two in the first window.
  for (const at of agreed === 0 ? [1, 2] : [agreed]) {
    const [before, token] = [tokens[at - 1], tokens[at]]
    if (!before || !token || token.start - before.end !== 1) continue
    for (const inText of SPACES.filter((space) => space !== points[before.end])) {
      const from = Math.max(0, agreed - WINDOW + 1)
      const window = tokens.slice(from, from + WINDOW)
      const words = span(points.with(before.end, inText), window[0]!, window.at(-1)!)
      if (windows.has(hash(words))) return { before: token.text, inText }
    }
  }
  return undefined
}

function prove(fingerprint: Fingerprint, quote: string): QuoteProof {
  const tokens = tokenize(quote)
  if (tokens.length < WINDOW) return { kind: 'too-short' }
  // Spaces outside the first and last token belong to no window: not proven.
  const whole = tokens[0]!.start === 0 && tokens.at(-1)!.end === codePoints(quote)
  const wanted = windowsOf(quote, tokens)
  const places: Place[] = []
  let best = { run: 0, sentence: null as string | null, reachesEnd: false, index: -1 }

  for (const { index, at } of indexOf(fingerprint).windows.get(wanted[0]!.hash) ?? []) {
    const sentence = fingerprint.sentences[index]!
    let run = 1
    while (run < wanted.length && sentence.windows[at + run]?.hash === wanted[run]!.hash) run++
    if (run === wanted.length && whole) {
      const start = sentence.start + sentence.windows[at]!.offset
      places.push({ sentence: sentence.id, start, end: start + codePoints(quote) })
    } else if (run > best.run) {
      best = { run, sentence: sentence.id, reachesEnd: run < wanted.length && at + run === sentence.windows.length, index }
    }
  }

  if (places.length > 1) return { kind: 'twice', places }
  if (places.length === 1) return { kind: 'proven', place: places[0]! }
  const next = fingerprint.sentences[best.index + 1]
  if (best.reachesEnd && next) return { kind: 'crosses', sentence: best.sentence!, next: next.id }
  const agreed = best.run === 0 ? 0 : best.run + WINDOW - 1
  const points = [...quote]
  const words = (from: number, to: number) => (tokens[from] && to > from ? span(points, tokens[from], tokens[to - 1]!) : '')
  const space = otherSpace(fingerprint, quote, tokens, agreed)
  return {
    kind: 'not-verbatim',
    sentence: best.sentence,
    matched: words(0, agreed),
    word: agreed === 0 ? words(0, WINDOW) : words(agreed, agreed + 1),
    ...(space && { space }),
  }
}

export function holdsWords(text: string, words: string): boolean {
  const size = tokenize(words).length
  const tokens = tokenize(text)
  const points = [...text]
  return size > 0 && tokens.some((token, at) => at + size <= tokens.length && span(points, token, tokens[at + size - 1]!) === words)
}

/** Three tokens or more; for cues and names outside every quote. */
export function standsIn(fingerprint: Fingerprint, sentenceId: string, words: string): boolean {
  const sentence = sentenceOf(fingerprint, sentenceId)
  const tokens = tokenize(words)
  if (!sentence || tokens.length < WINDOW) return false
  const wanted = windowsOf(words, tokens)
  return sentence.windows.some((_, at) => wanted.every(({ hash: digest }, k) => sentence.windows[at + k]?.hash === digest))
}
