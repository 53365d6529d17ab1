/** To lose support is not to be refuted: a claim may hold without it. */
import { sourcingCeilings, type SupportLost, withdraw } from './graph.ts'
import type { Register } from './register.ts'
import type { SourcingGrade } from '../register/vocabulary.ts'

export type Argued = Pick<Register, 'claims' | 'inferences' | 'conclusions'>

export type WithdrawalEffect = 'withdrawn' | SupportLost

export interface AffectedConclusion {
  readonly id: string
  readonly effect: WithdrawalEffect
  /** Its ceiling; null where nothing argues for it. */
  readonly before: SourcingGrade | null
  readonly after: SourcingGrade | null
}

export interface Effects {
  /** Inferences and undercuts. */
  readonly fallen: ReadonlySet<string>
  /** Not withdrawn themselves; in reading order. */
  readonly lostAll: readonly string[]
  readonly lostSome: readonly string[]
  readonly conclusions: readonly AffectedConclusion[]
}

/** An id that is no claim’s falls alone. */
export function effectsOf(register: Argued & Partial<Pick<Register, 'undercuts'>>, withdrawn: ReadonlySet<string>): Effects {
  const { claims, inferences, conclusions, undercuts = [] } = register
  const { fallen, lost } = withdraw(inferences, withdrawn)
  const byId = new Map(claims.map((claim) => [claim.id, claim]))
  const ceilings = sourcingCeilings(inferences, (id) => byId.get(id)?.grade ?? 'N', fallen)
  const losing = (how: SupportLost) => claims.filter(({ id }) => !withdrawn.has(id) && lost.get(id) === how).map(({ id }) => id)
  return {
    fallen: new Set([
      ...fallen,
      ...undercuts.filter(({ claim, against }) => withdrawn.has(claim) || withdrawn.has(against)).map(({ id }) => id),
    ]),
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

export const EFFECT_WORDS: Readonly<Record<WithdrawalEffect, string>> = {
  withdrawn: 'withdrawn',
  all: 'loses all',
  some: 'loses some',
  none: 'keeps all',
}

/** On the claim itself. */
export const EFFECT_LABELS: Readonly<Partial<Record<WithdrawalEffect, string>>> = {
  withdrawn: 'withdrawn',
  all: 'no support',
  some: 'less support',
}

/** `C11 | C26 C29` is two steps. */
export const stepsOf = (sequence: string): string[][] => sequence.split('|').map((step) => step.trim().split(/\s+/).filter(Boolean))

/** In reading order, what falls with each alone. */
export const effectsOfLoadBearing = (register: Argued): (Effects & { readonly claim: string })[] =>
  register.claims.filter(({ loadBearing }) => loadBearing).map(({ id }) => ({ claim: id, ...effectsOf(register, new Set([id])) }))
