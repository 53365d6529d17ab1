import { createHash } from 'node:crypto'
import type { Claim, Register } from '../../engine/analysis/register.ts'
import { sentenceNumber } from '../../engine/register/numbers.ts'
import { DECK_LANGUAGE, GRADE_MEANING, GRADE_WORDS } from '../../engine/register/vocabulary.ts'
import { citedIn, DATA_SCHEMA_VERSION, outcomeInWords, recordInWords, requestFor } from './words.ts'

/** The model wants http, not https. */
export const ANNOTATION_CONTEXT = 'http://www.w3.org/ns/anno.jsonld'

/** Terms the model lacks; and `assessing`, which older copies of its context left out. */
const OWN_TERMS = {
  assessing: 'oa:assessing',
  description: 'dcterms:description',
  references: { '@id': 'dcterms:references', '@type': '@id', '@container': '@set' },
  textAtHand: { '@id': 'dcterms:source', '@type': '@id' },
  versionOf: { '@id': 'dcterms:isVersionOf', '@type': '@id' },
  sha256: 'schema:sha256',
  schemaVersion: 'schema:schemaVersion',
} as const

/** RFC 9562's namespace for names that are addresses. */
const ADDRESSES = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex')

/** UUID version 5: the same in every export, and no host is made up. */
function urnOf(name: string): string {
  const bytes = createHash('sha1').update(ADDRESSES).update(name).digest()
  bytes[6] = (bytes[6]! & 0x0f) | 0x50
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  return `urn:uuid:${bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5')}`
}

/** The model wants a time, and only the day is known. */
const momentOf = (day: string): string => `${day}T00:00:00Z`

const textBody = (purpose: string, label: string, value: string) => ({
  type: 'TextualBody',
  purpose,
  label,
  value,
  format: 'text/plain',
  language: DECK_LANGUAGE,
})

function bodiesOf(register: Register, claim: Claim): object[] {
  const { grade, record, request, sentence, gist } = claim
  const asked = requestFor(register, claim)
  const note = [
    `Sent. ${sentenceNumber(sentence)}, in our words: ${gist}`,
    GRADE_MEANING[grade],
    ...(asked ? [`What would settle it: ${asked.what}`] : []),
    ...(request?.outcomes.map(outcomeInWords) ?? []),
  ]
  const cited = record ? citedIn(register, record) : []
  return [
    textBody('tagging', 'How the article’s words source it', `${grade} ${GRADE_WORDS[grade]}`),
    textBody('commenting', 'Our note', note.join(' ')),
    ...(record
      ? [
          {
            ...textBody('describing', 'The record, apart from the grade', recordInWords(record, cited)),
            created: momentOf(record.asOf),
            references: cited.map(({ source }) => ({ id: source.url, label: source.id })),
          },
        ]
      : []),
  ]
}

/**
 * The claims as annotations of the article, after the W3C Web Annotation Data Model. No rating and no ClaimReview: a grade
 * speaks of the article's words and is no verdict.
 *
 * @example claimsJsonld(register) // { '@context': […], type: 'AnnotationCollection', total: 60, first: { items: [{ label: 'C01', … }] } }
 */
export function claimsJsonld(register: Register): object {
  const { article, claims, method, disclosure, corrections } = register
  const named = (name: string) => urnOf(`${article.url}#${article.sha256}/${name}`)
  const made = { created: momentOf(method.asOf), creator: { id: named('deck'), ...method.gradedBy } }
  const annotationOf = (claim: Claim) => {
    const corrected = corrections
      .filter(({ claim: id }) => id === claim.id)
      .map(({ date }) => date)
      .sort()
      .at(-1)
    const { exact, prefix, suffix, start, end } = claim.selectors
    return {
      id: named(claim.id),
      type: 'Annotation',
      label: claim.id,
      motivation: 'assessing',
      ...made,
      ...(corrected !== undefined && { modified: momentOf(corrected) }),
      target: {
        type: 'SpecificResource',
        source: article.url,
        state: { type: 'TimeState', sourceDate: momentOf(article.readOn) },
        // Without the text there is no context, and none is needed: a quote occurs once.
        selector: [
          { type: 'TextQuoteSelector', exact, ...(prefix && { prefix }), ...(suffix && { suffix }) },
          { type: 'TextPositionSelector', start, end },
        ],
      },
      body: bodiesOf(register, claim),
    }
  }
  return {
    '@context': [ANNOTATION_CONTEXT, OWN_TERMS],
    id: named('claims'),
    type: 'AnnotationCollection',
    label: 'Claim by Claim: the claims of one article, and what each gives a reader to check',
    schemaVersion: DATA_SCHEMA_VERSION,
    ...made,
    description: [
      ...disclosure,
      ...article.caveats,
      'Positions count code points of the text at hand, whose hash is given; the live page may differ.',
    ],
    textAtHand: { id: named('text'), type: 'Text', versionOf: article.url, sha256: article.sha256 },
    total: claims.length,
    first: { id: named('page'), type: 'AnnotationPage', partOf: named('claims'), startIndex: 0, items: claims.map(annotationOf) },
  }
}
