/** What the fuzz of the register rests on, and what it found: each is refused on its line. */
import { expect, it } from 'vitest'
import { parseYaml } from '../../../engine/register/yaml-source.ts'
import { changeOf } from '../../fuzz/judge-register.ts'
import { forEachCase } from '../../support/faults.ts'

it('a change is found by its lines', () => {
  expect(changeOf('a\nb\nc', 'a\nX\nc')).toMatchObject({ first: 2, last: 2, removed: 'b', added: 'X' })
  expect(changeOf('a\nb\nc', 'a\nc')).toMatchObject({ first: 2, last: 2, removed: 'b', added: '' })
  expect(changeOf('a\nc', 'a\nb\nb\nc')).toMatchObject({ first: 2, last: 3, added: 'b\nb' })
})

/** What YAML reads as something else than what a person sees: refused on its line, whatever field it is in. */
it('what YAML allows and a register has no use for is refused, on its line', () =>
  forEachCase(
    [
      ['an anchor', 'a: x\nb: &who they met', 2, '&'],
      ['an anchor of a list', 'a: x\nb: &who [a]', 2, 'anchors'],
      ['a tag', 'a: x\nb: !they met', 2, '!'],
      ['a tag of a map', 'a: x\nb: !!set { a }', 2, 'tags'],
      ['a comment at the end of a text', 'a: x\nb: they met # twice', 2, '#'],
      ['an entry that is read into the text above', 'a:\n  - one\n    - two\n', 2, 'each entry of a list'],
      ['a direction that is turned', 'a: x\n# \u202e gone\nb: y', 2, 'U+202E'],
      ['an escape that nobody sees', 'a: x\nb: "one \\u200b two"', 2, 'U+200B'],
      ['a NUL', 'a: x\nb: o\u0000ne', 2, 'a NUL'],
      ['bytes that are no UTF-8', `a: x\nb: ${Buffer.from([0x6f, 0xe9, 0x6e]).toString('utf8')}`, 2, 'UTF-8'],
      ['a second document', 'a: x\n---\nb: y', 2, 'one document'],
      ['an entry of nothing, where it does not fit', 'a: x\n- \nb: y', 2, 'an entry with something in it'],
      ['lists without end', `a: x\nb: ${'['.repeat(300)}${']'.repeat(300)}`, 2, 'at most 100'],
      ['more than the parser can go down', '['.repeat(200_000), 1, 'at most 100'],
      ['a quotation mark that is not closed', 'a: x\nb: "they met\nc: y\n\nd: z\n', 2, 'a quotation mark at the end'],
      ['a line that hangs loose', 'a:\n  - b: >-\n      text\nx\n    c: y\n    d: z', 4, 'Implicit map keys'],
    ],
    (_, text, line, expected) => {
      const { diagnostics, data } = parseYaml('claims/x.yaml', text)
      expect(diagnostics[0]).toMatchObject({ code: 'malformed-yaml', line, expected: expect.stringContaining(expected) as string })
      expect(data).toBeUndefined()
    },
  ))

it('what cannot do harm is no fault', () =>
  forEachCase(
    [
      ['a byte order mark at the start', '\ufeffa: x'],
      ['lines that end with CR and LF', 'a: x\r\nb: |\r\n  y\r\n'],
      ['a joiner, as in Urdu and emoji', 'a: x\u200cy\u200dz'],
      ['a # in quotation marks, and in a word', 'a: "x # y"\nb: x#y'],
      ['a dash within a text', 'a: one\n  two - three'],
      ['a comment on its own line', '# c\na: x\n  # c\nb: y'],
    ],
    (_, text) => {
      expect(parseYaml('claims/x.yaml', text).diagnostics).toEqual([])
    },
  ))
