/** What would settle the argument: the things to ask for, merged and ordered by how much of the conclusion hangs on each. */
import type { Register, EvidenceRequest } from './register.ts'
import { type Effects, effectsOf, type WithdrawalEffect } from './withdrawal.ts'

export interface WeighedRequest {
  readonly request: EvidenceRequest
  /** Its claims that carry a conclusion, in reading order. */
  readonly loadBearing: readonly string[]
  /** What falls where all that it would settle is settled against the article. */
  readonly effects: Effects
  /** Claims that would lose all or some support; opinion stays out of every count. */
  readonly losing: number
}

const hit = ({ effects: { conclusions } }: WeighedRequest, ...among: readonly WithdrawalEffect[]): string[] =>
  conclusions.filter(({ effect }) => among.includes(effect)).map(({ id }) => id)
/** Conclusions that it settles itself or that would lose all support. */
const reachedBy = (weighed: WeighedRequest): string[] => hit(weighed, 'withdrawn', 'all')

/**
 * Heaviest measure first: conclusions it reaches, conclusions that would lose some support, claims in all that would lose
 * support, claims it settles that carry one.
 */
const weight = (weighed: WeighedRequest): readonly number[] =>
  [reachedBy(weighed).length, hit(weighed, 'some').length, weighed.losing, weighed.loadBearing.length]

/** Heaviest first; the order of the file between equals. */
export function requestsByLoad(register: Pick<Register, 'claims' | 'inferences' | 'conclusions' | 'requests'>): WeighedRequest[] {
  const byId = new Map(register.claims.map((claim) => [claim.id, claim]))
  const weighed = register.requests.map((request): WeighedRequest => {
    const effects = effectsOf(register, new Set(request.claims))
    const losing = [...effects.lostAll, ...effects.lostSome].filter((id) => byId.get(id)?.grade !== 'N').length
    return { request, loadBearing: request.claims.filter((id) => byId.get(id)?.loadBearing), effects, losing }
  })
  return weighed.sort((a, b) => {
    const other = weight(b)
    return weight(a).reduce((order, value, index) => order || other[index]! - value, 0)
  })
}

/** The shortest list: a claim names one thing that would settle it, so these, and no fewer, settle all that carries a conclusion. */
export const shortestList = (register: Parameters<typeof requestsByLoad>[0]): WeighedRequest[] => requestsByLoad(register).filter(({ loadBearing }) => loadBearing.length > 0)

/**
 * The first requests of the list that together reach every conclusion: each is settled itself, or would lose all support.
 * Each next one is that which reaches most of what is left. Conclusions that none reaches are left out.
 */
export function reachEveryConclusion(requests: readonly WeighedRequest[]): WeighedRequest[] {
  const left = new Set(requests.flatMap(reachedBy))
  const chosen: WeighedRequest[] = []
  while (left.size > 0) {
    const gain = (weighed: WeighedRequest) => reachedBy(weighed).filter((id) => left.has(id)).length
    const best = requests.reduce((a, b) => (gain(b) > gain(a) ? b : a))
    chosen.push(best)
    for (const id of reachedBy(best)) left.delete(id)
  }
  return chosen
}

/** The claim that says most of what a weighed is for: a conclusion that it settles itself, else the first of its claims that carries one. */
export const claimAsked = ({ conclusions }: Pick<Register, 'conclusions'>, { loadBearing }: WeighedRequest): string => loadBearing.find((id) => conclusions.includes(id)) ?? loadBearing[0]!
