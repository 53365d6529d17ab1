import type { Claim, EvidenceRequest, Register, Source } from '../../engine/analysis/register.ts'
import { formatDate, listOf } from '../../engine/register/numbers.ts'

/** Of columns and terms. Renamed, moved, dropped or with another meaning: a new major; added at the end: a new minor. */
export const DATA_SCHEMA_VERSION = '1.0.0'

type RecordLine = NonNullable<Claim['record']>

export const outcomeInWords = ({ finding, means }: NonNullable<Claim['request']>['outcomes'][number]): string =>
  `If this is found: ${finding} Then: ${means}`

export const requestFor = ({ requests }: Pick<Register, 'requests'>, { request }: Claim): EvidenceRequest | null =>
  requests.find(({ id }) => id === request?.id) ?? null

export interface Cited {
  readonly source: Source
  /** “A1”; “N9 (shared wording)” where it is cited for something else than what the record says. */
  readonly name: string
}

export const citedIn = ({ sources }: Pick<Register, 'sources'>, { citations }: RecordLine): Cited[] =>
  citations.flatMap(({ source: id, role }) => {
    const name = role === 'record' ? id : `${id} (${role})`
    return sources.filter((each) => each.id === id).map((source) => ({ source, name }))
  })

/** “On record, as of 23 November 2026: contradicted (the month). Kabul fell … Cited: N42 and N9 (shared wording).” */
export const recordInWords = ({ asOf, status, qualifier, finding, doesNotEstablish }: RecordLine, cited: readonly Cited[]): string =>
  [
    `On record, as of ${formatDate(asOf)}: ${status}${qualifier === undefined ? '' : ` (${qualifier})`}.`,
    finding,
    `What this does not establish: ${doesNotEstablish}`,
    ...(cited.length > 0 ? [`Cited: ${listOf(cited.map(({ name }) => name))}.`] : []),
  ].join(' ')
