import type { Grade } from '../register/vocabulary.ts'

/** Clicks that reveal a claim's card: how it is sourced, then what stands beside it; an opinion has one remark. */
export const clicksOfCard = (grade: Grade): number => (grade === 'N' ? 1 : 2)
