import { keepTalkLength } from '../composables/useTalkLength.ts'
import { announceSlides } from './announce.ts'
import { keepInStep } from './in-step.ts'

/** Runs once, in the deck's root component. */
export function startDeck(): void {
  announceSlides()
  keepTalkLength()
  keepInStep()
}
