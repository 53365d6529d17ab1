/** On Mermaid’s grid, and small, for the page’s bar. */

/** 1-based; `span` in columns. */
export interface Place {
  readonly row: number
  readonly column: number
  readonly span: number
}

/** Where a label’s first or last line stands, and the end its text goes to. With both a longer one begins higher. */
interface LabelPlace extends Omit<Place, 'row'> {
  readonly first?: number
  readonly last?: number
  readonly align?: 'start' | 'end'
}

interface Grid {
  readonly columns: number
  readonly rows: number
  /** Clockwise from the one above; of two, from the left. */
  readonly places: readonly Place[]
  readonly middle: Place
  /** Of what keeps the columns at one width. */
  readonly strut: Place
  /** Between two neighbours, by their indexes. */
  readonly side: (a: number, b: number) => LabelPlace
  readonly whole: LabelPlace
  /** With four corners one of them stands between. */
  readonly wholePointsAtMiddle: boolean
  /** Mermaid’s: with more rows less. */
  readonly padding: number
}

const at = (row: number, column: number, span = 1): Place => ({ row, column, span })
const right = (last: number, first?: number): LabelPlace => ({
  last,
  column: 6,
  span: 2,
  align: 'start',
  ...(first !== undefined && { first }),
})
const left = (last: number, first?: number): LabelPlace => ({ ...right(last, first), column: 1, align: 'end' })
const byPair =
  (places: Readonly<Record<string, LabelPlace>>) =>
  (a: number, b: number): LabelPlace =>
    places[`${Math.min(a, b)}${Math.max(a, b)}`]!
const common = { columns: 7, wholePointsAtMiddle: true, padding: 2 } as const

const GRIDS: Readonly<Record<number, Grid>> = {
  2: {
    ...common,
    rows: 16,
    places: [at(5, 1), at(5, 7)],
    middle: at(11, 4),
    strut: at(8, 1, 2),
    side: byPair({ '01': { last: 4, column: 2, span: 5 } }),
    whole: { first: 13, column: 3, span: 3 },
  },
  3: {
    ...common,
    rows: 17,
    places: [at(1, 4), at(14, 7), at(14, 1)],
    middle: at(8, 4),
    strut: at(9, 1, 2),
    side: byPair({ '01': right(6), '12': { first: 15, column: 2, span: 5 }, '02': left(6) }),
    whole: { first: 10, column: 3, span: 3 },
  },
  4: {
    ...common,
    rows: 18,
    places: [at(1, 4), at(8, 7), at(15, 4), at(8, 1)],
    middle: at(8, 4),
    strut: at(10, 1, 2),
    side: byPair({ '01': right(4), '12': right(16, 12), '23': left(16, 12), '03': left(4) }),
    whole: { first: 17, column: 2, span: 5 },
    wholePointsAtMiddle: false,
    padding: 1,
  },
}

/** 2 to 4. */
export const gridFor = (corners: number): Grid => GRIDS[corners]!

type Point = readonly [x: number, y: number]

/** Centres, in a box of 120 by 72. */
export const smallPlaces = (corners: number): { readonly corners: readonly Point[]; readonly middle: Point } =>
  corners === 2
    ? {
        corners: [
          [12, 16],
          [108, 16],
        ],
        middle: [60, 58],
      }
    : corners === 3
      ? {
          corners: [
            [60, 10],
            [108, 60],
            [12, 60],
          ],
          middle: [60, 42],
        }
      : {
          corners: [
            [60, 8],
            [108, 36],
            [60, 64],
            [12, 36],
          ],
          middle: [60, 36],
        }
