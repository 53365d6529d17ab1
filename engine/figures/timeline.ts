/** A Gantt chart, since its bars stand to scale. The record’s row is under the article’s. */
import { spanOf } from '../register/dates.ts'
import { formatDate } from '../register/numbers.ts'
import type { DatedEvent, Register } from '../analysis/register.ts'
import type { FigureSpec, Part, PartKind } from './spec.ts'

interface TimelineRow {
  readonly event: string
  readonly kind: Extract<PartKind, 'by-article' | 'by-record' | 'record-only'>
  readonly words: string
  readonly date: string
}

/** Who speaks stands first: colour and shape only repeat it. */
export const timelineRows = (events: readonly DatedEvent[]): TimelineRow[] =>
  events.flatMap(({ id: event, name, article, record, dating }) => {
    const rows: TimelineRow[] = article.map(({ words, date }) => ({ event, kind: 'by-article', words: `Article: ${name}, ${words}`, date }))
    if (record === null) return rows
    const { date, covers = formatDate(date) } = record
    return dating === 'record only'
      ? [...rows, { event, kind: 'record-only', words: `Record only: ${name}, ${formatDate(date)}`, date }]
      : [...rows, { event, kind: 'by-record', words: `${dating === 'another date' ? 'Record, instead' : 'Record'}: ${covers}`, date }]
  })

/** Gantt labels end at a colon and know no quotation marks. */
const plain = (text: string): string => text.replace(/[#:;<>&]/g, (character) => `#${character.charCodeAt(0)};`)

export function timelineFigure(register: Register): FigureSpec {
  const parts: Record<string, Part> = {}
  const tasks = timelineRows(register.events).map(({ event, kind, words, date }, index) => {
    const id = `t${index + 1}`
    parts[id] = { id: event, kind }
    const { from, until } = spanOf(date)
    return `  ${plain(words)} :${id}, ${from}, ${until}\n`
  })
  return {
    name: 'timeline',
    title: 'Which dates the article gives, and which the record gives',
    description: 'Dates on one scale. Each row says who gives the date: the article, the record for the same event, or the record only.',
    source: `gantt\n  dateFormat YYYY-MM-DD\n  axisFormat %Y\n  tickInterval 12month\n${tasks.join('')}`,
    parts,
    words: {},
    textSize: 16,
    room: { width: 924, height: 412 },
    settings: {
      fontSize: 16,
      gantt: {
        fontSize: 16,
        sectionFontSize: 16,
        barHeight: 14,
        barGap: 6,
        leftPadding: 8,
        rightPadding: 24,
        topPadding: 50,
        gridLineStartPadding: 30,
        useWidth: 914,
        useMaxWidth: false,
      },
    },
  }
}
