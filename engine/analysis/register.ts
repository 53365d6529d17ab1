/** What the deck and the editions read. */
import { type PairAgreement, agreement } from './agreement.ts'
import { type FigureData, type Relation, relationsOf } from './relations.ts'
import { overlap, spanOf } from '../register/dates.ts'
import { proveQuote, type SentenceSpan } from '../register/fingerprint.ts'
import { loadBearing, sourcingCeilings } from './graph.ts'
import { type PullQuoteWithBody, pullQuotePairs } from './pull-quotes.ts'
import { type RegisterParts, values } from '../register/parse.ts'
import type {
  ActorsData,
  ArgumentData,
  ArticleData,
  ClaimData,
  InterpretationsData,
  RecordData,
  SourcesData,
  RequestsData,
} from '../register/schema.ts'
import { GRADES, GRADES_AND_OPINION, RECORD_STATUSES, type SourcingGrade, VOICES } from '../register/vocabulary.ts'

/** W3C Web Annotation TextQuoteSelector and TextPositionSelector. */
export interface Selectors {
  readonly exact: string
  /** Both empty without the text, since a quote that stands twice is refused; with it up to 32 code points. */
  readonly prefix: string
  readonly suffix: string
  readonly start: number
  readonly end: number
}

export interface Claim extends ClaimData {
  readonly selectors: Selectors
  /** Id. */
  readonly step: string
  /** Null where nothing is argued for it, or it is opinion. */
  readonly ceiling: SourcingGrade | null
  /** Leads to a conclusion, or is one. */
  readonly loadBearing: boolean
  /** Outlets that carry one report count once. */
  readonly reports: number
}

type Entry<T extends readonly unknown[]> = T[number]

export interface Step extends Entry<ArgumentData['steps']> {
  /** 1-based. */
  readonly number: number
  /** In reading order. */
  readonly claims: readonly string[]
}

export interface Source extends Entry<SourcesData> {
  /** Ids of claims, then names of actors, labels, sides and events. */
  readonly citedBy: readonly string[]
  readonly direction: 'ltr' | 'rtl'
}

export interface EvidenceRequest extends Entry<RequestsData> {
  readonly claims: readonly string[]
}

export interface RelationSupport extends Omit<Relation, 'id'> {
  /** Its id. */
  readonly relation: string
  readonly claims: readonly string[]
  /** In the author’s own voice, as are the grade and the events below. */
  readonly authorClaims: readonly string[]
  /** It may be an editor’s voice. */
  readonly pullQuoteClaims: readonly string[]
  /** Null where the author’s voice has none. */
  readonly bestGrade: SourcingGrade | null
  readonly atBest: number
  readonly datedEvents: readonly string[]
  /** Null where it is no side. */
  readonly record: Entry<RecordData['sides']> | null
}

export type Dating = 'article only' | 'same' | 'another date' | 'record only'

export interface DatedEvent extends Entry<RecordData['events']> {
  /** Each date once, with the claims that give it. */
  readonly article: readonly { readonly words: string; readonly date: string; readonly claims: readonly string[] }[]
  readonly dating: Dating
}

type AsWritten = Readonly<
  Pick<ArticleData, 'method' | 'reply' | 'corrections' | 'disclosure' | 'sharedWording'> &
    Pick<ArgumentData, 'thesis' | 'conclusions' | 'inferences' | 'undercuts' | 'tensions'> &
    Pick<ActorsData, 'actors' | 'namesNote' | 'labels'>
>

interface Derived extends AsWritten {
  readonly article: ArticleData['article'] & { readonly sha256: string; readonly length: number }
  readonly agreement: readonly PairAgreement[]
  readonly sentences: readonly SentenceSpan[]
  readonly steps: readonly Step[]
  /** In reading order. */
  readonly claims: readonly Claim[]
  readonly pullQuotes: readonly PullQuoteWithBody[]
  /** Null where there is no such file. */
  readonly interpretations: InterpretationsData | null
  /** Null where the article draws no lines. */
  readonly figure: FigureData | null
  readonly relations: readonly RelationSupport[]
  /** In order of the first date that anybody gives. */
  readonly events: readonly DatedEvent[]
  readonly sources: readonly Source[]
  readonly requests: readonly EvidenceRequest[]
}

export interface Register extends Derived {
  readonly counts: Counts
}

const CONTEXT = 32

/** `getTextInfo` is newer than TypeScript’s types, and in no Firefox: asked once a build. */
const directionOf = (language: string) =>
  (new Intl.Locale(language) as Intl.Locale & { getTextInfo: () => { direction: 'ltr' | 'rtl' } }).getTextInfo().direction

function tally<K extends string>(keys: readonly K[], found: readonly K[]): Record<K, number> {
  const of = Map.groupBy(found, (key) => key)
  return Object.fromEntries(keys.map((key) => [key, of.get(key)?.length ?? 0])) as Record<K, number>
}

/** 0 to 1, of the spans’ length. */
function coveredShare(spans: readonly { start: number; end: number }[], ranges: readonly { start: number; end: number }[]): number {
  let covered = 0
  let reached = 0
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    covered += Math.max(0, end - Math.max(start, reached))
    reached = Math.max(reached, end)
  }
  return covered / spans.reduce((sum, { start, end }) => sum + end - start, 0)
}

/** What a page fills in as `{{ claims }}` or `{{ byGrade.S0 }}`. */
function countsOf({ claims, sentences, steps, relations, inferences, sources, requests, tensions }: Derived) {
  const text = sentences.filter(({ role }) => role !== 'apparatus')
  const byGrade = tally(
    GRADES_AND_OPINION,
    claims.map(({ grade }) => grade),
  )
  return {
    claims: claims.length,
    gradeable: claims.length - byGrade.N,
    opinions: byGrade.N,
    byGrade,
    byRecord: tally(
      RECORD_STATUSES,
      claims.flatMap(({ record }) => record?.status ?? []),
    ),
    byVoice: tally(
      VOICES,
      claims.map(({ voice }) => voice),
    ),
    byRelation: tally(
      relations.map(({ relation }) => relation),
      claims.flatMap(({ relation }) => relation ?? []),
    ),
    sentences: text.length,
    pullQuotes: text.filter(({ role }) => role === 'pull-quote').length,
    paragraphs: new Set(text.map(({ paragraph }) => paragraph)).size,
    steps: steps.length,
    loadBearing: claims.filter(({ loadBearing }) => loadBearing).length,
    inferences: inferences.length,
    sourcesHeld: sources.length,
    sourcesCited: sources.filter(({ citedBy }) => citedBy.length > 0).length,
    requests: requests.length,
    tensions: tensions.length,
    /** Share of the article’s characters that some quote covers: 0 to 1. */
    coverage: coveredShare(
      text,
      claims.map(({ selectors }) => selectors),
    ),
  }
}
export type Counts = Readonly<ReturnType<typeof countsOf>>

function datedEvent(event: Entry<RecordData['events']>, claims: readonly Claim[]): DatedEvent {
  const datings = claims.flatMap(({ id, dated }) => (dated?.event === event.id ? [{ ...dated, id }] : []))
  const article = [...Map.groupBy(datings, ({ date }) => date)].map(([date, same]) => ({
    words: same[0]!.words,
    date,
    claims: same.map(({ id }) => id),
  }))
  const { record } = event
  const dating =
    article.length === 0
      ? 'record only'
      : record === null
        ? 'article only'
        : article.every(({ date }) => overlap(date, record.date))
          ? 'same'
          : 'another date'
  return { ...event, article, dating }
}

const firstDay = ({ article, record }: DatedEvent): string =>
  [...article, ...(record ? [record] : [])].map(({ date }) => spanOf(date).from).sort()[0]!

/** A file that holds its schema has everything. */
function interpretationsFrom(read: RegisterParts['interpretations']): InterpretationsData | null {
  const { event, asOf, background, article, undecided } = read
  if (!event || !asOf || !background || !article || !undecided) return null
  return {
    event,
    asOf,
    background,
    article,
    interpretations: values(read.interpretations),
    onRecord: values(read.onRecord),
    notOnRecord: values(read.notOnRecord),
    undecided,
  }
}

/** `parts` hold every schema and every rule. */
export function deriveRegister(parts: RegisterParts, text?: string): Register {
  const { fingerprint, argument, actors, article, record, interpretations } = parts
  const { steps, thesis, conclusions } = argument
  const { article: about, method, reply } = article
  if (!fingerprint || !steps || !thesis || !conclusions || !about || !method || !reply || !actors.namesNote)
    throw new Error('deriveRegister needs parts without a fault; call it through loadRegister')

  const inferences = values(argument.inferences)
  const data = values(parts.claims)
  const conclusionIds = values(conclusions)
  const points = text === undefined ? undefined : [...text]
  const gradeOf = new Map(data.map(({ id, grade }) => [id, grade]))
  const ceilings = sourcingCeilings(inferences, (id) => gradeOf.get(id)!)
  const bearing = loadBearing(inferences, conclusionIds)
  const sourceData = values(parts.sources)
  const groupOf = new Map(sourceData.map(({ id, independenceGroup }) => [id, independenceGroup]))
  const stepOf = new Map(values(steps).flatMap(({ id, sentences }) => sentences.map((sentence) => [sentence, id] as const)))

  const claims = data
    .map((claim): Claim => {
      const proof = proveQuote(fingerprint, claim.quote, claim.sentence)
      if (proof.kind !== 'proven') throw new Error(`deriveRegister: the quote of ${claim.id} is not proven`)
      const { start, end } = proof.place
      const prefix = points?.slice(Math.max(0, start - CONTEXT), start).join('') ?? ''
      const suffix = points?.slice(end, end + CONTEXT).join('') ?? ''
      const own = claim.record?.citations.filter(({ role }) => role !== 'shared wording') ?? []
      return {
        ...claim,
        selectors: { exact: claim.quote, prefix, suffix, start, end },
        step: stepOf.get(claim.sentence)!,
        ceiling: ceilings.get(claim.id) ?? null,
        loadBearing: bearing.has(claim.id),
        reports: new Set(own.map(({ source }) => groupOf.get(source))).size,
      }
    })
    .sort((a, b) => a.selectors.start - b.selectors.start)

  const idsWhere = (test: (claim: Claim) => unknown): string[] => claims.filter(test).map(({ id }) => id)
  const [whoIsWho, labels] = [values(actors.actors), values(actors.labels)]
  const nameOf = new Map(whoIsWho.map(({ id, name }) => [id, name]))
  const figure = actors.figure ?? null
  const relations = relationsOf(figure, (id) => nameOf.get(id) ?? id)
  const events = values(record.events)
    .map((event) => datedEvent(event, claims))
    .sort((a, b) => firstDay(a).localeCompare(firstDay(b)))
  const sides = values(record.sides)
  const allInterpretations = interpretationsFrom(interpretations)
  const readings = allInterpretations ? [allInterpretations.background, ...allInterpretations.onRecord] : []
  const readEvent = events.find(({ id }) => id === allInterpretations?.event)

  const sentences = fingerprint.sentences.map(({ windows: _, seal: __, ...sentence }) => sentence)
  const sources = sourceData.map((source) => {
    const isBehind = (entry: { readonly sources: readonly string[] } | null) => entry?.sources.includes(source.id)
    return {
      ...source,
      direction: directionOf(source.language),
      citedBy: [
        ...idsWhere(({ record }) => record?.citations.some((citation) => citation.source === source.id)),
        ...whoIsWho.filter(({ background }) => isBehind(background)).map(({ name }) => name),
        ...labels.filter(isBehind).map(({ label }) => `the words “${label}”`),
        ...sides.filter(isBehind).map(({ side }) => `the side ${relations.find(({ id }) => id === side)?.name ?? side}`),
        ...events.filter((event) => isBehind(event.record)).map(({ name }) => `the date of ${name}`),
        ...(readings.some(isBehind) ? [`the readings of ${readEvent!.name}`] : []),
      ],
    }
  })
  const requests = values(parts.requests).map((item) => ({ ...item, claims: idsWhere(({ request }) => request?.id === item.id) }))
  const rated = claims.map(({ ratings }) => Object.fromEntries(ratings.map(({ pass, grade }) => [pass, grade])))
  const passes = method.passes.map(({ id }) => id)

  const derived: Derived = {
    article: { ...about, sha256: fingerprint.sha256, length: fingerprint.length },
    method,
    agreement: passes.flatMap((a, i) => passes.slice(i + 1).map((b) => agreement(rated, a, b))),
    reply,
    corrections: values(article.corrections),
    disclosure: values(article.disclosure),
    sharedWording: values(article.sharedWording),
    thesis,
    conclusions: conclusionIds,
    sentences,
    steps: values(steps).map((step, index) => ({ ...step, number: index + 1, claims: idsWhere((claim) => claim.step === step.id) })),
    claims,
    inferences,
    undercuts: values(argument.undercuts),
    tensions: values(argument.tensions),
    pullQuotes: pullQuotePairs(claims, values(argument.undercuts), values(argument.pullQuotes)),
    interpretations: allInterpretations,
    figure,
    relations: relations.map(({ id: relation, ...rest }): RelationSupport => {
      const behind = claims.filter((claim) => claim.relation === relation)
      const own = behind.filter(({ voice }) => voice !== 'pull-quote')
      const best = Math.max(-1, ...own.map(({ grade }) => GRADES.indexOf(grade as SourcingGrade)))
      return {
        relation,
        ...rest,
        claims: behind.map(({ id }) => id),
        authorClaims: own.map(({ id }) => id),
        pullQuoteClaims: behind.filter(({ voice }) => voice === 'pull-quote').map(({ id }) => id),
        bestGrade: GRADES[best] ?? null,
        atBest: own.filter(({ grade }) => grade === GRADES[best]).length,
        datedEvents: [...new Set(own.flatMap(({ dated }) => dated?.event ?? []))],
        record: sides.find(({ side }) => side === relation) ?? null,
      }
    }),
    events,
    actors: whoIsWho,
    namesNote: actors.namesNote,
    labels,
    sources,
    requests,
  }
  return { ...derived, counts: countsOf(derived) }
}
