/** Readings of one event beside what is on record. */
import type { InterpretationsData } from '../register/schema.ts'

type OnRecord = Pick<InterpretationsData['onRecord'][number], 'fits'>

/** “would fit”, “would fit, if the texts match” or “less expected”: words for the room, our reading each of them. */
export function fitOf({ fits }: OnRecord, interpretation: string): string {
  const fit = fits.find((each) => each.interpretation === interpretation)
  if (!fit) return 'less expected'
  return fit.if === undefined ? 'would fit' : `would fit, if ${fit.if}`
}
