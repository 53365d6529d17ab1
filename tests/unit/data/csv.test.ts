/** claims.csv, read by csv-parse: every claim once, all of it as it was, and nothing a spreadsheet would compute. */
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Claim, Register } from '../../../engine/analysis/register.ts'
import { GRADE_WORDS, RECORD_STATUSES } from '../../../engine/register/vocabulary.ts'
import { claimsCsv, CSV_COLUMNS, tableOf } from '../../../editions/data/csv.ts'
import { DATA_SCHEMA_VERSION } from '../../../editions/data/words.ts'
import { DATA_FILES, dataText } from '../../../editions/data/texts.ts'
import { USAGE } from '../../../cli/export-options.ts'
import { frozenRegister } from '../../support/brief.ts'

const register = frozenRegister()

const rowsOf = (of: Register): Record<string, string>[] => parse(claimsCsv(of), { bom: true, columns: true, record_delimiter: '\r\n' })
const cellsOf = (csv: string): string[][] => parse(csv, { bom: true })
const withClaims = (change: (claim: Claim) => Partial<Claim>): Register => ({
  ...register,
  claims: register.claims.map((claim) => ({ ...claim, ...change(claim) })),
})

it('has a byte order mark, CRLF after every row, and a header of distinct names', () => {
  const csv = claimsCsv(register)
  expect(csv.startsWith('\uFEFF"id","sentence"')).toBe(true)
  expect(csv.split('\r\n')).toHaveLength(register.claims.length + 2)
  expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  expect(cellsOf(csv)[0]).toEqual(CSV_COLUMNS)
})

it('has every claim once, in reading order, with its words, its grade and its place', () => {
  const rows = rowsOf(register)
  expect(rows.map(({ id }) => id)).toEqual(register.claims.map(({ id }) => id))
  for (const [index, claim] of register.claims.entries()) {
    expect(rows[index]).toMatchObject({
      quote: claim.quote,
      gist: claim.gist,
      grade: claim.grade,
      'grade in words': GRADE_WORDS[claim.grade],
      'load-bearing': claim.loadBearing ? 'yes' : 'no',
      'ceiling in words': claim.ceiling ? GRADE_WORDS[claim.ceiling] : '',
      attribution: claim.attribution?.source ?? '',
      'record status': claim.record?.status ?? '',
      'record as of': claim.record?.asOf ?? '',
      'record finding': claim.record?.finding ?? '',
      start: String(claim.selectors.start),
      end: String(claim.selectors.end),
      'article address': register.article.url,
      'article sha256': register.article.sha256,
      'schema version': DATA_SCHEMA_VERSION,
    })
  }
})

it('gives every cited source with its address, and what to ask for with its outcomes', () => {
  const rows = rowsOf(register)
  const addressOf = new Map(register.sources.map(({ id, url }) => [id, url]))
  for (const [index, { id, record, request }] of register.claims.entries()) {
    const cited = rows[index]!['record sources']!.split(' | ').filter(Boolean)
    expect(
      cited.map((each) => [/^\S+/.exec(each)![0], /\S+$/.exec(each)![0]]),
      id,
    ).toEqual(record?.citations.map(({ source }) => [source, addressOf.get(source)]) ?? [])
    expect(rows[index]!['to ask for'] === '', id).toBe(request === null)
    expect(rows[index]!['outcomes']!.split(' | ').filter(Boolean), id).toHaveLength(request?.outcomes.length ?? 0)
  }
  expect(
    register.claims
      .flatMap(({ request, record }) => [...(request?.outcomes.flatMap(({ finding, means }) => [finding, means]) ?? []), record?.finding])
      .filter((text) => text?.includes(' | ')),
  ).toEqual([])
})

it('keeps grade and record apart: neither moves a cell of the other, and no column is a score', () => {
  const isRecord = (column: string) => column.startsWith('record')
  const part = (rows: Record<string, string>[], kept: (column: string) => boolean) =>
    rows.map((row) => Object.entries(row).filter(([column]) => kept(column)))
  expect(part(rowsOf(withClaims(() => ({ record: null }))), (column) => !isRecord(column))).toEqual(
    part(rowsOf(register), (column) => !isRecord(column)),
  )
  expect(part(rowsOf(withClaims(() => ({ grade: 'S4' }))), isRecord)).toEqual(part(rowsOf(register), isRecord))
  const numeric = CSV_COLUMNS.filter((column) =>
    rowsOf(register).every((row) => /^-?[\d.]+$/.test(row[column]!) && !row[column]!.includes('..')),
  )
  expect(numeric).toEqual(['start', 'end', 'schema version'])
  for (const row of rowsOf(register)) expect(RECORD_STATUSES).not.toContain(row['grade in words'])
})

const DANGEROUS = /^[=+\-@\t\r]/
const cell = fc.oneof(
  fc.string(),
  fc.tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '"', ',', '\n', '\r\n'), fc.string()).map((parts) => parts.join('')),
)

it('whatever a cell holds: it comes back as it was, with an apostrophe where a spreadsheet would compute it', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
      const read = cellsOf(tableOf(['a', 'b'], rows)).slice(1)
      expect(read).toHaveLength(rows.length)
      for (const [index, row] of rows.entries()) {
        for (const [at, text] of row.entries()) {
          const got = read[index]![at]!
          expect(got).not.toMatch(DANGEROUS)
          expect(got === text || got === `'${text}`).toBe(true)
          expect(got === text).toBe(!/^[=+\-@\t\r＝＋－＠]/.test(text))
        }
      }
    }),
    { numRuns: 500 },
  )
})

it.each(['=HYPERLINK("http://localhost","x")', '+1+1', '-2+3', '@SUM(A1)', '\t=1', '\r=1'])('a hostile gist does not run: %j', (gist) => {
  expect(rowsOf(withClaims(() => ({ gist })))[0]!['gist']).toBe(`'${gist}`)
})

it('both files are as their makers write them, in UTF-8 that Excel knows by its mark; the export tells of both', () => {
  for (const name of DATA_FILES) expect(USAGE).toContain(name)
  expect([...Buffer.from(dataText('claims.csv', register)).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(dataText('claims.csv', register)).toBe(claimsCsv(register))
  expect(JSON.parse(dataText('claims.jsonld', register))).toMatchObject({ total: register.claims.length })
})
