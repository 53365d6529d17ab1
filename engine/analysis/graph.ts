/** Pure functions over ids; linear in claims and premises. */
import { argumentsFor, type Inference } from '../register/inferences.ts'
import { GRADES, type Grade, type SourcingGrade } from '../register/vocabulary.ts'

/** Every premise before its conclusion; in a cycle, which the loader refuses, any order. */
function premisesFirst(byConclusion: ReadonlyMap<string, readonly Inference[]>): ReadonlySet<string> {
  const begun = new Set<string>()
  const done = new Set<string>()
  // An explicit stack: a long chain of claims must not end in a stack overflow.
  const stack = [...byConclusion.keys()]
  for (let id = stack.at(-1); id !== undefined; id = stack.at(-1)) {
    if (begun.has(id)) {
      stack.pop()
      done.add(id)
    } else {
      begun.add(id)
      for (const { premises } of byConclusion.get(id) ?? []) for (const premise of premises) if (!begun.has(premise)) stack.push(premise)
    }
  }
  return done
}

const prepared = new WeakMap<readonly Inference[], ReturnType<typeof prepare>>()

/** Once for a list: whoever withdraws one claim after the other asks the same argument again. */
function prepare(inferences: readonly Inference[]): {
  byConclusion: ReadonlyMap<string, readonly Inference[]>
  order: ReadonlySet<string>
} {
  const known = prepared.get(inferences)
  if (known) return known
  const byConclusion = argumentsFor(inferences)
  const made = { byConclusion, order: premisesFirst(byConclusion) }
  prepared.set(inferences, made)
  return made
}

export function loadBearing(inferences: readonly Inference[], conclusions: readonly string[]): ReadonlySet<string> {
  const { byConclusion } = prepare(inferences)
  const reached = new Set(conclusions)
  // A set hands out what is added on the way too.
  for (const id of reached) for (const { premises } of byConclusion.get(id) ?? []) for (const premise of premises) reached.add(premise)
  return reached
}

const rank = (grade: Grade): number => GRADES.indexOf(grade as SourcingGrade)

/** The weakest premise of the strongest argument: a bound on what a reader could trace, never a grade. None for opinions. */
export function sourcingCeilings(
  inferences: readonly Inference[],
  gradeOf: (claim: string) => Grade,
  fallen: ReadonlySet<string> = new Set(),
): ReadonlyMap<string, SourcingGrade> {
  const { byConclusion, order } = prepare(inferences)
  const ceilings = new Map<string, SourcingGrade>()
  for (const id of order) {
    const standing = (byConclusion.get(id) ?? []).filter((inference) => !fallen.has(inference.id))
    const strength = (premise: string) => Math.max(rank(gradeOf(premise)), rank(ceilings.get(premise) ?? 'N'))
    const strengths = standing.map(({ premises }) => Math.min(...premises.map(strength)))
    const strongest = Math.max(-1, ...strengths)
    if (strongest >= 0 && gradeOf(id) !== 'N') ceilings.set(id, GRADES[strongest]!)
  }
  return ceilings
}

export type SupportLost = 'all' | 'some' | 'none'

export interface Withdrawal {
  readonly fallen: ReadonlySet<string>
  /** For every claim that something argued for. */
  readonly lost: ReadonlyMap<string, SupportLost>
}

/** An inference stands while its premises do; an argued premise while one inference to it stands. */
export function withdraw(inferences: readonly Inference[], withdrawn: ReadonlySet<string>): Withdrawal {
  const { byConclusion, order } = prepare(inferences)
  const fallen = new Set<string>()
  const lost = new Map<string, SupportLost>()
  for (const id of order) {
    const all = byConclusion.get(id)
    if (!all) continue
    const down = all.filter(({ premises }) => premises.some((premise) => withdrawn.has(premise) || lost.get(premise) === 'all'))
    for (const inference of down) fallen.add(inference.id)
    lost.set(id, down.length === 0 ? 'none' : down.length === all.length ? 'all' : 'some')
  }
  return { fallen, lost }
}
