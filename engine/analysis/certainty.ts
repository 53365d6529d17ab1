import type { Register } from './register.ts'
import type { Certainty } from '../register/vocabulary.ts'

export interface Cue {
  readonly words: string
  readonly level: Exclude<Certainty, 'plain'>
  readonly claim: string
  readonly sentence: string
}

/** Each cue once, at the first claim it belongs to. */
export function cuesInOrder({ claims }: Pick<Register, 'claims'>): Cue[] {
  const cues = claims.flatMap(({ id, sentence, certainty: { level, cues: own } }) =>
    level === 'plain' ? [] : own.map((words): Cue => ({ words, level, claim: id, sentence })),
  )
  return [...Map.groupBy(cues, ({ sentence, words }) => `${sentence} ${words}`).values()].map(([first]) => first!)
}

export interface Placed<T> {
  readonly item: T
  /** 0 is nearest to the strip. */
  readonly row: number
}

/** Each label goes into the nearest row that is free. `spanOf`: its ends, in any unit, a gap included. */
export function inRows<T>(items: readonly T[], spanOf: (item: T) => readonly [left: number, right: number]): Placed<T>[] {
  const rows: (readonly [number, number])[][] = []
  return items.map((item) => {
    const [left, right] = spanOf(item)
    const free = rows.findIndex((taken) => taken.every(([from, to]) => right <= from || left >= to))
    const row = free < 0 ? rows.length : free
    ;(rows[row] ??= []).push([left, right])
    return { item, row }
  })
}

/** Empty where caution has the last word. */
export function firmAfterCaution(cues: readonly Cue[]): { readonly lastCaution: Cue | null; readonly firm: readonly Cue[] } {
  const last = cues.findLastIndex(({ level }) => level === 'hedged')
  return { lastCaution: cues[last] ?? null, firm: cues.slice(last + 1) }
}
