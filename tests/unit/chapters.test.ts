/** Chapters, printed pages and places to read: what follows from how a slide is written. */
import { describe, expect, it } from 'vitest'
import { chapterOf, chaptersOf, withoutPart } from '../../engine/story/chapters.ts'
import { printPages, stepsIn } from '../../engine/story/print-pages.ts'
import { pagePlace } from '../../engine/story/page-place.ts'

const steps = [{ id: 'setting', number: 1, title: 'The setting' }, { id: 'bajaur', number: 5, title: 'Bajaur' }]

it('a heading is known without the part of a list it has', () => {
  expect(withoutPart('Sources, part 2 of 21')).toBe('Sources')
  expect(withoutPart('Sources, part 12 of 21')).toBe('Sources')
  expect(withoutPart('Sources, part 2 of 21, again')).toBe('Sources, part 2 of 21, again')
  expect(withoutPart('Part 2 of 3')).toBe('Part 2 of 3')
})

it.each([
  ['its step’s name', { title: 'A', step: 'bajaur', chapter: 'X' }, 'Step 5: Bajaur'],
  ['what it says', { title: 'A', chapter: 'Method' }, 'Method'],
  ['its own heading', { title: 'A, part 1 of 2' }, 'A, part 1 of 2'],
  ['a list’s heading', { title: 'A, part 1 of 2', layout: 'reference' }, 'A'],
  ['what it says, of a list too', { title: 'A, part 1 of 2', layout: 'reference', chapter: 'X' }, 'X'],
  ['what it says, where the step is none', { title: 'A', step: 'nowhere', chapter: 'X' }, 'X'],
])('the chapter of a slide is %s', (_, slide, chapter) => {
  expect(chapterOf(slide, steps)).toBe(chapter)
})

it('neighbours are one chapter; a name that comes back is one again', () => {
  const slides = [{ title: 'Cover' }, { title: 'A', chapter: 'How' }, { title: 'B', chapter: 'How' }, { title: 'C', step: 'setting' }, { title: 'D', chapter: 'How' }]
  expect(chaptersOf(slides, steps)).toEqual([
    { title: 'Cover', slides: [1] },
    { title: 'How', slides: [2, 3] },
    { title: 'Step 1: The setting', slides: [4] },
    { title: 'How', slides: [5] },
  ])
  expect(chaptersOf([], steps)).toEqual([])
})

it('a list over several slides is one place, named after its first', () => {
  const titles = ['Cover', 'List, part 1 of 3', 'List, part 2 of 3', 'List, part 3 of 3', 'Other', 'List, part 1 of 1']
  expect([1, 2, 3, 4, 5, 6].map((slide) => pagePlace(titles, slide))).toEqual(['s1', 's2', 's2', 's2', 's5', 's6'])
  expect(pagePlace(['Same', 'Same'], 2)).toBe('s1')
  expect(pagePlace([], 3)).toBe('s1')
  // A slide without a heading is another place than one that has it.
  expect(pagePlace(['Same'], 2)).toBe('s2')
})

describe('printPages', () => {
  const slides = [
    { no: 1, steps: [], hasNotes: true },
    { no: 2, steps: [1, 4], hasNotes: true },
    { no: 3, steps: [], hasNotes: false },
  ]
  const pages = (range: number[], notes = false) => printPages(slides, new Set(range), notes).map((page) => [page.kind, 'no' in page ? page.no : '', 'clicks' in page ? page.clicks : ''].join(' ').trim())

  it('of a whole deck has contents after the cover, and steps before a slide’s last click', () => {
    expect(pages([1, 2, 3])).toEqual(['slide 1', 'contents', 'slide 2 1', 'slide 2 4', 'slide 2', 'slide 3'])
  })

  it('with scripts has each after its slide, the cover’s before the contents; none where there is none', () => {
    expect(pages([1, 2, 3], true)).toEqual(['slide 1', 'notes 1', 'contents', 'slide 2 1', 'slide 2 4', 'slide 2', 'notes 2', 'slide 3'])
  })

  it('of a part has no contents', () => {
    expect(pages([1, 2])).toEqual(['slide 1', 'slide 2 1', 'slide 2 4', 'slide 2'])
    expect(pages([3, 9])).toEqual(['slide 3'])
    expect(pages([])).toEqual([])
  })

  it('leaves the last click open: null', () => {
    expect(printPages(slides, new Set([2]), false).map((page) => page.kind === 'slide' && page.clicks)).toEqual([1, 4, null])
  })
})

it.each([
  [[4, 1], [1, 4]],
  [[1, 1, 0], [0, 1]],
  [[10, 9], [9, 10]],
  [[1.5, -1, '2', 3, null], [3]],
  [2, []],
  [undefined, []],
])('printSteps %j are %j', (value, expected) => {
  expect(stepsIn(value)).toEqual(expected)
})
