import { type Heading, type Measurement, short } from './measurement.ts'

/** Where headings go down by more than one level; of a slide, or of a whole printed deck. */
export const skippedLevels = (headings: readonly Heading[]): string[] =>
  headings.flatMap(({ level, text }, index) => {
    const before = headings[index - 1]?.level ?? 0
    return level > before + 1
      ? [`“${short(text)}” is a heading of level ${level} after ${before === 0 ? 'none' : `one of level ${before}`}`]
      : []
  })

/** One heading of the first level, and none that skips one. */
export function headingOrder({ headings }: Measurement): string[] {
  const first = headings.filter(({ level }) => level === 1)
  return [...(first.length === 1 ? [] : [`there are ${first.length} headings of the first level`]), ...skippedLevels(headings)]
}
