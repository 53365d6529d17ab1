const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** 0.953 → “95%”. */
export const formatShare = (share: number): string => `${Math.round(share * 100)}%`

export const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`

/** S03 → 3. Printed as a number, since a code would read like a grade. */
export const sentenceNumber = (id: string): number => Number(id.slice(1))

/** “C08”, “C08 and C09”, “C11, C26 and C27”. */
export const listOf = (items: readonly string[], last = 'and'): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)!}`

/** 2026-11-23 → “23 Nov 2026”, for a label in a drawing. */
export const shortDate = (date: string): string => formatDate(date).replace(/\p{L}+/u, (month) => month.slice(0, 3))

/** 2025-07-02 → “2 July 2025”, 2025-07 → “July 2025”, 2021-09/2022-01 → “September 2021 to January 2022”. */
export function formatDate(date: string): string {
  if (date.includes('/')) return date.split('/').map(formatDate).join(' to ')
  const [year, month, day] = date.split('-')
  return [day && String(Number(day)), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(' ')
}
