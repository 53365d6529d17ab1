/** What becomes of a run in which something does not finish. */
import type { Browser } from 'playwright-chromium'
import { expect, it } from 'vitest'
import type { Measure } from '../../bench/measures/measure.ts'
import { measureAll } from '../../bench/rounds.ts'
import type { Subject } from '../../bench/subjects/subject.ts'

const subject = (name: string): Subject => ({
  name,
  what: '',
  folder: import.meta.dirname,
  first: '',
  triangle: '',
  remove: () => undefined,
})
const failsFor = (name: string): Measure => ({
  id: 'pdf',
  what: 'PDF',
  unit: 's',
  has: () => true,
  take: ({ subject }) => (subject.name === name ? Promise.reject(new Error('no end')) : Promise.resolve(1)),
})

async function measured(failing: string) {
  const told: string[] = []
  const rows = await measureAll(
    [{ name: 'PDFs', measures: [failsFor(failing)], runs: 2 }],
    ['ours', 'stock', 'marp'].map(subject),
    {} as Browser,
    { step: (line) => told.push(line), count: () => undefined, end: () => undefined },
  )
  return { rows, told }
}

it('what one of the others does not finish is told and marked, and the rest is measured', async () => {
  const { rows, told } = await measured('stock')
  expect(rows).toEqual([{ id: 'pdf', what: 'PDF', unit: 's', values: { ours: [1, 1], marp: [1, 1] }, failed: ['stock', 'stock'] }])
  expect(told).toContain('pdf of stock failed: no end')
})

it('what this deck does not finish ends all', () => expect(measured('ours')).rejects.toThrow('no end'))
