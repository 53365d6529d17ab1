/** Where things stand in the deck. What stands nowhere is a fault of the story: say what. */
import { cards, slidesOf } from 'virtual:story'
import { evidencePages } from '../engine/story/evidence-pages.ts'
import type { CardPlace } from '../engine/story/story.ts'
import { register } from './register.ts'

export function cardOf(claim: string): CardPlace {
  const place = cards[claim]
  if (!place) throw new Error(`No step slide has a card for ${claim}.`)
  return place
}

/** All slides with a component, in order: of a list over several slides, its pages. */
export function slidesWith(component: string): readonly [number, ...number[]] {
  const [first, ...others] = slidesOf[component] ?? []
  if (first === undefined) throw new Error(`No slide has <${component}>.`)
  return [first, ...others]
}

/** The first of them. */
export const slideWith = (component: string): number => slidesWith(component)[0]

/** Names of places in print, where everything is one document. */
export const rowAnchor = (claim: string): string => `row-${claim}`
export const sourceAnchor = (source: string): string => `source-${source}`

const rows = new Map(evidencePages(register, slidesOf['EvidenceSheet']?.length ?? 0).flatMap((claims, page) => claims.map(({ id }) => [id, slidesOf['EvidenceSheet']![page]!] as const)))

/** The slide with a claim's row of the evidence sheet; null where the deck has no such sheet. */
export const rowOf = (claim: string): number | null => rows.get(claim) ?? null
