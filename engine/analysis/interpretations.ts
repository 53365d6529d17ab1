import type { InterpretationsData } from '../register/schema.ts'

type OnRecord = Pick<InterpretationsData['onRecord'][number], 'fits'>

/** “would fit”, “would fit, if the texts match” or “less expected”: our reading. */
export function fitOf({ fits }: OnRecord, interpretation: string): string {
  const fit = fits.find((each) => each.interpretation === interpretation)
  if (!fit) return 'less expected'
  return fit.if === undefined ? 'would fit' : `would fit, if ${fit.if}`
}
