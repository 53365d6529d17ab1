/** How far the rating passes agree, computed from the ratings themselves. */
import type { Grade } from '../register/vocabulary.ts'

export interface PairAgreement {
  readonly passes: readonly [string, string]
  readonly rated: number
  readonly agreed: number
  /** Cohen 1960. NaN where chance alone would agree everywhere. */
  readonly kappa: number
  /** Gwet's AC1 (Gwet 2008), which holds up where one grade is far more common than the rest. */
  readonly ac1: number
}

export type RatedClaim = Readonly<Record<string, Grade>>

/** `claims` as `{ pass: grade }`. */
export function agreement(claims: readonly RatedClaim[], a: string, b: string): PairAgreement {
  const pairs = claims.flatMap((ratings) => (ratings[a] && ratings[b] ? [[ratings[a], ratings[b]] as const] : []))
  const rated = pairs.length
  const agreed = pairs.filter(([x, y]) => x === y).length
  const grades = [...new Set(pairs.flat())]
  const share = (grade: Grade, side: 0 | 1) => pairs.filter((pair) => pair[side] === grade).length / rated
  const observed = agreed / rated
  const byChance = grades.reduce((sum, grade) => sum + share(grade, 0) * share(grade, 1), 0)
  const spread = grades.reduce((sum, grade) => {
    const mean = (share(grade, 0) + share(grade, 1)) / 2
    return sum + mean * (1 - mean)
  }, 0)
  const byChanceGwet = grades.length > 1 ? spread / (grades.length - 1) : 0
  const beyond = (chance: number) => (observed - chance) / (1 - chance)
  return { passes: [a, b], rated, agreed, kappa: beyond(byChance), ac1: beyond(byChanceGwet) }
}
