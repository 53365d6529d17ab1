/** What would settle the argument: the things to ask for, merged and ordered by how much of the conclusion hangs on each. */
import type { Register, Wanted } from './register.ts'
import { type Fall, fallOf } from './withdrawal.ts'

export interface Request {
  readonly wanted: Wanted
  /** Its claims that carry a conclusion, in reading order. */
  readonly loadBearing: readonly string[]
  /** What falls where all that it would settle is settled against the article. */
  readonly fall: Fall
  /** Claims that would lose all or some support; opinion stays out of every count. */
  readonly losing: number
}

const count = ({ conclusions }: Fall, ...fates: readonly string[]): number => conclusions.filter(({ fate }) => fates.includes(fate)).length

/**
 * How much of the conclusion hangs on a request, heaviest measure first: conclusions it settles itself or that would lose
 * all support, conclusions that would lose some, claims in all that would lose support, claims it settles that carry one.
 */
const weight = ({ fall, loadBearing, losing }: Request): readonly number[] => [
  count(fall, 'withdrawn', 'all'),
  count(fall, 'some'),
  losing,
  loadBearing.length,
]

/** Heaviest first; the order of the file between equals. */
export function requestsByLoad(register: Pick<Register, 'claims' | 'inferences' | 'conclusions' | 'wanted'>): Request[] {
  const bearing = new Set(register.claims.filter(({ loadBearing }) => loadBearing).map(({ id }) => id))
  const opinions = new Set(register.claims.filter(({ grade }) => grade === 'N').map(({ id }) => id))
  const requests = register.wanted.map((wanted) => {
    const fall = fallOf(register, new Set(wanted.claims))
    return { wanted, loadBearing: wanted.claims.filter((id) => bearing.has(id)), fall, losing: [...fall.lostAll, ...fall.lostSome].filter((id) => !opinions.has(id)).length }
  })
  const heavier = (a: Request, b: Request) => {
    const [one, other] = [weight(a), weight(b)]
    const at = one.findIndex((value, index) => value !== other[index])
    return at < 0 ? 0 : other[at]! - one[at]!
  }
  return requests.sort(heavier)
}

/** The shortest list: a claim names one thing that would settle it, so these, and no fewer, settle all that carries a conclusion. */
export const shortestList = (register: Parameters<typeof requestsByLoad>[0]): Request[] => requestsByLoad(register).filter(({ loadBearing }) => loadBearing.length > 0)

/**
 * The first requests of the list that together reach every conclusion: each is settled itself, or would lose all support.
 * Each next one is that which reaches most of what is left. Conclusions that none reaches are left out.
 */
export function reachEveryConclusion(requests: readonly Request[]): Request[] {
  const reachedBy = ({ fall }: Request) => fall.conclusions.filter(({ fate }) => fate === 'withdrawn' || fate === 'all').map(({ id }) => id)
  const left = new Set(requests.flatMap(reachedBy))
  const chosen: Request[] = []
  while (left.size > 0) {
    const gain = (request: Request) => reachedBy(request).filter((id) => left.has(id)).length
    const best = requests.reduce((a, b) => (gain(b) > gain(a) ? b : a))
    chosen.push(best)
    for (const id of reachedBy(best)) left.delete(id)
  }
  return chosen
}

/** The claim that says most of what a request is for: a conclusion that it settles itself, else the first of its claims that carries one. */
export const claimAsked = ({ conclusions }: Pick<Register, 'conclusions'>, { loadBearing }: Request): string => loadBearing.find((id) => conclusions.includes(id)) ?? loadBearing[0]!
