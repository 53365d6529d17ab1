/** The deck under its own rubric: the sources in an entry are its grade. No words and no source are read for it. */
import type { Register } from '../analysis/register.ts'
import { GRADE_WORDS, GRADES, type SourcingGrade } from '../register/vocabulary.ts'
import { type FieldText, FIELDS, type Subject } from './fields.ts'

export interface Statement extends FieldText {
  readonly about: Subject
  readonly grade: SourcingGrade
}

/** What does not count: a text, or with an empty text a whole kind of them. */
export interface Uncounted {
  readonly where: string
  readonly text: string
  readonly why: string
}

export interface AuditFindings {
  readonly statements: readonly Statement[]
  readonly uncounted: readonly Uncounted[]
}

/** For the slide and for whoever disputes it. */
export const RULE: readonly string[] = [
  'An entry of our data counts if it says something about the world: what public sources say, what one shows, who an outlet or a group is.',
  `A source with its own address makes an entry “${GRADE_WORDS.S4}”. Nobody checks here whether the source says so.`,
  'Slides, scripts and our notes on method are not graded. Slides and scripts await a reviewed list.',
]

/** From the front page of a site a reader has to search. */
const leadsToOneItem = (address: string): boolean => !/^https?:\/\/[^/?#]+\/?(?:#.*)?$/.test(address)

/**
 * @example
 * const { counts, gaps } = summaryOf(auditStatements(register))
 * console.log(`${counts.byGrade.S4} of ${counts.statements}`, gaps.map(({ where }) => where))
 */
export function auditStatements(register: Register): AuditFindings {
  const addressOf = new Map(register.sources.map(({ id, url }) => [id, url]))
  const statements: Statement[] = []
  const uncounted: Uncounted[] = []
  for (const { fields, why, about, alone = 'S0', texts } of FIELDS) {
    const found = texts?.(register) ?? []
    if (about === null) {
      uncounted.push(...(texts ? found : [{ where: fields, text: '' }]).map(({ where, text }) => ({ where, text, why })))
      continue
    }
    for (const field of found) {
      const addresses = field.sources.flatMap((id) => addressOf.get(id) ?? [])
      const sourced = addresses.some(leadsToOneItem) ? 'S4' : 'S3'
      statements.push({ ...field, about, grade: addresses.length === 0 ? alone : sourced })
    }
  }
  return { statements, uncounted }
}

/** Below “Traceable”. */
export type Gap = Pick<Statement, 'grade' | 'where' | 'about' | 'text'>

export interface AuditSummary {
  readonly counts: { readonly statements: number; readonly byGrade: Readonly<Record<SourcingGrade, number>> }
  /** Weakest first. */
  readonly gaps: readonly Gap[]
  readonly rule: readonly string[]
}

export function summaryOf({ statements }: Pick<AuditFindings, 'statements'>): AuditSummary {
  const of = Map.groupBy(statements, ({ grade }) => grade)
  const byGrade = Object.fromEntries(GRADES.map((grade) => [grade, of.get(grade)?.length ?? 0])) as Record<SourcingGrade, number>
  const weak = GRADES.slice(0, GRADES.indexOf('S3')).flatMap((grade) => of.get(grade) ?? [])
  const gaps = weak.map(({ grade, where, about, text }) => ({ grade, where, about, text }))
  return { counts: { statements: statements.length, byGrade }, gaps, rule: RULE }
}
