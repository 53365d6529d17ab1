/** Small functions of claims/ that put numbers, dates, counts and faults into words. */
import { describe, expect, it } from 'vitest'
import { agreement, type RatedClaim } from '../../../engine/analysis/agreement.ts'
import { type Diagnostic, formatDiagnostic, formatDiagnostics, show } from '../../../engine/register/diagnostics.ts'
import { formatDate, formatShare, listOf, plural, sentenceNumber, shortDate } from '../../../engine/register/numbers.ts'
import { wordCount } from '../../../engine/register/rules.ts'
import { checkStory, countOf, fillCounts } from '../../../engine/story/story.ts'
import { loadRegister, smallTexts } from './support.ts'
import { forEachCase } from '../../support/faults.ts'

describe('numbers and dates', () => {
  it('formatDate', () =>
    forEachCase(
      [
        ['2025-07-02', '2 July 2025'],
        ['2025-12-31', '31 December 2025'],
        ['2025-07', 'July 2025'],
        ['2025-01', 'January 2025'],
        ['2025', '2025'],
        ['2021-09/2022-01', 'September 2021 to January 2022'],
        ['2014/2017', '2014 to 2017'],
        ['2025-06-30/2025-07-02', '30 June 2025 to 2 July 2025'],
      ],
      (date, words) => {
        expect(formatDate(date)).toBe(words)
      },
    ))

  it('shortDate', () =>
    forEachCase(
      [
        ['2026-11-23', '23 Nov 2026'],
        ['2025-07', 'Jul 2025'],
        ['2025-05-02', '2 May 2025'],
        ['2025', '2025'],
      ],
      (date, words) => {
        expect(shortDate(date)).toBe(words)
      },
    ))

  it('formatShare', () =>
    forEachCase(
      [
        [0, '0%'],
        [0.004, '0%'],
        [0.005, '1%'],
        [0.953, '95%'],
        [1, '100%'],
      ],
      (share, words) => {
        expect(formatShare(share)).toBe(words)
      },
    ))

  it('plural', () => {
    expect([0, 1, 2].map((count) => plural(count, 'source'))).toEqual(['0 sources', '1 source', '2 sources'])
    expect([1, 2].map((count) => plural(count, 'reply', 'replies'))).toEqual(['1 reply', '2 replies'])
  })

  it('sentenceNumber', () =>
    forEachCase(
      [
        ['S01', 1],
        ['S09', 9],
        ['S10', 10],
        ['S31', 31],
        ['S100', 100],
      ],
      (id, number) => {
        expect(sentenceNumber(id)).toBe(number)
      },
    ))

  it('listOf', () =>
    forEachCase(
      [
        [[], ''],
        [['C08'], 'C08'],
        [['C08', 'C09'], 'C08 and C09'],
        [['C11', 'C26', 'C27'], 'C11, C26 and C27'],
        [['C11', 'C11'], 'C11 and C11'],
      ],
      (items, words) => {
        expect(listOf(items)).toBe(words)
      },
    ))

  it('listOf has another word before the last, where one is given, and leaves the list as it was', () => {
    const items = Object.freeze(['C11', 'C26', 'C27'])
    expect(listOf(items, 'or')).toBe('C11, C26 or C27')
    expect(listOf(items.slice(0, 1), 'or')).toBe('C11')
  })

  it('wordCount', () =>
    forEachCase(
      [
        ['one', 1],
        ['  two   words ', 2],
        ['a\nb\tc', 3],
      ],
      (text, count) => {
        expect(wordCount(text)).toBe(count)
      },
    ))
})

describe('agreement', () => {
  const table = (cells: readonly (readonly [string, string, number])[]) =>
    cells.flatMap(([a, b, times]) => Array<RatedClaim>(times).fill({ A: a, B: b } as RatedClaim))

  it('Cohen’s own kind of table, by hand', () => {
    // 20 + 15 of 50 agree: 0.70. Chance: 0.5 · 0.6 + 0.5 · 0.4 = 0.50. Kappa (0.70 − 0.50) / 0.50.
    // Gwet: mean shares 0.55 and 0.45, chance 2 · 0.55 · 0.45 = 0.495. AC1 (0.70 − 0.495) / 0.505.
    const { rated, agreed, kappa, ac1, passes } = agreement(
      table([
        ['S0', 'S0', 20],
        ['S0', 'S1', 5],
        ['S1', 'S0', 10],
        ['S1', 'S1', 15],
      ]),
      'A',
      'B',
    )
    expect([passes, rated, agreed]).toEqual([['A', 'B'], 50, 35])
    expect(kappa).toBeCloseTo(0.4, 10)
    expect(ac1).toBeCloseTo(0.205 / 0.505, 10)
  })

  it('three grades', () => {
    // 6 of 8 agree. Shares A: 4/8 3/8 1/8, B: 4/8 2/8 2/8. Chance: (16 + 6 + 2) / 64 = 0.375.
    // Gwet: means 0.5, 0.3125, 0.1875: (0.25 + 0.21484375 + 0.15234375) / 2 = 0.30859375.
    const { kappa, ac1 } = agreement(
      table([
        ['S0', 'S0', 3],
        ['S1', 'S1', 2],
        ['N', 'N', 1],
        ['S0', 'N', 1],
        ['S1', 'S0', 1],
      ]),
      'A',
      'B',
    )
    expect(kappa).toBeCloseTo(0.375 / 0.625, 10)
    expect(ac1).toBeCloseTo((0.75 - 0.30859375) / (1 - 0.30859375), 10)
  })

  it('full agreement is 1, full disagreement of two is −1', () => {
    expect(
      agreement(
        table([
          ['S0', 'S0', 3],
          ['S1', 'S1', 3],
        ]),
        'A',
        'B',
      ),
    ).toMatchObject({ kappa: 1, ac1: 1 })
    expect(
      agreement(
        table([
          ['S0', 'S1', 3],
          ['S1', 'S0', 3],
        ]),
        'A',
        'B',
      ),
    ).toMatchObject({ kappa: -1, ac1: -1 })
  })

  it('one grade throughout: kappa says nothing, AC1 holds', () => {
    const { kappa, ac1 } = agreement(table([['S0', 'S0', 4]]), 'A', 'B')
    expect(kappa).toBeNaN()
    expect(ac1).toBe(1)
  })

  it('claims that only one pass rated are left out', () => {
    expect(agreement([{ A: 'S0', B: 'S0' }, { A: 'S1' }, { B: 'S1' }, {}], 'A', 'B')).toMatchObject({ rated: 1, agreed: 1 })
  })
})

describe('counts in the story', () => {
  const register = loadRegister(smallTexts()).register!

  it('countOf: each by its path', () =>
    forEachCase(
      [
        ['claims', '5'],
        ['opinions', '1'],
        ['byGrade.S0', '3'],
        ['byGrade.S4', '0'],
        ['byRecord.not found', '0'],
        ['byRecord.corroborated', '4'],
        ['byVoice.pull-quote', '1'],
      ],
      (path, count) => {
        expect(countOf(register, path)).toBe(count)
      },
    ))

  it('coverage is a percentage', () => {
    expect(countOf(register, 'coverage')).toMatch(/^\d+%$/)
  })

  it('countOf: a path that leads to none', () =>
    forEachCase(['claim', 'byGrade', 'byGrade.S5', '', 'claims.toFixed', 'constructor', 'byGrade.S0.x'], (path) => {
      expect(countOf(register, path), path).toBeUndefined()
    }))

  it('fillCounts fills in each', () => {
    expect(
      fillCounts(register, '{{ claims }} claims, {{byGrade.S0}} of them S0, {{ byRecord.not found }} not found; {{}} { claims }'),
    ).toBe('5 claims, 3 of them S0, 0 not found; {{}} { claims }')
    expect(fillCounts(register, 'a {{ clams }}')).toBe('a {{ clams }}')
  })

  it('checkStory', () =>
    forEachCase<[string, string, [code: string, line: number, field: string, value: string][]]>(
      [
        ['nothing named', 'A text with C99 in it.', []],
        ['known ones', '---\nstep: all\n---\n<X id="C01" /><Y ids="C01  C02" sentence="S02" /><Z id="I01" />', []],
        [
          'unknown ids, each with its line',
          '# A\n\n<X id="C99" />\n<Y ids="C01 S99" author="C98" />',
          [
            ['dangling-id', 12, '<X> id', '“C99”'],
            ['dangling-id', 13, '<Y> ids', '“S99”'],
            ['dangling-id', 13, '<Y> author', '“C98”'],
          ],
        ],
        ['an unknown step', '---\nstep: nowhere\n---', [['dangling-id', 11, 'step', '“nowhere”']]],
        ['a count that is none', 'a\n<!--\n{{ claims }} and {{ clams }}\n-->', [['unknown-count', 12, '', '“{{ clams }}”']]],
      ],
      (_, raw, expected) => {
        const found = checkStory(register, [{ file: 'pages/x.md', line: 10, raw }], {
          X: { attributes: { id: 'claim' } },
          Y: { attributes: { ids: 'claims', author: 'claim', sentence: 'sentence' } },
        })
        expect(found.map(({ code, line, field, value }) => [code, line, field, value])).toEqual(expected)
        expect(found.every(({ file }) => file === 'pages/x.md')).toBe(true)
      },
    ))
})

describe('faults in words', () => {
  const fault: Diagnostic = {
    code: 'dangling-id',
    file: 'claims/argument.yaml',
    line: 12,
    field: 'inferences.I02.premises[1]',
    value: '“C99”',
    expected: 'the id of a claim in claims/claims.yaml',
  }
  const whole: Diagnostic = {
    code: 'missing-file',
    file: 'claims/requests.yaml',
    line: 1,
    field: '',
    value: '(no file)',
    expected: 'this file',
  }

  it('one', () => {
    expect(formatDiagnostic(fault)).toBe(
      'claims/argument.yaml:12 · inferences.I02.premises[1]\n  found    “C99”\n  expected the id of a claim in claims/claims.yaml  [dangling-id]',
    )
    expect(formatDiagnostics([fault])).toBe(`${formatDiagnostic(fault)}\n1 fault in the register. Nothing was built from it.`)
  })

  it('several, one of a whole file', () => {
    expect(formatDiagnostics([fault, whole])).toBe(
      `${formatDiagnostic(fault)}\nclaims/requests.yaml:1\n  found    (no file)\n  expected this file  [missing-file]\n2 faults in the register. Nothing was built from it.`,
    )
  })

  it('show', () =>
    forEachCase<[string, unknown, string]>(
      [
        ['nothing', undefined, '(nothing)'],
        ['null', null, 'null'],
        ['a text', 'a', '“a”'],
        ['a text of two lines', 'a\nb\r\nc', '“a↵b↵c”'],
        ['a list', ['a', 1], '["a",1]'],
        ['a long text', 'x'.repeat(200), `“${'x'.repeat(118)}…`],
        ['a long text of astral characters, none cut in half', '😀'.repeat(200), `“${'😀'.repeat(118)}…`],
        ['a text that just fits', 'x'.repeat(118), `“${'x'.repeat(118)}”`],
      ],
      (_, value, expected) => {
        expect(show(value)).toBe(expected)
      },
    ))
})
