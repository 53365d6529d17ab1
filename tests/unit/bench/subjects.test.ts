import { describe, expect, it } from 'vitest'
import { loadRegister } from '../../../engine/analysis/load.ts'
import { grownTexts, idOf } from '../../bench/growth/grown.ts'
import { readOptions } from '../../bench/options.ts'
import { stockHeadmatter } from '../../bench/subjects/stock.ts'

it('stock has Slidev’s defaults, and the slides untouched', () => {
  const slides =
    '---\ntheme: none\nfonts:\n  provider: none\nhtmlAttrs:\n  lang: en\ndrawings:\n  enabled: false\ntitle: A\n---\n\n# A\n\n---\nfonts: kept\n---\n'
  expect(stockHeadmatter(slides)).toBe('---\ntheme: none\nhtmlAttrs:\n  lang: en\ntitle: A\n---\n\n# A\n\n---\nfonts: kept\n---\n')
})

describe('the register three times over', () => {
  const once = loadRegister(grownTexts(1)).register!
  const { register, diagnostics } = loadRegister(grownTexts(3))
  it('holds all its rules', () => expect(diagnostics).toEqual([]))
  it('has three times the claims, sentences and arguments, and the real ones first', () => {
    expect(register!.counts.claims).toBe(3 * once.counts.claims)
    expect(register!.counts.sentences).toBe(3 * once.counts.sentences)
    expect(register!.inferences).toHaveLength(3 * once.inferences.length)
    expect(register!.claims.slice(0, once.claims.length).map(({ id, quote }) => [id, quote])).toEqual(
      once.claims.map(({ id, quote }) => [id, quote]),
    )
  })
  it('argues within each copy alone', () => {
    const copyOf = (id: string) => id.slice(1, -2)
    for (const { id, restates = id } of register!.claims) expect(copyOf(restates)).toBe(copyOf(id))
    for (const { premises, conclusion } of register!.inferences) expect(new Set([conclusion, ...premises].map(copyOf)).size).toBe(1)
  })
  it('has ids that stay apart', () => expect([idOf('C07', 0), idOf('C07', 1), idOf('T7', 12)]).toEqual(['C07', 'C107', 'T1207']))
})

describe('options', () => {
  it('are runs, a third of them for what takes long', () =>
    expect(readOptions(['--runs', '10'])).toMatchObject({ runs: 10, longRuns: 4, sizes: [1, 10, 100], write: false }))
  it('quick is one run', () => expect(readOptions(['--quick'])).toMatchObject({ runs: 1, longRuns: 1, sizes: [1, 10] }))
  it.each([[['--runs', '0']], [['--runs', 'many']], [['--write', '--quick']], [['--write', '--only', 'step']], [['--fast']]])(
    '%j is refused',
    (words) => expect(readOptions(words)).toHaveProperty('fault'),
  )
})
