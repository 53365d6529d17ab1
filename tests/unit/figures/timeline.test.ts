/** The timeline: everything the article dates, what the record has for it, and what the record alone has, told apart. */
import { describe, expect, it } from 'vitest'
import { spanOf } from '../../../engine/register/dates.ts'
import { timelineFigure, timelineRows } from '../../../engine/figures/timeline.ts'
import { formatDate } from '../../../engine/register/numbers.ts'
import { frozenRegister } from '../../support/brief.ts'

const register = frozenRegister()
const { events, claims, sources } = register
const rows = timelineRows(events)
const { source, parts } = timelineFigure(register)

describe('the events', () => {
  it('are all that some claim dates, each date with its claims', () => {
    for (const { id, dated } of claims.filter((claim) => claim.dated)) {
      const { article } = events.find((event) => event.id === dated!.event)!
      expect(article.find(({ date }) => date === dated!.date)?.claims).toContain(id)
    }
    const dated = claims.filter((claim) => claim.dated).map(({ id }) => id)
    expect(events.flatMap(({ article }) => article.flatMap((each) => each.claims)).toSorted()).toEqual(dated.toSorted())
  })

  it('are vetted: the record has another date for the takeover, and the same for the rest', () => {
    expect(
      events.filter(({ dating }) => dating === 'another date').map(({ id, article, record }) => [id, article[0]!.words, record!.date]),
    ).toEqual([['kabul-takeover', 'October 2021', '2021-08-15']])
    expect(events.filter(({ dating }) => dating === 'same').map(({ id }) => id)).toEqual([
      'un-envoy-briefing',
      'iskp-media-output',
      'iskp-quiet-year',
      'bajaur-bombing',
    ])
    expect(events.filter(({ dating }) => dating === 'article only')).toEqual([])
    for (const { article, dating } of events) expect(article.length === 0).toBe(dating === 'record only')
  })

  it('have a source for each date of the record that dates it: its event, or its publication', () => {
    for (const { id, record } of events) {
      if (!record) continue
      const { from, until } = spanOf(record.date)
      const dates = record.sources
        .map((source) => sources.find((each) => each.id === source)!)
        .flatMap(({ eventDate, published }) => [eventDate, published].filter((date) => date !== null))
      expect(
        dates.some((date) => spanOf(date).from < until && from < spanOf(date).until),
        `${id}: ${dates.join(', ')}`,
      ).toBe(true)
    }
  })

  it('stand in the order of their first dates', () => {
    const firsts = events.map(
      ({ article, record }) =>
        [...article.map(({ date }) => date), ...(record ? [record.date] : [])].map((date) => spanOf(date).from).toSorted()[0]!,
    )
    expect(firsts).toEqual(firsts.toSorted())
  })
})

describe('the rows', () => {
  it('say in words who gives the date', () => {
    for (const { kind, words } of rows)
      expect(words).toMatch({ 'by-article': /^Article: /, 'by-record': /^Record(?:, instead)?: /, 'record-only': /^Record only: / }[kind])
    expect(rows.filter(({ words }) => words.startsWith('Record, instead: ')).map(({ event }) => event)).toEqual(
      events.filter(({ dating }) => dating === 'another date').map(({ id }) => id),
    )
  })

  it('have the article’s own words for its dates, and the record’s date in full', () => {
    for (const { id, article, record } of events) {
      for (const { words } of article)
        expect(rows.some((row) => row.event === id && row.kind === 'by-article' && row.words.endsWith(words))).toBe(true)
      if (record)
        expect(
          rows.some((row) => row.event === id && row.kind !== 'by-article' && row.words.endsWith(record.covers ?? formatDate(record.date))),
        ).toBe(true)
    }
  })

  it('are drawn one for one, each over its days', () => {
    const tasks = [...source.matchAll(/:(t\d+), (\S+), (\S+)$/gm)]
    expect(tasks.map(([, id, from, until]) => [parts[id!]!.id, from, until])).toEqual(
      rows.map(({ event, date }) => [event, spanOf(date).from, spanOf(date).until]),
    )
    expect(Object.values(parts).map(({ kind }) => kind)).toEqual(rows.map(({ kind }) => kind))
  })
})
