/** The argument as a graph, against slow and plain references, on graphs made at random. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { argumentsFor, findCycle, type Inference } from '../../../engine/register/inferences.ts'
import { loadBearing, sourcingCeilings, type SupportLost, withdraw } from '../../../engine/analysis/graph.ts'
import { type Grade, GRADES, GRADES_AND_OPINION } from '../../../engine/register/vocabulary.ts'

const SIZE = 9
const idOf = (index: number) => `C${index}`
const node = fc.nat(SIZE - 1)
const premises = fc.uniqueArray(node, { minLength: 1, maxLength: 4 })
const named = (edges: readonly { readonly premises: readonly number[]; readonly conclusion: number }[]): Inference[] =>
  edges.map((edge, index) => ({ id: `I${index}`, premises: edge.premises.map(idOf), conclusion: idOf(edge.conclusion) }))

/** Any graph, cycles and all. */
const anyGraph = fc.array(fc.record({ premises, conclusion: node }), { maxLength: 12 }).map(named)
/** Premises before conclusions in an order that is then shuffled, so that no function can lean on the order. */
const dag = fc
  .tuple(
    fc.array(fc.record({ premises, conclusion: node }), { maxLength: 14 }),
    fc.shuffledSubarray([...Array(SIZE).keys()], { minLength: SIZE }),
  )
  .map(([edges, order]) =>
    named(
      edges
        .map(({ premises: from, conclusion }) => ({
          premises: from.filter((premise) => premise < conclusion).map((premise) => order[premise]!),
          conclusion: order[conclusion]!,
        }))
        .filter(({ premises: from }) => from.length > 0),
    ),
  )
const grades = fc.array(fc.constantFrom(...GRADES_AND_OPINION), { minLength: SIZE, maxLength: SIZE })
const gradeOf = (list: readonly Grade[]) => (id: string) => list[Number(id.slice(1))]!
const claims = fc.subarray([...Array(SIZE).keys()].map(idOf)).map((ids) => new Set(ids))
const rank = (grade: Grade | undefined) => (grade === undefined ? -1 : (GRADES as readonly string[]).indexOf(grade))

/** Whether a path of inferences leads from a claim to another; at least one step long. */
function reaches(inferences: readonly Inference[], from: string, to: string, seen = new Set<string>()): boolean {
  return inferences.some(({ premises: start, conclusion }) => {
    if (!start.includes(from)) return false
    if (conclusion === to) return true
    if (seen.has(conclusion)) return false
    seen.add(conclusion)
    return reaches(inferences, conclusion, to, seen)
  })
}

const allIds = [...Array(SIZE).keys()].map(idOf)

it('argumentsFor groups inferences by conclusion, in order', () => {
  const inferences: Inference[] = [
    { id: 'I1', premises: ['A'], conclusion: 'C' },
    { id: 'I2', premises: ['C'], conclusion: 'D' },
    { id: 'I3', premises: ['B'], conclusion: 'C' },
  ]
  expect([...argumentsFor(inferences)].map(([id, list]) => [id, list.map((inference) => inference.id)])).toEqual([
    ['C', ['I1', 'I3']],
    ['D', ['I2']],
  ])
})

describe('findCycle', () => {
  it('finds a real cycle if and only if there is one', () => {
    fc.assert(
      fc.property(anyGraph, (inferences) => {
        const cycle = findCycle(inferences)
        expect(cycle !== null).toBe(allIds.some((id) => reaches(inferences, id, id)))
        if (!cycle) return
        expect(cycle.length).toBeGreaterThan(1)
        expect(cycle.at(-1)).toBe(cycle[0])
        expect(new Set(cycle).size).toBe(cycle.length - 1)
        for (const [index, premise] of cycle.slice(0, -1).entries())
          expect(inferences.some(({ premises: from, conclusion }) => from.includes(premise) && conclusion === cycle[index + 1])).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  it('finds none in an argument that has none', () => {
    fc.assert(
      fc.property(dag, (inferences) => {
        expect(findCycle(inferences)).toBeNull()
      }),
    )
  })
})

describe('loadBearing', () => {
  it('is the conclusions and all that reaches one', () => {
    fc.assert(
      fc.property(anyGraph, claims, (inferences, conclusions) => {
        const expected = allIds.filter(
          (id) => conclusions.has(id) || [...conclusions].some((conclusion) => reaches(inferences, id, conclusion)),
        )
        expect([...loadBearing(inferences, [...conclusions])].sort()).toEqual(expected)
      }),
      { numRuns: 400 },
    )
  })
})

describe('sourcingCeilings', () => {
  /** Straight from the definition. */
  function ceiling(inferences: readonly Inference[], grade: (id: string) => Grade, id: string): number {
    if (grade(id) === 'N') return -1
    return Math.max(
      -1,
      ...inferences
        .filter(({ conclusion }) => conclusion === id)
        .map(({ premises: from }) =>
          Math.min(...from.map((premise) => Math.max(rank(grade(premise)), ceiling(inferences, grade, premise)))),
        ),
    )
  }

  it('agrees with the definition', () => {
    fc.assert(
      fc.property(dag, grades, (inferences, list) => {
        const grade = gradeOf(list)
        const ceilings = sourcingCeilings(inferences, grade)
        for (const id of allIds) expect(rank(ceilings.get(id))).toBe(ceiling(inferences, grade, id))
      }),
      { numRuns: 400 },
    )
  })

  it('is never above the best grade of a claim that leads there, and never given to an opinion', () => {
    fc.assert(
      fc.property(dag, grades, (inferences, list) => {
        const grade = gradeOf(list)
        for (const [id, found] of sourcingCeilings(inferences, grade)) {
          expect(grade(id)).not.toBe('N')
          const best = Math.max(...allIds.filter((from) => reaches(inferences, from, id)).map((from) => rank(grade(from))))
          expect(rank(found)).toBeLessThanOrEqual(best)
        }
      }),
    )
  })

  it('never falls when a grade rises', () => {
    fc.assert(
      fc.property(dag, grades, node, fc.constantFrom(...GRADES), (inferences, list, at, better) => {
        // From opinion to a grade is no rise: it changes what is asked of the claim.
        fc.pre(list[at] !== 'N' && rank(better) > rank(list[at]))
        const before = sourcingCeilings(inferences, gradeOf(list))
        const after = sourcingCeilings(inferences, gradeOf(list.with(at, better)))
        for (const id of allIds) expect(rank(after.get(id))).toBeGreaterThanOrEqual(rank(before.get(id)))
      }),
    )
  })

  it.each<[string, Inference[], Record<string, Grade>, Record<string, Grade>]>([
    ['the weakest premise counts', [{ id: 'I1', premises: ['A', 'B'], conclusion: 'C' }], { A: 'S3', B: 'S1', C: 'S0' }, { C: 'S1' }],
    [
      'the strongest argument counts',
      [
        { id: 'I1', premises: ['A'], conclusion: 'C' },
        { id: 'I2', premises: ['B'], conclusion: 'C' },
      ],
      { A: 'S3', B: 'S1', C: 'S0' },
      { C: 'S3' },
    ],
    [
      'it passes through a claim that has no source of its own',
      [
        { id: 'I1', premises: ['A'], conclusion: 'B' },
        { id: 'I2', premises: ['B'], conclusion: 'C' },
      ],
      { A: 'S2', B: 'S0', C: 'S0' },
      { B: 'S2', C: 'S2' },
    ],
    [
      'a premise’s own grade may be the better',
      [
        { id: 'I1', premises: ['A'], conclusion: 'B' },
        { id: 'I2', premises: ['B'], conclusion: 'C' },
      ],
      { A: 'S0', B: 'S2', C: 'S0' },
      { B: 'S0', C: 'S2' },
    ],
    [
      'an argument that rests on opinion gives none',
      [{ id: 'I1', premises: ['A', 'B'], conclusion: 'C' }],
      { A: 'S4', B: 'N', C: 'S0' },
      {},
    ],
    ['an opinion gets none', [{ id: 'I1', premises: ['A'], conclusion: 'C' }], { A: 'S4', C: 'N' }, {}],
  ])('%s', (_, inferences, list, expected) => {
    expect(Object.fromEntries(sourcingCeilings(inferences, (id) => list[id]!))).toEqual(expected)
  })
})

describe('withdraw', () => {
  /** The smallest set of fallen inferences that the rule asks for, by going round until nothing changes. */
  function reference(inferences: readonly Inference[], withdrawn: ReadonlySet<string>): Set<string> {
    const fallen = new Set<string>()
    const stands = (claim: string) => {
      const own = inferences.filter(({ conclusion }) => conclusion === claim)
      return !withdrawn.has(claim) && (own.length === 0 || own.some(({ id }) => !fallen.has(id)))
    }
    for (let before = -1; before !== fallen.size;) {
      before = fallen.size
      for (const { id, premises: from } of inferences) if (!from.every(stands)) fallen.add(id)
    }
    return fallen
  }
  const lossOf = (inferences: readonly Inference[], fallen: ReadonlySet<string>, claim: string): SupportLost | undefined => {
    const own = inferences.filter(({ conclusion }) => conclusion === claim)
    const down = own.filter(({ id }) => fallen.has(id)).length
    return own.length === 0 ? undefined : down === 0 ? 'none' : down === own.length ? 'all' : 'some'
  }

  it('agrees with the rule applied until nothing changes', () => {
    fc.assert(
      fc.property(dag, claims, (inferences, withdrawn) => {
        const { fallen, lost } = withdraw(inferences, withdrawn)
        const expected = reference(inferences, withdrawn)
        expect([...fallen].sort()).toEqual([...expected].sort())
        for (const id of allIds) expect(lost.get(id)).toBe(lossOf(inferences, expected, id))
      }),
      { numRuns: 400 },
    )
  })

  it('withdrawing more never brings anything back', () => {
    fc.assert(
      fc.property(dag, claims, claims, (inferences, some, more) => {
        const order: (SupportLost | undefined)[] = ['none', 'some', 'all']
        const less = withdraw(inferences, some)
        const both = withdraw(inferences, new Set([...some, ...more]))
        expect([...less.fallen].filter((id) => !both.fallen.has(id))).toEqual([])
        for (const [id, loss] of less.lost) expect(order.indexOf(both.lost.get(id))).toBeGreaterThanOrEqual(order.indexOf(loss))
      }),
    )
  })

  it('withdrawing nothing loses nothing', () => {
    fc.assert(
      fc.property(dag, (inferences) => {
        const { fallen, lost } = withdraw(inferences, new Set())
        expect(fallen.size).toBe(0)
        expect([...lost.keys()].sort()).toEqual([...new Set(inferences.map(({ conclusion }) => conclusion))].sort())
        expect([...lost.values()].every((loss) => loss === 'none')).toBe(true)
      }),
    )
  })

  it('withdrawing any premise of the only inference loses all', () => {
    fc.assert(
      fc.property(premises, fc.nat(3), (from, pick) => {
        const inferences = named([{ premises: from, conclusion: SIZE }])
        const { fallen, lost } = withdraw(inferences, new Set([idOf(from[pick % from.length]!)]))
        expect([...fallen]).toEqual(['I0'])
        expect(Object.fromEntries(lost)).toEqual({ [idOf(SIZE)]: 'all' })
      }),
    )
  })

  it('one of two arguments lost is some; a claim withdrawn does not lose what stands for it', () => {
    const inferences: Inference[] = [
      { id: 'I1', premises: ['A'], conclusion: 'C' },
      { id: 'I2', premises: ['B'], conclusion: 'C' },
      { id: 'I3', premises: ['C'], conclusion: 'D' },
    ]
    expect(Object.fromEntries(withdraw(inferences, new Set(['A'])).lost)).toEqual({ C: 'some', D: 'none' })
    expect(Object.fromEntries(withdraw(inferences, new Set(['A', 'B'])).lost)).toEqual({ C: 'all', D: 'all' })
    expect(Object.fromEntries(withdraw(inferences, new Set(['C'])).lost)).toEqual({ C: 'none', D: 'all' })
  })
})

describe('a long chain', () => {
  const LENGTH = 20_000
  const chain: Inference[] = Array.from({ length: LENGTH }, (_, index) => ({
    id: `I${index}`,
    premises: [idOf(index)],
    conclusion: idOf(index + 1),
  }))
  it.each([
    ['in order', chain],
    ['backwards', chain.toReversed()],
  ] as const)('%s does not overflow the stack', (_, inferences) => {
    expect(findCycle(inferences)).toBeNull()
    expect(loadBearing(inferences, [idOf(LENGTH)]).size).toBe(LENGTH + 1)
    expect(sourcingCeilings(inferences, (id) => (id === idOf(0) ? 'S3' : 'S0')).get(idOf(LENGTH))).toBe('S3')
    expect(withdraw(inferences, new Set([idOf(0)])).fallen.size).toBe(LENGTH)
    expect(findCycle([...inferences, { id: 'back', premises: [idOf(LENGTH)], conclusion: idOf(0) }])?.length).toBe(LENGTH + 2)
  })
})

it('what needs an argument without cycles still ends on one that has them', () => {
  fc.assert(
    fc.property(anyGraph, grades, claims, (inferences, list, withdrawn) => {
      sourcingCeilings(inferences, gradeOf(list))
      withdraw(inferences, withdrawn)
    }),
  )
})
