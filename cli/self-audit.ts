/**
 * `npm run self-audit [-- brief] [-- below | left-out]`: what the data says of the world, as tab-separated values. `below`
 * keeps those below “Traceable”; `left-out` lists what does not count, and why.
 */
import { type AuditFindings, RULE, summaryOf } from '../engine/audit/statements.ts'
import { loadBrief } from '../engine/brief.ts'
import { GRADES, GRADE_WORDS } from '../engine/register/vocabulary.ts'
import { deck } from '../slidev/deck.ts'
import { briefAsked } from './brief.ts'

const VIEWS = ['all', 'below', 'left-out'] as const

export function auditTable(found: AuditFindings, view: (typeof VIEWS)[number] = 'all'): readonly (readonly string[])[] {
  if (view === 'left-out')
    return [['place', 'why it does not count', 'words'], ...found.uncounted.map(({ where, why, text }) => [where, why, text])]
  if (view === 'below') return [['grade', 'place', 'words'], ...summaryOf(found).gaps.map(({ grade, where, text }) => [grade, where, text])]
  return [
    ['grade', 'place', 'sources', 'words'],
    ...found.statements.map(({ grade, where, sources, text }) => [grade, where, sources.join(' '), text]),
  ]
}

export async function run(words: readonly string[]): Promise<number> {
  const {
    brief: folder,
    rest: [asked = 'all'],
  } = briefAsked(words, { own: 1 })
  const view = VIEWS.find((each) => each === asked)
  if (!view) throw new Error(`There is no “${asked}”: below, left-out, or nothing for all.`)
  const { brief } = await loadBrief(folder, deck)
  if (!brief) throw new Error('The register has faults: npm run verify')
  console.log(
    auditTable(brief.audit, view)
      .map((row) => row.join('\t'))
      .join('\n'),
  )
  const { byGrade, statements } = summaryOf(brief.audit).counts
  console.error(
    `\n${statements} statements about the world. ${GRADES.map((grade) => `${grade} ${GRADE_WORDS[grade]}: ${byGrade[grade]}`).join(' · ')}`,
  )
  for (const sentence of RULE) console.error(sentence)
  return 0
}
