/** The reading page: all of it, and when its first words are there; beside it, when a deck's are. */
import { FAST, type Line, openCold, SLOW } from '../page.ts'
import { everyone, type Measure } from './measure.ts'
import { transferOf } from './transfer.ts'

const firstPaint = (
  id: string,
  what: string,
  line: Line,
  path: (subject: Parameters<Measure['has']>[0]) => string | undefined,
): Measure => ({
  id,
  what: `${what}, ${line.name}`,
  unit: 'ms',
  has: (subject) => path(subject) !== undefined,
  async take({ subject, url, browser }) {
    const opened = await openCold(browser, `${url}${path(subject)!}`, { line })
    try {
      return await opened.firstPaint()
    } finally {
      await opened.close()
    }
  },
})

export const reading: readonly Measure[] = [
  {
    id: 'reading-transfer',
    what: 'reading page, all of it, gzip, fonts apart',
    unit: 'kB',
    once: true,
    has: ({ reading: path }) => path !== undefined,
    take: async ({ subject, url, browser }) => (await transferOf(browser, `${url}${subject.reading!}`)).bytes / 1000,
  },
  ...[FAST, SLOW].flatMap((line) => [
    firstPaint(`reading-paint-${line.id}`, 'reading page, first paint', line, ({ reading: path }) => path),
    { ...firstPaint(`deck-paint-${line.id}`, 'deck, first paint', line, ({ first }) => first), has: everyone },
  ]),
]
