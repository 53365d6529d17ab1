/** How long it takes to make the deck, and its PDF, from the sources: the whole command, as its user waits for it. */
import type { Measure } from './measure.ts'

async function secondsOf(work: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

export const build: Measure = {
  id: 'build',
  what: 'build',
  unit: 's',
  has: ({ build: work }) => work !== undefined,
  take: ({ subject }) => secondsOf(subject.build!),
}

export const pdf: Measure = {
  id: 'pdf',
  what: 'PDF from the sources',
  unit: 's',
  has: ({ pdf: work }) => work !== undefined,
  take: ({ subject }) => secondsOf(subject.pdf!),
}
