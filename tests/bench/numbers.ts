/** What is computed of measured values. */

/** @throws RangeError where there is nothing to take it of */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('There is no median of no values.')
  const sorted = values.toSorted((one, other) => one - other)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

export interface Spread {
  readonly median: number
  readonly least: number
  readonly most: number
}

export const spreadOf = (values: readonly number[]): Spread => ({
  median: median(values),
  least: Math.min(...values),
  most: Math.max(...values),
})

/**
 * How a cost grows: the slope of the line through the points on logarithmic scales, by least squares. 1 is in step
 * with the size, 2 with its square, 0 not at all.
 *
 * @param points size and cost, both above zero, of at least two sizes
 */
export function exponent(points: readonly (readonly [size: number, cost: number])[]): number {
  const logs = points.map(([size, cost]) => [Math.log(size), Math.log(cost)] as const)
  const mean = (at: 0 | 1) => logs.reduce((sum, each) => sum + each[at], 0) / logs.length
  const [meanSize, meanCost] = [mean(0), mean(1)]
  const spread = logs.reduce((sum, [size]) => sum + (size - meanSize) ** 2, 0)
  if (!logs.flat().every(Number.isFinite) || spread === 0)
    throw new RangeError('An exponent needs two sizes, and sizes and costs above zero.')
  return logs.reduce((sum, [size, cost]) => sum + (size - meanSize) * (cost - meanCost), 0) / spread
}
