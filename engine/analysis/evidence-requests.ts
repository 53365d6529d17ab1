/** What would settle the argument: the things to ask for, merged and ordered by how much of the conclusion hangs on each. */
import type { Register, EvidenceRequest } from './register.ts'
import { type Effects, effectsOf } from './withdrawal.ts'

export interface WeighedRequest {
  readonly request: EvidenceRequest
  /** Its claims that carry a conclusion, in reading order. */
  readonly loadBearing: readonly string[]
  /** What falls where all that it would settle is settled against the article. */
  readonly effects: Effects
  /** Claims that would lose all or some support; opinion stays out of every count. */
  readonly losing: number
}

const count = ({ conclusions }: Effects, ...among: readonly string[]): number => conclusions.filter(({ effect }) => among.includes(effect)).length

/**
 * How much of the conclusion hangs on a weighed, heaviest measure first: conclusions it settles itself or that would lose
 * all support, conclusions that would lose some, claims in all that would lose support, claims it settles that carry one.
 */
const weight = ({ effects, loadBearing, losing }: WeighedRequest): readonly number[] => [
  count(effects, 'withdrawn', 'all'),
  count(effects, 'some'),
  losing,
  loadBearing.length,
]

/** Heaviest first; the order of the file between equals. */
export function requestsByLoad(register: Pick<Register, 'claims' | 'inferences' | 'conclusions' | 'requests'>): WeighedRequest[] {
  const bearing = new Set(register.claims.filter(({ loadBearing }) => loadBearing).map(({ id }) => id))
  const opinions = new Set(register.claims.filter(({ grade }) => grade === 'N').map(({ id }) => id))
  const requests = register.requests.map((request) => {
    const effects = effectsOf(register, new Set(request.claims))
    return { request, loadBearing: request.claims.filter((id) => bearing.has(id)), effects, losing: [...effects.lostAll, ...effects.lostSome].filter((id) => !opinions.has(id)).length }
  })
  const heavier = (a: WeighedRequest, b: WeighedRequest) => {
    const [one, other] = [weight(a), weight(b)]
    const at = one.findIndex((value, index) => value !== other[index])
    return at < 0 ? 0 : other[at]! - one[at]!
  }
  return requests.sort(heavier)
}

/** The shortest list: a claim names one thing that would settle it, so these, and no fewer, settle all that carries a conclusion. */
export const shortestList = (register: Parameters<typeof requestsByLoad>[0]): WeighedRequest[] => requestsByLoad(register).filter(({ loadBearing }) => loadBearing.length > 0)

/**
 * The first requests of the list that together reach every conclusion: each is settled itself, or would lose all support.
 * Each next one is that which reaches most of what is left. Conclusions that none reaches are left out.
 */
export function reachEveryConclusion(requests: readonly WeighedRequest[]): WeighedRequest[] {
  const reachedBy = ({ effects }: WeighedRequest) => effects.conclusions.filter(({ effect }) => effect === 'withdrawn' || effect === 'all').map(({ id }) => id)
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
