/** Where things stand in the deck. What stands nowhere is a fault of the story: say what. */
import { cards, slidesOf as slides } from 'virtual:brief/story'
import type { CardPlace } from '../engine/story/story.ts'

export function cardOf(claim: string): CardPlace {
  const place = cards[claim]
  if (!place) throw new Error(`No step slide has a card for ${claim}.`)
  return place
}

/** A component that a slide may name, as the registry beside the components has it. */
type Name = keyof typeof slides

/** The slides with a component, in order: of a list over several slides, its pages. None where no slide has it. */
export const slidesOf = (component: Name): readonly number[] => slides[component] ?? []

/** The same where the build has seen to it that there is one (`leadsTo` in the registry). */
export function slidesWith(component: Name): readonly [number, ...number[]] {
  const [first, ...others] = slidesOf(component)
  if (first === undefined) throw new Error(`No slide has <${component}>.`)
  return [first, ...others]
}

export const slideWith = (component: Name): number => slidesWith(component)[0]
