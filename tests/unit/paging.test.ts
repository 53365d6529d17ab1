/** Lists over several slides: even by weight, in order, each item once. */
import { describe, expect, it } from 'vitest'
import { pageOf, pagesOf } from '../../engine/story/paging.ts'
import type { Register } from '../../engine/analysis/register.ts'
import { type Side, sidesOnPage } from '../../engine/story/sides.ts'
import { resolvingReading, tensionsOn } from '../../engine/analysis/tensions.ts'

describe('pagesOf', () => {
  it.each([
    ['as many on each as can be', [1, 1, 1, 1], 2, [[1, 1], [1, 1]]],
    ['the heaviest part as light as the order allows', [3, 1, 1, 1], 2, [[3], [1, 1, 1]]],
    ['in order, though another order were more even', [2, 5, 2], 2, [[2, 5], [2]]],
    ['what is too heavy alone stands alone', [9, 1, 1], 2, [[9], [1, 1]]],
    ['weights of less than one', [0.4, 0.4, 0.4, 0.4], 2, [[0.4, 0.4], [0.4, 0.4]]],
    ['items without weight at the front', [0, 0, 2, 2], 2, [[0, 0, 2], [2]]],
    ['empty pages last', [1, 1], 4, [[1], [1], [], []]],
    ['nothing', [], 2, [[], []]],
  ])('%s', (_, weights, pages, expected) => {
    expect(pagesOf(weights, pages, (weight) => weight)).toEqual(expected)
  })

  it('counts items where nothing is said of their weight', () => {
    expect(pagesOf(['a', 'b', 'c', 'd', 'e', 'f'], 3)).toEqual([['a', 'b'], ['c', 'd'], ['e', 'f']])
  })
})

it('pageOf is a page of them, from 1 on, and empty beyond', () => {
  expect([1, 2, 3, 0].map((page) => pageOf(['a', 'b', 'c', 'd'], page, 2))).toEqual([['a', 'b'], ['c', 'd'], [], []])
  expect(pageOf([5, 1, 1], 1, 2, (weight) => weight)).toEqual([5])
})

it('sidesOnPage leaves out what the record does not speak of, and goes by the length of what it says', () => {
  const side = (relation: string, finding: string | null, doesNotEstablish = '') => ({ relation, record: finding === null ? null : { finding, doesNotEstablish } }) as unknown as Side
  const relations = [side('a', 'long '.repeat(20), 'and more '.repeat(20)), side('b', null), side('c', 'short', 'x'), side('d', 'short', 'y')]
  const on = (page: number) => sidesOnPage({ relations }, page, 2).map(({ relation }) => relation)
  expect([on(1), on(2)]).toEqual([['a'], ['c', 'd']])
  // What it does not establish weighs as much.
  const even = [side('a', 'x', 'long '.repeat(20)), side('c', 'short', 'x'), side('d', 'long '.repeat(19), 'y')]
  expect(sidesOnPage({ relations: even }, 1, 2).map(({ relation }) => relation)).toEqual(['a'])
})

describe('tensions', () => {
  const tensions = [
    { claims: ['C01', 'C02'], charitableReading: 'one way' },
    { claims: ['C03', 'C04'], charitableReading: 'another' },
  ] as unknown as Register['tensions']

  it('a reading belongs to both claims, whichever is named first', () => {
    expect(resolvingReading({ tensions }, { claim: 'C04', against: 'C03' })).toBe('another')
    expect(resolvingReading({ tensions }, { claim: 'C01', against: 'C02' })).toBe('one way')
  })

  it('none is written for claims of two tensions, or of none', () => {
    expect(resolvingReading({ tensions }, { claim: 'C01', against: 'C04' })).toBeNull()
    expect(resolvingReading({ tensions }, { claim: 'C09', against: 'C03' })).toBeNull()
  })

  it('are dealt out over slides, the more on the first, each once', () => {
    const on = (count: number, pages: number) => Array.from({ length: pages }, (_, index) => tensionsOn({ tensions: Array.from({ length: count }, (_, tension) => tension) }, index + 1, pages))
    expect(on(5, 3)).toEqual([[0, 1], [2, 3], [4]])
    expect(on(4, 3)).toEqual([[0, 1], [2], [3]])
    expect(on(2, 2)).toEqual([[0], [1]])
    expect(on(1, 2)).toEqual([[0], []])
  })
})
