/** What one field of the YAML files may hold; editors show `describe`. Build time only: zod does not ship. */
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
  REQUEST_KINDS,
  SENTENCE_ROLES,
  SIDE_FINDINGS,
  SOURCE_KINDS,
  VOICES,
} from './vocabulary.ts'

/** What is longer was pasted by mistake. */
const LONGEST = 4000
const text = z.string().trim().min(1, 'must not be empty').max(LONGEST, `must be a text for a slide: at most ${LONGEST} characters`)
const drawn = (most: number, where = 'a drawing') => text.max(most, `must fit ${where}: at most ${most} characters`)
const some = <T extends z.ZodType>(each: T, expected = 'at least one entry') => z.array(each).min(1, expected)

const id = (pattern: RegExp, example: string) => z.string().regex(pattern, `must look like ${example}`)
const name = (example: string) => id(/^[a-z][a-z-]*$/, example)
const IDS = {
  claim: [/^C\d{2,}$/, 'C01'],
  sentence: [/^S\d{2,}$/, 'S01'],
  source: [/^[A-Z]\d{1,3}$/, 'A1'],
  request: [/^W\d{2,}$/, 'W01'],
  event: [/^[a-z][a-z0-9-]*$/, 'first-meeting'],
  interpretation: [/^[a-z][a-z-]*$/, 'joint'],
} as const
export type Kind = keyof typeof IDS
/** Fields that hold the id of an entry elsewhere. A registry of our own: zod’s goes into the JSON Schemas. */
export const REFERENCES = z.registry<{ readonly to: Kind }>()
const idOf = (kind: Kind) => {
  const [pattern, example] = IDS[kind]
  return id(pattern, example)
}
const refTo = (kind: Kind) => idOf(kind).register(REFERENCES, { to: kind })
const actorId = name('council')
const relationId = name('council-trust')
const passId = id(/^[A-Z]\w{0,15}$/, 'R1')
const language = id(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/, 'en')

/** Another type, or none, is told in shape.ts. */
const unlessType = (expected: string) => ({
  error: ({ code }: { readonly code: string }) => (code === 'invalid_type' ? undefined : expected),
})
const day = z.iso.date(unlessType('must be a day, as 2026-11-23'))
const DATE = /\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?/.source
const dateLike = z
  .string()
  .regex(new RegExp(`^${DATE}(/${DATE})?$`), 'must be a date as 2025-07-02, 2025-07, 2025 or a span 2025-06/2025-07')
/** Narrower than what a browser mends, since an address is opened as it is written. */
const url = z
  .url({ protocol: /^https?$/, ...unlessType('must be a full http(s) address') })
  .regex(
    /^https?:\/\/[^\s/?#@"<>\\^`{|}]+(?:[/?#][^\s"<>\\^`{|}]*)?$/,
    'must be an address as a browser shows it: no blank, quotation mark, < or >, and no name before an @',
  )

const refs = (kind: Kind) => z.array(refTo(kind))
const someRefs = (kind: Kind, expected?: string) => some(refTo(kind), expected)

const claim = z.strictObject({
  id: idOf('claim'),
  sentence: refTo('sentence'),
  quote: text.describe('Word for word, a span of one sentence.'),
  gist: text.describe('The claim in our words, one plain sentence.'),
  short: drawn(26).describe('What it says in a word or three of ours, for a drawing or a list; never without its id.'),
  voice: z.enum(VOICES),
  checkWorthiness: z.enum(CHECK_WORTHINESS),
  type: z.enum(CLAIM_TYPES),
  certainty: z.strictObject({
    level: z.enum(CERTAINTIES),
    cues: z.array(text).describe('Words of the same sentence, in or around the quote, that hedge or boost it.'),
  }),
  grade: z.enum(GRADES_AND_OPINION),
  ratings: some(
    z.strictObject({ pass: passId, grade: z.enum(GRADES_AND_OPINION), reason: text.describe('Why, in the rater’s words.').optional() }),
    'a grade needs at least one rating',
  ),
  adjudication: z
    .strictObject({ losing: z.enum(GRADES_AND_OPINION), reason: text })
    .optional()
    .describe('Where the passes differ: which grade lost and why the other stands.'),
  attribution: z
    .strictObject({ source: text, cues: some(text, 'needs its cue words') })
    .nullable()
    .describe('Who is named as the source, and the words that say so. Null at S0 and N.'),
  flags: z.array(z.enum(FLAGS)).max(2, 'at most two flags a claim'),
  relation: relationId
    .nullable()
    .describe('What it says of whom: a side of the figure, the arrow to its middle, or the whole; an id of “figure” in actors.yaml.'),
  from: actorId.optional().describe('Where that is the arrow to the middle: the corner it comes from.'),
  restates: refTo('claim').optional().describe('The claim whose content this one gives again.'),
  dated: z
    .strictObject({ words: text, date: dateLike, event: refTo('event') })
    .optional()
    .describe('The date the article gives the event, in its words and as a date.'),
  request: z
    .strictObject({
      id: refTo('request'),
      outcomes: z.array(z.strictObject({ finding: text, means: text })).min(2, 'say what each outcome would mean: at least two'),
    })
    .nullable(),
  record: z
    .strictObject({
      status: z.enum(RECORD_STATUSES),
      qualifier: text.optional().describe('What exactly is corroborated, contradicted …: “the month”.'),
      asOf: day,
      finding: text.describe('One sentence for the slide.'),
      establishes: text.nullable(),
      doesNotEstablish: text,
      citations: z.array(
        z.strictObject({
          source: refTo('source'),
          role: z.enum(CITATION_ROLES).default('record'),
          quote: text.optional().describe('A part of the source’s excerpt, word for word; without it the whole excerpt is quoted.'),
        }),
      ),
    })
    .nullable(),
})

const argument = z.strictObject({
  conclusions: someRefs('claim').describe('The claims everything else is said to lead to.'),
  thesis: z.strictObject({ statement: text, supports: some(z.strictObject({ text, claims: someRefs('claim') })) }),
  steps: some(z.strictObject({ id: name('setting'), title: text, short: text, says: text, sentences: someRefs('sentence') })),
  inferences: z.array(
    z.strictObject({
      id: id(/^I\d{2,}$/, 'I01'),
      premises: someRefs('claim', 'needs at least one premise'),
      conclusion: refTo('claim'),
      marker: text.nullable().describe('The article’s own word for the step; null where the step is our reading.'),
      warrant: text.describe('What must hold for the step to go through, in its best form.'),
      criticalQuestions: some(text, 'needs at least one critical question'),
    }),
  ),
  undercuts: z.array(z.strictObject({ id: id(/^U\d{2,}$/, 'U01'), claim: refTo('claim'), against: refTo('claim'), why: text })),
  tensions: z.array(
    z.strictObject({
      id: id(/^T\d+$/, 'T1'),
      claims: someRefs('claim'),
      sentences: refs('sentence').optional(),
      statement: text,
      charitableReading: text,
    }),
  ),
  pullQuotes: z
    .array(z.strictObject({ sentence: refTo('sentence'), shows: text, charitableReading: text }))
    .describe('What each pull-quote shows beside the sentences of the body that are nearest to it.'),
})

const record = z.strictObject({
  sides: z
    .array(
      z.strictObject({
        side: relationId,
        says: z.enum(SIDE_FINDINGS),
        qualifier: drawn(46).optional().describe('A few words more for the drawing: what is denied, what was not found.'),
        asOf: day,
        finding: text.describe('One or two sentences for the slide.'),
        doesNotEstablish: text,
        sources: refs('source').describe('None where it is “not checked”.'),
      }),
    )
    .describe('Of each side of the figure as a whole.'),
  events: z
    .array(
      z.strictObject({
        id: idOf('event'),
        name: drawn(34).describe('A few words of ours for the event itself.'),
        record: z
          .strictObject({
            date: dateLike,
            covers: drawn(40).optional().describe('Where the date is not the event’s but what reports on it cover: how to say so.'),
            finding: text,
            sources: someRefs('source', 'a date of the record needs its source'),
          })
          .nullable()
          .describe('Null where we hold nothing that dates it.'),
      }),
    )
    .describe('What the article dates, and what the record dates beside it.'),
})

/** One event, and what each interpretation of it (ours) would lead one to expect. */
const interpretations = z.strictObject({
  event: refTo('event'),
  asOf: day,
  background: z
    .strictObject({ finding: text, sources: someRefs('source', 'what the record says needs its source') })
    .describe('What happened, by the record.'),
  article: z.strictObject({ claims: someRefs('claim'), leavesOut: text }).describe('What the article gives of it, and what it does not.'),
  interpretations: z
    .array(
      z.strictObject({
        id: idOf('interpretation'),
        name: drawn(40, 'the head of a column'),
        takenBy: refs('claim').optional().describe('Claims of the article that take this interpretation.'),
        expect: some(text, 'say what one would expect to see'),
      }),
    )
    .min(2, 'at least two interpretations: one alone is a verdict'),
  onRecord: some(
    z.strictObject({
      id: idOf('interpretation'),
      says: text,
      sources: someRefs('source', 'what the record says needs its source'),
      fits: some(
        z.strictObject({ interpretation: refTo('interpretation'), if: text.optional() }),
        'at least one interpretation with which it would fit',
      ).describe('The interpretations with which it would fit, and on what that depends. With the others it is less expected.'),
    }),
  ),
  notOnRecord: some(text),
  undecided: text.describe('That the record does not decide.'),
})

const named = z.strictObject({ id: relationId, name: text.optional().describe('Where it does not follow from its ends.') })

const actors = z.strictObject({
  namesNote: text,
  figure: z
    .strictObject({
      corners: z
        .array(actorId)
        .min(2, 'two to four corners')
        .max(4, 'two to four corners')
        .describe(
          'Clockwise from the one above (of two, from the left). Neighbours here, and the first and the last, are so in the figure.',
        ),
      middle: actorId.optional().describe('Whom it all bears on; drawn in the middle.'),
      sides: z.array(named.extend({ between: z.array(actorId).length(2, 'the two corners at its ends') })),
      toMiddle: named.optional().describe('From any corner to the middle.'),
      whole: named.optional().describe('All corners together.'),
    })
    .optional()
    .describe('Between whom the article draws lines; left out where it draws none.'),
  actors: z.array(
    z.strictObject({
      id: actorId,
      name: text.describe('The name this deck uses.'),
      articleNames: z
        .array(z.strictObject({ name: text, sentence: refTo('sentence') }))
        .describe('The names the article uses, word for word.'),
      publicName: z.strictObject({ name: text, usage: text }).nullable().describe('A public list or usage name, and whose it is.'),
      background: z
        .strictObject({ text, sources: someRefs('source', 'a fact about the world needs its source') })
        .nullable()
        .describe('Who they are, in a few words of the record, with the sources that say so.'),
      role: text,
      why: text,
    }),
  ),
  labels: z
    .array(
      z.strictObject({
        label: text,
        sentences: someRefs('sentence'),
        ours: text,
        why: text,
        sources: refs('source').default([]).describe('Behind what “why” says of the world.'),
      }),
    )
    .describe('Words of the article that the deck quotes and does not adopt.'),
})

/** What a reader could ask for. No title or number is invented: a kind of thing, and who would hold it. */
const request = z.strictObject({
  id: idOf('request'),
  name: text.describe('A few words for a slide.'),
  kind: z.enum(REQUEST_KINDS),
  what: text.describe('The whole of it.'),
  heldBy: text,
  access: z.enum(ACCESS),
  sought: text.optional().describe('Where we looked for it ourselves: what came of that.'),
})

const source = z.strictObject({
  id: idOf('source'),
  originator: text,
  publisher: text,
  title: text.nullable(),
  titleInferred: z.boolean().default(false).describe('The title was not shown; it is read off the address. Printed in [brackets].'),
  titleTranslation: text.optional().describe('Our translation of a title in another language.'),
  published: dateLike.nullable(),
  eventDate: dateLike.nullable(),
  url,
  kind: z.enum(SOURCE_KINDS),
  language,
  descriptor: text.describe('Who the outlet is and what stake it may have (ICD 206 source descriptor).'),
  independenceGroup: text.describe('Outlets that carry one report share a group and count once.'),
  readAs: z.enum(['excerpt', 'in full']),
  quote: text,
  translation: text.optional().describe('Our translation of the quote, not checked by a native reader.'),
  establishes: text,
  doesNotEstablish: text,
  bearsOn: z.array(z.strictObject({ sentence: refTo('sentence'), bearing: z.enum(BEARINGS) })),
})

const article = z.strictObject({
  article: z.strictObject({
    publisher: text,
    url,
    about: text.describe('What it is and of whom it speaks, as the cover says it: a phrase without a full stop.'),
    notShown: text.describe('What our copy of the article does not show, in one sentence of the cover.'),
    language,
    readOn: day,
    unknown: z.array(text).describe('What our copy of the article does not show.'),
    caveats: z.array(text),
  }),
  method: z.strictObject({
    asOf: day,
    gradedBy: z
      .strictObject({ type: z.enum(['Person', 'Organization', 'Software']), name: text })
      .describe('Who or what graded, and with what help, as the data names it: a Web Annotation agent.'),
    passes: z.array(z.strictObject({ id: passId, saw: text, blind: z.boolean() })),
    how: some(text),
    limits: some(text),
    notFound: z.array(text),
  }),
  sharedWording: z.array(
    z.strictObject({
      sentences: someRefs('sentence'),
      source: refTo('source'),
      statement: text.describe('Overlap and dates, nothing else.'),
      dated: text.nullable().describe('How the other text is dated: “address dated”, before the source’s date. Null where it shows none.'),
      pairs: some(
        z.strictObject({ sentence: refTo('sentence'), quote: text, theirs: text }),
        'show at least one pair of passages',
      ).describe('What can be shown side by side of it, word for word.'),
    }),
  ),
  reply: z.strictObject({ status: z.enum(['not-sought', 'sought', 'received', 'declined']), text }),
  corrections: z.array(z.strictObject({ date: day, claim: refTo('claim'), was: text, now: text, why: text })),
  disclosure: some(text),
})

const hex = (digits: number, expected: string) => z.string().regex(new RegExp(`^[0-9a-f]{${digits}}$`), expected)
const AGAIN = 'make the file anew with `npm run fingerprint -- <article.txt>`'
const seal = hex(12, `must be a seal of 12 hex digits; ${AGAIN}`)

/** Written by `npm run fingerprint`, never by hand. */
const fingerprint = z.strictObject({
  sha256: hex(64, 'must be a sha256 in hex: 64 digits'),
  length: z.int().positive().describe('Code points in the whole text.'),
  seal: seal.describe('Over both and the seals of the sentences.'),
  sentences: z.array(
    z.strictObject({
      id: idOf('sentence'),
      role: z.enum(SENTENCE_ROLES),
      paragraph: z.int().positive(),
      start: z.int().nonnegative(),
      end: z.int().positive(),
      windows: z
        .string()
        .regex(/^(\d+:[0-9a-f]{12}(\s+|$))*$/, `must be offset:hash pairs; ${AGAIN}`)
        .describe('offset:hash of each window of three tokens, in order.'),
      seal: seal.describe('Over all of the sentence but its id and role.'),
    }),
  ),
})

const list = <T extends z.ZodType>(entry: T) => z.array(entry, 'a list of entries, each beginning with “- ”')

/** By its name in claims/ without `.yaml`. */
export const FILES = {
  claims: list(claim).min(1, 'at least one claim'),
  argument,
  actors,
  record,
  interpretations,
  sources: list(source),
  requests: list(request),
  article,
  fingerprint,
} as const

export type RegisterFile = keyof typeof FILES
/** Once read: texts trimmed, defaults filled in. */
export type DataOf<F extends RegisterFile> = z.output<(typeof FILES)[F]>
export type ClaimData = DataOf<'claims'>[number]
export type ArgumentData = DataOf<'argument'>
export type ActorsData = DataOf<'actors'>
export type RecordData = DataOf<'record'>
export type InterpretationsData = DataOf<'interpretations'>
export type RequestsData = DataOf<'requests'>
export type SourcesData = DataOf<'sources'>
export type ArticleData = DataOf<'article'>
export type FingerprintData = DataOf<'fingerprint'>
