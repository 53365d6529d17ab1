/** Where things stand in the deck. What stands nowhere is a fault of the story: say what. */
import { cards, slidesOf } from 'virtual:story'
import type { CardPlace } from '../claims/story.ts'

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
