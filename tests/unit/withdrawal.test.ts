/** What falls when claims are withdrawn, on the real argument and on small built ones. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Claim } from '../../engine/analysis/register.ts'
import { type Argued, effectsOf, effectsOfLoadBearing, stepsOf } from '../../engine/analysis/withdrawal.ts'
import { frozenRegister } from '../support/brief.ts'

const register = frozenRegister()

/** Claims A to E: A and B lead to C, D leads to C too, C leads to E. */
const built = (
  grades: Readonly<Record<string, Claim['grade']>>,
  ceilings: Readonly<Record<string, Claim['ceiling']>>,
): Argued & { undercuts: { id: string; claim: string; against: string; why: string }[] } => ({
  claims: Object.entries(grades).map(
    ([id, grade]) => ({ id, grade, ceiling: ceilings[id] ?? null, loadBearing: true }) as unknown as Claim,
  ),
  inferences: [
    { id: 'I1', premises: ['A', 'B'], conclusion: 'C', marker: null, warrant: '', criticalQuestions: [] },
    { id: 'I2', premises: ['D'], conclusion: 'C', marker: null, warrant: '', criticalQuestions: [] },
    { id: 'I3', premises: ['C'], conclusion: 'E', marker: null, warrant: '', criticalQuestions: [] },
  ],
  conclusions: ['E'],
  undercuts: [{ id: 'U1', claim: 'B', against: 'D', why: '' }],
})
const small = built({ A: 'S3', B: 'S2', C: 'S0', D: 'S1', E: 'S0' }, { C: 'S2', E: 'S2' })

describe('effectsOf', () => {
  it('leaves all as it is where nothing is withdrawn', () => {
    expect(effectsOf(small, new Set())).toEqual({
      fallen: new Set(),
      lostAll: [],
      lostSome: [],
      conclusions: [{ id: 'E', effect: 'none', before: 'S2', after: 'S2' }],
    })
  })

  it('takes the weaker way where the better is lost: the ceiling falls, the conclusion stays', () => {
    expect(effectsOf(small, new Set(['B']))).toEqual({
      fallen: new Set(['I1', 'U1']),
      lostAll: [],
      lostSome: ['C'],
      conclusions: [{ id: 'E', effect: 'none', before: 'S2', after: 'S1' }],
    })
  })

  it('leaves nothing to trace where both ways are lost', () => {
    const { fallen, lostAll, conclusions } = effectsOf(small, new Set(['A', 'D']))
    expect(fallen).toEqual(new Set(['I1', 'I2', 'I3', 'U1']))
    expect(lostAll).toEqual(['C', 'E'])
    expect(conclusions).toEqual([{ id: 'E', effect: 'all', before: 'S2', after: null }])
  })

  it('says of a withdrawn conclusion that it is withdrawn, and not that it lost support', () => {
    const { lostAll, conclusions } = effectsOf(small, new Set(['E', 'C']))
    expect(lostAll).toEqual([])
    expect(conclusions).toEqual([{ id: 'E', effect: 'withdrawn', before: 'S2', after: null }])
  })

  it('takes an id that is no claim’s for what it is', () => {
    expect(effectsOf(small, new Set(['Z'])).fallen).toEqual(new Set())
  })

  it('of the real argument: withdrawing more never gives support back', () => {
    const ids = register.claims.map(({ id }) => id)
    const rank = { none: 0, some: 1, all: 2, withdrawn: 3 }
    fc.assert(
      fc.property(fc.subarray(ids), fc.constantFrom(...ids), (some, one) => {
        const before = effectsOf(register, new Set(some))
        const after = effectsOf(register, new Set([...some, one]))
        for (const [index, { effect }] of after.conclusions.entries())
          expect(rank[effect]).toBeGreaterThanOrEqual(rank[before.conclusions[index]!.effect])
        for (const id of before.lostAll) expect(after.lostAll.includes(id) || id === one).toBe(true)
        for (const id of before.fallen) expect(after.fallen).toContain(id)
      }),
    )
  })

  it('of the real argument: agrees with the register where nothing is withdrawn', () => {
    expect(effectsOf(register, new Set()).conclusions.map(({ before, after }) => [before, after])).toEqual(
      register.conclusions.map((id) => register.claims.find((claim) => claim.id === id)!.ceiling).map((ceiling) => [ceiling, ceiling]),
    )
  })
})

it('effectsOfLoadBearing has every claim that carries a conclusion, once, in reading order', () => {
  const falls = effectsOfLoadBearing(register)
  expect(falls.map(({ claim }) => claim)).toEqual(register.claims.filter(({ loadBearing }) => loadBearing).map(({ id }) => id))
  // What carries a conclusion touches one: some claim loses support, or it is a conclusion itself.
  for (const { claim, lostAll, lostSome } of falls)
    expect(lostAll.length + lostSome.length > 0 || register.conclusions.includes(claim), claim).toBe(true)
})

it('stepsOf reads a prepared sequence', () => {
  expect(stepsOf('C11 | C26  C29|C01')).toEqual([['C11'], ['C26', 'C29'], ['C01']])
  expect(stepsOf(' | C01')).toEqual([[], ['C01']])
  expect(stepsOf(' C01  C02 ')).toEqual([['C01', 'C02']])
})
