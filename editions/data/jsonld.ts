/**
 * The claims as annotations of the article: `claims.jsonld`, after the W3C Web Annotation Data Model. One annotation a claim;
 * the grade is a tag in words, our note a comment, and what the record says a body of its own. No rating, no ClaimReview:
 * a grade speaks of the article's words and is no verdict.
 */
import { createHash } from 'node:crypto'
import { sentenceNumber } from '../../engine/register/numbers.ts'
import type { Claim, Register } from '../../engine/analysis/register.ts'
import { DECK_LANGUAGE, GRADE_MEANING } from '../../engine/register/vocabulary.ts'
import { DATA_SCHEMA_VERSION } from './version.ts'
import { citedIn, gradeInWords, outcomeInWords, recordInWords, requestFor } from './words.ts'

/** The name by which the model asks for its terms: http, not https. */
export const ANNOTATION_CONTEXT = 'http://www.w3.org/ns/anno.jsonld'

/** Terms the model has no name for; and `assessing`, one of its motivations, which older copies of its context left out. */
const OWN_TERMS = {
  assessing: 'oa:assessing',
  description: 'dcterms:description',
  references: { '@id': 'dcterms:references', '@type': '@id', '@container': '@set' },
  textAtHand: { '@id': 'dcterms:source', '@type': '@id' },
  versionOf: { '@id': 'dcterms:isVersionOf', '@type': '@id' },
  sha256: 'schema:sha256',
  schemaVersion: 'schema:schemaVersion',
} as const

/** The namespace that RFC 9562 sets for names that are addresses. */
const ADDRESSES = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex')

/** A UUID of version 5: the same name has the same one in every export, and no host is made up. */
function urnOf(name: string): string {
  const bytes = createHash('sha1').update(ADDRESSES).update(name).digest().subarray(0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x50
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  return `urn:uuid:${bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}`
}

/** The model wants a time; only the day is known, and its first moment stands for it. */
const momentOf = (day: string): string => `${day}T00:00:00Z`

const textBody = (purpose: string, label: string, value: string) => ({ type: 'TextualBody', purpose, label, value, format: 'text/plain', language: DECK_LANGUAGE })

function noteOn(register: Register, claim: Claim): string {
  const asked = requestFor(register, claim)
  return [
    `Sent. ${sentenceNumber(claim.sentence)}, in our words: ${claim.gist}`,
    GRADE_MEANING[claim.grade],
    asked && `What would settle it: ${asked.what}`,
    ...(claim.request?.outcomes.map(outcomeInWords) ?? []),
  ].filter((part) => part !== null).join(' ')
}

function recordBody(register: Register, record: NonNullable<Claim['record']>) {
  const cited = citedIn(register, record)
  return {
    ...textBody('describing', 'The record, apart from the grade', recordInWords(record, cited)),
    created: momentOf(record.asOf),
    references: cited.map(({ source }) => ({ id: source.url, label: source.id })),
  }
}

function targetOf({ article }: Register, { selectors }: Claim) {
  const { exact, prefix, suffix, start, end } = selectors
  return {
    type: 'SpecificResource',
    source: article.url,
    state: { type: 'TimeState', sourceDate: momentOf(article.readOn) },
    // Two ways to the same words. Without the text at hand there is no context, and none is needed: a quote stands once.
    selector: [
      { type: 'TextQuoteSelector', exact, ...(prefix && { prefix }), ...(suffix && { suffix }) },
      { type: 'TextPositionSelector', start, end },
    ],
  }
}

export function claimsJsonld(register: Register): object {
  const { article, claims, method, disclosure, corrections } = register
  const named = (name: string) => urnOf(`${article.url}#${article.sha256}/${name}`)
  const deck = { id: named('deck'), ...method.gradedBy }
  const annotationOf = (claim: Claim) => {
    const corrected = corrections.filter(({ claim: id }) => id === claim.id).map(({ date }) => date).sort().at(-1)
    return {
      id: named(claim.id),
      type: 'Annotation',
      label: claim.id,
      motivation: 'assessing',
      created: momentOf(method.asOf),
      ...(corrected !== undefined && { modified: momentOf(corrected) }),
      creator: deck,
      target: targetOf(register, claim),
      body: [
        textBody('tagging', 'How the article’s words source it', gradeInWords(claim.grade)),
        textBody('commenting', 'Our note', noteOn(register, claim)),
        ...(claim.record ? [recordBody(register, claim.record)] : []),
      ],
    }
  }
  return {
    '@context': [ANNOTATION_CONTEXT, OWN_TERMS],
    id: named('claims'),
    type: 'AnnotationCollection',
    label: 'Claim by Claim: the claims of one article, and what each gives a reader to check',
    schemaVersion: DATA_SCHEMA_VERSION,
    created: momentOf(method.asOf),
    creator: deck,
    description: [...disclosure, ...article.caveats, 'Positions count code points of the text at hand, whose hash is given; the live page may differ.'],
    textAtHand: { id: named('text'), type: 'Text', versionOf: article.url, sha256: article.sha256 },
    total: claims.length,
    first: { id: named('page'), type: 'AnnotationPage', partOf: named('claims'), startIndex: 0, items: claims.map(annotationOf) },
  }
}
