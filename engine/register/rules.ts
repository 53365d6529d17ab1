/** What must hold between the fields of the register. Each rule looks at one thing and reports every breach of it. */
import { type Diagnostic, type DiagnosticCode, show } from './diagnostics.ts'
import { codePoints, type Fingerprint, holdsWords, type OtherSpace, proveQuote, sealOfSentence, sealOfWhole, standsIn, tokenize, WINDOW } from './fingerprint.ts'
import { pairedSentences } from './counterparts.ts'
import { findCycle } from './inferences.ts'
import type { RegisterFile, RegisterParts } from './parse.ts'
import type { ClaimData } from './schema.ts'
import { type Entry, fieldName } from './shape.ts'
import { GRADE_WORDS, STATUSES_THAT_CITE } from './vocabulary.ts'
import type { FieldPath } from './yaml-source.ts'

/** Most words a quotation from a source may have. */
export const CITATION_WORDS = 25
/** Most words that are shown of either text where wording is shared. */
export const SHARED_WORDS = 12
export const wordCount = (text: string): number => text.trim().split(/\s+/).length

type Report = (code: DiagnosticCode, file: RegisterFile, path: FieldPath, value: unknown, expected: string) => void
type Rule = (parts: RegisterParts, report: Report) => void

/** Every entry of a list as it is written, those that failed their schema too, so that one fault does not cause ten. */
function written(parts: RegisterParts, file: RegisterFile, keys: readonly string[] = []): readonly (Readonly<Record<string, unknown>> | null | undefined)[] {
  const list = keys.reduce<unknown>((data, key) => (data as Record<string, unknown> | null | undefined)?.[key], parts.at(file)?.data)
  return Array.isArray(list) ? (list as (Record<string, unknown> | null)[]) : []
}

const idsIn = (parts: RegisterParts, file: RegisterFile, keys: readonly string[] = []) => new Set(written(parts, file, keys).map((item) => item?.id).filter((id) => typeof id === 'string'))

/** The sentence a quote stands in; where it stands in none, the one its claim names. */
function homeOf(fingerprint: Fingerprint, { sentence, quote }: { readonly sentence: string; readonly quote: string }): string {
  const proof = proveQuote(fingerprint, quote, sentence)
  return proof.kind === 'proven' ? proof.place.sentence : sentence
}

const values = <T>(entries: readonly Entry<T>[]): T[] => entries.map(({ value }) => value)

interface Quotes {
  /** The proven ones, by the sentence they stand in. */
  readonly in: ReadonlyMap<string, readonly string[]>
  /** Whether some claim of the sentence, or of no sentence one could tell, has a quote that is not proven. */
  readonly unsure: (sentence: string) => boolean
}

/** The quotes of all claims as they are written. */
function quotesOf(parts: RegisterParts, fingerprint: Fingerprint): Quotes {
  const places = new Map<string, string[]>()
  const faulty = new Set<unknown>(readable(parts, 'claims') ? [] : [undefined])
  for (const item of written(parts, 'claims')) {
    const quote = typeof item?.quote === 'string' ? item.quote.trim() : ''
    const proof = proveQuote(fingerprint, quote, typeof item?.sentence === 'string' ? item.sentence : undefined)
    if (proof.kind === 'proven') places.set(proof.place.sentence, [...(places.get(proof.place.sentence) ?? []), quote])
    else faulty.add(typeof item?.sentence === 'string' ? item.sentence : undefined)
  }
  return { in: places, unsure: (sentence) => faulty.has(sentence) || faulty.has(undefined) }
}

/** Whether a file was read; where it was not, references into it cannot be judged. */
const readable = (parts: RegisterParts, file: RegisterFile) => parts.at(file) !== undefined

const duplicateIds: Rule = (parts, report) => {
  const lists: [RegisterFile, ...string[]][] = [
    ['claims'],
    ['sources'],
    ['requests'],
    ['argument', 'steps'],
    ['argument', 'inferences'],
    ['argument', 'undercuts'],
    ['argument', 'tensions'],
    ['actors', 'actors'],
    ['record', 'events'],
    ['interpretations', 'interpretations'],
    ['interpretations', 'onRecord'],
    ['article', 'method', 'passes'],
    ['fingerprint', 'sentences'],
  ]
  for (const [file, ...keys] of lists) {
    const first = new Map<string, number>()
    for (const [index, item] of written(parts, file, keys).entries()) {
      const id = item?.id
      if (typeof id !== 'string') continue
      const earlier = first.get(id)
      if (earlier === undefined) first.set(id, index)
      else {
        const line = parts.at(file)!.lineOf([...keys, earlier])
        report('duplicate-id', file, [...keys, index, 'id'], id, `an id used once; “${id}” is taken on line ${line}`)
      }
    }
  }
}

const danglingIds: Rule = (parts, report) => {
  const kinds = {
    claim: { ids: idsIn(parts, 'claims'), file: 'claims' },
    sentence: { ids: new Set((parts.fingerprint?.sentences ?? []).map(({ id }) => id)), file: 'fingerprint' },
    source: { ids: idsIn(parts, 'sources'), file: 'sources' },
    request: { ids: idsIn(parts, 'requests'), file: 'requests' },
    event: { ids: idsIn(parts, 'record', ['events']), file: 'record' },
    interpretation: { ids: idsIn(parts, 'interpretations', ['interpretations']), file: 'interpretations' },
  } as const
  const check = (kind: keyof typeof kinds, id: string, file: RegisterFile, path: FieldPath) => {
    const { ids, file: home } = kinds[kind]
    if (!readable(parts, home) || (kind === 'sentence' && !parts.fingerprint) || ids.has(id)) return
    report('dangling-id', file, path, id, `the id of ${kind === 'event' ? 'an' : 'a'} ${kind} in claims/${home}.yaml`)
  }
  const checkAll = (kind: keyof typeof kinds, ids: readonly string[] | undefined, file: RegisterFile, path: FieldPath) =>
    ids?.forEach((id, index) => check(kind, id, file, [...path, index]))

  for (const { value: claim, path } of parts.claims) {
    check('sentence', claim.sentence, 'claims', [...path, 'sentence'])
    if (claim.restates) check('claim', claim.restates, 'claims', [...path, 'restates'])
    if (claim.dated) check('event', claim.dated.event, 'claims', [...path, 'dated', 'event'])
    if (claim.request) check('request', claim.request.id, 'claims', [...path, 'request', 'id'])
    claim.record?.citations.forEach(({ source }, index) => check('source', source, 'claims', [...path, 'record', 'citations', index, 'source']))
  }
  for (const { value: source, path } of parts.sources)
    source.bearsOn.forEach(({ sentence }, index) => check('sentence', sentence, 'sources', [...path, 'bearsOn', index, 'sentence']))

  const { argument, actors, article, record, interpretations } = parts
  argument.conclusions?.forEach(({ value, path }) => check('claim', value, 'argument', path))
  argument.thesis?.supports.forEach(({ claims }, index) => checkAll('claim', claims, 'argument', ['thesis', 'supports', index, 'claims']))
  for (const { value, path } of argument.steps ?? []) checkAll('sentence', value.sentences, 'argument', [...path, 'sentences'])
  for (const { value, path } of argument.inferences ?? []) {
    checkAll('claim', value.premises, 'argument', [...path, 'premises'])
    check('claim', value.conclusion, 'argument', [...path, 'conclusion'])
  }
  for (const { value, path } of argument.undercuts ?? []) {
    check('claim', value.claim, 'argument', [...path, 'claim'])
    check('claim', value.against, 'argument', [...path, 'against'])
  }
  for (const { value, path } of argument.tensions ?? []) {
    checkAll('claim', value.claims, 'argument', [...path, 'claims'])
    checkAll('sentence', value.sentences, 'argument', [...path, 'sentences'])
  }
  for (const { value, path } of argument.pullQuotes ?? []) check('sentence', value.sentence, 'argument', [...path, 'sentence'])
  for (const { value, path } of actors.actors ?? [])
    value.articleNames.forEach(({ sentence }, index) => check('sentence', sentence, 'actors', [...path, 'articleNames', index, 'sentence']))
  for (const { value, path } of actors.actors ?? []) checkAll('source', value.background?.sources, 'actors', [...path, 'background', 'sources'])
  for (const { value, path } of actors.labels ?? []) checkAll('source', value.sources, 'actors', [...path, 'sources'])
  for (const { value, path } of actors.labels ?? []) checkAll('sentence', value.sentences, 'actors', [...path, 'sentences'])
  for (const { value, path } of record.sides ?? []) checkAll('source', value.sources, 'record', [...path, 'sources'])
  for (const { value, path } of record.events ?? []) checkAll('source', value.record?.sources, 'record', [...path, 'record', 'sources'])
  if (interpretations.event !== undefined) check('event', interpretations.event, 'interpretations', ['event'])
  checkAll('source', interpretations.background?.sources, 'interpretations', ['background', 'sources'])
  checkAll('claim', interpretations.article?.claims, 'interpretations', ['article', 'claims'])
  for (const { value, path } of interpretations.interpretations ?? []) checkAll('claim', value.takenBy, 'interpretations', [...path, 'takenBy'])
  for (const { value, path } of interpretations.onRecord ?? []) {
    checkAll('source', value.sources, 'interpretations', [...path, 'sources'])
    value.fits.forEach(({ interpretation }, index) => check('interpretation', interpretation, 'interpretations', [...path, 'fits', index, 'interpretation']))
  }
  for (const { value, path } of article.sharedWording ?? []) {
    checkAll('sentence', value.sentences, 'article', [...path, 'sentences'])
    check('source', value.source, 'article', [...path, 'source'])
    value.pairs.forEach(({ sentence }, index) => check('sentence', sentence, 'article', [...path, 'pairs', index, 'sentence']))
  }
  for (const { value, path } of article.corrections ?? []) check('claim', value.claim, 'article', [...path, 'claim'])
}

/** What to write where a space is not the article's: it cannot be seen, so it is said by its number. */
function spaceAdvice({ before, inText }: OtherSpace): string {
  if (inText === ' ') return `it has an ordinary space before “${before}”`
  const code = inText.codePointAt(0)!.toString(16).padStart(4, '0')
  const name = inText === '\u00a0' ? 'a non-breaking space' : 'another space'
  return `it has ${name} (U+${code.toUpperCase()}) before “${before}”; put the quote in double quotation marks and write \\u${code} there`
}

const quotesVerbatim: Rule = ({ claims, fingerprint }, report) => {
  if (!fingerprint) return
  for (const { value: claim, path } of claims) {
    const proof = proveQuote(fingerprint, claim.quote, claim.sentence)
    const tell = (code: DiagnosticCode, expected: string) => report(code, 'claims', [...path, 'quote'], claim.quote, expected)
    switch (proof.kind) {
      case 'too-short':
        tell('quote-too-short', `at least ${WINDOW} words, so that the fingerprint can prove them`)
        break
      case 'twice': {
        const inside = proof.places.some(({ sentence }) => sentence === claim.sentence)
        const where = [...new Set(proof.places.map(({ sentence }) => sentence))]
        tell('quote-occurs-twice', inside ? `words that occur once in ${claim.sentence}; these occur more than once there: quote a longer span` : `words that occur once in the article; these occur in ${where.join(' and ')}: quote a longer span, or name the right one as “sentence”`)
        break
      }
      case 'crosses':
        tell('quote-crosses-sentences', `a span of one sentence; this one runs on past the end of ${proof.sentence}, where ${proof.next} begins`)
        break
      case 'not-verbatim':
        tell('quote-not-verbatim', `the article's own characters: ${proof.space ? spaceAdvice(proof.space) : proof.matched ? `“${proof.matched}” stands in ${proof.sentence}, and “${proof.word}” does not follow it there` : `“${proof.word}” stands in no sentence of it`}`)
        break
      case 'proven':
        // A sentence that is not there is told as a dangling id.
        if (proof.place.sentence !== claim.sentence && fingerprint.sentences.some(({ id }) => id === claim.sentence))
          tell('quote-in-other-sentence', `words of ${claim.sentence}; these stand in ${proof.place.sentence}`)
    }
  }
}

/** Short cues are proven by a quote that holds them, longer ones by the fingerprint. */
const wordsVerbatim: Rule = (parts, report) => {
  const { fingerprint } = parts
  if (!fingerprint) return
  const { sentences } = fingerprint
  const quotes = quotesOf(parts, fingerprint)
  const stands = (sentence: string, words: string) =>
    (quotes.in.get(sentence) ?? []).some((quote) => holdsWords(quote, words)) || standsIn(fingerprint, sentence, words)
  const check = (where: readonly string[], words: string, file: RegisterFile, path: FieldPath) => {
    const known = where.filter((sentence) => sentences.some(({ id }) => id === sentence))
    if (known.length === 0 || known.some((sentence) => stands(sentence, words))) return
    const few = tokenize(words).length < WINDOW
    // The quote that would hold them is at fault itself, and told: mend that one first.
    if (few && known.some(quotes.unsure)) return
    const short = few ? ` inside a claim's quote, or with their neighbours so that they are ${WINDOW} words or more` : ''
    report('words-not-in-article', file, path, words, `words that stand in ${known.join(' or ')}${short}`)
  }
  /** The sentence itself and its neighbours in the same paragraph: where the rubric lets an attribution stand. */
  const around = (sentence: string) => {
    const at = sentences.findIndex(({ id }) => id === sentence)
    return sentences.slice(Math.max(0, at - 1), at + 2).filter(({ paragraph }) => paragraph === sentences[at]?.paragraph).map(({ id }) => id)
  }
  for (const { value: claim, path } of parts.claims) {
    const home = homeOf(fingerprint, claim)
    claim.certainty.cues.forEach((cue, index) => check([home], cue, 'claims', [...path, 'certainty', 'cues', index]))
    claim.attribution?.cues.forEach((cue, index) => check(around(home), cue, 'claims', [...path, 'attribution', 'cues', index]))
    if (claim.dated && proveQuote(fingerprint, claim.quote, claim.sentence).kind === 'proven' && !holdsWords(claim.quote, claim.dated.words))
      report('words-not-in-article', 'claims', [...path, 'dated', 'words'], claim.dated.words, 'words of this claim’s quote')
  }
  const sentenceOf = new Map(parts.claims.map(({ value }) => [value.id, homeOf(fingerprint, value)]))
  for (const { value, path } of parts.argument.inferences ?? []) {
    if (value.marker === null) continue
    const where = [...new Set([value.conclusion, ...value.premises].map((id) => sentenceOf.get(id)))]
    // A claim that is not there or failed its schema is told on its own; the marker may stand in its sentence.
    if (where.every((sentence) => sentence !== undefined)) check(where, value.marker, 'argument', [...path, 'marker'])
  }
  for (const { value, path } of parts.actors.actors ?? [])
    value.articleNames.forEach(({ name, sentence }, index) => check([sentence], name, 'actors', [...path, 'articleNames', index, 'name']))
  for (const { value, path } of parts.actors.labels ?? []) check(value.sentences, value.label, 'actors', [...path, 'label'])
}

const sentencesCovered: Rule = (parts, report) => {
  const { fingerprint, argument } = parts
  if (!fingerprint || !readable(parts, 'claims')) return
  const claimed = new Set<unknown>([...written(parts, 'claims').map((item) => item?.sentence), ...quotesOf(parts, fingerprint).in.keys()])
  const graded = fingerprint.sentences.filter(({ role }) => role !== 'apparatus')
  for (const { id } of graded)
    if (!claimed.has(id)) report('sentence-without-claim', 'claims', [], `no claim of ${id}`, `at least one claim with “sentence: ${id}”`)
  if (!argument.steps) return
  const lists = written(parts, 'argument', ['steps']).map((step) => step?.sentences)
  if (!lists.every(Array.isArray)) return
  const steps: unknown[] = lists.flat()
  for (const { id } of graded) {
    const times = steps.filter((sentence) => sentence === id).length
    if (times !== 1) report('sentence-without-step', 'argument', ['steps'], `${id} in ${times} steps`, `${id} in exactly one step`)
  }
}

const voices: Rule = ({ claims, fingerprint }, report) => {
  for (const { value: claim, path } of claims) {
    const home = fingerprint && homeOf(fingerprint, claim)
    const role = fingerprint?.sentences.find(({ id }) => id === home)?.role
    const tell = (expected: string) => report('voice-mismatch', 'claims', [...path, 'voice'], claim.voice, expected)
    if (role === 'apparatus') tell(`no claim here: ${home} is apparatus, not a sentence of the article`)
    if (role === 'pull-quote' && claim.voice !== role) tell(`pull-quote: ${home} is one`)
    if (role === 'body' && claim.voice === 'pull-quote') tell(`author or reported: ${home} is a sentence of the body`)
  }
}

const grades: Rule = ({ claims }, report) => {
  const each = (entry: Entry<ClaimData>) => {
    const { value: claim, path } = entry
    const tell = (code: DiagnosticCode, key: string, value: unknown, expected: string) => report(code, 'claims', [...path, key], value, expected)
    const opinion = claim.grade === 'N'
    const sourced = !opinion && claim.grade !== 'S0'

    if (sourced && !claim.attribution)
      tell('attribution-mismatch', 'attribution', null, `an attribution: ${claim.grade} (${GRADE_WORDS[claim.grade]}) says the text points at a source`)
    if (!sourced && claim.attribution)
      tell('attribution-mismatch', 'attribution', claim.attribution.source, `null: ${claim.grade} (${GRADE_WORDS[claim.grade]}) has no attribution`)

    const given = claim.ratings.map(({ grade }) => grade)
    if (!given.includes(claim.grade))
      tell('grade-unsupported', 'grade', claim.grade, `a grade that some rating pass gave: ${[...new Set(given)].join(', ')}`)
    const losing = [...new Set(given.filter((grade) => grade !== claim.grade))]
    if (losing.length > 0 && given.includes(claim.grade) && (!claim.adjudication || !losing.includes(claim.adjudication.losing)))
      tell('grade-unsupported', 'adjudication', claim.adjudication ?? null, `an adjudication naming the losing grade, one of ${losing.join(', ')}: the passes differ`)
    if (losing.length === 0 && claim.adjudication) tell('grade-unsupported', 'adjudication', claim.adjudication, 'no adjudication: the passes agree')
    const passes = claim.ratings.map(({ pass }) => pass)
    if (new Set(passes).size < passes.length) tell('duplicate-id', 'ratings', passes, 'each pass once')

    // Which of the two is wrong decides what else the claim may have, so the rest waits for it.
    if (opinion !== (claim.checkWorthiness === 'NFS'))
      tell('grade-mismatch', 'grade', claim.grade, `${claim.checkWorthiness === 'NFS' ? 'N' : 'a grade S0 to S4'}: the claim is marked ${claim.checkWorthiness}`)
    else if (opinion) {
      if (claim.flags.length > 0) tell('flag-on-opinion', 'flags', claim.flags, 'no flags: opinion is never flagged')
      if (claim.request) tell('grade-mismatch', 'request', claim.request.id, 'null: no evidence settles an opinion')
      if (claim.record) tell('record-mismatch', 'record', claim.record.status, 'null: an opinion has no record line')
    } else {
      if (!claim.request) tell('grade-mismatch', 'request', null, 'what would settle it: every graded claim has one')
      if (!claim.record) tell('record-mismatch', 'record', null, 'a record entry, “not checked” if need be')
    }

    const { level, cues } = claim.certainty
    if ((level === 'plain') !== (cues.length === 0))
      tell('certainty-mismatch', 'certainty', claim.certainty, level === 'plain' ? 'no cue words at “plain”' : `the words that make it ${level}`)
  }
  claims.forEach(each)
}

const records: Rule = (parts, report) => {
  const sources = new Map(parts.sources.map(({ value }) => [value.id, value]))
  const tooLong = (quote: string) => `at most ${CITATION_WORDS} words; this quotation has ${wordCount(quote)}`
  for (const { value, path } of parts.sources)
    if (wordCount(value.quote) > CITATION_WORDS) report('citation-too-long', 'sources', [...path, 'quote'], value.quote, tooLong(value.quote))
  for (const { value: claim, path } of parts.claims) {
    const { record } = claim
    if (!record) continue
    if (STATUSES_THAT_CITE.includes(record.status) && !record.citations.some(({ role }) => role !== 'shared wording'))
      report('record-uncited', 'claims', [...path, 'record', 'citations'], record.citations, `at least one citation: “${record.status}” speaks of sources`)
    record.citations.forEach(({ source, quote }, index) => {
      if (quote === undefined) return
      const here = [...path, 'record', 'citations', index, 'quote']
      if (wordCount(quote) > CITATION_WORDS) report('citation-too-long', 'claims', here, quote, tooLong(quote))
      const excerpt = sources.get(source)?.quote
      if (excerpt !== undefined && !holdsWords(excerpt, quote)) report('citation-not-verbatim', 'claims', here, quote, `words of ${source}'s excerpt: “${excerpt}”`)
    })
  }
}

/** The figure's own: corners and middle are different actors, a side lies between neighbours, each relation has its id. */
const figureHolds: Rule = (parts, report) => {
  const { figure } = parts.actors
  if (!figure) return
  const { corners, middle, sides, toMiddle, whole } = figure
  const actors = idsIn(parts, 'actors', ['actors'])
  const actor = (id: string, path: FieldPath) => {
    if (!actors.has(id)) report('dangling-id', 'actors', path, id, 'the id of an actor of this file')
  }
  const at = (...keys: FieldPath) => ['figure', ...keys]
  for (const [index, corner] of corners.entries()) {
    actor(corner, at('corners', index))
    if (corners.indexOf(corner) < index) report('duplicate-id', 'actors', at('corners', index), corner, 'each corner once')
  }
  if (middle !== undefined) {
    actor(middle, at('middle'))
    if (corners.includes(middle)) report('relation-mismatch', 'actors', at('middle'), middle, 'an actor that is no corner')
  }
  if (toMiddle && middle === undefined) report('relation-mismatch', 'actors', at('toMiddle'), toMiddle.id, 'a line “middle: ” beside it that names the actor the arrows lead to')
  for (const [index, { between }] of sides.entries()) {
    const [from, to] = between.map((end) => corners.indexOf(end))
    const here = at('sides', index, 'between')
    if (from! < 0 || to! < 0) report('relation-mismatch', 'actors', here, between, `two of the corners ${corners.join(', ')}`)
    else if (from === to) report('relation-mismatch', 'actors', here, between, 'two different corners')
    else if (sides.findIndex((other) => [...other.between].sort().join() === [...between].sort().join()) < index) report('relation-mismatch', 'actors', here, between, 'two corners that no side before it joins')
    else if (corners.length === 4 && Math.abs(from! - to!) === 2) report('relation-mismatch', 'actors', here, between, 'two neighbours: these stand across from each other, with the middle between. Put the corners in another order')
  }
  const ids = [...sides.map(({ id }, index) => [id, at('sides', index, 'id')] as const), ...(toMiddle ? [[toMiddle.id, at('toMiddle', 'id')] as const] : []), ...(whole ? [[whole.id, at('whole', 'id')] as const] : [])]
  for (const [index, [id, path]] of ids.entries())
    if (ids.findIndex(([other]) => other === id) < index) report('duplicate-id', 'actors', path, id, 'an id of its own: another relation has this one')
}

/** What a drawing needs: a relation that there is, where an arrow comes from, what the record says of a side, a date for every event. */
const drawable: Rule = (parts, report) => {
  const { claims, record } = parts
  const { figure } = parts.actors
  const arrow = figure?.toMiddle?.id
  const known = figure ? [...figure.sides, ...(figure.toMiddle ? [figure.toMiddle] : []), ...(figure.whole ? [figure.whole] : [])].map(({ id }) => id) : []
  // Of a figure that could not be read one cannot tell what it holds.
  const whole = parts.at('actors')?.data
  const sure = figure !== undefined || (typeof whole === 'object' && whole !== null && !Array.isArray(whole) && (whole as { figure?: unknown }).figure === undefined)
  if (sure) {
    for (const { value: claim, path } of claims) {
      const { relation, from } = claim
      if (relation !== null && !known.includes(relation)) {
        report('dangling-id', 'claims', [...path, 'relation'], relation, known.length > 0 ? `a relation of the figure in claims/actors.yaml: ${known.join(', ')}` : 'null: claims/actors.yaml has no “figure”')
        continue
      }
      if (relation !== null && relation === arrow && !figure!.corners.includes(from!)) report('relation-mismatch', 'claims', [...path, from === undefined ? 'relation' : 'from'], from ?? relation, `a line “from: ” beside it that names the corner the arrow comes from: ${figure!.corners.join(', ')}`)
      if (relation !== arrow && from !== undefined) report('relation-mismatch', 'claims', [...path, 'from'], from, arrow === undefined ? 'no corner: the figure has no arrow to its middle' : `no corner: only “${arrow}” comes from one`)
    }
  }
  if (!readable(parts, 'record')) return
  const sides = written(parts, 'record', ['sides']).map((side) => side?.side)
  for (const [index, side] of sides.entries())
    if (sides.indexOf(side) < index) report('duplicate-id', 'record', ['sides', index, 'side'], side, 'each side once')
  for (const [index, { value: { side, says, sources } }] of (record.sides ?? []).entries()) {
    if (sure && !figure?.sides.some(({ id }) => id === side)) report('dangling-id', 'record', ['sides', index, 'side'], side, figure ? `a side of the figure in claims/actors.yaml: ${figure.sides.map(({ id }) => id).join(', ')}` : 'no side: claims/actors.yaml has no “figure”')
    if (says === 'not checked' && sources.length > 0) report('record-uncited', 'record', ['sides', index, 'sources'], sources, 'no source: “not checked” says that we have not looked')
    if (says !== 'not checked' && sources.length === 0) report('record-uncited', 'record', ['sides', index, 'sources'], sources, `at least one source: “${says}” speaks of sources`)
  }
  for (const { id: side } of figure?.sides ?? [])
    if (!sides.includes(side) && claims.some(({ value }) => value.relation === side))
      report('side-without-record', 'record', ['sides'], sides, `an entry for ${side}: claims have this side, so a drawing says what the record holds of it`)
  // Without the claims one cannot tell which events they date.
  if (!readable(parts, 'claims')) return
  const dated = new Set(written(parts, 'claims').map((claim) => (claim?.dated as { event?: unknown } | undefined)?.event))
  for (const { value, path } of record.events ?? [])
    if (!value.record && !dated.has(value.id)) report('event-without-date', 'record', [...path, 'record'], null, `a date of the record, or a claim with “event: ${value.id}”: nothing dates this event`)
}

/** Each interpretation has one word at each thing on record. */
const interpretationsOnce: Rule = ({ interpretations }, report) => {
  for (const { value, path } of interpretations.onRecord ?? []) {
    const named = value.fits.map(({ interpretation }) => interpretation)
    for (const [index, interpretation] of named.entries())
      if (named.indexOf(interpretation) < index) report('duplicate-id', 'interpretations', [...path, 'fits', index, 'interpretation'], interpretation, 'each interpretation once')
  }
}

/** What is written of a pull-quote beside the body: of each that has a counterpart there, and of no other. */
const pullQuotesPaired: Rule = (parts, report) => {
  const { fingerprint, claims, argument } = parts
  const { pullQuotes, undercuts } = argument
  // Who stands beside whom is only known where every claim and every undercut was read.
  if (!fingerprint || !pullQuotes || !undercuts || claims.length === 0 || claims.length < written(parts, 'claims').length || undercuts.length < written(parts, 'argument', ['undercuts']).length) return
  const pulled = new Set(fingerprint.sentences.filter(({ role }) => role === 'pull-quote').map(({ id }) => id))
  const ids = new Set(claims.map(({ value }) => value.id))
  const all = claims.map(({ value }) => ({ ...value, voice: pulled.has(value.sentence) ? ('pull-quote' as const) : ('author' as const) }))
  const paired = new Set(pairedSentences(all, values(undercuts)))
  /** Points to a claim that is not there: told on its own. */
  const unsure = new Set(all.filter(({ restates }) => restates !== undefined && !ids.has(restates)).map(({ sentence }) => sentence))
  const listed = written(parts, 'argument', ['pullQuotes']).map((entry) => entry?.sentence)
  for (const sentence of paired)
    if (!listed.includes(sentence)) report('pull-quote-mismatch', 'argument', ['pullQuotes'], listed, `an entry “sentence: ${sentence}”: a claim of this pull-quote has a counterpart in the body`)
  for (const { value, path } of pullQuotes) {
    const { sentence } = value
    const here = [...path, 'sentence']
    if (listed.indexOf(sentence) < (path.at(-1) as number)) report('duplicate-id', 'argument', here, sentence, 'each pull-quote once')
    else if (!paired.has(sentence) && !unsure.has(sentence) && fingerprint.sentences.some(({ id }) => id === sentence))
      report('pull-quote-mismatch', 'argument', here, sentence, 'a pull-quote of which some claim restates one of the body, or has an undercut of the body against it')
  }
}

/** Overlap is shown in few words, and in both texts' own. */
const wordingShared: Rule = ({ article, sources, fingerprint }, report) => {
  const byId = new Map(sources.map(({ value }) => [value.id, value]))
  for (const { value, path } of article.sharedWording ?? []) {
    const source = byId.get(value.source)
    if (source && (source.published === null) !== (value.dated === null))
      report('shared-wording-mismatch', 'article', [...path, 'dated'], value.dated, source.published === null ? `null: ${value.source} shows no date` : `how ${value.source} is dated, before “${source.published}”`)
    for (const [index, pair] of value.pairs.entries()) {
      const at = (key: string) => [...path, 'pairs', index, key]
      for (const key of ['quote', 'theirs'] as const)
        if (wordCount(pair[key]) > SHARED_WORDS) report('citation-too-long', 'article', at(key), pair[key], `at most ${SHARED_WORDS} words; these are ${wordCount(pair[key])}`)
      if (source && !holdsWords(source.quote, pair.theirs)) report('citation-not-verbatim', 'article', at('theirs'), pair.theirs, `words of ${value.source}'s excerpt: “${source.quote}”`)
      // A sentence that is not there is told as a dangling id.
      if (!fingerprint?.sentences.some(({ id }) => id === pair.sentence)) continue
      if (!value.sentences.includes(pair.sentence)) report('shared-wording-mismatch', 'article', at('sentence'), pair.sentence, `one of this entry’s sentences: ${value.sentences.join(', ')}`)
      else if (!standsIn(fingerprint, pair.sentence, pair.quote))
        report('words-not-in-article', 'article', at('quote'), pair.quote, `${WINDOW} words or more that stand in ${pair.sentence}`)
    }
  }
}

const noCycle: Rule = ({ argument }, report) => {
  let inferences = argument.inferences ?? []
  // Each cycle is looked for without the steps that closed the ones before it, so that all are told.
  for (let cycle = findCycle(values(inferences)); cycle; cycle = findCycle(values(inferences))) {
    const [from, to] = cycle
    const closing = inferences.find(({ value }) => value.conclusion === to && value.premises.includes(from!))!
    report('inference-cycle', 'argument', closing.path, cycle.join(' → '), 'an argument in which no claim supports itself: take one of these steps out')
    inferences = inferences.filter((inference) => inference !== closing)
  }
}

/** The fingerprint is as the command wrote it. */
const sealed: Rule = ({ fingerprint }, report) => {
  if (!fingerprint) return
  const again = 'the file as it was made; make it anew with `npm run fingerprint -- <article.txt>`'
  for (const [index, sentence] of fingerprint.sentences.entries())
    if (sealOfSentence(sentence) !== sentence.seal) report('seal-broken', 'fingerprint', ['sentences', index], 'a sentence that was changed by hand', again)
  // An entry that stands there twice is told as that.
  if (new Set(fingerprint.sentences.map(({ id }) => id)).size === fingerprint.sentences.length && sealOfWhole(fingerprint) !== fingerprint.seal) report('seal-broken', 'fingerprint', ['seal'], fingerprint.seal, `${again}: sha256, length, or the list of sentences was changed by hand`)
}

const RULES: readonly Rule[] = [
  sealed,
  duplicateIds,
  danglingIds,
  quotesVerbatim,
  wordsVerbatim,
  sentencesCovered,
  voices,
  grades,
  records,
  figureHolds,
  drawable,
  interpretationsOnce,
  pullQuotesPaired,
  wordingShared,
  noCycle,
]

/** Every breach of every rule. */
export function checkRules(parts: RegisterParts): Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  const report: Report = (code, file, path, value, expected) => {
    const source = parts.at(file)!
    diagnostics.push({
      code,
      file: source.file,
      line: source.lineOf(path),
      field: fieldName(source.data, path),
      value: show(value),
      expected,
    })
  }
  for (const rule of RULES) rule(parts, report)
  return diagnostics
}

/** Where the text itself is at hand: the bytes, and every quote character by character. */
export function checkText(parts: RegisterParts, text: string, digest: string): Diagnostic[] {
  const { fingerprint } = parts
  if (!fingerprint) return []
  const faults: Diagnostic[] = []
  const tell = (file: RegisterFile, path: FieldPath, value: unknown, expected: string) => {
    const at = parts.at(file)!
    faults.push({ code: 'text-mismatch', file: at.file, line: at.lineOf(path), field: fieldName(at.data, path), value: show(value), expected })
  }
  if (digest !== fingerprint.sha256) tell('fingerprint', ['sha256'], fingerprint.sha256, `the sha256 of the text given: ${digest}`)
  if (codePoints(text) !== fingerprint.length) tell('fingerprint', ['length'], fingerprint.length, `${codePoints(text)}, the code points of the text given`)
  const points = [...text]
  const check = (file: RegisterFile, path: FieldPath, { quote, sentence }: { readonly quote: string; readonly sentence: string }) => {
    const proof = proveQuote(fingerprint, quote, sentence)
    // A quote that the fingerprint does not know is told already.
    if (proof.kind !== 'proven') return
    const { start, end } = proof.place
    const words = points.slice(start, end).join('')
    if (words !== quote) tell(file, path, quote, `the text's characters ${start} to ${end}: “${words}”`)
  }
  for (const { value: claim, path } of parts.claims) check('claims', [...path, 'quote'], claim)
  for (const { value, path } of parts.article.sharedWording ?? []) value.pairs.forEach((pair, index) => check('article', [...path, 'pairs', index, 'quote'], pair))
  return faults
}
