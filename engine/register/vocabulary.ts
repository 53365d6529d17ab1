/** Claim types and check-worthiness after ClaimBuster and Full Fact; source descriptors after ICD 206. */

const namesIn = <K extends string>(words: Readonly<Record<K, unknown>>) => Object.keys(words) as readonly string[] as readonly K[]

/** Of every deck; an article and its sources have their own. */
export const DECK_LANGUAGE = 'en'

/** Weakest first. `N` (opinion, not graded) is left out of every count of graded claims. */
export const GRADES = ['S0', 'S1', 'S2', 'S3', 'S4'] as const
export type SourcingGrade = (typeof GRADES)[number]
export const GRADES_AND_OPINION = [...GRADES, 'N'] as const
export type Grade = (typeof GRADES_AND_OPINION)[number]

/** On a tag; the rubric fixes them. */
export const GRADE_WORDS: Readonly<Record<Grade, string>> = {
  S0: 'No source given',
  S1: 'Source not named',
  S2: 'Named, not traceable',
  S3: 'Traceable',
  S4: 'Cited',
  N: 'Opinion, not graded',
}

export const GRADE_MEANING: Readonly<Record<Grade, string>> = {
  S0: 'The text names nobody and nothing the claim comes from.',
  S1: 'A source is mentioned, but not whose it is: “intelligence”, “reports”.',
  S2: 'We learn who is said to have said it, but not when or where.',
  S3: 'Two handles, such as an office and a month: a search can find it.',
  S4: 'A title, number, link or page leads to exactly one item.',
  N: 'A value or a proposal. No evidence could settle it, so it has no grade.',
}

/** For the slide that explains the record line. Never on one scale with the grade. */
export const RECORD_STATUS_MEANING = {
  corroborated: 'Sources we read say the same.',
  'partly corroborated': 'Sources we read bear out a part of it.',
  contested: 'Sources we read point both ways, or leave more than one answer open.',
  contradicted: 'Sources we read agree on something else.',
  'not found': 'We looked, and found no source that says it.',
  'not checkable': 'As worded, it gives nothing to look up.',
  'not checked': 'We have not checked this, or not this part.',
} as const
export type RecordStatus = keyof typeof RECORD_STATUS_MEANING
export const RECORD_STATUSES = namesIn(RECORD_STATUS_MEANING)

export const STATUSES_THAT_CITE = RECORD_STATUSES.filter((status: string) => status !== 'not checkable' && status !== 'not checked')

export const VOICES = ['author', 'pull-quote', 'reported'] as const
export type Voice = (typeof VOICES)[number]

/** Check-worthy factual, unimportant factual, non-factual. */
export const CHECK_WORTHINESS = ['CFS', 'UFS', 'NFS'] as const

export const CLAIM_TYPES = [
  'event',
  'quantity-or-trend',
  'relation',
  'motive-or-intent',
  'cause',
  'speech-report',
  'inference',
  'value',
  'policy',
] as const

export const CERTAINTY_WORDS = { hedged: 'cautious', plain: 'plain', boosted: 'firm' } as const
export type Certainty = keyof typeof CERTAINTY_WORDS
export const CERTAINTIES = namesIn(CERTAINTY_WORDS)

/** What a reader would miss first. */
export const FLAG_WORDS = {
  when: 'when?',
  'how-many': 'how many?',
  'which-source': 'which source?',
  'label-needs-attribution': 'whose label?',
  'scope-shift': 'who is meant?',
  presupposed: 'worded as known',
} as const
export const FLAGS = namesIn(FLAG_WORDS)

/** With a date, never a mark, and not on the scale of the grades. */
export const SIDE_FINDINGS = ['supported', 'partly supported', 'mainly conflict', 'not found', 'not checked'] as const
export type SideFinding = (typeof SIDE_FINDINGS)[number]

export const SENTENCE_ROLES = ['body', 'pull-quote', 'apparatus'] as const
export type SentenceRole = (typeof SENTENCE_ROLES)[number]

export const SOURCE_KIND_WORDS = {
  primary: 'primary',
  'reported-primary': 'report of a primary source',
  secondary: 'secondary',
  opinion: 'opinion',
} as const
export const SOURCE_KINDS = namesIn(SOURCE_KIND_WORDS)

export const BEARINGS = ['supports', 'speaks against', 'bears on'] as const

/** Why a source is cited at a claim. */
export const CITATION_ROLES = ['record', 'other side', 'shared wording', 'caution'] as const

export const REQUEST_KINDS = ['document', 'dataset', 'statement', 'interview', 'observation'] as const

export const ACCESS = ['public', 'on request', 'restricted', 'unknown'] as const
export type Access = (typeof ACCESS)[number]
