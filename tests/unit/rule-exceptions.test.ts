import { expect, it } from 'vitest'
import { type Exception, EXCEPTIONS, excuse, reportExceptions } from '../support/rules/exceptions.ts'

const one: Exception = { slide: 'A slide', selector: 'p.aside', rule: 'tooSmall', reason: 'made for this test', date: '2026-01-02' }

it('an exception covers its own place, rule and slide, and nothing else', () => {
  const faults = ['p.aside “a” is 13 px', 'p “b” is 13 px']
  expect(excuse([one], 'A slide', 'tooSmall', faults)).toEqual({ left: [faults[1]], used: [one] })
  expect(excuse([one], 'A slide', 'smallBody', faults)).toEqual({ left: faults, used: [] })
  expect(excuse([one], 'Another', 'tooSmall', faults)).toEqual({ left: faults, used: [] })
})

it('is reported with reason and date, and apart from the others where it holds nothing any more', () => {
  const line = '“A slide”, p.aside: tooSmall let stand since 2026-01-02: made for this test'
  expect(reportExceptions([one], new Set([one]))).toEqual({ inUse: [line], idle: [] })
  expect(reportExceptions([one], new Set())).toEqual({ inUse: [], idle: [line] })
})

it('every exception has a reason and a day', () => {
  for (const { selector, reason, date } of EXCEPTIONS) {
    expect(reason.length, selector).toBeGreaterThan(8)
    expect(date, selector).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  }
})
