/** Where things stand in the deck. What stands nowhere is a fault of the story: say what. */
import { cards, slidesOf } from 'virtual:brief/story'
import type { CardPlace } from '../engine/story/story.ts'

export function cardOf(claim: string): CardPlace {
  const place = cards[claim]
  if (!place) throw new Error(`No step slide has a card for ${claim}.`)
  return place
}

/** The first slide with a component, where the build has seen to it that there is one (`leadsTo` in the registry). */
export function slideWith(component: keyof typeof slidesOf): number {
  const [first] = slidesOf[component] ?? []
  if (first === undefined) throw new Error(`No slide has <${component}>.`)
  return first
}
