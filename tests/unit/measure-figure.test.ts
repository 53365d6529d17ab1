/** The rules on a drawing find what they are for. */
import { describe, expect, it } from 'vitest'
import { figureRules, type FigureWords } from '../support/measure-figure.ts'

const label = (text: string, x: number, y: number, more: Partial<FigureWords> = {}): FigureWords => ({
  text,
  box: { x, y, width: 60, height: 20 },
  fontSize: 15,
  ground: false,
  ink: [20, 20, 20],
  under: [250, 250, 250],
  frame: null,
  ...more,
})
const through = {
  part: 'x',
  points: [
    { x: 0, y: 10 },
    { x: 30, y: 10 },
    { x: 90, y: 10 },
  ],
}

describe.each([
  [
    'labelOnLabel',
    { words: [label('a', 0, 0), label('b', 50, 5)], strokes: [] },
    { words: [label('a', 0, 0), label('b', 61, 0), label('c', 0, 18)], strokes: [] },
  ],
  [
    'lineThroughLabel',
    { words: [label('a', 0, 0)], strokes: [through] },
    { words: [label('a', 0, 0, { ground: true }), label('b', 0, 20)], strokes: [through] },
  ],
  [
    'labelOutOfBox',
    { words: [label('a', 0, 0, { frame: { x: 10, y: 0, width: 60, height: 20 } })], strokes: [] },
    { words: [label('a', 0, 0, { frame: { x: 0, y: 0, width: 60, height: 20 } })], strokes: [] },
  ],
  [
    'tooSmallLabel',
    { words: [label('a', 0, 0, { fontSize: 13.8 })], strokes: [] },
    { words: [label('a', 0, 0, { fontSize: 14 })], strokes: [] },
  ],
  [
    'faintLabel',
    { words: [label('a', 0, 0, { ink: [150, 150, 150] })], strokes: [] },
    { words: [label('a', 0, 0, { ink: [100, 100, 100] })], strokes: [] },
  ],
])('%s', (rule, bad, good) => {
  it('finds a fault, and names it', () => {
    expect(figureRules[rule]!(bad)).toEqual([expect.stringContaining('“a”')])
  })
  it('finds none where there is none', () => {
    expect(figureRules[rule]!(good)).toEqual([])
  })
})
