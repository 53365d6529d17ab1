/** The helpers by which one test judges many things: were they blind, so were all that use them. */
import { expect, it } from 'vitest'
import { expectNone, forEachCase, forEachCaseInTurn } from '../support/faults.ts'

const messageOf = (task: () => void): string => {
  try {
    task()
  } catch (error) {
    return (error as Error).message
  }
  return ''
}

it('expectNone says every fault, however many', () => {
  expect(messageOf(() => expectNone([]))).toBe('')
  const faults = Array.from({ length: 40 }, (_, index) => `slide ${index}: too small`)
  expect(messageOf(() => expectNone(faults)).split('\n')).toEqual(expect.arrayContaining(faults))
})

it('forEachCase looks at every case, and names each that fails or throws', () => {
  const seen: string[] = []
  const message = messageOf(() =>
    forEachCase(
      [
        ['one', 1],
        ['two', 3],
        ['three', 3],
        ['four', Number.NaN],
      ],
      (name, value) => {
        seen.push(name)
        if (Number.isNaN(value)) throw new TypeError('no number')
        expect(value).toBe(name.length)
      },
    ),
  )
  expect(seen).toEqual(['one', 'two', 'three', 'four'])
  expect(message.split('\n').map((line) => line.split(':')[0])).toEqual(['one, 1', 'three, 3', 'four, null'])
  expect(message).toContain('no number')
})

it('forEachCase takes cases of one value, names what has no words, and refuses a table without a case', () => {
  expect(messageOf(() => forEachCase(['a', 'b'], (each) => expect(each).toBe('a')))).toMatch(/^b: expected 'b'/)
  expect(messageOf(() => forEachCase([[{ a: 1 }, 2]], () => expect(1).toBe(2)))).toMatch(/^\{"a":1\}, 2: /)
  expect(messageOf(() => forEachCase([], () => undefined))).toContain('a table without a case')
})

it('forEachCaseInTurn does the same where a case takes time', async () => {
  await forEachCaseInTurn([['one', 3]], async (name, value) => expect(name.length).toBe(value))
  const failed = forEachCaseInTurn(
    [
      ['one', 1],
      ['two', 2],
    ],
    async (name, value) => {
      await Promise.resolve()
      expect(name.length).toBe(value)
    },
  )
  await expect(failed).rejects.toThrow(/^one, 1: [\s\S]*\ntwo, 2: /)
})
