import { type Measurement, name, overlap, px, TOLERANCE } from './measurement.ts'

/** Nothing stands in the footer but the footer, the strip above it included; what is not yet revealed will be seen too. */
export function overFooter(slide: Measurement): string[] {
  const footer = slide.elements.filter(({ inFooter, hidden }) => inFooter && hidden === null).flatMap(({ lines }) => lines)
  return slide.elements
    .filter(({ inFooter, hidden, text }) => !inFooter && hidden !== 'screen reader only' && text)
    .flatMap((element) => {
      const into = Math.max(
        0,
        ...element.lines.flatMap((line) =>
          footer
            .map((other) => overlap(line, other))
            .filter(({ across, down }) => across > TOLERANCE && down > TOLERANCE)
            .map(({ down }) => down),
        ),
      )
      return into > 0 ? [`${name(element)} reaches ${px(into)} into the footer`] : []
    })
}
