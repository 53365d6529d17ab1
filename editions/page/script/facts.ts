import { actorsOf } from '../../../engine/analysis/actors.ts'
import type { Register } from '../../../engine/analysis/register.ts'
import { smallPlaces } from '../../../engine/figures/corners.ts'
import { GRADE_WORDS, GRADES_AND_OPINION, RECORD_STATUSES } from '../../../engine/register/vocabulary.ts'
import type { PageStory } from '../story.ts'

/** Null where the article draws no figure. `on`: ids of the relations for which a line lights up. */
function smallFigure({ figure, relations }: Register) {
  if (!figure) return null
  const { corners, middle } = smallPlaces(figure.corners.length)
  const whole = relations.filter(({ kind }) => kind === 'whole').map(({ relation }) => relation)
  const placeOf = (actor: string) => corners[figure.corners.indexOf(actor)] ?? middle
  return {
    circles: [...corners, ...(figure.middle === undefined ? [] : [middle])],
    lines: relations.flatMap(({ relation, kind, ends }) => {
      const on = [relation, ...whole]
      if (kind === 'side') return [{ on, from: placeOf(ends[0]!), to: placeOf(ends[1]!) }]
      return kind === 'to-middle' ? corners.map((from) => ({ on, from, to: middle })) : []
    }),
  }
}

/** What the page's script knows; of each claim, in the order of the article, what one can choose it by. */
export function factsOf({ register, chapters }: Pick<PageStory, 'register' | 'chapters'>) {
  const { claims, steps, actors, relations } = register
  const grades = new Set(claims.map(({ grade }) => grade))
  const statuses = new Set(claims.map(({ record }) => record?.status))
  const facts = claims
    .toSorted((a, b) => a.selectors.start - b.selectors.start)
    .map((claim) => {
      const { id, grade, record, step, relation } = claim
      return [id, { grade, record: record?.status ?? '', step, actor: actorsOf(register, claim), relation: relation ?? '' }] as const
    })
  return {
    facts: Object.fromEntries(facts),
    steps: steps.map(({ id }) => {
      const chapter = chapters.find(({ sections }) => sections.some(({ step }) => step === id))
      if (!chapter) throw new Error(`The step “${id}” has no slide.`)
      return { id, title: chapter.title, anchor: chapter.anchor }
    }),
    actors: actors.map(({ id, name }) => [id, name] as const),
    names: Object.fromEntries(relations.map(({ relation, name }) => [relation, name])),
    figure: smallFigure(register),
    /** Only values that occur. */
    fields: {
      grade: GRADES_AND_OPINION.filter((grade) => grades.has(grade)).map((grade) => [grade, GRADE_WORDS[grade]] as const),
      record: RECORD_STATUSES.filter((status) => statuses.has(status)).map((status) => [status, status] as const),
    },
  }
}
