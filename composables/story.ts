/** Where things stand in the deck. A claim without a card is a fault of the story: say which. */
import { cards } from 'virtual:story'
import type { CardPlace } from '../claims/story.ts'

export function cardOf(claim: string): CardPlace {
  const place = cards[claim]
  if (!place) throw new Error(`No step slide has a card for ${claim}.`)
  return place
}
