/** `virtual:page-facts`: of each claim what one can choose by, and the words of the choices. */
import type { Plugin } from 'vite'
import { actorsOf } from '../../../engine/analysis/actors.ts'
import type { Register } from '../../../engine/analysis/register.ts'
import { smallPlaces } from '../../../engine/figures/corners.ts'
import { GRADE_WORDS, GRADES_AND_OPINION, RECORD_STATUSES } from '../../../engine/register/vocabulary.ts'
import type { PageStory } from '../story.ts'

const NAME = 'virtual:page-facts'
const RESOLVED = `\0${NAME}`

export interface Fact {
  readonly grade: string
  /** Status of the record; empty for an opinion. */
  readonly record: string
  readonly step: string
  readonly actor: readonly string[]
  /** Id of its relation; empty where it has none. */
  readonly relation: string
}

export interface Facts {
  /** By the claim's id, in the order of the article. */
  readonly facts: Readonly<Record<string, Fact>>
  readonly steps: readonly { readonly id: string; readonly title: string; readonly anchor: string }[]
  readonly actors: readonly (readonly [id: string, name: string])[]
  /** Names of the relations, by their ids. */
  readonly names: Readonly<Record<string, string>>
  /** The figure in small; null where the article draws none. Lines with the ids of the relations for which they light up. */
  readonly figure: {
    readonly circles: readonly (readonly [x: number, y: number])[]
    readonly lines: readonly { readonly on: readonly string[]; readonly from: readonly [number, number]; readonly to: readonly [number, number] }[]
  } | null
  /** Values that occur, with their words. */
  readonly fields: { readonly grade: readonly (readonly [string, string])[]; readonly record: readonly (readonly [string, string])[] }
}

function smallFigure({ figure, relations }: Register): Facts['figure'] {
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

export function factsOf({ register, chapters }: Pick<PageStory, 'register' | 'chapters'>): Facts {
  const inOrder = register.claims.toSorted((a, b) => a.selectors.start - b.selectors.start)
  const grades = new Set(register.claims.map(({ grade }) => grade))
  const statuses = new Set(register.claims.map(({ record }) => record?.status))
  return {
    facts: Object.fromEntries(inOrder.map((claim) => [claim.id, { grade: claim.grade, record: claim.record?.status ?? '', step: claim.step, actor: actorsOf(register, claim), relation: claim.relation ?? '' }])),
    steps: register.steps.map(({ id }) => {
      const chapter = chapters.find(({ sections }) => sections.some(({ step }) => step === id))
      if (!chapter) throw new Error(`The step “${id}” has no slide.`)
      return { id, title: chapter.title, anchor: chapter.anchor }
    }),
    actors: register.actors.map(({ id, name }) => [id, name]),
    names: Object.fromEntries(register.relations.map(({ relation, name }) => [relation, name])),
    figure: smallFigure(register),
    fields: {
      grade: GRADES_AND_OPINION.filter((grade) => grades.has(grade)).map((grade) => [grade, GRADE_WORDS[grade]]),
      record: RECORD_STATUSES.filter((status) => statuses.has(status)).map((status) => [status, status]),
    },
  }
}

export const factsPlugin = (story: Pick<PageStory, 'register' | 'chapters'>): Plugin => ({
  name: 'claim-by-claim:page-facts',
  resolveId: (id) => (id === NAME ? RESOLVED : undefined),
  load: (id) => (id === RESOLVED ? Object.entries(factsOf(story)).map(([name, value]) => `export const ${name} = ${JSON.stringify(value)}`).join('\n') : undefined),
})
