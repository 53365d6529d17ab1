/** The shorter ways through the deck: which slides are on one, where one comes from each, and how Slidev is made to follow. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isTalkLength, neighbour, slidesInTalk, wayAfter } from '../../engine/story/talk-length.ts'
import { rewritten } from '../../slidev/patches/rewrite.ts'
import { talkLength } from '../../slidev/patches/talk-length.ts'
import { forEachCase } from '../support/faults.ts'

it('a way is one of the lengths there are', () =>
  forEachCase(
    [
      [10, true],
      [20, true],
      [15, false],
      ['10', false],
      [null, false],
      [undefined, false],
      [Number.NaN, false],
    ],
    (value, expected) => {
      expect(isTalkLength(value)).toBe(expected)
    },
  ))

it('one comes from all slides to ever shorter ways, and to all slides again', () => {
  expect([null, 20, 10].map((way) => wayAfter(way as 10 | 20 | null))).toEqual([20, 10, null])
})

it('the longer way has all slides of the shorter', () => {
  const minutes = [10, undefined, 20, 'ten', 10, 30]
  expect(slidesInTalk(minutes, 10)).toEqual([1, 5])
  expect(slidesInTalk(minutes, 20)).toEqual([1, 3, 5])
})

describe('from a slide one comes to', () => {
  it('its neighbour on the way, and never what is beyond the deck', () =>
    forEachCase(
      [
        ['the next of the way', 1, 1, 4],
        ['the next of the way, from one that is not on it', 5, 1, 7],
        ['the one before, on the way', 7, -1, 4],
        ['the one before, from one that is not on it', 6, -1, 4],
        ['the next slide, after the way’s last', 7, 1, 8],
        ['the deck’s last, and stays there', 9, 1, 9],
        ['the first, and stays there', 1, -1, 1],
      ] as const,
      (_, no, by, to) => expect(neighbour([1, 4, 7], no, by, 9)).toBe(to),
    ))

  it('its neighbours in the whole deck, and never leaves it', () => {
    expect([neighbour(null, 1, 1, 3), neighbour(null, 3, 1, 3), neighbour(null, 3, -1, 3), neighbour(null, 1, -1, 3)]).toEqual([2, 3, 2, 1])
  })

  it('the slide before, where the way begins later', () => expect(neighbour([4, 7], 3, -1, 9)).toBe(2))
  it('itself and nothing else, where a way has no slide and the deck one', () => expect(neighbour([], 1, 1, 1)).toBe(1))
})

describe('Slidev’s moves', () => {
  const code = readFileSync(new URL('../../node_modules/@slidev/client/composables/useNav.ts', import.meta.url), 'utf8')

  it('are all in one module, as the plugin has them, and all go by the way', () => {
    const followed = rewritten(code, talkLength)
    for (const [written, instead] of talkLength.parts) {
      expect(followed).not.toContain(written)
      expect(followed).toContain(instead)
    }
    // What is left takes 1 to come from a number to a place in the list.
    expect([...followed.matchAll(/currentSlideNo\.value [+-] 1[^\n]*/g)].map(([found]) => found)).toEqual(['currentSlideNo.value - 1])'])
    expect(followed).toMatch(/^import \{ slideBeside \} from ".*\/composables\/talk-length\.ts"\n/)
  })

  it.each(talkLength.parts.map(([written]) => String(written)))('a build stops where it is no longer there, or twice: %s', (written) => {
    expect(() => rewritten(code.replace(written, 'other'), talkLength)).toThrow(/occurs 0 times .*, not once/)
    expect(() => rewritten(`${code}\n${written}`, talkLength)).toThrow(/occurs 2 times .*, not once/)
  })
})
