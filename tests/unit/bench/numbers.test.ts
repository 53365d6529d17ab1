import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exponent, median, spreadOf } from '../../bench/numbers.ts'

describe('the median', () => {
  it('is the middle one, or the mean of the two', () => {
    expect(median([9, 1, 5])).toBe(5)
    expect(median([10, 9, 1, 2])).toBe(5.5)
  })
  it('orders numbers as numbers', () => expect(median([100, 9, 20])).toBe(20))
  it('is of something', () => expect(() => median([])).toThrow(RangeError))
  it('has as many below as above, and changes nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), (values) => {
        const before = [...values]
        const found = median(values)
        expect(values).toEqual(before)
        expect(values.filter((value) => value < found).length).toBeLessThanOrEqual(values.length / 2)
        expect(values.filter((value) => value > found).length).toBeLessThanOrEqual(values.length / 2)
      }),
    )
  })
  it('stands with the least and the most', () => expect(spreadOf([3, 1, 2])).toEqual({ median: 2, least: 1, most: 3 }))
})

describe('the exponent', () => {
  it.each([0, 0.5, 1, 2])('is %d of a cost that grows so', (power) => {
    const points = [1, 10, 100].map((size) => [size, 7 * size ** power] as const)
    expect(exponent(points)).toBeCloseTo(power, 10)
  })
  it('weighs all points', () =>
    expect(
      exponent([
        [1, 1],
        [10, 1],
        [100, 100],
      ]),
    ).toBeCloseTo(1, 10))
  it('needs two sizes, and nothing that is 0', () => {
    expect(() => exponent([[10, 3]])).toThrow(RangeError)
    expect(() =>
      exponent([
        [1, 0],
        [10, 3],
      ]),
    ).toThrow(RangeError)
  })
})
