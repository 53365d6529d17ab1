/** Long lists over several slides. */

/**
 * A list in `pages` parts, in order and as even by weight as can be: the heaviest part is as light as the order allows.
 * Every item is on exactly one page; the last pages are empty where there are fewer items.
 */
export function pagesOf<T>(items: readonly T[], pages: number, weightOf: (item: T) => number = () => 1): (readonly T[])[] {
  const weights = items.map(weightOf)
  /** First index of each part where none may weigh more than `limit`, which no item does alone. */
  const starts = (limit: number): number[] => {
    const found = [0]
    let sum = 0
    for (const [index, weight] of weights.entries()) {
      if (sum + weight > limit) {
        found.push(index)
        sum = 0
      }
      sum += weight
    }
    return found
  }
  let low = Math.max(0, ...weights)
  let high = weights.reduce((sum, weight) => sum + weight, 0)
  while (high - low > 0.5) {
    const middle = (low + high) / 2
    if (starts(middle).length <= pages) high = middle
    else low = middle
  }
  const found = starts(high)
  return Array.from({ length: pages }, (_, page) => items.slice(found[page] ?? items.length, found[page + 1] ?? items.length))
}

/** Part `page` (1-based) of `pages`. */
export const pageOf = <T>(items: readonly T[], page: number, pages: number, weightOf?: (item: T) => number): readonly T[] => pagesOf(items, pages, weightOf)[page - 1] ?? []
