import { type Measurement, name, TOLERANCE } from './measurement.ts'

/**
 * What is read next stands below what was read before, or in its line to the right, or begins a new column: higher up, and
 * wholly to the right. A screen reader, Tab and a copied text go the way the eye goes.
 */
export function readingOrder(slide: Measurement): string[] {
  const runs = slide.runs.filter(({ element, lines }) => {
    const { hidden, unread, readApart } = slide.elements[element]!
    return lines.length > 0 && hidden === null && !unread && readApart === null
  })
  return runs.flatMap((now, index) => {
    if (index === 0) return []
    const before = runs[index - 1]!
    const [last, first] = [before.lines.at(-1)!, now.lines[0]!]
    const middle = first.y + first.height / 2
    const isBelow = middle >= last.y + last.height
    // In its line, or in the next column.
    const isRight = first.x >= last.x + last.width - TOLERANCE
    return isBelow || isRight
      ? []
      : [
          `${name(slide.elements[now.element]!)} is read after ${name(slide.elements[before.element]!)}, and stands ${middle > last.y ? 'to its left' : 'above it'}`,
        ]
  })
}
