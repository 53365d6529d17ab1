/** Where things stand in the deck. What stands nowhere is a fault of the story: say what. */
import { cards, slideOf } from 'virtual:story'
import type { CardPlace } from '../claims/story.ts'

export function cardOf(claim: string): CardPlace {
  const place = cards[claim]
  if (!place) throw new Error(`No step slide has a card for ${claim}.`)
  return place
}

/** The first slide with a component. */
export function slideWith(component: string): number {
  const slide = slideOf[component]
  if (slide === undefined) throw new Error(`No slide has <${component}>.`)
  return slide
}
