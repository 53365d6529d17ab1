import { stringify } from 'csv-stringify/sync'
import type { Claim, Register } from '../../engine/analysis/register.ts'
import { sentenceNumber } from '../../engine/register/numbers.ts'
import { CERTAINTY_WORDS, FLAG_WORDS, GRADE_WORDS } from '../../engine/register/vocabulary.ts'
import { citedIn, DATA_SCHEMA_VERSION, outcomeInWords, requestFor } from './words.ts'

/** Between the parts of a cell: no text has it. */
const BETWEEN = ' | '

/** In order. What the article's words give and what the record says never share a column. */
const COLUMNS: Readonly<Record<string, (claim: Claim, register: Register) => string | number | null | undefined>> = {
  id: ({ id }) => id,
  sentence: ({ sentence }) => `sent. ${sentenceNumber(sentence)}`,
  voice: ({ voice }) => voice,
  quote: ({ quote }) => quote,
  gist: ({ gist }) => gist,
  grade: ({ grade }) => grade,
  'grade in words': ({ grade }) => GRADE_WORDS[grade],
  attribution: ({ attribution }) => attribution?.source,
  'attribution cues': ({ attribution }) => attribution?.cues.join(BETWEEN),
  certainty: ({ certainty }) => CERTAINTY_WORDS[certainty.level],
  'certainty cues': ({ certainty }) => certainty.cues.join(BETWEEN),
  flags: ({ flags }) => flags.map((flag) => FLAG_WORDS[flag]).join(BETWEEN),
  side: ({ relation }, { relations }) => relations.find((each) => each.relation === relation)?.name,
  'load-bearing': ({ loadBearing }) => (loadBearing ? 'yes' : 'no'),
  'ceiling in words': ({ ceiling }) => ceiling && GRADE_WORDS[ceiling],
  'record status': ({ record }) => record?.status,
  'record qualifier': ({ record }) => record?.qualifier,
  'record as of': ({ record }) => record?.asOf,
  'record finding': ({ record }) => record?.finding,
  'record does not establish': ({ record }) => record?.doesNotEstablish,
  'record sources': ({ record }, register) =>
    record &&
    citedIn(register, record)
      .map(({ name, source }) => `${name} ${source.url}`)
      .join(BETWEEN),
  'to ask for': (claim, register) => requestFor(register, claim)?.what,
  outcomes: ({ request }) => request?.outcomes.map(outcomeInWords).join(BETWEEN),
  start: ({ selectors }) => selectors.start,
  end: ({ selectors }) => selectors.end,
  'article address': (_, { article }) => article.url,
  'article sha256': (_, { article }) => article.sha256,
  'schema version': () => DATA_SCHEMA_VERSION,
}

export const CSV_COLUMNS: readonly string[] = Object.keys(COLUMNS)

/** RFC 4180, with a byte order mark for Excel. A cell that a spreadsheet would compute gets an apostrophe, as OWASP advises. */
export const tableOf = (header: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  stringify(
    [header, ...rows].map((row) => [...row]),
    { bom: true, record_delimiter: 'windows', quoted_string: true, escape_formulas: true },
  )

/**
 * One row per claim in reading order. `start` and `end` count code points; an empty cell means that the register says nothing.
 *
 * @example claimsCsv(register) // '\uFEFF"id","sentence","voice",…\r\n"C01","sent. 1","author",…\r\n'
 */
export const claimsCsv = (register: Register): string =>
  tableOf(
    CSV_COLUMNS,
    register.claims.map((claim) => Object.values(COLUMNS).map((cell) => cell(claim, register) ?? '')),
  )
