/** The maps of the argument: every inference between what they show, with its word; undercuts drawn as another thing. */
import { describe, expect, it } from 'vitest'
import { stepArguments, wholeArgument } from '../../../engine/analysis/argument-parts.ts'
import { argumentFigure, stepFigures } from '../../../engine/figures/argument-map.ts'
import type { FigureSpec } from '../../../engine/figures/spec.ts'
import { frozenRegister } from '../../support/brief.ts'

const register = frozenRegister()
const { claims, inferences, undercuts, steps } = register
const bearing = new Set(claims.filter(({ loadBearing }) => loadBearing).map(({ id }) => id))
const map = argumentFigure(register)

/** Arrows of a Mermaid flowchart as “from > to”. */
const arrowsOf = ({ source }: FigureSpec) =>
  [...source.matchAll(/^ {2}(\w+) \w+@(?:---|-->|--x) (\w+)$/gm)].map(([, from, to]) => `${from} > ${to}`)

describe('the argument at a glance', () => {
  it('has every load-bearing claim, with its id and its words', () => {
    for (const { id, short } of claims.filter((claim) => bearing.has(claim.id))) expect(map.source).toContain(`${id}["${id} ${short}"]`)
  })

  it('has every inference between them, from each premise by its word to its conclusion', () => {
    const own = inferences.filter(({ premises, conclusion }) => [...premises, conclusion].every((id) => bearing.has(id)))
    expect(wholeArgument(register).inferences).toEqual(own)
    for (const { id, premises, conclusion, marker } of own) {
      expect(map.source).toContain(`  ${id}(["${marker === null ? 'our reading' : `“${marker}”`}"])`)
      for (const premise of premises) expect(arrowsOf(map)).toContain(`${premise} > ${id}`)
      expect(arrowsOf(map)).toContain(`${id} > ${conclusion}`)
      expect(map.parts[id]!.kind).toBe(marker === null ? 'our-reading' : 'marker')
    }
    expect(arrowsOf(map)).toHaveLength(
      own.reduce((sum, { premises }) => sum + premises.length + 1, 0) + 2 * undercuts.filter(({ against }) => bearing.has(against)).length,
    )
  })

  it('draws an undercut as another thing than a support', () => {
    const [undercut] = undercuts.filter(({ against }) => bearing.has(against))
    expect(map.source).toMatch(new RegExp(`^ {2}${undercut!.id} \\w+@--x ${undercut!.against}$`, 'm'))
    expect(map.parts[`${undercut!.id}_${undercut!.against}`]).toMatchObject({ id: undercut!.id, kind: 'undercut' })
    expect(Object.values(map.parts).filter(({ id, kind }) => id === undercut!.id && kind === 'support')).toEqual([])
  })

  it('marks the conclusions', () => {
    expect(
      Object.entries(map.parts)
        .filter(([, { kind }]) => kind === 'conclusion')
        .map(([id]) => id)
        .toSorted(),
    ).toEqual(register.conclusions.toSorted())
  })

  it('comes step by step: each part in the step of its claim, or of what it leads to', () => {
    const stepOf = new Map(claims.map(({ id, step }) => [id, step]))
    for (const [key, part] of Object.entries(map.parts)) {
      const inference = inferences.find(({ id }) => id === part.id)
      const undercut = undercuts.find(({ id }) => id === part.id)
      expect(part.group, key).toBe(stepOf.get(inference?.conclusion ?? undercut?.against ?? part.id))
    }
  })
})

describe('the maps of the steps', () => {
  const maps = steps.map(({ id }) => [id, stepArguments(register, id)] as const)

  /** What leads to a claim of the step, or undercuts one. */
  const arrowsInto = (step: string) => {
    const own = steps.find(({ id }) => id === step)!.claims
    return [...inferences.filter(({ conclusion }) => own.includes(conclusion)), ...undercuts.filter(({ against }) => own.includes(against))]
  }

  it('together have every inference and every undercut once, but those that stand alone in their step', () => {
    const alone = new Set(steps.flatMap(({ id }) => (arrowsInto(id).length === 1 ? arrowsInto(id).map((arrow) => arrow.id) : [])))
    expect(maps.flatMap(([, parts]) => parts.flatMap((part) => part.inferences.map(({ id }) => id))).toSorted()).toEqual(
      inferences
        .map(({ id }) => id)
        .filter((id) => !alone.has(id))
        .toSorted(),
    )
    expect(maps.flatMap(([, parts]) => parts.flatMap((part) => part.undercuts.map(({ id }) => id))).toSorted()).toEqual(
      undercuts.map(({ id }) => id).toSorted(),
    )
  })

  it.each(maps)('%s: concluded in this step, and few enough to have their words beside them', (step, parts) => {
    const own = steps.find(({ id }) => id === step)!.claims
    for (const part of parts) {
      expect(part.inferences.length + part.undercuts.length).toBeLessThanOrEqual(4)
      for (const { conclusion } of part.inferences) expect(own).toContain(conclusion)
    }
  })

  it('there is none where nothing is concluded, or by one arrow alone', () => {
    for (const [step, parts] of maps)
      expect(parts.length > 0, step).toBe(arrowsInto(step).length > 1 && arrowsInto(step).some((arrow) => 'conclusion' in arrow))
  })

  it('say of claims of other steps which step that is', () => {
    for (const { id } of steps) {
      for (const { source } of stepFigures(register, id)) {
        for (const [, claim, words] of source.matchAll(/^ {2}(C\d+)\["(.*)"\]$/gm)) {
          const own = steps.find((step) => step.claims.includes(claim!))!
          expect(/\(step (\d)\)$/.exec(words!)?.[1]).toBe(own.id === id ? undefined : String(own.number))
        }
      }
    }
  })
})
