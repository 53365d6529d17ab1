export interface Inference {
  readonly id: string
  readonly premises: readonly string[]
  readonly conclusion: string
}

export const argumentsFor = <I extends Inference>(inferences: readonly I[]): ReadonlyMap<string, readonly I[]> =>
  Map.groupBy(inferences, ({ conclusion }) => conclusion)

/** The claims along one cycle, the first repeated at the end; null where there is none. */
export function findCycle(inferences: readonly Inference[]): readonly string[] | null {
  const byConclusion = argumentsFor(inferences)
  const state = new Map<string, 'open' | 'done'>()
  for (const root of byConclusion.keys()) {
    // An explicit stack: a long chain of claims must not end in a stack overflow.
    const path: { id: string; premises: string[]; next: number }[] = []
    const open = (id: string) => {
      state.set(id, 'open')
      path.push({ id, premises: (byConclusion.get(id) ?? []).flatMap(({ premises }) => premises), next: 0 })
    }
    if (!state.has(root)) open(root)
    while (path.length > 0) {
      const top = path.at(-1)!
      const premise = top.premises[top.next++]
      if (premise === undefined) {
        state.set(top.id, 'done')
        path.pop()
      } else if (state.get(premise) === 'open') {
        const from = path.findIndex(({ id }) => id === premise)
        return [...path.slice(from).map(({ id }) => id), premise].reverse()
      } else if (!state.has(premise)) open(premise)
    }
  }
  return null
}
