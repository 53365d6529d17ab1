/** Quotes that are not the article's, sentences left out, ids used twice or pointing nowhere. */
import { parse, stringify } from 'yaml'
import { describe, expect, it } from 'vitest'
import type { DiagnosticCode } from '../../../engine/register/diagnostics.ts'
import type { RegisterFile } from '../../../engine/register/parse.ts'
import { parseFingerprint, sealOfSentence, sealOfWhole } from '../../../engine/register/fingerprint.ts'
import type { FingerprintData } from '../../../engine/register/schema.ts'
import { type Case, expectAll, REAL, run, table } from './cases.ts'
import { editEntry, entryText, expectFaults, lineOf, loadRegister } from './support.ts'
import { forEachCase } from '../../support/faults.ts'

it('the register without a change has no fault', () => {
  const { register, diagnostics } = loadRegister(REAL)
  expect(diagnostics).toEqual([])
  expect(register).not.toBeNull()
})

const C02 = 'intensifying its operations across northern, eastern, and even southern Afghanistan'
const C39 = 'challenge the Taliban’s claim to exclusive authority'

const quoteCase = (name: string, entry: string, find: string, put: string, code: DiagnosticCode, expected: string): Case => ({
  name,
  entry,
  find: `  quote: ${find}\n`,
  put: `  quote: ${put}\n`,
  faults: [{ code, at: [entry, '\n  quote: '], field: `${entry}.quote`, value: put.replaceAll('"', '').trim(), expected }],
})

table('quotes', [
  quoteCase(
    'one letter of a quote changed',
    'C02',
    C02,
    C02.replace('Afghanistan', 'Afghanisten'),
    'quote-not-verbatim',
    '“intensifying its operations across northern, eastern, and even southern” stands in S02, and “Afghanisten” does not follow it there',
  ),
  quoteCase(
    'one letter of its first word changed',
    'C02',
    C02,
    C02.replace('int', 'ent'),
    'quote-not-verbatim',
    '“entensifying its operations” stands in no sentence of it',
  ),
  quoteCase('a comma left out', 'C02', C02, C02.replace('northern,', 'northern'), 'quote-not-verbatim', '“eastern” does not follow'),
  quoteCase('a capital letter', 'C02', C02, C02.replace('southern', 'Southern'), 'quote-not-verbatim', '“Southern” does not follow'),
  quoteCase('a straight apostrophe for the curly one', 'C39', C39, C39.replace('’', "'"), 'quote-not-verbatim', 'stands in no sentence'),
  quoteCase('two spaces for one', 'C02', C02, C02.replace('and even', 'and  even'), 'quote-not-verbatim', '“even” does not follow'),
  quoteCase(
    'a quote that ends within a word',
    'C02',
    C02,
    C02.replace('Afghanistan', 'Afghan'),
    'quote-not-verbatim',
    '“Afghan” does not follow',
  ),
  quoteCase(
    'a quote that begins within a word',
    'C02',
    C02,
    C02.slice(1),
    'quote-not-verbatim',
    '“ntensifying its operations” stands in no sentence',
  ),
  quoteCase('words put in the middle', 'C02', C02, C02.replace('even', 'not even'), 'quote-not-verbatim', '“not” does not follow'),
  quoteCase(
    'a quote across two sentences',
    'C39',
    C39,
    `${C39}. Taliban and ISKP share`,
    'quote-crosses-sentences',
    'a span of one sentence; this one runs on past the end of S02, where S03 begins',
  ),
  quoteCase('a quote of two words', 'C02', C02, 'its operations', 'quote-too-short', 'at least 3 words'),
  quoteCase('an empty quote', 'C02', C02, '""', 'wrong-shape', 'must not be empty'),
  quoteCase('a quote of spaces', 'C02', C02, '"   "', 'wrong-shape', 'must not be empty'),
  {
    name: 'a quote with no value',
    entry: 'C02',
    find: `  quote: ${C02}\n`,
    put: '  quote:\n',
    faults: [{ code: 'wrong-shape', at: ['C02', '\n  quote:'], field: 'C02.quote', value: 'null', expected: 'a value of type string' }],
  },
  {
    name: 'a quote filed under another sentence',
    entry: 'C41',
    find: 'sentence: S26',
    put: 'sentence: S27',
    faults: [
      {
        code: 'quote-in-other-sentence',
        at: ['C41', 'quote:'],
        field: 'C41.quote',
        value: 'They thrive on confusion and chaos',
        expected: 'words of S27; these stand in S26',
      },
    ],
  },
])

describe('a quote that occurs twice', () => {
  /** The frozen register with the windows of one sentence changed, sealed as the command would have sealed them. */
  function withWindows(id: string, change: (of: (id: string) => string) => string) {
    const fingerprint = parse(REAL.fingerprint) as FingerprintData
    const of = (wanted: string) => fingerprint.sentences.find((sentence) => sentence.id === wanted)!
    of(id).windows = change((wanted) => of(wanted).windows)
    for (const [index, sentence] of parseFingerprint(fingerprint).sentences.entries())
      fingerprint.sentences[index]!.seal = sealOfSentence(sentence)
    fingerprint.seal = sealOfWhole(parseFingerprint(fingerprint))
    return stringify(fingerprint)
  }
  /** The article of this fingerprint says its second sentence again in its disclaimer. */
  const again = withWindows('S29', (of) => of('S02'))
  const quotes = loadRegister(REAL).register!.claims.filter(({ sentence }) => sentence === 'S02')

  it('is told apart by the sentence of its claim', () => {
    expect(quotes.length).toBeGreaterThan(0)
    const { register, diagnostics } = loadRegister({ ...REAL, fingerprint: again })
    expect(diagnostics).toEqual([])
    for (const { id, selectors } of quotes) expect(register!.claims.find((claim) => claim.id === id)!.selectors).toEqual(selectors)
  })

  it('is refused where its claim names a third sentence', () => {
    const claims = editEntry(REAL.claims, 'C02', (entry) => entry.replace('sentence: S02', 'sentence: S04'))
    expectAll({ ...REAL, claims, fingerprint: again }, 'claims', [
      {
        code: 'quote-occurs-twice',
        at: ['C02', '\n  quote:'],
        field: 'C02.quote',
        value: C02,
        expected:
          'words that occur once in the article; these occur in S02 and S29: quote a longer span, or name the right one as “sentence”',
      },
    ])
  })

  it('is refused where it occurs twice within its sentence', () => {
    const fingerprint = withWindows('S02', (of) => `${of('S02')} ${of('S02')}`)
    expectAll(
      { ...REAL, fingerprint },
      'claims',
      // In the order of the file, which is the reading order here.
      quotes.map(({ id, quote }) => ({
        code: 'quote-occurs-twice',
        at: [id, '\n  quote:'],
        field: `${id}.quote`,
        value: quote,
        expected: 'words that occur once in S02; these occur more than once there: quote a longer span',
      })),
    )
  })
})

it('a sentence with no claim', () => {
  const claims = editEntry(REAL.claims, 'C41', () => '')
  expectAll({ ...REAL, claims }, 'claims', [
    { code: 'sentence-without-claim', at: null, field: '', value: 'no claim of S26', expected: 'at least one claim with “sentence: S26”' },
  ])
})

describe('a duplicate id', () => {
  const cases: [name: string, file: RegisterFile, entry: string, field: string, more?: readonly string[]][] = [
    ['of a claim', 'claims', 'C41', 'C41.id'],
    ['of a source', 'sources', 'A6', 'A6.id'],
    ['of a request', 'requests', 'W03', 'W03.id'],
    ['of an inference', 'argument', 'I06', 'inferences.I06.id'],
    ['of an undercut', 'argument', 'U01', 'undercuts.U01.id'],
    ['of a tension', 'argument', 'T4', 'tensions.T4.id'],
    ['of an actor', 'actors', 'ttp', 'actors.ttp.id'],
    ['of a rating pass', 'article', 'R2', 'method.passes.R2.id'],
    ['of a sentence', 'fingerprint', 'S31', 'sentences.S31.id'],
    ['of a step, whose sentences are then in two', 'argument', 'setting', 'steps.setting.id', ['S01', 'S02']],
  ]
  it('in each list', () =>
    forEachCase(cases, (_, file, entry, field, sentences = []) => {
      const text = editEntry(REAL[file], entry, (written) => `${written.trimEnd()}\n${written}`)
      const first = lineOf(REAL[file], undefined, `- id: ${entry}\n`)
      const second = first + entryText(REAL[file], entry).trimEnd().split('\n').length
      const twice = {
        code: 'duplicate-id',
        file,
        line: second,
        field,
        value: `“${entry}”`,
        expected: `an id used once; “${entry}” is taken on line ${first}`,
      } as const
      const steps = sentences.map(
        (id) =>
          ({
            code: 'sentence-without-step',
            file,
            line: lineOf(text, undefined, '\nsteps:'),
            field: 'steps',
            value: `${id} in 2 steps`,
            expected: `${id} in exactly one step`,
          }) as const,
      )
      expectFaults(loadRegister({ ...REAL, [file]: text }), [...steps, twice])
    }))

  it('of a pass among the ratings of a claim', () => {
    run({
      name: '',
      entry: 'C02',
      find: '- pass: R2',
      put: '- pass: R3',
      faults: [
        { code: 'duplicate-id', at: ['C02', '\n  ratings:'], field: 'C02.ratings', value: '["R1","R3","R3"]', expected: 'each pass once' },
      ],
    })
  })
})

const dangling = (
  kind: string,
  file: RegisterFile,
  entry: string | undefined,
  find: string,
  put: string,
  field: string,
  words = put.trim(),
): Case => {
  const id = /\b[A-Z]99\b/.exec(put)![0]
  const home = {
    C: 'claim in claims/claims.yaml',
    S: 'sentence in claims/fingerprint.yaml',
    W: 'request in claims/requests.yaml',
    Z: 'source in claims/sources.yaml',
  }[id[0]!]!
  return {
    name: kind,
    file,
    ...(entry && { entry }),
    find,
    put,
    faults: [{ code: 'dangling-id', at: [entry, words], field, value: `“${id}”`, expected: `the id of a ${home}` }],
  }
}

table('a dangling id', [
  dangling('sentence of a claim', 'claims', 'C41', 'sentence: S26', 'sentence: S99', 'C41.sentence'),
  dangling('claim that a claim restates', 'claims', 'C03', 'restates: C11', 'restates: C99', 'C03.restates'),
  dangling('request of a claim', 'claims', 'C02', 'id: W01', 'id: W99', 'C02.request.id'),
  dangling(
    'source of a citation: one that is not in the list',
    'claims',
    'C01',
    '{ source: N42 }',
    '{ source: Z99 }',
    'C01.record.citations[0].source',
  ),
  dangling('sentence a source bears on', 'sources', 'A1', 'sentence: S01', 'sentence: S99', 'A1.bearsOn[0].sentence'),
  dangling('conclusion of the article', 'argument', undefined, '[C28, C35, C37]', '[C28, C35, C99]', 'conclusions[2]'),
  dangling(
    'claim under the thesis',
    'argument',
    undefined,
    'claims: [C24, C25, C27]',
    'claims: [C24, C25, C99]',
    'thesis.supports[3].claims[2]',
  ),
  dangling('sentence of a step', 'argument', 'setting', '[S01, S02]', '[S01, S02, S99]', 'steps.setting.sentences[2]'),
  dangling('premise', 'argument', 'I02', 'premises: [C10]', 'premises: [C10, C99]', 'inferences.I02.premises[1]'),
  dangling('conclusion of an inference', 'argument', 'I11', 'conclusion: C38', 'conclusion: C99', 'inferences.I11.conclusion'),
  dangling('claim of an undercut', 'argument', 'U01', 'claim: C39', 'claim: C99', 'undercuts.U01.claim'),
  dangling('claim an undercut speaks against', 'argument', 'U01', 'against: C11', 'against: C99', 'undercuts.U01.against'),
  dangling('claim of a tension', 'argument', 'T1', '[C18, C21]', '[C18, C99]', 'tensions.T1.claims[1]'),
  dangling('sentence of a tension', 'argument', 'T6', '[S05, S21, S22]', '[S05, S21, S99]', 'tensions.T6.sentences[2]'),
  dangling(
    'sentence of an actor’s name',
    'actors',
    'pakistan',
    'sentence: S03',
    'sentence: S99',
    'actors.pakistan.articleNames[0].sentence',
  ),
  dangling(
    'source of what is said of an actor',
    'actors',
    'ttp',
    'sources: [A7, N18]',
    'sources: [A7, Z99]',
    'actors.ttp.background.sources[1]',
  ),
  dangling('sentence of a label', 'actors', undefined, 'sentences: [S23]', 'sentences: [S23, S99]', 'labels[5].sentences[1]'),
  dangling(
    'sentence of shared wording',
    'article',
    undefined,
    'sentences: [S08, S09]',
    'sentences: [S08, S99]',
    'sharedWording[0].sentences[1]',
  ),
  dangling('source of shared wording', 'article', undefined, 'source: N9', 'source: Z99', 'sharedWording[2].source'),
  dangling('sentence of words shared', 'article', undefined, '- sentence: S07', '- sentence: S99', 'sharedWording[2].pairs[0].sentence'),
  dangling(
    'claim of a correction',
    'article',
    undefined,
    'corrections: []',
    'corrections:\n  - { date: 2026-11-23, claim: C99, was: a, now: b, why: c }',
    'corrections[0].claim',
    '{ date: 2026-11-23',
  ),
])
