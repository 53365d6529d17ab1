/** What to ask for, in order: computed from what would fall, and covering what carries a conclusion. */
import { describe, expect, it } from 'vitest'
import type { Register } from '../../engine/analysis/register.ts'
import {
  claimAsked,
  reachEveryConclusion,
  type WeighedRequest,
  requestsByLoad,
  shortestList,
} from '../../engine/analysis/evidence-requests.ts'
import { frozenRegister } from '../support/brief.ts'

const register = frozenRegister()

const reached = ({ effects }: WeighedRequest) =>
  effects.conclusions.filter(({ effect }) => effect === 'withdrawn' || effect === 'all').map(({ id }) => id)
const touched = ({ effects }: WeighedRequest) => effects.conclusions.filter(({ effect }) => effect === 'some').length

describe('requestsByLoad', () => {
  it('has everything one could ask for, once', () => {
    expect(
      requestsByLoad(register)
        .map(({ request }) => request.id)
        .toSorted(),
    ).toEqual(register.requests.map(({ id }) => id).toSorted())
  })

  it('puts first what more of the conclusions hangs on', () => {
    const requests = requestsByLoad(register)
    for (const [index, request] of requests.entries()) {
      const next = requests[index + 1]
      if (!next) continue
      expect(reached(request).length, request.request.id).toBeGreaterThanOrEqual(reached(next).length)
      if (reached(request).length === reached(next).length)
        expect(touched(request), request.request.id).toBeGreaterThanOrEqual(touched(next))
    }
  })

  it('changes its order with the argument: where nothing is argued, the order of the file stands', () => {
    const flat = {
      ...register,
      inferences: [],
      conclusions: [],
      claims: register.claims.map((claim) => ({ ...claim, loadBearing: false })),
    }
    expect(requestsByLoad(flat).map(({ request }) => request.id)).toEqual(register.requests.map(({ id }) => id))
    expect(shortestList(flat)).toEqual([])
  })
})

describe('shortestList', () => {
  it('settles every claim that carries a conclusion, each in one place', () => {
    expect(
      shortestList(register)
        .flatMap(({ loadBearing }) => loadBearing)
        .toSorted(),
    ).toEqual(
      register.claims
        .filter(({ loadBearing }) => loadBearing)
        .map(({ id }) => id)
        .toSorted(),
    )
  })

  it('has nothing that could be left out', () => {
    for (const { request, loadBearing } of shortestList(register)) expect(loadBearing.length, request.id).toBeGreaterThan(0)
  })
})

describe('reachEveryConclusion', () => {
  it('reaches every conclusion, and no request of it is idle', () => {
    const first = reachEveryConclusion(shortestList(register))
    expect(new Set(first.flatMap(reached))).toEqual(new Set(register.conclusions))
    for (const left of first)
      expect(new Set(first.filter((request) => request !== left).flatMap(reached)).size).toBeLessThan(register.conclusions.length)
  })

  it('takes no fewer where fewer would do: no single request reaches all', () => {
    const list = shortestList(register)
    expect(list.some((request) => reached(request).length === register.conclusions.length)).toBe(reachEveryConclusion(list).length === 1)
  })

  it('of nothing is nothing', () => {
    expect(reachEveryConclusion([])).toEqual([])
  })
})

/** P, Q, R lead to X; P alone to Y; S to T, which leads nowhere. X and Y are conclusions. */
const argued = {
  claims: ['P', 'Q', 'R', 'S', 'T', 'O', 'X', 'Y', 'L'].map((id) => ({
    id,
    grade: id === 'O' ? 'N' : 'S0',
    ceiling: null,
    loadBearing: 'PQRXY'.includes(id),
  })),
  inferences: [
    { id: 'I1', premises: ['P'], conclusion: 'X' },
    { id: 'I2', premises: ['Q', 'R'], conclusion: 'X' },
    { id: 'I3', premises: ['P'], conclusion: 'Y' },
    { id: 'I4', premises: ['S'], conclusion: 'T' },
    { id: 'I5', premises: ['L'], conclusion: 'O' },
  ].map((each) => ({ marker: null, warrant: '', criticalQuestions: [], ...each })),
  conclusions: ['X', 'Y'],
  requests: [],
} as unknown as Parameters<typeof requestsByLoad>[0]
const requestFor = (...lists: string[][]) => ({
  ...argued,
  requests: lists.map((claims) => ({ id: claims.join('+'), claims })) as unknown as Register['requests'],
})
const order = (...lists: string[][]) => requestsByLoad(requestFor(...lists)).map(({ request }) => request.id)

describe('the order', () => {
  it.each([
    ['by conclusions that lose all, or are settled themselves', ['T', 'P', 'X+Y'], [['T'], ['P'], ['X', 'Y']], ['X+Y', 'P', 'T']],
    ['then by conclusions that lose some', ['Q'], [['S'], ['Q']], ['Q', 'S']],
    ['then by claims that lose support', ['S'], [['T'], ['S']], ['S', 'T']],
    ['opinion left out', [], [['L'], ['S'], ['T']], ['S', 'L', 'T']],
    ['then by claims it settles that carry a conclusion', [], [['Q'], ['Q', 'R']], ['Q+R', 'Q']],
    ['then as they are written', [], [['R'], ['Q']], ['R', 'Q']],
  ] as [string, string[], string[][], string[]][])('goes %s', (_, __, lists, expected) => {
    expect(order(...lists)).toEqual(expected)
  })

  it('a request has its claims that carry a conclusion, and how many claims would lose support', () => {
    const [all, some] = requestsByLoad(requestFor(['P', 'S', 'L'], ['Q', 'T']))
    expect(all).toMatchObject({ loadBearing: ['P'], losing: 3 })
    expect(some).toMatchObject({ loadBearing: ['Q'], losing: 1 })
  })

  it('the shortest list leaves out what carries none', () => {
    expect(shortestList(requestFor(['S'], ['Q'], ['T', 'R'])).map(({ request }) => request.id)).toEqual(['Q', 'T+R'])
  })

  it('each next is that which reaches most of what is left, the earlier of equals', () => {
    const reach = (...lists: string[][]) => reachEveryConclusion(requestsByLoad(requestFor(...lists))).map(({ request }) => request.id)
    expect(reach(['X'], ['Y'], ['X', 'Y'])).toEqual(['X+Y'])
    expect(reach(['Y'], ['X'], ['S'])).toEqual(['Y', 'X'])
    expect(reach(['Y', 'T'], ['Y', 'S'])).toEqual(['Y+S'])
    expect(reach(['S'])).toEqual([])
    // What loses some is not reached.
    expect(reach(['Q'], ['Y'])).toEqual(['Y'])
  })

  it('is asked about a conclusion that it settles, else about the first claim that carries one', () => {
    const asked = (...claims: string[]) => claimAsked(argued, requestsByLoad(requestFor(claims))[0]!)
    expect(asked('P', 'Y')).toBe('Y')
    expect(asked('S', 'Q', 'P')).toBe('Q')
  })
})
