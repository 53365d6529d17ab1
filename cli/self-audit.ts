/**
 * `npm run own [-- below | left-out]`: every statement of the deck about the world with its grade, the sources a reader
 * is handed, and the place, as lines of tab-separated values. `below` keeps those below “Traceable”; `left-out` lists the
 * sentences that do not count, with the reason.
 */
import { fileURLToPath } from 'node:url'
import { GRADES_AND_OPINION, GRADE_WORDS } from '../engine/register/vocabulary.ts'
import { loadOwnStatements } from '../editions/self-audit.ts'

export type OwnView = 'all' | 'below' | 'left-out'

/** The table, its head first; null where the register has faults. */
export async function ownTable(entry: string, view: OwnView = 'all'): Promise<readonly (readonly string[])[] | null> {
  const own = await loadOwnStatements(entry)
  if (!own) return null
  const slide = (no: number | null) => (no === null ? '' : String(no))
  if (view === 'left-out') return [['place', 'why it does not count', 'sentence'], ...own.leftOut.map(({ where, why, sentence }) => [where, why, sentence])]
  if (view === 'below') return [['grade', 'slide', 'place', 'sentence'], ...own.summary.gaps.map((gap) => [gap.grade, slide(gap.slide), gap.where, gap.sentence])]
  return [['grade', 'slide', 'place', 'sources', 'sentence'], ...own.statements.map((each) => [each.grade, slide(each.slide), each.where, each.sources.join(' '), each.sentence])]
}

if (import.meta.main) {
  const entry = fileURLToPath(new URL('../slides.md', import.meta.url))
  const view = process.argv[2] ?? 'all'
  if (view !== 'all' && view !== 'below' && view !== 'left-out') {
    console.error(`There is no “${view}”: below, left-out, or nothing for all.`)
    process.exitCode = 1
  }
  else {
    const table = await ownTable(entry, view)
    const own = await loadOwnStatements(entry)
    if (!table || !own) {
      console.error('The register has faults: npm run verify')
      process.exitCode = 1
    }
    else {
      console.log(table.map((row) => row.join('\t')).join('\n'))
      const { byGrade, statements, gradeable } = own.summary.counts
      console.error(`\n${statements} statements about the world, ${gradeable} of them gradeable. ${GRADES_AND_OPINION.map((grade) => `${grade} ${GRADE_WORDS[grade]}: ${byGrade[grade]}`).join(' · ')}`)
    }
  }
}
