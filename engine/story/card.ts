import type { Grade } from '../register/vocabulary.ts'

/** How it is sourced, then what stands beside it; an opinion has one remark. */
export const clicksOfCard = (grade: Grade): number => (grade === 'N' ? 1 : 2)
