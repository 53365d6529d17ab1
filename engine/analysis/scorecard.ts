/** Opinion stays out of every count. */
import type { Register } from './register.ts'
import { GRADES, RECORD_STATUSES, type RecordStatus, type SourcingGrade, type Voice, VOICES } from '../register/vocabulary.ts'

export interface Tally {
  readonly gradeable: number
  /** S0. */
  readonly unsourced: number
}

const tallyOf = (claims: Register['claims']): Tally => {
  const graded = claims.filter(({ grade }) => grade !== 'N')
  return { gradeable: graded.length, unsourced: graded.filter(({ grade }) => grade === 'S0').length }
}

/** Of voices that speak at all. */
export const byVoice = ({ claims }: Pick<Register, 'claims'>): ({ readonly voice: Voice } & Tally)[] =>
  VOICES.map((voice) => ({ voice, ...tallyOf(claims.filter((claim) => claim.voice === voice)) })).filter(({ gradeable }) => gradeable > 0)

type SideTally = Tally & { readonly relation: string | null; readonly name: string }

/** Last the claims that draw no side: each claim is counted once. */
export const bySide = ({ claims, relations }: Pick<Register, 'claims' | 'relations'>): SideTally[] =>
  [
    ...relations.map(({ relation, name }) => ({ relation, name, ...tallyOf(claims.filter((claim) => claim.relation === relation)) })),
    { relation: null, name: 'Draws no side', ...tallyOf(claims.filter(({ relation }) => relation === null)) },
  ].filter(({ gradeable }) => gradeable > 0)

/** Rows: grades, weakest first; columns: the record. */
export interface CrossTable {
  readonly rows: readonly {
    readonly grade: SourcingGrade
    readonly cells: readonly { readonly status: RecordStatus; readonly claims: readonly string[] }[]
    readonly total: number
  }[]
  readonly totals: readonly { readonly status: RecordStatus; readonly total: number }[]
  readonly gradeable: number
}

export function gradeByRecord({ claims }: Pick<Register, 'claims'>): CrossTable {
  const graded = claims.flatMap(({ id, grade, record }) => (grade === 'N' || !record ? [] : [{ id, grade, status: record.status }]))
  return {
    rows: GRADES.map((grade) => {
      const own = graded.filter((claim) => claim.grade === grade)
      return {
        grade,
        total: own.length,
        cells: RECORD_STATUSES.map((status) => ({ status, claims: own.filter((claim) => claim.status === status).map(({ id }) => id) })),
      }
    }),
    totals: RECORD_STATUSES.map((status) => ({ status, total: graded.filter((claim) => claim.status === status).length })),
    gradeable: graded.length,
  }
}
