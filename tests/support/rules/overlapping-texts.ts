import { LEADING, type Measurement, name, overlap, seen, TOLERANCE } from './measurement.ts'

/** No text stands on other text. */
export function overlappingTexts(slide: Measurement): string[] {
  const texts = seen(slide).filter(({ text }) => text)
  return texts.flatMap((one, index) =>
    texts.slice(index + 1).flatMap((other) => {
      const meets = one.lines.some((a) =>
        other.lines.some((b) => {
          const { across, down } = overlap(a, b)
          return across > TOLERANCE && down > LEADING
        }),
      )
      return meets ? [`${name(one)} stands on ${name(other)}`] : []
    }),
  )
}
