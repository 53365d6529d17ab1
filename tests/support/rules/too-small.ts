import { type Measurement, name, px, seen } from './measurement.ts'

/** In canvas pixels. */
export const SMALLEST = 14

/** No text is smaller than source lines are. */
export const tooSmall = (slide: Measurement): string[] =>
  seen(slide)
    .filter(({ text, fontSize }) => text && fontSize < SMALLEST - 0.05)
    .map((element) => `${name(element)} is ${px(element.fontSize)}; the smallest is ${SMALLEST} px`)
