/** Chapters, printed pages and places to read: what follows from how a slide is written. */
import { describe, expect, it } from 'vitest'
import { chapterOf, chaptersOf } from '../../engine/story/chapters.ts'
import { printPages, stepsIn } from '../../engine/story/print-pages.ts'

const steps = [
  { id: 'setting', number: 1, title: 'The setting' },
  { id: 'bajaur', number: 5, title: 'Bajaur' },
]

it.each([
  ['its step’s name', { title: 'A', step: 'bajaur', chapter: 'X' }, 'Step 5: Bajaur'],
  ['what it says', { title: 'A', chapter: 'Method' }, 'Method'],
  ['its own heading', { title: 'A' }, 'A'],
  ['what it says, where the step is none', { title: 'A', step: 'nowhere', chapter: 'X' }, 'X'],
])('the chapter of a slide is %s', (_, slide, chapter) => {
  expect(chapterOf(slide, steps)).toBe(chapter)
})

it('neighbours are one chapter; a name that comes back is one again', () => {
  const slides = [
    { title: 'Cover' },
    { title: 'A', chapter: 'How' },
    { title: 'B', chapter: 'How' },
    { title: 'C', step: 'setting' },
    { title: 'D', chapter: 'How' },
  ]
  expect(chaptersOf(slides, steps)).toEqual([
    { title: 'Cover', slides: [1] },
    { title: 'How', slides: [2, 3] },
    { title: 'Step 1: The setting', slides: [4] },
    { title: 'How', slides: [5] },
  ])
  expect(chaptersOf([], steps)).toEqual([])
})

describe('printPages', () => {
  const slides = [
    { no: 1, steps: [], hasNotes: true },
    { no: 2, steps: [1, 4], hasNotes: true },
    { no: 3, steps: [], hasNotes: false },
  ]
  const pages = (range: number[], notes = false) =>
    printPages(slides, new Set(range), notes).map((page) =>
      [page.kind, 'no' in page ? page.no : '', 'clicks' in page ? page.clicks : ''].join(' ').trim(),
    )

  it('of a whole deck has contents after the cover, and steps before a slide’s last click', () => {
    expect(pages([1, 2, 3])).toEqual(['slide 1', 'contents', 'slide 2 1', 'slide 2 4', 'slide 2', 'slide 3', 'annex'])
  })

  it('with scripts has each after its slide, the cover’s before the contents; none where there is none', () => {
    expect(pages([1, 2, 3], true)).toEqual([
      'slide 1',
      'notes 1',
      'contents',
      'slide 2 1',
      'slide 2 4',
      'slide 2',
      'notes 2',
      'slide 3',
      'annex',
    ])
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
  [
    [4, 1],
    [1, 4],
  ],
  [
    [1, 1, 0],
    [0, 1],
  ],
  [
    [10, 9],
    [9, 10],
  ],
  [[1.5, -1, '2', 3, null], [3]],
  [2, []],
  [undefined, []],
])('printSteps %j are %j', (value, expected) => {
  expect(stepsIn(value)).toEqual(expected)
})
