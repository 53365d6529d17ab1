/** What must hold between fields. A rule looks at one thing and reports every breach of it. */
import { pairedSentences } from './counterparts.ts'
import type { Diagnostic, DiagnosticCode } from './diagnostics.ts'
import {
  type Fingerprint,
  holdsWords,
  type OtherSpace,
  proveQuote,
  type QuoteProof,
  sealOfSentence,
  sealOfWhole,
  sentenceOf,
  standsIn,
  tokenize,
  WINDOW,
} from './fingerprint.ts'
import { codeOf } from './hidden-characters.ts'
import { findCycle } from './inferences.ts'
import { type Address, type Entry, REGISTER_FILES, type RegisterFile, type RegisterParts, values } from './parse.ts'
import type { ClaimData, Kind } from './schema.ts'
import { faultAt, referencesIn } from './shape.ts'
import { GRADE_WORDS, STATUSES_THAT_CITE } from './vocabulary.ts'

/** Most words of a quotation from a source, and of either text where wording is shared. */
const CITATION_WORDS = 25
const SHARED_WORDS = 12
export const wordCount = (text: string): number => text.trim().split(/\s+/).length

/** `found`: where it is not what the field holds. */
type Report = (code: DiagnosticCode, at: Address, expected: string, found?: unknown) => void
type Rule = (parts: RegisterParts, report: Report) => void

type Raw = Readonly<Record<string, unknown>> | null | undefined

/** Entries that failed their schema too, so that one fault does not cause ten. */
function written(parts: RegisterParts, file: RegisterFile, key?: string): readonly Raw[] {
  const data = parts.at(file)?.data
  const list = key === undefined ? data : (data as Raw)?.[key]
  return Array.isArray(list) ? (list as Raw[]) : []
}

/** References into a file that was not read cannot be judged. */
const readable = (parts: RegisterParts, file: RegisterFile) => parts.at(file) !== undefined

/** Entries that say what an earlier one said, with its index. */
function repeated<T>(list: readonly T[]): { index: number; said: T; earlier: number }[] {
  const first = new Map<T, number>()
  return list.flatMap((said, index) => {
    const earlier = first.get(said)
    if (earlier === undefined) first.set(said, index)
    return earlier === undefined ? [] : [{ index, said, earlier }]
  })
}

/** What else than an id stands once, by the name of the list. */
const ONCE = new Map<unknown, readonly [key: string, expected: string]>([
  ['sides', ['side', 'each side once']],
  ['fits', ['interpretation', 'each interpretation once']],
  ['pullQuotes', ['sentence', 'each pull-quote once']],
])

const onceInList: Rule = ({ at }, report) => {
  const look = (value: unknown, path: Address): void => {
    if (typeof value !== 'object' || value === null) return
    if (!Array.isArray(value)) {
      for (const [key, each] of Object.entries(value)) look(each, [...path, key])
      return
    }
    const list = value as Raw[]
    list.forEach((each, index) => look(each, [...path, index]))
    const [file, ...keys] = path
    const [other, expected] = ONCE.get(path.at(-1)) ?? ['id', '']
    for (const key of new Set(['id', other])) {
      for (const { index, said, earlier } of repeated(list.map((entry) => entry?.[key]))) {
        const taken = `an id used once; “${String(said)}” is taken on line ${at(file)!.lineOf([...keys, earlier])}`
        if (typeof said === 'string') report('duplicate-id', [...path, index, key], key === 'id' ? taken : expected)
      }
    }
  }
  for (const file of REGISTER_FILES) look(at(file)?.data, [file])
}

const HOMES: Readonly<Record<Kind, readonly [RegisterFile, list?: string]>> = {
  claim: ['claims'],
  sentence: ['fingerprint', 'sentences'],
  source: ['sources'],
  request: ['requests'],
  event: ['record', 'events'],
  interpretation: ['interpretations', 'interpretations'],
}

const danglingIds: Rule = (parts, report) => {
  const known = new Map(Object.entries(HOMES).map(([kind, home]) => [kind, new Set(written(parts, ...home).map((entry) => entry?.['id']))]))
  for (const { schema, value, path } of parts.held) {
    for (const { to, id, keys } of referencesIn(schema, value)) {
      const [file] = HOMES[to]
      if (!readable(parts, file) || (file === 'fingerprint' && !parts.fingerprint) || known.get(to)!.has(id)) continue
      report('dangling-id', [...path, ...keys], `the id of ${/^[aei]/.test(to) ? 'an' : 'a'} ${to} in claims/${file}.yaml`, id)
    }
  }
}

/** A space cannot be seen, so it is told by its number. */
function spaceAdvice({ before, inText }: OtherSpace): string {
  if (inText === ' ') return `it has an ordinary space before “${before}”`
  const [kind, code] = [inText === '\u00a0' ? 'a non-breaking space' : 'another space', codeOf(inText)]
  const escape = `\\u${code.slice(2).toLowerCase()}`
  return `it has ${kind} (${code}) before “${before}”; put the quote in double quotation marks and write ${escape} there`
}

function quoteFault(proof: QuoteProof, claimed: string): [code: DiagnosticCode, expected: string] | null {
  switch (proof.kind) {
    case 'too-short':
      return ['quote-too-short', `at least ${WINDOW} words, so that the fingerprint can prove them`]
    case 'twice': {
      const where = [...new Set(proof.places.map(({ sentence }) => sentence))]
      const once = where.includes(claimed)
        ? `${claimed}; these occur more than once there: quote a longer span`
        : `the article; these occur in ${where.join(' and ')}: quote a longer span, or name the right one as “sentence”`
      return ['quote-occurs-twice', `words that occur once in ${once}`]
    }
    case 'crosses': {
      const past = `the end of ${proof.sentence}, where ${proof.next} begins`
      return ['quote-crosses-sentences', `a span of one sentence; this one runs on past ${past}`]
    }
    case 'not-verbatim': {
      const { space, matched, sentence, word } = proof
      const where = matched
        ? `“${matched}” stands in ${sentence}, and “${word}” does not follow it there`
        : `“${word}” stands in no sentence of it`
      return ['quote-not-verbatim', `the article's own characters: ${space ? spaceAdvice(space) : where}`]
    }
    case 'proven':
      if (proof.place.sentence === claimed) return null
      return ['quote-in-other-sentence', `words of ${claimed}; these stand in ${proof.place.sentence}`]
  }
}

const quotesVerbatim: Rule = ({ claims, fingerprint }, report) => {
  if (!fingerprint) return
  for (const {
    value: { quote, sentence },
    path,
  } of claims) {
    const [code, expected] = quoteFault(proveQuote(fingerprint, quote, sentence), sentence) ?? []
    // A sentence that is not there is told as a dangling id.
    if (!code || (code === 'quote-in-other-sentence' && !sentenceOf(fingerprint, sentence))) continue
    report(code, [...path, 'quote'], expected!, quote)
  }
}

/** Where the quote stands; else the sentence its claim names. */
function homeOf(fingerprint: Fingerprint, { sentence, quote }: Pick<ClaimData, 'sentence' | 'quote'>): string {
  const proof = proveQuote(fingerprint, quote, sentence)
  return proof.kind === 'proven' ? proof.place.sentence : sentence
}

function quotesOf(parts: RegisterParts, fingerprint: Fingerprint) {
  const proven = new Map<string, string[]>()
  const faulty = new Set<unknown>(readable(parts, 'claims') ? [] : [undefined])
  for (const entry of written(parts, 'claims')) {
    const quote = typeof entry?.['quote'] === 'string' ? entry['quote'].trim() : ''
    const sentence = typeof entry?.['sentence'] === 'string' ? entry['sentence'] : undefined
    const proof = proveQuote(fingerprint, quote, sentence)
    if (proof.kind !== 'proven') faulty.add(sentence)
    else if (!proven.get(proof.place.sentence)?.push(quote)) proven.set(proof.place.sentence, [quote])
  }
  return {
    /** By the sentence. */
    proven: proven as ReadonlyMap<string, readonly string[]>,
    /** Some claim of it, or of no known sentence, has a quote that is not proven. */
    unsure: (sentence: string) => faulty.has(sentence) || faulty.has(undefined),
  }
}

/** Short cues are proven by a quote that holds them, longer ones by the fingerprint. */
const wordsVerbatim: Rule = (parts, report) => {
  const { fingerprint } = parts
  if (!fingerprint) return
  const { sentences } = fingerprint
  const quotes = quotesOf(parts, fingerprint)
  const stands = (sentence: string, words: string) =>
    quotes.proven.get(sentence)?.some((quote) => holdsWords(quote, words)) || standsIn(fingerprint, sentence, words)
  const check = (where: readonly string[], words: string, at: Address) => {
    const known = where.filter((sentence) => sentenceOf(fingerprint, sentence))
    if (known.length === 0 || known.some((sentence) => stands(sentence, words))) return
    const few = tokenize(words).length < WINDOW
    // The quote that would hold them is at fault and told: mend that one first.
    if (few && known.some(quotes.unsure)) return
    const short = few ? ` inside a claim's quote, or with their neighbours so that they are ${WINDOW} words or more` : ''
    report('words-not-in-article', at, `words that stand in ${known.join(' or ')}${short}`, words)
  }
  /** With its neighbours in the paragraph: there the rubric lets an attribution stand. */
  const around = (id: string) => {
    const own = sentenceOf(fingerprint, id)
    const at = own ? sentences.indexOf(own) : -1
    const near = sentences.slice(Math.max(0, at - 1), at + 2)
    return near.filter(({ paragraph }) => paragraph === own?.paragraph).map((sentence) => sentence.id)
  }
  for (const { value: claim, path } of parts.claims) {
    const home = homeOf(fingerprint, claim)
    claim.certainty.cues.forEach((cue, index) => check([home], cue, [...path, 'certainty', 'cues', index]))
    claim.attribution?.cues.forEach((cue, index) => check(around(home), cue, [...path, 'attribution', 'cues', index]))
    const { quote, sentence, dated } = claim
    if (dated && proveQuote(fingerprint, quote, sentence).kind === 'proven' && !holdsWords(quote, dated.words))
      report('words-not-in-article', [...path, 'dated', 'words'], 'words of this claim’s quote')
  }
  const homes = new Map(parts.claims.map(({ value }) => [value.id, homeOf(fingerprint, value)]))
  for (const {
    value: { marker, conclusion, premises },
    path,
  } of parts.argument.inferences ?? []) {
    const where = [...new Set([conclusion, ...premises].map((id) => homes.get(id)))]
    // A claim that failed is told on its own; the marker may stand in its sentence.
    if (marker !== null && where.every((sentence) => sentence !== undefined)) check(where, marker, [...path, 'marker'])
  }
  for (const { value, path } of parts.actors.actors ?? [])
    value.articleNames.forEach(({ name, sentence }, index) => check([sentence], name, [...path, 'articleNames', index, 'name']))
  for (const { value, path } of parts.actors.labels ?? []) check(value.sentences, value.label, [...path, 'label'])
}

const sentencesCovered: Rule = (parts, report) => {
  const { fingerprint, argument } = parts
  if (!fingerprint || !readable(parts, 'claims')) return
  const named = written(parts, 'claims').map((claim) => claim?.['sentence'])
  const claimed = new Set<unknown>([...named, ...quotesOf(parts, fingerprint).proven.keys()])
  const lists = written(parts, 'argument', 'steps').map((step) => step?.['sentences'])
  const inSteps = argument.steps && lists.every(Array.isArray) ? Map.groupBy<unknown, unknown>(lists.flat(), (id) => id) : null
  for (const { id, role } of fingerprint.sentences) {
    if (role === 'apparatus') continue
    if (!claimed.has(id)) report('sentence-without-claim', ['claims'], `at least one claim with “sentence: ${id}”`, `no claim of ${id}`)
    const times = inSteps?.get(id)?.length ?? 0
    if (inSteps && times !== 1)
      report('sentence-without-step', ['argument', 'steps'], `${id} in exactly one step`, `${id} in ${times} steps`)
  }
}

const voices: Rule = ({ claims, fingerprint }, report) => {
  if (!fingerprint) return
  for (const { value: claim, path } of claims) {
    const home = homeOf(fingerprint, claim)
    const role = sentenceOf(fingerprint, home)?.role
    const tell = (expected: string) => report('voice-mismatch', [...path, 'voice'], expected)
    if (role === 'apparatus') tell(`no claim here: ${home} is apparatus, not a sentence of the article`)
    if (role === 'pull-quote' && claim.voice !== role) tell(`pull-quote: ${home} is one`)
    if (role === 'body' && claim.voice === 'pull-quote') tell(`author or reported: ${home} is a sentence of the body`)
  }
}

const grades: Rule = ({ claims }, report) => {
  for (const { value: claim, path } of claims) {
    const {
      grade,
      attribution,
      adjudication,
      checkWorthiness,
      certainty: { level, cues },
      flags,
      ratings,
      record,
      request,
    } = claim
    const must = (holds: boolean, code: DiagnosticCode, key: keyof ClaimData, expected: string, found: unknown = claim[key] ?? null) => {
      if (!holds) report(code, [...path, key], expected, found)
    }
    const opinion = grade === 'N'
    const sourced = !opinion && grade !== 'S0'
    const says = sourced ? 'says the text points at a source' : 'has no attribution'
    const attributed = `${sourced ? 'an attribution' : 'null'}: ${grade} (${GRADE_WORDS[grade]}) ${says}`
    must(sourced === (attribution !== null), 'attribution-mismatch', 'attribution', attributed, attribution?.source ?? null)

    const given = new Set(ratings.map((rating) => rating.grade))
    const losing = [...given].filter((other) => other !== grade)
    must(given.has(grade), 'grade-unsupported', 'grade', `a grade that some rating pass gave: ${[...given].join(', ')}`)
    if (losing.length === 0) must(!adjudication, 'grade-unsupported', 'adjudication', 'no adjudication: the passes agree')
    else if (given.has(grade)) {
      const expected = `an adjudication naming the losing grade, one of ${losing.join(', ')}: the passes differ`
      must(
        losing.some((other) => other === adjudication?.losing),
        'grade-unsupported',
        'adjudication',
        expected,
      )
    }
    const passes = ratings.map(({ pass }) => pass)
    must(repeated(passes).length === 0, 'duplicate-id', 'ratings', 'each pass once', passes)

    // Which of the two is wrong decides what else the claim may have.
    const marked = checkWorthiness === 'NFS'
    must(opinion === marked, 'grade-mismatch', 'grade', `${marked ? 'N' : 'a grade S0 to S4'}: the claim is marked ${checkWorthiness}`)
    if (opinion && marked) {
      must(flags.length === 0, 'flag-on-opinion', 'flags', 'no flags: opinion is never flagged')
      must(!request, 'grade-mismatch', 'request', 'null: no evidence settles an opinion', request?.id)
      must(!record, 'record-mismatch', 'record', 'null: an opinion has no record line', record?.status)
    } else if (!opinion && !marked) {
      must(request !== null, 'grade-mismatch', 'request', 'what would settle it: every graded claim has one')
      must(record !== null, 'record-mismatch', 'record', 'a record entry, “not checked” if need be')
    }
    const expected = level === 'plain' ? 'no cue words at “plain”' : `the words that make it ${level}`
    must((level === 'plain') === (cues.length === 0), 'certainty-mismatch', 'certainty', expected)
  }
}

const short = (report: Report, at: Address, text: string, most: number, which: string) => {
  if (wordCount(text) > most) report('citation-too-long', at, `at most ${most} words; ${which} ${wordCount(text)}`, text)
}

const excerpted = (report: Report, at: Address, words: string, source: string, excerpt: string | undefined) => {
  if (excerpt !== undefined && !holdsWords(excerpt, words))
    report('citation-not-verbatim', at, `words of ${source}'s excerpt: “${excerpt}”`)
}

const records: Rule = ({ sources, claims }, report) => {
  const excerpts = new Map(sources.map(({ value: { id, quote } }) => [id, quote]))
  for (const { value, path } of sources) short(report, [...path, 'quote'], value.quote, CITATION_WORDS, 'this quotation has')
  for (const {
    value: { record },
    path,
  } of claims) {
    if (!record) continue
    const here: Address = [...path, 'record', 'citations']
    if (STATUSES_THAT_CITE.includes(record.status) && !record.citations.some(({ role }) => role !== 'shared wording'))
      report('record-uncited', here, `at least one citation: “${record.status}” speaks of sources`, record.citations)
    record.citations.forEach(({ source, quote }, index) => {
      if (quote === undefined) return
      short(report, [...here, index, 'quote'], quote, CITATION_WORDS, 'this quotation has')
      excerpted(report, [...here, index, 'quote'], quote, source, excerpts.get(source))
    })
  }
}

/** Corners and middle are different actors, a side lies between neighbours, each relation has its id. */
const figureHolds: Rule = (parts, report) => {
  const { figure } = parts.actors
  if (!figure) return
  const { corners, middle, sides, toMiddle, whole } = figure
  const actors = new Set(written(parts, 'actors', 'actors').map((actor) => actor?.['id']))
  const at = (...keys: (string | number)[]): Address => ['actors', 'figure', ...keys]
  const mismatch = (path: Address, expected: string, found?: unknown) => report('relation-mismatch', path, expected, found)
  for (const [id, ...keys] of [...corners.map((corner, index) => [corner, 'corners', index] as const), [middle, 'middle'] as const])
    if (id !== undefined && !actors.has(id)) report('dangling-id', at(...keys), 'the id of an actor of this file')
  for (const { index } of repeated(corners)) report('duplicate-id', at('corners', index), 'each corner once')
  if (middle !== undefined && corners.includes(middle)) mismatch(at('middle'), 'an actor that is no corner')
  if (toMiddle && middle === undefined)
    mismatch(at('toMiddle'), 'a line “middle: ” beside it that names the actor the arrows lead to', toMiddle.id)
  const joined = new Set(repeated(sides.map(({ between }) => [...between].sort().join())).map(({ index }) => index))
  for (const [index, { between }] of sides.entries()) {
    const [from = -1, to = -1] = between.map((end) => corners.indexOf(end))
    const here = at('sides', index, 'between')
    if (from < 0 || to < 0) mismatch(here, `two of the corners ${corners.join(', ')}`)
    else if (from === to) mismatch(here, 'two different corners')
    else if (joined.has(index)) mismatch(here, 'two corners that no side before it joins')
    else if (corners.length === 4 && Math.abs(from - to) === 2)
      mismatch(here, 'two neighbours: these stand across from each other, with the middle between. Put the corners in another order')
  }
  // Sides among themselves are told as every list is.
  for (const { index } of repeated([...sides, toMiddle, whole].map((relation) => relation?.id))) {
    const own = index === sides.length ? toMiddle : index > sides.length ? whole : undefined
    if (own) report('duplicate-id', at(own === whole ? 'whole' : 'toMiddle', 'id'), 'an id of its own: another relation has this one')
  }
}

/** It was read, or there is none. */
const figureKnown = ({ actors, at }: RegisterParts): boolean => {
  const data = at('actors')?.data
  const isMap = typeof data === 'object' && data !== null && !Array.isArray(data)
  return actors.figure !== undefined || (isMap && (data as Raw)?.['figure'] === undefined)
}
const NO_FIGURE = 'claims/actors.yaml has no “figure”'

const relationsDrawn: Rule = (parts, report) => {
  if (!figureKnown(parts)) return
  const { corners = [], sides = [], toMiddle, whole } = parts.actors.figure ?? {}
  const arrow = toMiddle?.id
  const relations = [...sides, toMiddle, whole].flatMap((relation) => relation?.id ?? [])
  const known = relations.length > 0 ? `a relation of the figure in claims/actors.yaml: ${relations.join(', ')}` : `null: ${NO_FIGURE}`
  const named = `a line “from: ” beside it that names the corner the arrow comes from: ${corners.join(', ')}`
  const unnamed = arrow === undefined ? 'no corner: the figure has no arrow to its middle' : `no corner: only “${arrow}” comes from one`
  for (const {
    value: { relation, from },
    path,
  } of parts.claims) {
    const [here, its]: Address[] = [
      [...path, 'relation'],
      [...path, 'from'],
    ]
    if (relation !== null && !relations.includes(relation)) report('dangling-id', here!, known)
    else if (relation !== null && relation === arrow) {
      if (!corners.includes(from ?? '')) report('relation-mismatch', from === undefined ? here! : its!, named)
    } else if (from !== undefined) report('relation-mismatch', its!, unnamed)
  }
}

const sidesRecorded: Rule = (parts, report) => {
  if (!readable(parts, 'record')) return
  const {
    actors: { figure },
    claims,
    record,
  } = parts
  const drawn = figure?.sides.map(({ id }) => id) ?? []
  const sides = written(parts, 'record', 'sides').map((entry) => entry?.['side'])
  for (const {
    value: { side, says, sources },
    path,
  } of record.sides ?? []) {
    const known = figure ? `a side of the figure in claims/actors.yaml: ${drawn.join(', ')}` : `no side: ${NO_FIGURE}`
    if (figureKnown(parts) && !drawn.includes(side)) report('dangling-id', [...path, 'side'], known)
    const looked = says !== 'not checked'
    const expected = looked ? `at least one source: “${says}” speaks of sources` : 'no source: “not checked” says that we have not looked'
    if (looked !== sources.length > 0) report('record-uncited', [...path, 'sources'], expected)
  }
  for (const side of drawn) {
    const expected = `an entry for ${side}: claims have this side, so a drawing says what the record holds of it`
    if (!sides.includes(side) && claims.some(({ value }) => value.relation === side))
      report('side-without-record', ['record', 'sides'], expected, sides)
  }
}

const eventsDated: Rule = (parts, report) => {
  // Without the claims one cannot tell which events they date.
  if (!readable(parts, 'claims')) return
  const dated = new Set(written(parts, 'claims').map((claim) => (claim?.['dated'] as Raw)?.['event']))
  for (const {
    value: { id, record },
    path,
  } of parts.record.events ?? []) {
    const expected = `a date of the record, or a claim with “event: ${id}”: nothing dates this event`
    if (!record && !dated.has(id)) report('event-without-date', [...path, 'record'], expected)
  }
}

/** Each with a counterpart in the body has an entry, and no other. */
const pullQuotesPaired: Rule = (parts, report) => {
  const {
    fingerprint,
    claims,
    argument: { pullQuotes, undercuts },
  } = parts
  // Who stands beside whom is known only where all were read.
  const allRead = claims.length === written(parts, 'claims').length && undercuts?.length === written(parts, 'argument', 'undercuts').length
  if (!fingerprint || !pullQuotes || !undercuts || claims.length === 0 || !allRead) return
  const isPulled = (sentence: string) => sentenceOf(fingerprint, sentence)?.role === 'pull-quote'
  const all = values(claims).map((claim) => ({ ...claim, voice: isPulled(claim.sentence) ? ('pull-quote' as const) : ('author' as const) }))
  const ids = new Set(all.map(({ id }) => id))
  const paired = new Set(pairedSentences(all, values(undercuts)))
  const unsure = new Set(all.filter(({ restates }) => restates !== undefined && !ids.has(restates)).map(({ sentence }) => sentence))
  const listed = written(parts, 'argument', 'pullQuotes').map((entry) => entry?.['sentence'])
  for (const sentence of paired) {
    const expected = `an entry “sentence: ${sentence}”: a claim of this pull-quote has a counterpart in the body`
    if (!listed.includes(sentence)) report('pull-quote-mismatch', ['argument', 'pullQuotes'], expected, listed)
  }
  for (const {
    value: { sentence },
    path,
  } of pullQuotes) {
    const expected = 'a pull-quote of which some claim restates one of the body, or has an undercut of the body against it'
    const known = paired.has(sentence) || unsure.has(sentence) || !sentenceOf(fingerprint, sentence)
    if (!known) report('pull-quote-mismatch', [...path, 'sentence'], expected)
  }
}

const wordingShared: Rule = ({ article, sources, fingerprint }, report) => {
  const byId = new Map(sources.map(({ value }) => [value.id, value]))
  for (const {
    value: { source: id, dated, pairs, sentences },
    path,
  } of article.sharedWording ?? []) {
    const source = byId.get(id)
    if (source && (source.published === null) !== (dated === null)) {
      const expected = source.published === null ? `null: ${id} shows no date` : `how ${id} is dated, before “${source.published}”`
      report('shared-wording-mismatch', [...path, 'dated'], expected)
    }
    for (const [index, pair] of pairs.entries()) {
      const at = (key: keyof typeof pair): Address => [...path, 'pairs', index, key]
      for (const key of ['quote', 'theirs'] as const) short(report, at(key), pair[key], SHARED_WORDS, 'these are')
      excerpted(report, at('theirs'), pair.theirs, id, source?.quote)
      // A sentence that is not there is told as a dangling id.
      if (!fingerprint || !sentenceOf(fingerprint, pair.sentence)) continue
      if (!sentences.includes(pair.sentence))
        report('shared-wording-mismatch', at('sentence'), `one of this entry’s sentences: ${sentences.join(', ')}`)
      else if (!standsIn(fingerprint, pair.sentence, pair.quote))
        report('words-not-in-article', at('quote'), `${WINDOW} words or more that stand in ${pair.sentence}`)
    }
  }
}

const noCycle: Rule = ({ argument }, report) => {
  let inferences = argument.inferences ?? []
  // Without the steps that closed the cycles before, so that all are told.
  for (let cycle = findCycle(values(inferences)); cycle; cycle = findCycle(values(inferences))) {
    const [from, to] = cycle
    const closing = inferences.find(({ value }) => value.conclusion === to && value.premises.includes(from!))!
    report('inference-cycle', closing.path, 'an argument in which no claim supports itself: take one of these steps out', cycle.join(' → '))
    inferences = inferences.filter((inference) => inference !== closing)
  }
}

const sealed: Rule = ({ fingerprint }, report) => {
  if (!fingerprint) return
  const again = 'the file as it was made; make it anew with `npm run fingerprint -- <article.txt>`'
  for (const [index, sentence] of fingerprint.sentences.entries())
    if (sealOfSentence(sentence) !== sentence.seal)
      report('seal-broken', ['fingerprint', 'sentences', index], again, 'a sentence that was changed by hand')
  const once = repeated(fingerprint.sentences.map(({ id }) => id)).length === 0
  if (once && sealOfWhole(fingerprint) !== fingerprint.seal)
    report('seal-broken', ['fingerprint', 'seal'], `${again}: sha256, length, or the list of sentences was changed by hand`)
}

const RULES: readonly Rule[] = [
  sealed,
  onceInList,
  danglingIds,
  quotesVerbatim,
  wordsVerbatim,
  sentencesCovered,
  voices,
  grades,
  records,
  figureHolds,
  relationsDrawn,
  sidesRecorded,
  eventsDated,
  pullQuotesPaired,
  wordingShared,
  noCycle,
]

function collect(parts: RegisterParts, rules: readonly Rule[]): Diagnostic[] {
  const faults: Diagnostic[] = []
  for (const rule of rules)
    rule(parts, (code, [file, ...path], expected, found) => void faults.push(faultAt(parts.at(file)!, code, path, expected, found)))
  return faults
}

export const checkRules = (parts: RegisterParts): Diagnostic[] => collect(parts, RULES)

export const checkText = (parts: RegisterParts, text: string, digest: string): Diagnostic[] => {
  const points = [...text]
  return collect(parts, [
    ({ fingerprint, claims, article }, report) => {
      if (!fingerprint) return
      if (digest !== fingerprint.sha256) report('text-mismatch', ['fingerprint', 'sha256'], `the sha256 of the text given: ${digest}`)
      if (points.length !== fingerprint.length)
        report('text-mismatch', ['fingerprint', 'length'], `${points.length}, the code points of the text given`)
      const shared = (article.sharedWording ?? []).flatMap(({ value, path }) =>
        value.pairs.map((pair, index): Entry<typeof pair> => ({ value: pair, path: [...path, 'pairs', index] })),
      )
      for (const {
        value: { quote, sentence },
        path,
      } of [...claims, ...shared]) {
        const proof = proveQuote(fingerprint, quote, sentence)
        // A quote that the fingerprint does not know is told already.
        if (proof.kind !== 'proven') continue
        const { start, end } = proof.place
        const words = points.slice(start, end).join('')
        if (words !== quote) report('text-mismatch', [...path, 'quote'], `the text's characters ${start} to ${end}: “${words}”`)
      }
    },
  ])
}
