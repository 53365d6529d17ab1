/** Dates as spans of days: what a bar on the timeline covers, and whether two dates can be of one event. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { overlap, spanOf } from '../../engine/register/dates.ts'
import { forEachCase } from '../support/faults.ts'

describe('spanOf', () => {
  it('is from the first day to the day after the last', () =>
    forEachCase(
      [
        ['2025-07-02', '2025-07-02', '2025-07-03'],
        ['2024-12-31', '2024-12-31', '2025-01-01'],
        ['2025-07', '2025-07-01', '2025-08-01'],
        ['2021-12', '2021-12-01', '2022-01-01'],
        ['2025', '2025-01-01', '2026-01-01'],
        ['2025-06/2025-07', '2025-06-01', '2025-08-01'],
        ['2021/2022-02', '2021-01-01', '2022-03-01'],
      ],
      (date, from, until) => {
        expect(spanOf(date)).toEqual({ from, until })
      },
    ))

  it('is never empty', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }), (day) => {
        const text = day.toISOString().slice(0, 10)
        const { from, until } = spanOf(text)
        expect(from).toBe(text)
        expect(until > from).toBe(true)
      }),
    )
  })
})

describe('overlap', () => {
  it('is of spans that share a day', () =>
    forEachCase(
      [
        ['2021-11', '2021-11-17', true],
        ['2021-10', '2021-08-15', false],
        ['2025', '2025-05/2025-10', true],
        ['2025-07', '2025-08', false],
        ['2025-07-31', '2025-08-01', false],
      ],
      (a, b, expected) => {
        expect(overlap(a, b)).toBe(expected)
        expect(overlap(b, a)).toBe(expected)
      },
    ))
})
