/**
 * `npm run self-audit [-- brief] [-- below | left-out]`: every statement of the deck about the world with its grade, the
 * sources a reader is handed, and the place, as lines of tab-separated values. `below` keeps those below “Traceable”;
 * `left-out` lists the sentences that do not count, with the reason.
 */
import { type AuditFindings, summaryOf } from '../engine/audit/statements.ts'
import { loadBrief } from '../engine/brief.ts'
import { GRADES_AND_OPINION, GRADE_WORDS } from '../engine/register/vocabulary.ts'
import { deck } from '../slidev/deck.ts'
import { briefAsked } from './brief.ts'

const VIEWS = ['all', 'below', 'left-out'] as const
export type AuditView = (typeof VIEWS)[number]

export function auditTable(found: AuditFindings, view: AuditView = 'all'): readonly (readonly string[])[] {
  const slide = (no: number | null) => (no === null ? '' : String(no))
  if (view === 'left-out') return [['place', 'why it does not count', 'sentence'], ...found.uncounted.map(({ where, why, sentence }) => [where, why, sentence])]
  if (view === 'below') return [['grade', 'slide', 'place', 'sentence'], ...summaryOf(found).gaps.map((gap) => [gap.grade, slide(gap.slide), gap.where, gap.sentence])]
  return [['grade', 'slide', 'place', 'sources', 'sentence'], ...found.statements.map((each) => [each.grade, slide(each.slide), each.where, each.sources.join(' '), each.sentence])]
}

export async function run(words: readonly string[]): Promise<number> {
  const { brief: folder, rest: [asked = 'all'] } = briefAsked(words, { own: 1 })
  const view = VIEWS.find((each) => each === asked)
  if (!view) throw new Error(`There is no “${asked}”: below, left-out, or nothing for all.`)
  const { brief } = await loadBrief(folder, deck)
  if (!brief) throw new Error('The register has faults: npm run verify')
  console.log(auditTable(brief.audit, view).map((row) => row.join('\t')).join('\n'))
  const { byGrade, statements, gradeable } = summaryOf(brief.audit).counts
  console.error(`\n${statements} statements about the world, ${gradeable} of them gradeable. ${GRADES_AND_OPINION.map((grade) => `${grade} ${GRADE_WORDS[grade]}: ${byGrade[grade]}`).join(' · ')}`)
  return 0
}
