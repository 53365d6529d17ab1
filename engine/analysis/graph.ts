/**
 * The argument as a graph: claims, and the inferences that lead from premises to a conclusion.
 * Pure functions over ids; linear in claims and premises unless said otherwise.
 */
import { argumentsFor, type Inference } from '../register/inferences.ts'
import { GRADES, type Grade, type SourcingGrade } from '../register/vocabulary.ts'

/** Claims in an order in which every premise stands before its conclusion; in a cycle, which the loader refuses, any order. */
function premisesFirst(inferences: readonly Inference[]): string[] {
  const byConclusion = argumentsFor(inferences)
  const done = new Set<string>()
  const begun = new Set<string>()
  const order: string[] = []
  for (const root of byConclusion.keys()) {
    const stack: { id: string; expanded: boolean }[] = [{ id: root, expanded: false }]
    while (stack.length > 0) {
      const { id, expanded } = stack.pop()!
      if (done.has(id)) continue
      if (expanded) {
        done.add(id)
        order.push(id)
      } else if (!begun.has(id)) {
        begun.add(id)
        stack.push({ id, expanded: true })
        for (const { premises } of byConclusion.get(id) ?? []) for (const premise of premises) if (!done.has(premise)) stack.push({ id: premise, expanded: false })
      }
    }
  }
  return order
}

interface Prepared {
  readonly byConclusion: ReadonlyMap<string, readonly Inference[]>
  readonly order: readonly string[]
}
const preparedFor = new WeakMap<readonly Inference[], Prepared>()

/** Both, once for a list that does not change: whoever withdraws one claim after the other asks the same argument again. */
function prepare(inferences: readonly Inference[]): Prepared {
  const known = preparedFor.get(inferences)
  if (known) return known
  const made = { byConclusion: argumentsFor(inferences), order: premisesFirst(inferences) }
  preparedFor.set(inferences, made)
  return made
}

/** The conclusions and every claim with a path of inferences to one of them. */
export function loadBearing(inferences: readonly Inference[], conclusions: readonly string[]): ReadonlySet<string> {
  const byConclusion = argumentsFor(inferences)
  const reached = new Set<string>(conclusions)
  const queue = [...conclusions]
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    for (const { premises } of byConclusion.get(id) ?? []) {
      for (const premise of premises) {
        if (reached.has(premise)) continue
        reached.add(premise)
        queue.push(premise)
      }
    }
  }
  return reached
}

const rank = (grade: Grade): number => GRADES.indexOf(grade as SourcingGrade)

/**
 * The sourcing ceiling of each argued claim: the weakest premise of its strongest argument, where a premise
 * counts as the better of its own grade and its own ceiling. An upper bound on what a reader could trace
 * through the argument, never a grade. Opinions have no grade: an argument resting on one has no ceiling from it.
 *
 * @param fallen inferences that do not stand
 * @returns a grade for each claim some standing inference concludes; claims that are opinions are left out.
 */
export function sourcingCeilings(
  inferences: readonly Inference[],
  gradeOf: (claim: string) => Grade,
  fallen: ReadonlySet<string> = new Set(),
): ReadonlyMap<string, SourcingGrade> {
  const { byConclusion, order } = prepare(inferences)
  const ceilings = new Map<string, SourcingGrade>()
  for (const id of order) {
    const standing = (byConclusion.get(id) ?? []).filter((inference) => !fallen.has(inference.id))
    const strengths = standing.map(({ premises }) =>
      Math.min(...premises.map((premise) => Math.max(rank(gradeOf(premise)), rank(ceilings.get(premise) ?? 'N')))),
    )
    const strongest = Math.max(-1, ...strengths)
    if (strongest >= 0 && gradeOf(id) !== 'N') ceilings.set(id, GRADES[strongest]!)
  }
  return ceilings
}

export type SupportLost = 'all' | 'some' | 'none'

export interface Withdrawal {
  /** Inferences that no longer stand. */
  readonly fallen: ReadonlySet<string>
  /** For every claim that something argued for: how much of its support is lost. */
  readonly lost: ReadonlyMap<string, SupportLost>
}

/**
 * What falls when claims are withdrawn. An inference stands while each of its premises does; a premise stands
 * while it is not withdrawn and, if it was argued for, at least one inference to it stands.
 */
export function withdraw(inferences: readonly Inference[], withdrawn: ReadonlySet<string>): Withdrawal {
  const { byConclusion, order } = prepare(inferences)
  const fallen = new Set<string>()
  const lost = new Map<string, SupportLost>()
  for (const id of order) {
    const all = byConclusion.get(id)
    if (!all) continue
    for (const { id: inference, premises } of all) {
      if (premises.some((premise) => withdrawn.has(premise) || lost.get(premise) === 'all')) fallen.add(inference)
    }
    const down = all.filter(({ id: inference }) => fallen.has(inference)).length
    lost.set(id, down === 0 ? 'none' : down === all.length ? 'all' : 'some')
  }
  return { fallen, lost }
}
