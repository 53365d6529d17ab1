import { describe, expect, it } from 'vitest'
import { comparison, growth, putBetweenMarks, type Row, shown } from '../../bench/table.ts'

const rows: readonly Row[] = [
  { id: 'a', what: 'first slide', unit: 'ms', values: { ours: [30, 10, 20], stock: [80, 80, 90], marp: [5] } },
  { id: 'b', what: 'reading page', unit: 'kB', values: { ours: [64.25] } },
  { id: 'c', what: 'other hosts', unit: '', values: { ours: [0], stock: [2] } },
]

describe('the comparison', () => {
  it('has medians with their spread, a dash for what there is not, and the share of the second', () => {
    expect(comparison(rows, ['ours', 'stock', 'marp']).split('\n')).toEqual([
      '|  | ours | stock | marp | ours / stock |',
      '| --- | --- | --- | --- | --- |',
      '| first slide | 20 ms (10–30) | 80 ms (80–90) | 5 ms | 0.25 |',
      '| reading page | 64.3 kB | – | – | – |',
      '| other hosts | 0 | 2 | – | 0 |',
    ])
  })
  it('says where one of them did not finish, and makes no share of what there is of it', () => {
    const row: Row = { id: 'p', what: 'PDF', unit: 's', values: { ours: [20], stock: [40] }, failed: ['stock', 'marp'] }
    expect(comparison([row], ['ours', 'stock', 'marp']).split('\n').at(-1)).toBe('| PDF | 20 s | failed | failed | – |')
  })
  it('stands alone without a second', () => expect(comparison(rows, ['ours'])).not.toContain('/'))
})

it('growth is told by the medians', () => {
  const grown: readonly Row[] = [{ id: 'g', what: 'load', unit: 'ms', values: { 1: [5, 1, 3], 10: [30, 30, 300] } }]
  expect(growth(grown, [1, 10]).split('\n').at(-1)).toBe('| load | 3 ms | 30 ms | 1 |')
})

it('many milliseconds are seconds', () => {
  const grown: readonly Row[] = [{ id: 'g', what: 'load', unit: 'ms', values: { 1: [9999], 10: [99_990] } }]
  expect(growth(grown, [1, 10]).split('\n').at(-1)).toBe('| load | 9999 ms | 100 s | 1 |')
})

it.each([
  [0, '0'],
  [0.123, '0.12'],
  [2.345, '2.35'],
  [12.34, '12.3'],
  [143.18, '143'],
  [5, '5'],
])('%d is shown as %s', (value, text) => expect(shown(value)).toBe(text))

describe('between the marks', () => {
  it('what was there is replaced, and nothing else', () => {
    expect(putBetweenMarks('one\n<!-- bench -->\nold\n<!-- /bench -->\ntwo\n', '\nnew $& $1\n')).toBe(
      'one\n<!-- bench -->\nnew $& $1\n<!-- /bench -->\ntwo\n',
    )
  })
  it.each(['', '<!-- bench -->', '<!-- /bench --> <!-- bench -->'])('“%s” has no place for it', (text) =>
    expect(() => putBetweenMarks(text, 'new')).toThrow('no place'),
  )
})
