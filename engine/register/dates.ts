/** Dates (ISO 8601, EDTF level 0) as spans of days. */

export interface Span {
  /** First day, and the day after the last: 2025-07 → 2025-07-01, 2025-08-01. */
  readonly from: string
  readonly until: string
}

const dayOf = (date: Date): string => date.toISOString().slice(0, 10)

function spanOfOne(date: string): Span {
  const [year, month, day] = date.split('-').map(Number)
  const from = new Date(Date.UTC(year!, (month ?? 1) - 1, day ?? 1))
  const until = new Date(from)
  if (day !== undefined) until.setUTCDate(until.getUTCDate() + 1)
  else if (month !== undefined) until.setUTCMonth(until.getUTCMonth() + 1)
  else until.setUTCFullYear(until.getUTCFullYear() + 1)
  return { from: dayOf(from), until: dayOf(until) }
}

/** The days of 2025-07-02, 2025-07, 2025 or 2025-06/2025-07. */
export function spanOf(date: string): Span {
  const [first, last = first] = date.split('/')
  return { from: spanOfOne(first!).from, until: spanOfOne(last!).until }
}

export const overlap = (a: string, b: string): boolean => {
  const [one, other] = [spanOf(a), spanOf(b)]
  return one.from < other.until && other.from < one.until
}
