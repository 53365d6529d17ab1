import { type Measurement, name } from './measurement.ts'

/** What is not yet revealed is hidden from screen readers too, not only transparent. */
export const hiddenFromReader = (slide: Measurement): string[] =>
  slide.elements
    .filter(({ text, hidden, unread }) => text && hidden === 'opacity' && !unread)
    .map((element) => `${name(element)} is only transparent: a screen reader reads it`)
