/** How long it takes until the first slide, or the drawing that a link leads to, is seen. */
import { COVER, FAST, type Line, openCold, SLOW, TRIANGLE, type Wanted } from '../page.ts'
import type { Subject } from '../subjects/subject.ts'
import { everyone, type Measure } from './measure.ts'

const seen = (id: string, what: string, line: Line, path: (subject: Subject) => string, wanted: Wanted): Measure => ({
  id,
  what: `${what}, ${line.name}`,
  unit: 'ms',
  has: everyone,
  async take({ subject, url, browser }) {
    const opened = await openCold(browser, `${url}${path(subject)}`, { line, wanted })
    try {
      return await opened.seen()
    } finally {
      await opened.close()
    }
  },
})

export const firstSeen: readonly Measure[] = [FAST, SLOW].flatMap((line) => [
  seen(`first-${line.id}`, 'first slide seen', line, ({ first }) => first, COVER),
  seen(`triangle-${line.id}`, 'cold link to the triangle, seen', line, ({ triangle }) => triangle, TRIANGLE),
])
