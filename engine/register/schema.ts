/**
 * The shape of the YAML files, and nothing else: what one field may hold.
 * What holds *between* fields (ids that must exist, grades that ratings must support) is in `rules.ts`.
 *
 * Every object is strict, so that a misspelled key is found. Runs at build time only: zod does not ship.
 */
import { z } from 'zod'
import {
  ACCESS,
  BEARINGS,
  CERTAINTIES,
  CHECK_WORTHINESS,
  CITATION_ROLES,
  CLAIM_TYPES,
  FLAGS,
  GRADES_AND_OPINION,
  RECORD_STATUSES,
  SENTENCE_ROLES,
  SIDE_FINDINGS,
  SOURCE_KINDS,
  VOICES,
  REQUEST_KINDS,
} from './vocabulary.ts'

/** Longer than any text of the register by far: what is longer was pasted by mistake. */
const LONGEST = 4000
const text = z.string().trim().min(1, 'must not be empty').max(LONGEST, `must be a text for a slide: at most ${LONGEST} characters`)
const id = (pattern: RegExp, example: string) => z.string().regex(pattern, `must look like ${example}`)

const claimId = id(/^C\d{2,}$/, 'C01')
const sentenceId = id(/^S\d{2,}$/, 'S01')
const sourceId = id(/^[A-Z]\d{1,3}$/, 'A1')
const requestId = id(/^W\d{2,}$/, 'W01')
const actorId = id(/^[a-z][a-z-]*$/, 'council')
const relationId = id(/^[a-z][a-z-]*$/, 'council-trust')
const passId = id(/^[A-Z]\w{0,15}$/, 'R1')
const language = id(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/, 'en')
const stepId = id(/^[a-z][a-z-]*$/, 'setting')
const eventId = id(/^[a-z][a-z0-9-]*$/, 'first-meeting')
const interpretationId = id(/^[a-z][a-z-]*$/, 'joint')
const day = z.iso.date('must be a day, as 2026-11-23')
/** A day, a month, a year or a span of them: 2025-07-02, 2025-07, 2025, 2021-09/2022-01 (ISO 8601, EDTF level 0). */
const dateLike = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?(\/\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?)?$/, 'must be a date as 2025-07-02, 2025-07, 2025 or a span 2025-06/2025-07')
/**
 * An address is opened as it is written. The pattern is narrower than what a browser mends: no blank, quotation mark or
 * bracket of HTML, nothing before an @ that looks like the host, and slashes that are there.
 */
const url = z.url({ protocol: /^https?$/, error: 'must be a full http(s) address' }).regex(/^https?:\/\/[^\s/?#@"<>\\^`{|}]+(?:[/?#][^\s"<>\\^`{|}]*)?$/, 'must be an address as a browser shows it: no blank, quotation mark, < or >, and no name before an @')

const rating = z.strictObject({
  pass: passId,
  grade: z.enum(GRADES_AND_OPINION),
  /** Why, in the rater's words. */
  reason: text.optional(),
})

const citation = z.strictObject({
  source: sourceId,
  role: z.enum(CITATION_ROLES).default('record'),
  /** A part of the source's excerpt, word for word; without it the whole excerpt is quoted. */
  quote: text.optional(),
})

export const claimSchema = z.strictObject({
  id: claimId,
  sentence: sentenceId,
  /** Word for word, W3C TextQuoteSelector `exact`. */
  quote: text,
  /** The claim in our words, one plain sentence. */
  gist: text,
  /** What it says in a word or three of ours, for a drawing or a list; never without its id. */
  short: text.max(26, 'must fit a drawing: at most 26 characters'),
  voice: z.enum(VOICES),
  checkWorthiness: z.enum(CHECK_WORTHINESS),
  type: z.enum(CLAIM_TYPES),
  certainty: z.strictObject({
    level: z.enum(CERTAINTIES),
    /** Words of the same sentence, in or around the quote, that hedge or boost it. */
    cues: z.array(text),
  }),
  grade: z.enum(GRADES_AND_OPINION),
  ratings: z.array(rating).min(1, 'a grade needs at least one rating'),
  /** Where the passes differ: which grade lost and why the other stands. */
  adjudication: z.strictObject({ losing: z.enum(GRADES_AND_OPINION), reason: text }).optional(),
  /** Who is named as the source, and the words that say so. Null at S0 and N. */
  attribution: z.strictObject({ source: text, cues: z.array(text).min(1, 'needs its cue words') }).nullable(),
  flags: z.array(z.enum(FLAGS)).max(2, 'at most two flags a claim'),
  /** What it says of whom: a side of the figure, the arrow to its middle, or the whole; ids of `figure` in actors.yaml. */
  relation: relationId.nullable(),
  /** Where that is the arrow to the middle: the corner it comes from. */
  from: actorId.optional(),
  /** The claim whose content this one gives again. */
  restates: claimId.optional(),
  /** The date the article gives the event, in its words and as a date. */
  dated: z.strictObject({ words: text, date: dateLike, event: eventId }).optional(),
  request: z
    .strictObject({
      id: requestId,
      outcomes: z.array(z.strictObject({ finding: text, means: text })).min(2, 'say what each outcome would mean: at least two'),
    })
    .nullable(),
  record: z
    .strictObject({
      status: z.enum(RECORD_STATUSES),
      /** What exactly is corroborated, contradicted …: "the month". */
      qualifier: text.optional(),
      asOf: day,
      /** One sentence for the slide. */
      finding: text,
      establishes: text.nullable(),
      doesNotEstablish: text,
      citations: z.array(citation),
    })
    .nullable(),
})

export const claimsFile = z.array(claimSchema).min(1)

export const argumentFile = z.strictObject({
  /** The claims everything else is said to lead to. */
  conclusions: z.array(claimId).min(1),
  thesis: z.strictObject({
    statement: text,
    supports: z.array(z.strictObject({ text, claims: z.array(claimId).min(1) })).min(1),
  }),
  steps: z
    .array(z.strictObject({ id: stepId, title: text, short: text, says: text, sentences: z.array(sentenceId).min(1) }))
    .min(1),
  inferences: z.array(
    z.strictObject({
      id: id(/^I\d{2,}$/, 'I01'),
      premises: z.array(claimId).min(1, 'needs at least one premise'),
      conclusion: claimId,
      /** The article's own word for the step; null where the step is our reading. */
      marker: text.nullable(),
      /** What must hold for the step to go through, in its best form. */
      warrant: text,
      criticalQuestions: z.array(text).min(1, 'needs at least one critical question'),
    }),
  ),
  undercuts: z.array(z.strictObject({ id: id(/^U\d{2,}$/, 'U01'), claim: claimId, against: claimId, why: text })),
  tensions: z.array(
    z.strictObject({
      id: id(/^T\d+$/, 'T1'),
      claims: z.array(claimId).min(1),
      sentences: z.array(sentenceId).optional(),
      statement: text,
      charitableReading: text,
    }),
  ),
  /** What each pull-quote shows beside the sentences of the body that are nearest to it. */
  pullQuotes: z.array(z.strictObject({ sentence: sentenceId, shows: text, charitableReading: text })),
})

/** What the record has that belongs to no single claim. */
export const recordFile = z.strictObject({
  /** Of each side of the figure as a whole. */
  sides: z.array(
    z.strictObject({
      side: relationId,
      says: z.enum(SIDE_FINDINGS),
      /** A few words more for the drawing: what is denied, what was not found. */
      qualifier: text.max(46, 'must fit a drawing: at most 46 characters').optional(),
      asOf: day,
      /** One or two sentences for the slide. */
      finding: text,
      doesNotEstablish: text,
      /** None where it is `not checked`. */
      sources: z.array(sourceId),
    }),
  ),
  /** What the article dates, and what the record dates beside it. */
  events: z.array(
    z.strictObject({
      id: eventId,
      /** A few words of ours for the event itself. */
      name: text.max(34, 'must fit a drawing: at most 34 characters'),
      /** Null where we hold nothing that dates it. */
      record: z
        .strictObject({
          date: dateLike,
          /** Where the date is not the event's but what reports on it cover: how to say so. */
          covers: text.max(40, 'must fit a drawing: at most 40 characters').optional(),
          finding: text,
          sources: z.array(sourceId).min(1, 'a date of the record needs its source'),
        })
        .nullable(),
    }),
  ),
})

/** One event, and what each of several interpretations of it would lead one to expect. The interpretations and the fits are ours. */
export const interpretationsFile = z.strictObject({
  event: eventId,
  asOf: day,
  /** What happened, by the record. */
  background: z.strictObject({ finding: text, sources: z.array(sourceId).min(1, 'what the record says needs its source') }),
  /** What the article gives of it, and what it does not. */
  article: z.strictObject({ claims: z.array(claimId).min(1), leavesOut: text }),
  interpretations: z
    .array(
      z.strictObject({
        id: interpretationId,
        name: text.max(40, 'must fit the head of a column: at most 40 characters'),
        /** Claims of the article that take this interpretation. */
        takenBy: z.array(claimId).optional(),
        expect: z.array(text).min(1, 'say what one would expect to see'),
      }),
    )
    .min(2, 'at least two interpretations: one alone is a verdict'),
  onRecord: z
    .array(
      z.strictObject({
        id: interpretationId,
        says: text,
        sources: z.array(sourceId).min(1, 'what the record says needs its source'),
        /** The interpretations with which it would fit, and on what that depends. With the others it is less expected. */
        fits: z.array(z.strictObject({ interpretation: interpretationId, if: text.optional() })).min(1, 'at least one interpretation with which it would fit'),
      }),
    )
    .min(1),
  notOnRecord: z.array(text).min(1),
  /** That the record does not decide. */
  undecided: text,
})

/** A relation, with a name where it does not follow from its ends. */
const named = z.strictObject({ id: relationId, name: text.optional() })

/**
 * Between whom the article draws lines. The corners go clockwise from the one above (of two, from the left), so that
 * neighbours in the list, and the first and the last, are neighbours in the figure.
 */
const figure = z.strictObject({
  corners: z.array(actorId).min(2, 'two to four corners').max(4, 'two to four corners'),
  /** Whom it all bears on; drawn in the middle. */
  middle: actorId.optional(),
  sides: z.array(named.extend({ between: z.array(actorId).length(2, 'the two corners at its ends') })),
  /** From any corner to the middle. */
  toMiddle: named.optional(),
  /** All corners together. */
  whole: named.optional(),
})

export const actorsFile = z.strictObject({
  namesNote: text,
  /** Left out where the article draws no lines between those it speaks of. */
  figure: figure.optional(),
  actors: z.array(
    z.strictObject({
      id: actorId,
      /** The name this deck uses. */
      name: text,
      /** The names the article uses, word for word. */
      articleNames: z.array(z.strictObject({ name: text, sentence: sentenceId })),
      /** A public list or usage name, and whose it is. */
      publicName: z.strictObject({ name: text, usage: text }).nullable(),
      /** Who they are, in a few words of the record, with the sources that say so. */
      background: z.strictObject({ text, sources: z.array(sourceId).min(1, 'a fact about the world needs its source') }).nullable(),
      role: text,
      why: text,
    }),
  ),
  /** Words of the article that the deck quotes and does not adopt. */
  labels: z.array(
    z.strictObject({
      label: text,
      sentences: z.array(sentenceId).min(1),
      ours: text,
      why: text,
      /** Behind what `why` says of the world. */
      sources: z.array(sourceId).default([]),
    }),
  ),
})

/** What a reader could ask for; `name` is the few words for a slide, `what` the whole. No title or number is invented: a kind of thing, and who would hold it. */
export const requestsFile = z.array(
  z.strictObject({
    id: requestId,
    name: text,
    kind: z.enum(REQUEST_KINDS),
    what: text,
    heldBy: text,
    access: z.enum(ACCESS),
    /** Where we looked for it ourselves: what came of that. */
    sought: text.optional(),
  }),
)

export const sourcesFile = z.array(
    z.strictObject({
      id: sourceId,
      originator: text,
      publisher: text,
      title: text.nullable(),
      /** The title was not shown; it is read off the address. Printed in [brackets]. */
      titleInferred: z.boolean().default(false),
      /** Our translation of a title in another language. */
      titleTranslation: text.optional(),
      published: dateLike.nullable(),
      eventDate: dateLike.nullable(),
      url,
      kind: z.enum(SOURCE_KINDS),
      language,
      /** Who the outlet is and what stake it may have (ICD 206 source descriptor). */
      descriptor: text,
      /** Outlets that carry one report share a group and count once. */
      independenceGroup: text,
      readAs: z.enum(['excerpt', 'in full']),
      quote: text,
      /** Our translation of the quote, not checked by a native reader. */
      translation: text.optional(),
      establishes: text,
      doesNotEstablish: text,
      bearsOn: z.array(z.strictObject({ sentence: sentenceId, bearing: z.enum(BEARINGS) })),
    }),
)

const hexDigest = z.string().regex(/^[0-9a-f]{64}$/, 'must be a sha256 in hex: 64 digits')

export const articleFile = z.strictObject({
  article: z.strictObject({
    publisher: text,
    url,
    /** What it is and of whom it speaks, as the cover says it: a phrase without a full stop. */
    about: text,
    /** What the text at hand does not show, in one sentence of the cover. */
    notShown: text,
    language,
    readOn: day,
    /** What the text at hand does not show. */
    unknown: z.array(text),
    caveats: z.array(text),
  }),
  method: z.strictObject({
    asOf: day,
    /** Who or what graded, and with what help, as the data names it: a Web Annotation agent. */
    gradedBy: z.strictObject({ type: z.enum(['Person', 'Organization', 'Software']), name: text }),
    passes: z.array(z.strictObject({ id: passId, saw: text, blind: z.boolean() })),
    how: z.array(text).min(1),
    limits: z.array(text).min(1),
    notFound: z.array(text),
  }),
  sharedWording: z.array(
    z.strictObject({
      sentences: z.array(sentenceId).min(1),
      source: sourceId,
      /** Overlap and dates, nothing else. */
      statement: text,
      /** How the other text is dated: “address dated”, before the source's date. Null where it shows none. */
      dated: text.nullable(),
      /** What can be shown side by side of it, word for word. */
      pairs: z.array(z.strictObject({ sentence: sentenceId, quote: text, theirs: text })).min(1, 'show at least one pair of passages'),
    }),
  ),
  reply: z.strictObject({ status: z.enum(['not-sought', 'sought', 'received', 'declined']), text }),
  corrections: z.array(z.strictObject({ date: day, claim: claimId, was: text, now: text, why: text })),
  disclosure: z.array(text).min(1),
})

const seal = z.string().regex(/^[0-9a-f]{12}$/, 'must be a seal of 12 hex digits; make the file anew with `npm run fingerprint -- <article.txt>`')

/** Written by `npm run fingerprint`, never by hand. */
export const fingerprintFile = z.strictObject({
  sha256: hexDigest,
  /** Code points in the whole text. */
  length: z.int().positive(),
  /** Over both and the seals of the sentences; see fingerprint.ts. */
  seal,
  sentences: z.array(
    z.strictObject({
      id: sentenceId,
      role: z.enum(SENTENCE_ROLES),
      paragraph: z.int().positive(),
      start: z.int().nonnegative(),
      end: z.int().positive(),
      /** `offset:hash` of each window of three tokens, in order; see fingerprint.ts. */
      windows: z.string().regex(/^(\d+:[0-9a-f]{12}(\s+|$))*$/, 'must be offset:hash pairs; make the file anew with `npm run fingerprint -- <article.txt>`'),
      /** Over all of the sentence but its id and role. */
      seal,
    }),
  ),
})

export type ClaimData = z.infer<typeof claimSchema>
export type ArgumentData = z.infer<typeof argumentFile>
export type ActorsData = z.infer<typeof actorsFile>
export type RecordData = z.infer<typeof recordFile>
export type InterpretationsData = z.infer<typeof interpretationsFile>
export type RequestsData = z.infer<typeof requestsFile>
export type SourcesData = z.infer<typeof sourcesFile>
export type ArticleData = z.infer<typeof articleFile>
export type FingerprintData = z.infer<typeof fingerprintFile>
