import { contrastOn, ratio } from './colours.ts'
import { type Measured, type Measurement, name, seen } from './measurement.ts'

/** WCAG 2.2, 1.4.3: large is 24 px, or bold from 14 pt. */
const isLarge = ({ fontSize, fontWeight }: Measured) => fontSize >= 24 || (fontWeight >= 700 && fontSize >= 18.66)

/** Text stands out from all that lies under it. */
export const textContrast = (slide: Measurement): string[] =>
  seen(slide)
    .filter(({ text }) => text)
    .flatMap((element) => {
      const least = isLarge(element) ? 3 : 4.5
      // Beyond the window there is nothing to measure on; that is beyondCanvas's to tell.
      if (element.grounds.length === 0) return []
      const found = element.grounds.map((ground) => contrastOn(element.ink, ground))
      if (found.includes(null)) return [`${name(element)} stands on a picture: its contrast cannot be told`]
      const worst = Math.min(...found.map(Number))
      return worst < least ? [`${name(element)} has a contrast of ${ratio(worst)}; it needs ${least} : 1`] : []
    })
