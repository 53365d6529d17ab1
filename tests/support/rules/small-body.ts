import { type Measurement, name, px, seen } from './measurement.ts'

/** In canvas pixels. */
export const BODY = 18

/** Body text can be read at the back. */
export const smallBody = (slide: Measurement): string[] =>
  seen(slide)
    .filter(({ text, fontSize, smallPrint }) => text && smallPrint === null && fontSize < BODY - 0.05)
    .map((element) => `${name(element)} is ${px(element.fontSize)}; body text is at least ${BODY} px`)
