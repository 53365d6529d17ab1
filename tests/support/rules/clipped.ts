import { beyond, type Measurement, name, px, TOLERANCE } from './measurement.ts'

/** No text is cut by what it stands in; what is not yet revealed will be seen too. */
export const clipped = (slide: Measurement): string[] =>
  slide.elements
    .filter(({ text, hidden }) => text && hidden !== 'screen reader only')
    .flatMap((element) => {
      const { window, lines } = element
      const cut = window === null ? 0 : Math.max(...lines.map((line) => beyond(line, window)))
      return cut > TOLERANCE ? [`${name(element)} is cut off by ${px(cut)}`] : []
    })
