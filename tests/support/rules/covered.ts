import { type Measurement, name, seen } from './measurement.ts'

/** Nothing is painted over text. */
export const covered = (slide: Measurement): string[] =>
  seen(slide).flatMap((element) =>
    element.text && element.coveredBy !== null ? [`${name(element)} is covered by ${element.coveredBy}`] : [],
  )
