/** The text as a strip, the scorecard and the cues of certainty: every sentence, claim and cue in its place, once. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cuesInOrder, firmAfterCaution, inRows } from '../../claims/certainty.ts'
import { loadRegisterFromDisk } from '../../claims/files.ts'
import { bySide, byVoice, gradeByRecord } from '../../claims/scorecard.ts'
import { type Cell, cellWords, spanWords, stripOf } from '../../claims/strip.ts'
import { GRADE_WORDS, GRADES, RECORD_STATUSES } from '../../claims/vocabulary.ts'

const { register } = loadRegisterFromDisk()
if (!register) throw new Error('The register does not load: npm run verify')
const { claims, counts } = register
const cells = stripOf(register)

describe('stripOf', () => {
  it('has every sentence but the apparatus, in reading order, numbered as printed', () => {
    expect(cells.map(({ sentence }) => sentence)).toEqual(register.sentences.filter(({ role }) => role !== 'apparatus').map(({ id }) => id))
    expect(cells.map(({ number }) => number)).toEqual(cells.map((_, index) => index + 1))
    expect(cells).toHaveLength(counts.sentences)
  })

  it('has every claim once, with its grade, under its sentence', () => {
    expect(cells.flatMap((cell) => cell.claims.map(({ id, grade }) => [cell.sentence, id, grade]))).toEqual(claims.map(({ sentence, id, grade }) => [sentence, id, grade]))
  })

  it('marks pull-quotes, paragraphs and steps', () => {
    expect(cells.filter(({ pullQuote }) => pullQuote)).toHaveLength(counts.pullQuotes)
    expect(cells.filter(({ opensParagraph }) => opensParagraph)).toHaveLength(counts.paragraphs)
    for (const { id, sentences } of register.steps) expect(cells.filter(({ step }) => step === id).map(({ sentence }) => sentence)).toEqual(sentences)
  })

  it('says a cell in words: its number, its voice, and every claim with its grade', () => {
    for (const cell of cells) {
      const words = cellWords(cell)
      expect(words).toMatch(new RegExp(`^Sentence ${cell.number}${cell.pullQuote ? ', pull-quote' : ''}: `))
      for (const { id, grade } of cell.claims) expect(words).toContain(`${id} ${GRADE_WORDS[grade].toLowerCase()}`)
    }
    expect(cellWords({ ...(cells[0] as Cell), claims: [] })).toBe('Sentence 1: no claim')
  })

  it('says where cells stand', () => {
    expect([spanWords(cells.slice(2, 4)), spanWords(cells.slice(0, 1))]).toEqual(['sentences 3 to 4', 'sentence 1'])
  })
})

describe('the scorecard', () => {
  it.each([
    ['by voice', byVoice(register)],
    ['by side', bySide(register)],
  ])('%s counts every gradeable claim once, and no opinion', (_, tallies) => {
    expect(tallies.reduce((sum, { gradeable }) => sum + gradeable, 0)).toBe(counts.gradeable)
    expect(tallies.reduce((sum, { unsourced }) => sum + unsourced, 0)).toBe(counts.byGrade.S0)
    for (const { gradeable, unsourced } of tallies) expect(unsourced).toBeLessThanOrEqual(gradeable)
  })

  it('crossed: rows are the grades, columns the record, and the sums are the counts', () => {
    const { rows, totals, gradeable } = gradeByRecord(register)
    expect(gradeable).toBe(counts.gradeable)
    expect(rows.map(({ grade, total }) => [grade, total])).toEqual(GRADES.map((grade) => [grade, counts.byGrade[grade]]))
    expect(totals.map(({ status, total }) => [status, total])).toEqual(RECORD_STATUSES.map((status) => [status, counts.byRecord[status]]))
    expect(rows.flatMap(({ cells: row }) => row.flatMap(({ claims: ids }) => ids)).toSorted()).toEqual(claims.filter(({ grade }) => grade !== 'N').map(({ id }) => id).toSorted())
    for (const { grade, cells: row } of rows)
      for (const { status, claims: ids } of row) for (const id of ids) expect(claims.find((claim) => claim.id === id)).toMatchObject({ grade, record: { status } })
  })
})

describe('certainty', () => {
  const cues = cuesInOrder(register)

  it('has every cue of every claim that is cautious or firm, once, in reading order', () => {
    const order = cells.map(({ sentence }) => sentence)
    expect(cues.map(({ sentence }) => order.indexOf(sentence))).toEqual(cues.map(({ sentence }) => order.indexOf(sentence)).toSorted((a, b) => a - b))
    for (const { id, sentence, certainty } of claims) for (const words of certainty.cues) expect(cues.filter((cue) => cue.sentence === sentence && cue.words === words), `${id} ${words}`).toHaveLength(1)
    for (const { claim, level } of cues) expect(claims.find(({ id }) => id === claim)!.certainty.level).toBe(level)
  })

  it('finds the last cautious word, and the firm ones after it', () => {
    const cue = (level: 'hedged' | 'boosted', words: string) => ({ level, words, claim: 'C01', sentence: 'S01' })
    const [sure, maybe, never] = [cue('boosted', 'sure'), cue('hedged', 'maybe'), cue('boosted', 'never')]
    expect(firmAfterCaution([sure, maybe, never])).toEqual({ lastCaution: maybe, firm: [never] })
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
          for (let lower = 0; lower < row; lower++) expect(earlier.some((other) => other.row === lower && meets(other.item, item))).toBe(true)
        }
      }),
    )
  })
})
