/** Where each claim's row of the evidence sheet stands. */
import { register } from '../../composables/register.ts'
import { slidesOf } from '../../composables/story.ts'
import { evidencePages } from '../../engine/story/evidence-pages.ts'

const slides = slidesOf('EvidenceSheet')
const rows = new Map(evidencePages(register, slides.length).flatMap((claims, page) => claims.map(({ id }) => [id, slides[page]!] as const)))

/** The slide with a claim's row; null where the deck has no such sheet. */
export const rowOf = (claim: string): number | null => rows.get(claim) ?? null
