/**
 * What falls when claims are withdrawn: which claims lose all, some or none of what the article argues for them, and how
 * far the conclusions can then be traced back. To lose support is not to be refuted: a claim may hold without it.
 */
import { sourcingCeilings, type SupportLost, withdraw } from './graph.ts'
import type { Register } from './register.ts'
import type { SourcingGrade } from '../register/vocabulary.ts'

/** The parts of the register that this needs. */
export type Argued = Pick<Register, 'claims' | 'inferences' | 'conclusions'>

/** What happens to a claim: it is withdrawn itself, or it loses so much of its support. */
export type WithdrawalEffect = 'withdrawn' | SupportLost

export interface AffectedConclusion {
  readonly id: string
  readonly effect: WithdrawalEffect
  /** Its sourcing ceiling: the best a reader could trace through the argument. Null where nothing argues for it. */
  readonly before: SourcingGrade | null
  readonly after: SourcingGrade | null
}

export interface Effects {
  /** Inferences that no longer stand, and undercuts whose claim is withdrawn. */
  readonly fallen: ReadonlySet<string>
  /** Claims that are not withdrawn and lose all, or some, of their support; in reading order. */
  readonly lostAll: readonly string[]
  readonly lostSome: readonly string[]
  readonly conclusions: readonly AffectedConclusion[]
}

/** Linear in claims and premises. An id that is no claim's falls alone. */
export function effectsOf(register: Argued & Partial<Pick<Register, 'undercuts'>>, withdrawn: ReadonlySet<string>): Effects {
  const { claims, inferences, conclusions, undercuts = [] } = register
  const { fallen, lost } = withdraw(inferences, withdrawn)
  const byId = new Map(claims.map((claim) => [claim.id, claim]))
  const ceilings = sourcingCeilings(inferences, (id) => byId.get(id)?.grade ?? 'N', fallen)
  const losing = (how: SupportLost) => claims.filter(({ id }) => !withdrawn.has(id) && lost.get(id) === how).map(({ id }) => id)
  return {
    fallen: new Set([...fallen, ...undercuts.filter(({ claim, against }) => withdrawn.has(claim) || withdrawn.has(against)).map(({ id }) => id)]),
    lostAll: losing('all'),
    lostSome: losing('some'),
    conclusions: conclusions.map((id) => ({
      id,
      effect: withdrawn.has(id) ? 'withdrawn' : (lost.get(id) ?? 'none'),
      before: byId.get(id)?.ceiling ?? null,
      after: withdrawn.has(id) ? null : (ceilings.get(id) ?? null),
    })),
  }
}

/** What becomes of a claim, in words; of its support, where it is said of what. */
export const EFFECT_WORDS: Readonly<Record<WithdrawalEffect, string>> = {
  withdrawn: 'withdrawn',
  all: 'loses all',
  some: 'loses some',
  none: 'keeps all',
}

/** The same where it is written on the claim itself. */
export const EFFECT_LABELS: Readonly<Partial<Record<WithdrawalEffect, string>>> = { withdrawn: 'withdrawn', all: 'no support', some: 'less support' }

/** Claims of a prepared sequence, as a page writes it: `C11 | C26 C29` is two steps. */
export const stepsOf = (sequence: string): string[][] => sequence.split('|').map((step) => step.trim().split(/\s+/).filter(Boolean))

/** For each claim that carries a conclusion, what falls with it alone; in reading order. */
export const effectsOfLoadBearing = (register: Argued): (Effects & { readonly claim: string })[] =>
  register.claims.filter(({ loadBearing }) => loadBearing).map(({ id }) => ({ claim: id, ...effectsOf(register, new Set([id])) }))
