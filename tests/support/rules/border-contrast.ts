import { contrastOn, ratio } from './colours.ts'
import type { Measurement } from './measurement.ts'

/** WCAG 2.2, 1.4.11. */
const LEAST = 3

/** A line that says something stands out from what lies on either side of it. */
export const borderContrast = (slide: Measurement): string[] =>
  slide.borders.flatMap(({ path, side, colour, against }) => {
    const found = against.map((ground) => contrastOn(colour, ground))
    if (found.length === 0 || found.includes(null)) return [`${path} (${side}): its contrast cannot be told`]
    const worst = Math.min(...found.map(Number))
    return worst < LEAST ? [`${path} (${side}) has a contrast of ${ratio(worst)}; it needs ${LEAST} : 1`] : []
  })
