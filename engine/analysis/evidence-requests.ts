/** What to ask for, ordered by how much of the conclusion hangs on it. */
import type { Register, EvidenceRequest } from './register.ts'
import { type Effects, effectsOf, type WithdrawalEffect } from './withdrawal.ts'

export interface WeighedRequest {
  readonly request: EvidenceRequest
  readonly loadBearing: readonly string[]
  /** Where all that it would settle is settled against the article. */
  readonly effects: Effects
  /** Claims that would lose support; opinion is not counted. */
  readonly losing: number
}

const hit = ({ effects: { conclusions } }: WeighedRequest, ...among: readonly WithdrawalEffect[]): string[] =>
  conclusions.filter(({ effect }) => among.includes(effect)).map(({ id }) => id)
/** Conclusions that it settles itself or that would lose all support. */
const reachedBy = (weighed: WeighedRequest): string[] => hit(weighed, 'withdrawn', 'all')

/** Heaviest measure first. */
const weight = (weighed: WeighedRequest): readonly number[] => [
  reachedBy(weighed).length,
  hit(weighed, 'some').length,
  weighed.losing,
  weighed.loadBearing.length,
]

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

/** A claim names one thing that would settle it, so these, and no fewer, settle all that carries a conclusion. */
export const shortestList = (register: Parameters<typeof requestsByLoad>[0]): WeighedRequest[] =>
  requestsByLoad(register).filter(({ loadBearing }) => loadBearing.length > 0)

/** Each next one reaches most of the conclusions that are left. */
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

/** A conclusion that it settles itself, else the first of its claims that carries one. */
export const claimAsked = ({ conclusions }: Pick<Register, 'conclusions'>, { loadBearing }: WeighedRequest): string =>
  loadBearing.find((id) => conclusions.includes(id)) ?? loadBearing[0]!
