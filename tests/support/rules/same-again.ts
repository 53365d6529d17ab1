/**
 * Each click says something else than the one before, where it reveals nothing.
 *
 * @param said for each click, from 0, what can be read of the part that clicks change
 */
export const sameAgain = (said: readonly string[]): string[] =>
  said.flatMap((now, click) => (click > 0 && now === said[click - 1] ? [`click ${click} changes nothing`] : []))
