/** The text as a strip, the scorecard and the cues of certainty: every sentence, claim and cue in its place, once. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cuesInOrder, firmAfterCaution, inRows } from '../../engine/analysis/certainty.ts'
import type { Register } from '../../engine/analysis/register.ts'
import { bySide, byVoice, gradeByRecord, type Tally } from '../../engine/analysis/scorecard.ts'
import { type Cell, cellWords, spanWords, sentenceStrip } from '../../engine/analysis/sentence-strip.ts'
import { GRADE_WORDS, GRADES, RECORD_STATUSES } from '../../engine/register/vocabulary.ts'
import { frozenRegister } from '../support/brief.ts'

const register = frozenRegister()
const { claims, counts } = register
/** Asked for in each test: what is called while the file is read belongs to none. */
const stripped = () => sentenceStrip(register)

describe('sentenceStrip', () => {
  it('has every sentence but the apparatus, in reading order, numbered as printed', () => {
    const cells = stripped()
    expect(cells.map(({ sentence }) => sentence)).toEqual(register.sentences.filter(({ role }) => role !== 'apparatus').map(({ id }) => id))
    expect(cells.map(({ number }) => number)).toEqual(cells.map((_, index) => index + 1))
    expect(cells).toHaveLength(counts.sentences)
  })

  it('has every claim once, with its grade, under its sentence', () => {
    const cells = stripped()
    expect(cells.flatMap((cell) => cell.claims.map(({ id, grade }) => [cell.sentence, id, grade]))).toEqual(
      claims.map(({ sentence, id, grade }) => [sentence, id, grade]),
    )
  })

  it('marks pull-quotes, paragraphs and steps', () => {
    const cells = stripped()
    expect(cells.filter(({ pullQuote }) => pullQuote)).toHaveLength(counts.pullQuotes)
    expect(cells.filter(({ opensParagraph }) => opensParagraph)).toHaveLength(counts.paragraphs)
    for (const { id, sentences } of register.steps)
      expect(cells.filter(({ step }) => step === id).map(({ sentence }) => sentence)).toEqual(sentences)
  })

  it('says a cell in words: its number, its voice, and every claim with its grade', () => {
    const cells = stripped()
    for (const cell of cells) {
      const words = cellWords(cell)
      expect(words).toMatch(new RegExp(`^Sentence ${cell.number}${cell.pullQuote ? ', pull-quote' : ''}: `))
      for (const { id, grade } of cell.claims) expect(words).toContain(`${id} ${GRADE_WORDS[grade].toLowerCase()}`)
    }
    expect(cellWords({ ...(cells[0] as Cell), claims: [] })).toBe('Sentence 1: no claim')
  })

  it('says where cells stand', () => {
    const cells = stripped()
    expect([spanWords(cells.slice(1, 4)), spanWords(cells.slice(2, 4)), spanWords(cells.slice(0, 1))]).toEqual([
      'sentences 2 to 4',
      'sentences 3 and 4',
      'sentence 1',
    ])
  })
})

describe('the scorecard', () => {
  it.each([
    ['by voice', byVoice],
    ['by side', bySide],
  ])('%s counts every gradeable claim once, and no opinion', (_, talliesOf) => {
    const tallies: readonly Tally[] = talliesOf(register)
    expect(tallies.reduce((sum, { gradeable }) => sum + gradeable, 0)).toBe(counts.gradeable)
    expect(tallies.reduce((sum, { unsourced }) => sum + unsourced, 0)).toBe(counts.byGrade.S0)
    for (const { gradeable, unsourced } of tallies) expect(unsourced).toBeLessThanOrEqual(gradeable)
  })

  it('crossed: rows are the grades, columns the record, and the sums are the counts', () => {
    const { rows, totals, gradeable } = gradeByRecord(register)
    expect(gradeable).toBe(counts.gradeable)
    expect(rows.map(({ grade, total }) => [grade, total])).toEqual(GRADES.map((grade) => [grade, counts.byGrade[grade]]))
    expect(totals.map(({ status, total }) => [status, total])).toEqual(RECORD_STATUSES.map((status) => [status, counts.byRecord[status]]))
    expect(rows.flatMap(({ cells: row }) => row.flatMap(({ claims: ids }) => ids)).toSorted()).toEqual(
      claims
        .filter(({ grade }) => grade !== 'N')
        .map(({ id }) => id)
        .toSorted(),
    )
    for (const { grade, cells: row } of rows)
      for (const { status, claims: ids } of row)
        for (const id of ids) expect(claims.find((claim) => claim.id === id)).toMatchObject({ grade, record: { status } })
  })
})

describe('tallies', () => {
  const claim = (voice: string, grade: string, relation: string | null = null) =>
    ({ voice, grade, relation }) as unknown as Register['claims'][number]
  const some = [
    claim('author', 'S0', 'iskp-ttp'),
    claim('author', 'S2', 'iskp-ttp'),
    claim('author', 'N'),
    claim('pull-quote', 'S1'),
    claim('reported', 'N', 'triangle'),
  ]

  it('by voice leave out voices that say nothing with a grade', () => {
    expect(byVoice({ claims: some })).toEqual([
      { voice: 'author', gradeable: 2, unsourced: 1 },
      { voice: 'pull-quote', gradeable: 1, unsourced: 0 },
    ])
  })

  it('by side leave out sides without one, and end with the claims that draw none', () => {
    const relations = [
      { relation: 'iskp-ttp', name: 'iskp and ttp' },
      { relation: 'triangle', name: 'All' },
    ] as unknown as Register['relations']
    expect(bySide({ claims: some, relations })).toEqual([
      { relation: 'iskp-ttp', name: 'iskp and ttp', gradeable: 2, unsourced: 1 },
      { relation: null, name: 'Draws no side', gradeable: 1, unsourced: 0 },
    ])
    expect(bySide({ claims: some.slice(0, 2), relations }).map(({ relation }) => relation)).toEqual(['iskp-ttp'])
  })

  it('by grade and record', () => {
    const of = (id: string, grade: string, status: string | null) =>
      ({ id, grade, record: status && { status } }) as unknown as Register['claims'][number]
    const { rows, totals, gradeable } = gradeByRecord({
      claims: [
        of('C1', 'S0', 'contested'),
        of('C2', 'S3', 'not found'),
        of('C3', 'S0', 'contested'),
        of('C4', 'N', 'contested'),
        of('C5', 'S0', 'not found'),
      ],
    })
    expect(gradeable).toBe(4)
    expect(
      rows.map(({ grade, total, cells }) => [
        grade,
        total,
        ...cells.filter(({ claims: ids }) => ids.length > 0).map(({ status, claims: ids }) => `${status}: ${ids.join(' ')}`),
      ]),
    ).toEqual([
      ['S0', 3, 'contested: C1 C3', 'not found: C5'],
      ['S1', 0],
      ['S2', 0],
      ['S3', 1, 'not found: C2'],
      ['S4', 0],
    ])
    expect(totals.filter(({ total }) => total > 0)).toEqual([
      { status: 'contested', total: 2 },
      { status: 'not found', total: 2 },
    ])
  })
})

describe('a cell in words', () => {
  const cell = {
    sentence: 'S12',
    number: 12,
    step: 'all',
    pullQuote: true,
    opensParagraph: false,
    claims: [
      { id: 'C18', grade: 'S2' },
      { id: 'C40', grade: 'S0' },
    ],
  } as const

  it('has its claims with their grades, and its voice where it is another', () => {
    expect(cellWords(cell)).toBe('Sentence 12, pull-quote: C18 named, not traceable; C40 no source given')
    expect(cellWords({ ...cell, pullQuote: false, claims: [] })).toBe('Sentence 12: no claim')
  })

  it('of several has the first and the last', () => {
    expect([[cell], [cell, { ...cell, number: 13 }, { ...cell, number: 15 }]].map(spanWords)).toEqual(['sentence 12', 'sentences 12 to 15'])
  })

  it('is one a sentence, whether a claim is in it or a step has it', () => {
    const sentences = [
      { id: 'S01', role: 'body', paragraph: 1 },
      { id: 'S02', role: 'pull-quote', paragraph: 1 },
      { id: 'S03', role: 'apparatus', paragraph: 2 },
      { id: 'S04', role: 'body', paragraph: 3 },
    ] as unknown as Register['sentences']
    const steps = [
      { id: 'one', sentences: ['S01'] },
      { id: 'two', sentences: ['S02'] },
    ] as unknown as Register['steps']
    const only = [{ id: 'C01', sentence: 'S02', grade: 'S0' }] as unknown as Register['claims']
    expect(sentenceStrip({ sentences, steps, claims: only })).toEqual([
      { sentence: 'S01', number: 1, step: 'one', pullQuote: false, opensParagraph: true, claims: [] },
      { sentence: 'S02', number: 2, step: 'two', pullQuote: true, opensParagraph: false, claims: [{ id: 'C01', grade: 'S0' }] },
      { sentence: 'S04', number: 4, step: '', pullQuote: false, opensParagraph: true, claims: [] },
    ])
  })
})

describe('certainty', () => {
  it('has words that two claims of a sentence share at the first, and none of a plain claim', () => {
    const claim = (id: string, sentence: string, level: string, ...cues: string[]) =>
      ({ id, sentence, certainty: { level, cues } }) as unknown as Register['claims'][number]
    expect(
      cuesInOrder({
        claims: [
          claim('C01', 'S01', 'hedged', 'may', 'perhaps'),
          claim('C02', 'S01', 'hedged', 'may'),
          claim('C03', 'S02', 'boosted', 'may'),
          claim('C04', 'S02', 'plain', 'is'),
        ],
      }),
    ).toEqual([
      { words: 'may', level: 'hedged', claim: 'C01', sentence: 'S01' },
      { words: 'perhaps', level: 'hedged', claim: 'C01', sentence: 'S01' },
      { words: 'may', level: 'boosted', claim: 'C03', sentence: 'S02' },
    ])
  })

  it('has every cue of every claim that is cautious or firm, once, in reading order', () => {
    const [cues, cells] = [cuesInOrder(register), stripped()]
    const order = cells.map(({ sentence }) => sentence)
    expect(cues.map(({ sentence }) => order.indexOf(sentence))).toEqual(
      cues.map(({ sentence }) => order.indexOf(sentence)).toSorted((a, b) => a - b),
    )
    for (const { id, sentence, certainty } of claims)
      for (const words of certainty.cues)
        expect(
          cues.filter((cue) => cue.sentence === sentence && cue.words === words),
          `${id} ${words}`,
        ).toHaveLength(1)
    for (const { claim, level } of cues) expect(claims.find(({ id }) => id === claim)!.certainty.level).toBe(level)
  })

  it('finds the last cautious word, and the firm ones after it', () => {
    const cue = (level: 'hedged' | 'boosted', words: string) => ({ level, words, claim: 'C01', sentence: 'S01' })
    const [sure, maybe, never] = [cue('boosted', 'sure'), cue('hedged', 'maybe'), cue('boosted', 'never')]
    expect(firmAfterCaution([sure, maybe, never])).toEqual({ lastCaution: maybe, firm: [never] })
    expect(firmAfterCaution([maybe, sure, cue('hedged', 'perhaps'), never])).toEqual({
      lastCaution: cue('hedged', 'perhaps'),
      firm: [never],
    })
    expect(firmAfterCaution([never, maybe])).toEqual({ lastCaution: maybe, firm: [] })
    expect(firmAfterCaution([sure, never])).toEqual({ lastCaution: null, firm: [sure, never] })
  })

  it('lays labels in rows so that none covers another, in the nearest row that is free', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(500), fc.integer({ min: 1, max: 200 })), { maxLength: 30 }), (spans) => {
        const placed = inRows(spans, ([left, width]) => [left, left + width])
        const meets = (a: readonly [number, number], b: readonly [number, number]) => a[0] < b[0] + b[1] && b[0] < a[0] + a[1]
        for (const [index, { item, row }] of placed.entries()) {
          const earlier = placed.slice(0, index)
          expect(earlier.some((other) => other.row === row && meets(other.item, item))).toBe(false)
          for (let lower = 0; lower < row; lower++)
            expect(earlier.some((other) => other.row === lower && meets(other.item, item))).toBe(true)
        }
      }),
    )
  })
})
