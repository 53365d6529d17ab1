/** Whatever the texts hold, the loader returns: a register without a fault, or faults and no register. */
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { DIAGNOSTIC_CODES, formatDiagnostics } from '../../../engine/register/diagnostics.ts'
import { REGISTER_FILES, type RegisterFile, type RegisterTexts } from '../../../engine/register/parse.ts'
import { loadRegister, realTexts, smallTexts, SMALL_TEXT } from './support.ts'

const mutation = fc.record({
  file: fc.constantFrom(...REGISTER_FILES),
  how: fc.constantFrom('delete a line', 'repeat a line', 'swap two characters', 'truncate', 'put in', 'drop a character', 'indent a line'),
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  put: fc.oneof(
    fc.constantFrom(
      '*',
      '&a ',
      '*a',
      ': ',
      '- ',
      '[',
      ']',
      '{',
      '}',
      '"',
      "'",
      '|',
      '>',
      '\t',
      '#',
      '!!binary ',
      '!x ',
      '? ',
      '<<: ',
      '---\n',
      '...\n',
      '%YAML 1.1\n---\n',
      '\u0000',
      '\ud800',
      '\ufeff',
      '.nan',
      '.inf',
      '~',
      '1e999',
      '0x10',
      '__proto__: ',
      'constructor: ',
    ),
    fc.string({ maxLength: 4 }),
  ),
})

function mutate(text: string, { how, at, put }: { how: string; at: number; put: string }): string {
  const lines = text.split('\n')
  const line = Math.floor(at * lines.length)
  const place = Math.floor(at * text.length)
  switch (how) {
    case 'delete a line':
      return lines.toSpliced(line, 1).join('\n')
    case 'repeat a line':
      return lines.toSpliced(line, 0, lines[line]!).join('\n')
    case 'indent a line':
      return lines.with(line, `  ${lines[line]}`).join('\n')
    case 'swap two characters':
      return text.slice(0, place) + (text[place + 1] ?? '') + (text[place] ?? '') + text.slice(place + 2)
    case 'drop a character':
      return text.slice(0, place) + text.slice(place + 1)
    case 'put in':
      return text.slice(0, place) + put + text.slice(place)
    default:
      return text.slice(0, place)
  }
}

const changed = (
  base: Readonly<Record<RegisterFile, string>>,
  mutations: readonly { file: RegisterFile; how: string; at: number; put: string }[],
): RegisterTexts =>
  mutations.reduce<Record<RegisterFile, string>>((texts, change) => ({ ...texts, [change.file]: mutate(texts[change.file], change) }), {
    ...base,
  })

function expectWhole(texts: RegisterTexts, article?: string) {
  const { register, diagnostics } = loadRegister(texts, article)
  expect(register === null).toBe(diagnostics.length > 0)
  for (const { code, file, line, value, expected } of diagnostics) {
    expect(DIAGNOSTIC_CODES).toContain(code)
    const key = REGISTER_FILES.find((name) => file === `claims/${name}.yaml`)
    expect(key).toBeDefined()
    expect(line).toBeGreaterThanOrEqual(1)
    expect(line).toBeLessThanOrEqual((texts[key!] ?? '').split('\n').length)
    expect([...value].length).toBeLessThanOrEqual(120)
    expect(value).not.toMatch(/\n/)
    expect(expected).not.toBe('')
  }
  // In the order of files and lines, and none said twice.
  const sorted = diagnostics.toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line)
  expect(diagnostics).toEqual(sorted)
  expect(new Set(diagnostics.map((fault) => JSON.stringify(fault))).size).toBe(diagnostics.length)
  formatDiagnostics(diagnostics)
}

/** A few runs each time keep the whole suite short; FUZZ=50 does that many times as many, for a night or a change of the parser. */
const TIMES = Number(process.env.FUZZ ?? 1)
const RUNS = { small: 60 * TIMES, real: 6 * TIMES }
vi.setConfig({ testTimeout: 30_000 * TIMES })

const SMALL = smallTexts()
const REAL = realTexts()

describe('loadRegister', () => {
  it('loads the small register', () => {
    expect(loadRegister(SMALL).diagnostics).toEqual([])
    expect(loadRegister(SMALL, SMALL_TEXT).diagnostics).toEqual([])
  })

  it('never throws on a small register changed at random', () => {
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), fc.boolean(), (mutations, withText) => {
        expectWhole(changed(SMALL, mutations), withText ? SMALL_TEXT : undefined)
      }),
      { numRuns: RUNS.small },
    )
  })

  it('never throws on the real one', () => {
    fc.assert(
      fc.property(mutation, (change) => {
        expectWhole(changed(REAL, [change]))
      }),
      { numRuns: RUNS.real },
    )
  })

  it('never throws on files left out', () => {
    fc.assert(
      fc.property(fc.subarray([...REGISTER_FILES]), (kept) => {
        expectWhole(Object.fromEntries(kept.map((file) => [file, SMALL[file]])))
      }),
      { numRuns: 30 },
    )
  })

  it('never throws on any YAML value for a file', () => {
    // JSON is YAML.
    fc.assert(
      fc.property(fc.constantFrom(...REGISTER_FILES), fc.json(), (file, json) => {
        expectWhole({ ...SMALL, [file]: json })
      }),
      { numRuns: RUNS.small },
    )
  })

  it('never throws on any value for a field', () => {
    const words = fc.constantFrom(
      'id',
      'sentence',
      'quote',
      'ratings',
      'record',
      'citations',
      'steps',
      'sentences',
      'method',
      'passes',
      'windows',
    )
    const value = fc.oneof(
      fc.json(),
      words.map((key) => JSON.stringify({ [key]: null })),
      words.map((key) => JSON.stringify([{ [key]: [null, {}] }])),
    )
    fc.assert(
      fc.property(
        fc.constantFrom(...REGISTER_FILES),
        fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
        value,
        (file, at, json) => {
          const lines = SMALL[file].split('\n')
          const line = Math.floor(at * lines.length)
          expectWhole({ ...SMALL, [file]: lines.with(line, lines[line]!.replace(/:.*$/, `: ${json}`)).join('\n') })
        },
      ),
      { numRuns: RUNS.small },
    )
  })

  it.each([
    ['brackets without end', '['.repeat(5000)],
    ['deep brackets', `${'['.repeat(600)}${']'.repeat(600)}`],
    ['aliases that multiply', `a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n`],
    ['several documents', '---\n- a\n---\n- b\n'],
    ['a directive alone', '%YAML 1.2\n'],
    ['only a comment', '# nothing\n'],
    ['a key that every object answers to', '__proto__: \n'],
    ['another such key', 'constructor: \n'],
  ])('never throws on %s', (_, text) => {
    for (const file of REGISTER_FILES) expectWhole({ ...SMALL, [file]: text })
  })
})
