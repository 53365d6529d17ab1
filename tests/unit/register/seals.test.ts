/** A fingerprint that was changed by hand: without the text, its seals alone can tell. */
import { expect, it } from 'vitest'
import { REAL, run, table } from './cases.ts'
import { loadRegister } from './support.ts'

const [first, offset, digest] = /windows: (\d+):([0-9a-f]{12})/.exec(REAL.fingerprint.slice(REAL.fingerprint.indexOf('- id: S31\n')))!
const other = digest!.replace(/.$/, (digit) => (digit === '0' ? '1' : '0'))

table('a sentence of the fingerprint that was changed by hand', [
  {
    name: 'a digit of a window',
    file: 'fingerprint',
    entry: 'S31',
    find: first,
    put: `windows: ${offset}:${other}`,
    faults: [
      {
        code: 'seal-broken',
        at: ['S31', '- id: S31'],
        field: 'sentences.S31',
        value: 'changed by hand',
        expected: 'the file as it was made',
      },
    ],
  },
])

it('the whole, where its length was changed by hand', () => {
  const length = /^length: (\d+)$/m.exec(REAL.fingerprint)!
  run({
    name: '',
    file: 'fingerprint',
    find: length[0],
    put: `length: ${Number(length[1]) + 1}`,
    faults: [
      { code: 'seal-broken', at: [undefined, '\nseal:'], field: 'seal', value: '', expected: 'sha256, length, or the list of sentences' },
    ],
  })
})

it('not as the command made it', () => {
  expect(loadRegister(REAL).diagnostics).toEqual([])
})
