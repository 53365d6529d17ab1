/** Long lists over several slides. */

/**
 * Part `page` (1-based) of `pages` parts of a list, in order and as even by weight as can be: the heaviest part is as
 * light as the order allows. Every item is on exactly one page.
 */
export function pageOf<T>(items: readonly T[], page: number, pages: number, weightOf: (item: T) => number = () => 1): readonly T[] {
  const weights = items.map(weightOf)
  /** First index of each part where none may weigh more than `limit`; one that is too heavy alone stands alone. */
  const starts = (limit: number): number[] => {
    const found = [0]
    let sum = 0
    for (const [index, weight] of weights.entries()) {
      if (sum > 0 && sum + weight > limit) {
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
  return items.slice(found[page - 1] ?? items.length, found[page] ?? items.length)
}
