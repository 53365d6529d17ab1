/** What both data files say of a claim in the same words. */
import { formatDate, listOf } from '../../engine/register/numbers.ts'
import type { Claim, Register, Source, EvidenceRequest } from '../../engine/analysis/register.ts'
import { GRADE_WORDS, type Grade } from '../../engine/register/vocabulary.ts'

type RecordLine = NonNullable<Claim['record']>
type Outcome = NonNullable<Claim['request']>['outcomes'][number]

/** “S0 No source given”, as in the evidence sheet. */
export const gradeInWords = (grade: Grade): string => `${grade} ${GRADE_WORDS[grade]}`

/** “contradicted (the month)”. */
const statusInWords = ({ status, qualifier }: Pick<RecordLine, 'status' | 'qualifier'>): string => (qualifier === undefined ? status : `${status} (${qualifier})`)

export const outcomeInWords = ({ finding, means }: Outcome): string => `If this is found: ${finding} Then: ${means}`

/** What one could ask for to settle the claim. */
export function requestFor({ requests }: Pick<Register, 'requests'>, { request }: Claim): EvidenceRequest | null {
  return requests.find(({ id }) => id === request?.id) ?? null
}

export interface Cited {
  readonly source: Source
  /** “A1”; “N9 (shared wording)” where it is cited for something else than what the record says. */
  readonly name: string
}

export function citedIn({ sources }: Pick<Register, 'sources'>, record: RecordLine): Cited[] {
  return record.citations.flatMap(({ source: id, role }) => {
    const source = sources.find((each) => each.id === id)
    return source ? [{ source, name: role === 'record' ? id : `${id} (${role})` }] : []
  })
}

/** “On record, as of 23 November 2026: contradicted (the month). Kabul fell … Cited: N42, A1 and N9 (shared wording).” */
export const recordInWords = (record: RecordLine, cited: readonly Cited[]): string =>
  [
    `On record, as of ${formatDate(record.asOf)}: ${statusInWords(record)}.`,
    record.finding,
    `What this does not establish: ${record.doesNotEstablish}`,
    ...(cited.length > 0 ? [`Cited: ${listOf(cited.map(({ name }) => name))}.`] : []),
  ].join(' ')
