/** One change to the real register's texts, and exactly the faults it must be told by: where, what stands there, what to do. */
import { parse, stringify } from 'yaml'
import { describe, expect, it } from 'vitest'
import type { DiagnosticCode } from '../../../claims/diagnostics.ts'
import type { RegisterFile } from '../../../claims/read.ts'
import type { FingerprintData } from '../../../claims/schema.ts'
import { GRADES, STATUSES_THAT_CITE } from '../../../claims/vocabulary.ts'
import { edit, editEntry, entryText, expectFaults, lineOf, loadRegister, realTexts, type Texts } from './support.ts'

const REAL = realTexts()

interface Fault {
  readonly code: DiagnosticCode
  readonly file?: RegisterFile
  /** Entry and words on whose line the fault must be told, in the changed text; `null` for the first line of the file. */
  readonly at: readonly [entry: string | undefined, words: string] | null
  readonly field: string
  readonly value: string
  readonly expected: string
}

interface Case {
  readonly name: string
  readonly file?: RegisterFile
  readonly entry?: string
  readonly find: string
  readonly put: string
  readonly faults: readonly Fault[]
}

function expectAll(texts: Texts, file: RegisterFile, faults: readonly Fault[]) {
  expectFaults(
    loadRegister(texts),
    faults.map(({ at, ...fault }) => {
      const home = fault.file ?? file
      return { ...fault, file: home, line: at === null ? 1 : lineOf(texts[home], ...at) }
    }),
  )
}

function run({ file = 'claims', entry, find, put, faults }: Case) {
  expectAll({ ...REAL, [file]: edit(REAL[file], entry, find, put) }, file, faults)
}

const table = (title: string, cases: readonly Case[]) => describe(title, () => { it.each(cases)('$name', run) })

it('the register without a change has no fault', () => {
  const { register, diagnostics } = loadRegister(REAL)
  expect(diagnostics).toEqual([])
  expect(register).not.toBeNull()
})

const C02 = 'intensifying its operations across northern, eastern, and even southern Afghanistan'
const C39 = 'challenge the Taliban’s claim to exclusive authority'

const quoteCase = (name: string, entry: string, find: string, put: string, code: DiagnosticCode, expected: string): Case => ({
  name, entry, find: `  quote: ${find}\n`, put: `  quote: ${put}\n`,
  faults: [{ code, at: [entry, '\n  quote: '], field: `${entry}.quote`, value: put.replaceAll('"', '').trim(), expected }],
})

table('quotes', [
  quoteCase('one letter of a quote changed', 'C02', C02, C02.replace('Afghanistan', 'Afghanisten'), 'quote-not-verbatim', '“intensifying its operations across northern, eastern, and even southern” stands in S02, and “Afghanisten” does not follow it there'),
  quoteCase('one letter of its first word changed', 'C02', C02, C02.replace('int', 'ent'), 'quote-not-verbatim', '“entensifying its operations” stands in no sentence of it'),
  quoteCase('a comma left out', 'C02', C02, C02.replace('northern,', 'northern'), 'quote-not-verbatim', '“eastern” does not follow'),
  quoteCase('a capital letter', 'C02', C02, C02.replace('southern', 'Southern'), 'quote-not-verbatim', '“Southern” does not follow'),
  quoteCase('a straight apostrophe for the curly one', 'C39', C39, C39.replace('’', "'"), 'quote-not-verbatim', 'stands in no sentence'),
  quoteCase('two spaces for one', 'C02', C02, C02.replace('and even', 'and  even'), 'quote-not-verbatim', '“even” does not follow'),
  quoteCase('a quote that ends within a word', 'C02', C02, C02.replace('Afghanistan', 'Afghan'), 'quote-not-verbatim', '“Afghan” does not follow'),
  quoteCase('a quote that begins within a word', 'C02', C02, C02.slice(1), 'quote-not-verbatim', '“ntensifying its operations” stands in no sentence'),
  quoteCase('words put in the middle', 'C02', C02, C02.replace('even', 'not even'), 'quote-not-verbatim', '“not” does not follow'),
  quoteCase('a quote across two sentences', 'C39', C39, `${C39}. Taliban and ISKP share`, 'quote-crosses-sentences', 'a span of one sentence; this one runs on past the end of S02, where S03 begins'),
  quoteCase('a quote of two words', 'C02', C02, 'its operations', 'quote-too-short', 'at least 3 words'),
  quoteCase('an empty quote', 'C02', C02, '""', 'wrong-shape', 'must not be empty'),
  quoteCase('a quote of spaces', 'C02', C02, '"   "', 'wrong-shape', 'must not be empty'),
  {
    name: 'a quote with no value', entry: 'C02', find: `  quote: ${C02}\n`, put: '  quote:\n',
    faults: [{ code: 'wrong-shape', at: ['C02', '\n  quote:'], field: 'C02.quote', value: 'null', expected: 'a value of type string' }],
  },
  {
    name: 'a quote filed under another sentence', entry: 'C41', find: 'sentence: S26', put: 'sentence: S27',
    faults: [{ code: 'quote-in-other-sentence', at: ['C41', 'quote:'], field: 'C41.quote', value: 'They thrive on confusion and chaos', expected: 'words of S27; these stand in S26' }],
  },
])

it('a quote that occurs twice', () => {
  // The article of this fingerprint says the second sentence again in its disclaimer.
  const fingerprint = parse(REAL.fingerprint) as FingerprintData
  const [source, target] = ['S02', 'S29'].map((wanted) => fingerprint.sentences.find(({ id }) => id === wanted)!)
  target!.windows = source!.windows
  const quotes = loadRegister(REAL).register!.claims.filter(({ sentence }) => sentence === 'S02')
  expect(quotes.length).toBeGreaterThan(0)
  expectAll(
    { ...REAL, fingerprint: stringify(fingerprint) },
    'claims',
    // In the order of the file, which is the reading order here.
    quotes.map(({ id, quote }) => ({
      code: 'quote-occurs-twice', at: [id, '\n  quote:'], field: `${id}.quote`, value: quote,
      expected: 'words that stand once in the article; these stand in S02 and S29: quote a longer span',
    })),
  )
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
    ['of a thing wanted', 'wanted', 'W03', 'W03.id'],
    ['of an inference', 'argument', 'I06', 'inferences.I06.id'],
    ['of an undercut', 'argument', 'U01', 'undercuts.U01.id'],
    ['of a tension', 'argument', 'T4', 'tensions.T4.id'],
    ['of an actor', 'actors', 'ttp', 'actors.ttp.id'],
    ['of a rating pass', 'article', 'R2', 'method.passes.R2.id'],
    ['of a sentence', 'fingerprint', 'S31', 'sentences.S31.id'],
    ['of a step, whose sentences are then in two', 'argument', 'setting', 'steps.setting.id', ['S01', 'S02']],
  ]
  it.each(cases)('%s', (_, file, entry, field, sentences = []) => {
    const text = editEntry(REAL[file], entry, (written) => `${written.trimEnd()}\n${written}`)
    const first = lineOf(REAL[file], undefined, `- id: ${entry}\n`)
    const second = first + entryText(REAL[file], entry).trimEnd().split('\n').length
    const twice = { code: 'duplicate-id', file, line: second, field, value: `“${entry}”`, expected: `an id used once; “${entry}” is taken on line ${first}` } as const
    const steps = sentences.map((id) => ({ code: 'sentence-without-step', file, line: lineOf(text, undefined, '\nsteps:'), field: 'steps', value: `${id} in 2 steps`, expected: `${id} in exactly one step` }) as const)
    expectFaults(loadRegister({ ...REAL, [file]: text }), [...steps, twice])
  })

  it('of a pass among the ratings of a claim', () => {
    run({
      name: '', entry: 'C02', find: '- pass: R2', put: '- pass: R3',
      faults: [{ code: 'duplicate-id', at: ['C02', '\n  ratings:'], field: 'C02.ratings', value: '["R1","R3","R3"]', expected: 'each pass once' }],
    })
  })
})

const dangling = (kind: string, file: RegisterFile, entry: string | undefined, find: string, put: string, field: string, words = put.trim()): Case => {
  const id = /\b[A-Z]99\b/.exec(put)![0]
  const home = { C: 'claim in claims/claims.yaml', S: 'sentence in claims/fingerprint.yaml', W: 'wanted in claims/wanted.yaml', Z: 'source in claims/sources.yaml' }[id[0]!]!
  return { name: kind, file, ...(entry && { entry }), find, put, faults: [{ code: 'dangling-id', at: [entry, words], field, value: `“${id}”`, expected: `the id of a ${home}` }] }
}

table('a dangling id', [
  dangling('sentence of a claim', 'claims', 'C41', 'sentence: S26', 'sentence: S99', 'C41.sentence'),
  dangling('claim that a claim restates', 'claims', 'C03', 'restates: C11', 'restates: C99', 'C03.restates'),
  dangling('thing wanted to settle a claim', 'claims', 'C02', 'wanted: W01', 'wanted: W99', 'C02.settling.wanted'),
  dangling('source of a citation: one that is not in the list', 'claims', 'C01', '{ source: N42 }', '{ source: Z99 }', 'C01.record.citations[0].source'),
  dangling('sentence a source bears on', 'sources', 'A1', 'sentence: S01', 'sentence: S99', 'A1.bearsOn[0].sentence'),
  dangling('conclusion of the article', 'argument', undefined, '[C28, C35, C37]', '[C28, C35, C99]', 'conclusions[2]'),
  dangling('claim under the thesis', 'argument', undefined, 'claims: [C24, C25, C27]', 'claims: [C24, C25, C99]', 'thesis.supports[3].claims[2]'),
  dangling('sentence of a step', 'argument', 'setting', '[S01, S02]', '[S01, S02, S99]', 'steps.setting.sentences[2]'),
  dangling('premise', 'argument', 'I02', 'premises: [C10]', 'premises: [C10, C99]', 'inferences.I02.premises[1]'),
  dangling('conclusion of an inference', 'argument', 'I11', 'conclusion: C38', 'conclusion: C99', 'inferences.I11.conclusion'),
  dangling('claim of an undercut', 'argument', 'U01', 'claim: C39', 'claim: C99', 'undercuts.U01.claim'),
  dangling('claim an undercut speaks against', 'argument', 'U01', 'against: C11', 'against: C99', 'undercuts.U01.against'),
  dangling('claim of a tension', 'argument', 'T1', '[C18, C21]', '[C18, C99]', 'tensions.T1.claims[1]'),
  dangling('sentence of a tension', 'argument', 'T6', '[S05, S21, S22]', '[S05, S21, S99]', 'tensions.T6.sentences[2]'),
  dangling('sentence of an actor’s name', 'actors', 'pakistan', 'sentence: S03', 'sentence: S99', 'actors.pakistan.articleNames[0].sentence'),
  dangling('sentence of a label', 'actors', undefined, 'sentences: [S23]', 'sentences: [S23, S99]', 'labels[5].sentences[1]'),
  dangling('sentence of shared wording', 'article', undefined, 'sentences: [S08, S09]', 'sentences: [S08, S99]', 'sharedWording[2].sentences[1]'),
  dangling('source of shared wording', 'article', undefined, 'sources: [N9]', 'sources: [Z99]', 'sharedWording[4].sources[0]'),
  dangling('claim of a correction', 'article', undefined, 'corrections: []', 'corrections:\n  - { date: 2026-11-23, claim: C99, was: a, now: b, why: c }', 'corrections[0].claim', '{ date: 2026-11-23'),
])

describe('attribution', () => {
  it('S0 with an attribution', () => {
    run({
      name: '', entry: 'C02', find: 'attribution: null', put: 'attribution: { source: an office, cues: [intensifying its operations] }',
      faults: [{ code: 'attribution-mismatch', at: ['C02', 'attribution:'], field: 'C02.attribution', value: '“an office”', expected: 'null: S0 (No source given) has no attribution' }],
    })
  })

  it('N with an attribution', () => {
    run({
      name: '', entry: 'C32', find: 'attribution: null', put: 'attribution: { source: an office, cues: [When terrorism wears] }',
      faults: [{ code: 'attribution-mismatch', at: ['C32', 'attribution:'], field: 'C32.attribution', value: '“an office”', expected: 'null: N' }],
    })
  })

  it.each(GRADES.slice(1))('%s without an attribution', (grade) => {
    const claims = editEntry(REAL.claims, 'C02', (entry) => entry.replaceAll('grade: S0', `grade: ${grade}`))
    expectAll({ ...REAL, claims }, 'claims', [
      { code: 'attribution-mismatch', at: ['C02', 'attribution:'], field: 'C02.attribution', value: 'null', expected: `an attribution: ${grade} (` },
    ])
  })

  it('an attribution without cue words', () => {
    run({
      name: '', entry: 'C14', find: '    cues:\n      - remarked', put: '    cues: []',
      faults: [{ code: 'wrong-shape', at: ['C14', '\n    cues: []\n  flags'], field: 'C14.attribution.cues', value: '[]', expected: 'needs its cue words' }],
    })
  })
})

table('grades, ratings and flags', [
  {
    name: 'a grade that no rating supports', entry: 'C19', find: '\n  grade: S2\n', put: '\n  grade: S3\n',
    faults: [{ code: 'grade-unsupported', at: ['C19', '\n  grade:'], field: 'C19.grade', value: '“S3”', expected: 'a grade that some rating pass gave: S2' }],
  },
  {
    name: 'a grade outside the list', entry: 'C19', find: '\n  grade: S2\n', put: '\n  grade: S5\n',
    faults: [{ code: 'wrong-shape', at: ['C19', '\n  grade:'], field: 'C19.grade', value: '“S5”', expected: 'one of S0, S1, S2, S3, S4, N' }],
  },
  {
    name: 'passes that differ without an adjudication', entry: 'C02', find: '{ pass: R1, grade: S0 }', put: '{ pass: R1, grade: S1 }',
    faults: [{ code: 'grade-unsupported', at: ['C02', '- id: C02'], field: 'C02.adjudication', value: 'null', expected: 'an adjudication naming the losing grade, one of S1: the passes differ' }],
  },
  {
    name: 'an adjudication that names a grade nobody gave', entry: 'C41', find: 'losing: N', put: 'losing: S3',
    faults: [{ code: 'grade-unsupported', at: ['C41', 'adjudication:'], field: 'C41.adjudication', value: '"losing":"S3"', expected: 'one of N' }],
  },
  {
    name: 'an adjudication where the passes agree', entry: 'C41', find: '{ pass: R1, grade: N }', put: '{ pass: R1, grade: S0 }',
    faults: [{ code: 'grade-unsupported', at: ['C41', 'adjudication:'], field: 'C41.adjudication', value: '"losing":"N"', expected: 'no adjudication: the passes agree' }],
  },
  {
    name: 'no rating at all', entry: 'C02', find: entryText(REAL.claims, 'C02').match(/  ratings:\n(?: {4}.*\n)+/)![0], put: '  ratings: []\n',
    faults: [{ code: 'wrong-shape', at: ['C02', 'ratings:'], field: 'C02.ratings', value: '[]', expected: 'a grade needs at least one rating' }],
  },
  {
    name: 'N on a claim marked CFS', entry: 'C32', find: 'checkWorthiness: NFS', put: 'checkWorthiness: CFS',
    faults: [{ code: 'grade-mismatch', at: ['C32', '\n  grade:'], field: 'C32.grade', value: '“N”', expected: 'a grade S0 to S4: the claim is marked CFS' }],
  },
  {
    name: 'N given to a claim marked CFS that nobody rated so', entry: 'C02', find: '\n  grade: S0\n', put: '\n  grade: N\n',
    faults: [
      { code: 'grade-unsupported', at: ['C02', '\n  grade:'], field: 'C02.grade', value: '“N”', expected: 'a grade that some rating pass gave: S0' },
      { code: 'grade-mismatch', at: ['C02', '\n  grade:'], field: 'C02.grade', value: '“N”', expected: 'marked CFS' },
    ],
  },
  {
    name: 'a grade on a claim marked NFS', entry: 'C02', find: 'checkWorthiness: CFS', put: 'checkWorthiness: NFS',
    faults: [{ code: 'grade-mismatch', at: ['C02', '\n  grade:'], field: 'C02.grade', value: '“S0”', expected: 'N: the claim is marked NFS' }],
  },
  {
    name: 'a flag on an opinion', entry: 'C32', find: 'flags: []', put: 'flags: [when]',
    faults: [{ code: 'flag-on-opinion', at: ['C32', 'flags:'], field: 'C32.flags', value: '["when"]', expected: 'no flags: opinion is never flagged' }],
  },
  {
    name: 'more than two flags', entry: 'C02', find: 'flags: [when, how-many]', put: 'flags: [when, how-many, which-source]',
    faults: [{ code: 'wrong-shape', at: ['C02', 'flags:'], field: 'C02.flags', value: '"which-source"', expected: 'at most two flags a claim' }],
  },
  {
    name: 'a flag outside the list', entry: 'C02', find: 'flags: [when, how-many]', put: 'flags: [when, who]',
    faults: [{ code: 'wrong-shape', at: ['C02', 'flags:'], field: 'C02.flags[1]', value: '“who”', expected: 'one of when, how-many' }],
  },
  {
    name: 'a graded claim that says nothing of what would settle it', entry: 'C02',
    find: entryText(REAL.claims, 'C02').match(/  settling:\n(?: {4}.*\n)+/)![0], put: '  settling: null\n',
    faults: [{ code: 'grade-mismatch', at: ['C02', 'settling:'], field: 'C02.settling', value: 'null', expected: 'what would settle it' }],
  },
  {
    name: 'an opinion that evidence is said to settle', entry: 'C32', find: 'settling: null', put: 'settling: { wanted: W01, outcomes: [{ finding: a, means: b }, { finding: c, means: d }] }',
    faults: [{ code: 'grade-mismatch', at: ['C32', 'settling:'], field: 'C32.settling', value: '“W01”', expected: 'null: no evidence settles an opinion' }],
  },
  {
    name: 'only one outcome', entry: 'C32', find: 'settling: null', put: 'settling: { wanted: W01, outcomes: [{ finding: a, means: b }] }',
    faults: [{ code: 'wrong-shape', at: ['C32', 'settling:'], field: 'C32.settling.outcomes', value: '"finding":"a"', expected: 'at least two' }],
  },
])

table('certainty, words and dates', [
  {
    name: 'plain with cue words', entry: 'C09', find: 'level: boosted', put: 'level: plain',
    faults: [{ code: 'certainty-mismatch', at: ['C09', 'certainty:'], field: 'C09.certainty', value: '"never"', expected: 'no cue words at “plain”' }],
  },
  {
    name: 'hedged without cue words', entry: 'C02', find: 'level: plain', put: 'level: hedged',
    faults: [{ code: 'certainty-mismatch', at: ['C02', 'certainty:'], field: 'C02.certainty', value: '"hedged"', expected: 'the words that make it hedged' }],
  },
  {
    name: 'a short cue that does not stand in the sentence', entry: 'C09', find: '\n      - never', put: '\n      - hardly',
    faults: [{ code: 'words-not-in-article', at: ['C09', '- hardly'], field: 'C09.certainty.cues[0]', value: '“hardly”', expected: 'words that stand in S05 inside a claim\'s quote, or with their neighbours so that they are 3 words or more' }],
  },
  {
    name: 'a cue that is only a part of a word', entry: 'C09', find: '\n      - never', put: '\n      - ever',
    faults: [{ code: 'words-not-in-article', at: ['C09', '- ever'], field: 'C09.certainty.cues[0]', value: '“ever”', expected: 'words that stand in S05' }],
  },
  {
    name: 'a long cue that does not stand in the sentence', entry: 'C08', find: '\n      - One can not ignore the fact', put: '\n      - One cannot ignore the fact',
    faults: [{ code: 'words-not-in-article', at: ['C08', '- One cannot'], field: 'C08.certainty.cues[0]', value: 'One cannot', expected: 'words that stand in S05' }],
  },
  {
    name: 'an attribution’s cue that does not stand near the sentence', entry: 'C14', find: '- remarked\n', put: '- announced\n',
    faults: [{ code: 'words-not-in-article', at: ['C14', '- announced\n'], field: 'C14.attribution.cues[0]', value: '“announced”', expected: 'words that stand in S08 or S09 or S10' }],
  },
  {
    name: 'words of a date that are not in the quote', entry: 'C14', find: 'words: November 2021', put: 'words: November 2022',
    faults: [{ code: 'words-not-in-article', at: ['C14', 'words:'], field: 'C14.dated.words', value: 'November 2022', expected: 'words of this claim’s quote' }],
  },
  {
    name: 'a month that is none', entry: 'C14', find: 'date: 2021-11', put: 'date: 2021-13',
    faults: [{ code: 'wrong-shape', at: ['C14', 'date:'], field: 'C14.dated.date', value: '2021-13', expected: 'must be a date' }],
  },
  {
    name: 'a day that is none', entry: 'C02', find: 'asOf: 2026-11-23', put: 'asOf: 2026-11-31',
    faults: [{ code: 'wrong-shape', at: ['C02', 'asOf:'], field: 'C02.record.asOf', value: '2026-11-31', expected: 'must be a day' }],
  },
  {
    name: 'the marker of an inference', file: 'argument', entry: 'I01', find: 'marker: Therefore', put: 'marker: Hence',
    faults: [{ code: 'words-not-in-article', at: ['I01', 'marker:'], field: 'inferences.I01.marker', value: '“Hence”', expected: 'words that stand in S06 or S05' }],
  },
  {
    name: 'a name the article does not use there', file: 'actors', entry: 'ttp', find: 'name: TTP, sentence: S12', put: 'name: TPP, sentence: S12',
    faults: [{ code: 'words-not-in-article', at: ['ttp', 'name: TPP'], field: 'actors.ttp.articleNames[0].name', value: '“TPP”', expected: 'words that stand in S12' }],
  },
  {
    name: 'a label the article does not use there', file: 'actors', find: 'label: terror group', put: 'label: terror gang',
    faults: [{ code: 'words-not-in-article', at: [undefined, 'label: terror gang'], field: 'labels[3].label', value: '“terror gang”', expected: 'words that stand in S11' }],
  },
])

describe('the record', () => {
  it.each(STATUSES_THAT_CITE)('“%s” with no citation', (status) => {
    run({
      name: '', entry: 'C05', find: 'status: not checked', put: `status: ${status}`,
      faults: [{ code: 'record-uncited', at: ['C05', 'citations:'], field: 'C05.record.citations', value: '[]', expected: `at least one citation: “${status}” speaks of sources` }],
    })
  })

  it('shared wording alone is no citation', () => {
    const claims = edit(edit(REAL.claims, 'C05', 'status: not checked', 'status: corroborated'), 'C05', 'citations: []', 'citations: [{ source: N9, role: shared wording }]')
    expectAll({ ...REAL, claims }, 'claims', [
      { code: 'record-uncited', at: ['C05', 'citations:'], field: 'C05.record.citations', value: 'shared wording', expected: 'at least one citation' },
    ])
  })

  it('“not checkable” and “not checked” need none', () => {
    expect(loadRegister({ ...REAL, claims: edit(REAL.claims, 'C05', 'status: not checked', 'status: not checkable') }).diagnostics).toEqual([])
  })

  const words = (count: number) => Array.from({ length: count }, (_, index) => `w${index + 1}`).join(' ')
  const cited = 'Hours later the Islamic State Khorasan (IS-K) group claimed'
  const citationField = 'C18.record.citations[1].quote'
  const notOfIt = (value: string): Fault => ({ code: 'citation-not-verbatim', at: ['C18', '\n        quote:'], field: citationField, value, expected: `words of N3's excerpt: “${cited}` })
  const citation = (name: string, put: string, faults: readonly Fault[]): Case => ({ name, entry: 'C18', find: `        quote: ${cited}`, put: `        quote: ${put}`, faults })
  it.each([
    citation('a citation’s quote of 26 words', words(26), [
      { code: 'citation-too-long', at: ['C18', '\n        quote:'], field: citationField, value: 'w26', expected: 'at most 25 words; this quotation has 26' },
      notOfIt('w1 w2'),
    ]),
    citation('25 words are not too many', words(25), [notOfIt('w25')]),
    citation('a citation’s quote not in the source’s excerpt', cited.replace('later', 'after'), [notOfIt('Hours after')]),
    citation('a citation’s quote that begins within a word', cited.slice(1), [notOfIt('“ours later')]),
    citation('a citation’s quote in other capitals', cited.replace('Hours', 'hours'), [notOfIt('“hours later')]),
    {
      name: 'a source’s quote of 26 words', file: 'sources', entry: 'A1', find: entryText(REAL.sources, 'A1').match(/  quote: .*/)![0], put: `  quote: ${words(26)}`,
      faults: [{ code: 'citation-too-long', at: ['A1', '\n  quote:'], field: 'A1.quote', value: 'w26', expected: 'at most 25 words; this quotation has 26' }],
    },
    {
      name: 'a graded claim without a record', entry: 'C05', find: entryText(REAL.claims, 'C05').match(/  record:\n(?: {4}.*\n)+/)![0], put: '  record: null\n',
      faults: [{ code: 'record-mismatch', at: ['C05', 'record:'], field: 'C05.record', value: 'null', expected: 'a record entry, “not checked” if need be' }],
    },
    {
      name: 'an opinion with a record', entry: 'C32', find: 'record: null', put: 'record: { status: not checked, asOf: 2026-11-23, finding: a, establishes: null, doesNotEstablish: b, citations: [] }',
      faults: [{ code: 'record-mismatch', at: ['C32', 'record:'], field: 'C32.record', value: '“not checked”', expected: 'null: an opinion has no record line' }],
    },
  ] satisfies Case[])('$name', run)

  it.each(['no address', 'example.org/a', 'javascript:alert(1)', 'ftp://example.org/a', 'data:text/html,a', 'file:///etc/passwd', 'https://'])('the address %s is refused', (url) => {
    const field = entryText(REAL.sources, 'A1').match(/  url: .*/)![0]
    run({
      name: '', file: 'sources', entry: 'A1', find: field, put: `  url: "${url}"`,
      faults: [{ code: 'wrong-shape', at: ['A1', 'url:'], field: 'A1.url', value: `“${url}”`, expected: 'must be a full http(s) address' }],
    })
  })

  it('so is one of the article', () => {
    const field = REAL.article.match(/  url: .*/)![0]
    run({
      name: '', file: 'article', find: field, put: '  url: javascript:alert(1)',
      faults: [{ code: 'wrong-shape', at: [undefined, '  url:'], field: 'article.url', value: '“javascript:alert(1)”', expected: 'must be a full http(s) address' }],
    })
  })
})

const cycle = (value: string, closing: string): Fault => ({
  code: 'inference-cycle', at: [closing, `- id: ${closing}`], field: `inferences.${closing}`, value: `“${value}”`, expected: 'an argument in which no claim supports itself: take one of these steps out',
})

table('a cycle of inferences', [
  { name: 'of one', file: 'argument', entry: 'I02', find: 'premises: [C10]', put: 'premises: [C10, C11]', faults: [cycle('C11 → C11', 'I02')] },
  { name: 'of two', file: 'argument', entry: 'I01', find: 'premises: [C08, C09]', put: 'premises: [C08, C09, C11]', faults: [cycle('C10 → C11 → C10', 'I02')] },
  { name: 'of five', file: 'argument', entry: 'I03', find: 'premises: [C21]', put: 'premises: [C21, C38]', faults: [cycle('C22 → C23 → C35 → C37 → C38 → C22', 'I05')] },
])

it('every cycle is told, not the first alone', () => {
  const argument = edit(edit(REAL.argument, 'I02', 'premises: [C10]', 'premises: [C10, C11]'), 'I04', 'premises: [C18]', 'premises: [C18, C40]')
  expectAll({ ...REAL, argument }, 'argument', [cycle('C11 → C11', 'I02'), cycle('C40 → C40', 'I04')])
})

table('steps, tensions and voices', [
  {
    name: 'a tension without its charitable reading', file: 'argument', entry: 'T1', find: entryText(REAL.argument, 'T1').match(/    charitableReading:.*\n(?: {6}.*\n)*/)![0], put: '',
    faults: [{ code: 'wrong-shape', at: ['T1', '- id: T1'], field: 'tensions.T1.charitableReading', value: '(nothing)', expected: 'this key, with a value of type string' }],
  },
  {
    name: 'a tension whose charitable reading is empty', file: 'argument', entry: 'T1', find: entryText(REAL.argument, 'T1').match(/    charitableReading:.*\n(?: {6}.*\n)*/)![0], put: '    charitableReading: ""\n',
    faults: [{ code: 'wrong-shape', at: ['T1', 'charitableReading:'], field: 'tensions.T1.charitableReading', value: '“”', expected: 'must not be empty' }],
  },
  {
    name: 'a sentence in no step', file: 'argument', entry: 'setting', find: '[S01, S02]', put: '[S01]',
    faults: [{ code: 'sentence-without-step', at: [undefined, '\nsteps:'], field: 'steps', value: 'S02 in 0 steps', expected: 'S02 in exactly one step' }],
  },
  {
    name: 'a sentence in two steps', file: 'argument', entry: 'setting', find: '[S01, S02]', put: '[S01, S02, S03]',
    faults: [{ code: 'sentence-without-step', at: [undefined, '\nsteps:'], field: 'steps', value: 'S03 in 2 steps', expected: 'S03 in exactly one step' }],
  },
  {
    name: 'a pull-quote in the author’s voice', entry: 'C03', find: 'voice: pull-quote', put: 'voice: author',
    faults: [{ code: 'voice-mismatch', at: ['C03', 'voice:'], field: 'C03.voice', value: '“author”', expected: 'pull-quote: S03 is one' }],
  },
  {
    name: 'a second one', entry: 'C33', find: 'voice: pull-quote', put: 'voice: reported',
    faults: [{ code: 'voice-mismatch', at: ['C33', 'voice:'], field: 'C33.voice', value: '“reported”', expected: 'pull-quote: S24 is one' }],
  },
  {
    name: 'a sentence of the body as a pull-quote', entry: 'C02', find: 'voice: author', put: 'voice: pull-quote',
    faults: [{ code: 'voice-mismatch', at: ['C02', 'voice:'], field: 'C02.voice', value: '“pull-quote”', expected: 'author or reported: S02 is a sentence of the body' }],
  },
  {
    name: 'a claim of the apparatus', file: 'fingerprint', entry: 'S23', find: 'role: body', put: 'role: apparatus',
    faults: [{ code: 'voice-mismatch', file: 'claims', at: ['C32', 'voice:'], field: 'C32.voice', value: '“author”', expected: 'no claim here: S23 is apparatus' }],
  },
])

const unknownKey = (name: string, file: RegisterFile, entry: string | undefined, find: string, put: string, field: string, expected: string): Case => ({
  name, file, ...(entry && { entry }), find, put, faults: [{ code: 'unknown-key', at: [entry, put], field, value: `“${put.replace(/\W/g, '')}”`, expected }],
})

table('a misspelled key is told once, with the likely one', [
  unknownKey('of a claim', 'claims', 'C02', '\n  gist:', '\n  gits:', 'C02.gits', 'did you mean “gist”?'),
  unknownKey('the quote of a claim', 'claims', 'C02', '\n  quote:', '\n  qoute:', 'C02.qoute', 'did you mean “quote”?'),
  unknownKey('the sentence of a claim', 'claims', 'C41', '\n  sentence:', '\n  sentense:', 'C41.sentense', 'did you mean “sentence”?'),
  unknownKey('a key that may be left out', 'claims', 'C03', '\n  restates:', '\n  restate:', 'C03.restate', 'did you mean “restates”?'),
  unknownKey('nested in the record', 'claims', 'C02', '\n    asOf:', '\n    asof:', 'C02.record.asof', 'did you mean “asOf”?'),
  unknownKey('in an object file', 'argument', undefined, '\nundercuts:', '\nundercutz:', 'undercutz', 'did you mean “undercuts”?'),
  unknownKey('an object of an object file', 'article', undefined, '\nreply:', '\nreplies:', 'replies', 'did you mean “reply”?'),
  unknownKey('nested in an object file', 'argument', undefined, '\n  statement:', '\n  statment:', 'thesis.statment', 'did you mean “statement”?'),
  unknownKey('in an entry of an object file', 'argument', 'bajaur', '\n    sentences:', '\n    sentence:', 'steps.bajaur.sentence', 'did you mean “sentences”?'),
  unknownKey('in a source', 'sources', 'A2', '\n  titleInferred:', '\n  titleInfered:', 'A2.titleInfered', 'did you mean “titleInferred”?'),
  unknownKey('in the fingerprint', 'fingerprint', 'S01', '\n    role:', '\n    rôle:'.replace('ô', 'oo'), 'sentences.S01.roole', 'did you mean “role”?'),
])

it('a key like no other is told with all that there are', () => {
  run({
    name: '', entry: 'C02', find: '\n  gist:', put: '\n  completelyunlike: 1\n  gist:',
    faults: [{ code: 'unknown-key', at: ['C02', 'completelyunlike'], field: 'C02.completelyunlike', value: '“completelyunlike”', expected: 'one of the keys id, sentence, quote' }],
  })
})

table('a wrong type', [
  {
    name: 'a text for a list', entry: 'C02', find: 'flags: [when, how-many]', put: 'flags: when',
    faults: [{ code: 'wrong-shape', at: ['C02', 'flags:'], field: 'C02.flags', value: '“when”', expected: 'a value of type array' }],
  },
  {
    name: 'a number for a text', entry: 'C02', find: entryText(REAL.claims, 'C02').match(/  gist: .*/)![0], put: '  gist: 12',
    faults: [{ code: 'wrong-shape', at: ['C02', 'gist:'], field: 'C02.gist', value: '12', expected: 'a value of type string' }],
  },
  {
    name: 'a list for a text', entry: 'C41', find: 'sentence: S26', put: 'sentence: [S26]',
    faults: [{ code: 'wrong-shape', at: ['C41', 'sentence:'], field: 'C41.sentence', value: '["S26"]', expected: 'a value of type string' }],
  },
  {
    name: 'a text for an object', entry: 'C02', find: '  certainty:\n    level: plain\n    cues: []', put: '  certainty: plain',
    faults: [{ code: 'wrong-shape', at: ['C02', 'certainty:'], field: 'C02.certainty', value: '“plain”', expected: 'a value of type object' }],
  },
  {
    name: 'yes for true', file: 'sources', entry: 'A2', find: 'titleInferred: true', put: 'titleInferred: yes',
    faults: [{ code: 'wrong-shape', at: ['A2', 'titleInferred:'], field: 'A2.titleInferred', value: '“yes”', expected: 'a value of type boolean' }],
  },
  {
    name: 'a text for the list of inferences', file: 'argument', find: '\nundercuts:\n', put: '\nundercuts: none\nundercutsOfOld:\n',
    faults: [
      { code: 'wrong-shape', at: [undefined, '\nundercuts:'], field: 'undercuts', value: '“none”', expected: 'a value of type array' },
      { code: 'unknown-key', at: [undefined, '\nundercutsOfOld:'], field: 'undercutsOfOld', value: '“undercutsOfOld”', expected: 'did you mean “undercuts”?' },
    ],
  },
  {
    name: 'an entry that is a text', file: 'wanted', entry: 'W15', find: '- id: W15\n', put: '- a stray line\n\n- id: W15\n',
    faults: [{ code: 'wrong-shape', at: [undefined, '- a stray line'], field: '[14]', value: '“a stray line”', expected: 'a value of type object' }],
  },
  {
    name: 'an entry that is nothing', file: 'wanted', entry: 'W15', find: '- id: W15\n', put: '-\n\n- id: W15\n',
    faults: [{ code: 'wrong-shape', at: [undefined, '\n-\n'], field: '[14]', value: 'null', expected: 'a value of type object' }],
  },
  {
    name: 'an id of another kind', file: 'wanted', entry: 'W15', find: 'id: W15', put: 'id: W15b',
    faults: [
      ...loadRegister(REAL).register!.claims.filter(({ settling }) => settling?.wanted === 'W15').map(({ id }): Fault => ({
        code: 'dangling-id', file: 'claims', at: [id, 'wanted:'], field: `${id}.settling.wanted`, value: '“W15”', expected: 'the id of a wanted',
      })),
      { code: 'wrong-shape', at: [undefined, 'id: W15b'], field: 'W15b.id', value: '“W15b”', expected: 'must look like W01' },
    ],
  },
  {
    name: 'windows that no command wrote', file: 'fingerprint', entry: 'S31', find: 'windows: 0:', put: 'windows: x0:',
    faults: [{ code: 'wrong-shape', at: ['S31', 'windows:'], field: 'sentences.S31.windows', value: 'x0:', expected: 'npm run fingerprint' }],
  },
])

describe('whole files', () => {
  it.each([
    ['claims', 'claims: none\n', '', '{"claims":"none"}', 'a list of entries'],
    ['claims', '', '', 'null', 'a list of entries'],
    ['sources', '- id: A1\n  x: [\n'.slice(0, 0) + 'just a text\n', '', '“just a text”', 'a list of entries'],
    ['argument', '- a\n', '', '["a"]', 'a value of type object'],
    ['article', '', '', 'null', 'a value of type object'],
    ['fingerprint', '[]\n', '', '[]', 'a value of type object'],
  ] as const)('%s.yaml of another shape: %j', (file, text, field, value, expected) => {
    const { diagnostics, register } = loadRegister({ ...REAL, [file]: text })
    expect(register).toBeNull()
    const own = diagnostics.filter((diagnostic) => diagnostic.file === `claims/${file}.yaml` && diagnostic.code === 'wrong-shape')
    expect(own).toEqual([{ code: 'wrong-shape', file: `claims/${file}.yaml`, line: 1, field, value, expected: expect.stringContaining(expected) as string }])
  })

  it.each(Object.keys(REAL) as RegisterFile[])('%s.yaml missing is one fault', (file) => {
    const { [file]: _, ...rest } = REAL
    const expected = file === 'fingerprint' ? 'npm run fingerprint' : 'this file'
    expectFaults(loadRegister(rest), [{ code: 'missing-file', file, line: 1, field: '', value: '(no file)', expected }])
  })

  it.each(Object.keys(REAL) as RegisterFile[])('%s.yaml malformed is one fault, and hides no other file’s', (file) => {
    const broken = `${REAL[file].trimEnd()}\n\tx: [\n`
    const line = broken.split('\n').indexOf('\tx: [') + 1
    const other: RegisterFile = file === 'wanted' ? 'actors' : 'wanted'
    const otherText = other === 'wanted' ? edit(REAL.wanted, 'W03', 'kind: document', 'kind: rumour') : edit(REAL.actors, 'ttp', '\n    why:', '\n    wy:')
    const { diagnostics, register } = loadRegister({ ...REAL, [file]: broken, [other]: otherText })
    expect(register).toBeNull()
    const own = diagnostics.filter((diagnostic) => diagnostic.file === `claims/${file}.yaml`)
    expect(own.length).toBeGreaterThan(0)
    for (const fault of own) expect(fault).toMatchObject({ code: 'malformed-yaml', field: '', expected: expect.stringContaining('YAML that parses: ') as string })
    expect(own.map((fault) => fault.line)).toContain(line)
    expect(diagnostics.filter((diagnostic) => diagnostic.file !== `claims/${file}.yaml`).map(({ code, file: home }) => [code, home])).toEqual([
      [other === 'wanted' ? 'wrong-shape' : 'unknown-key', `claims/${other}.yaml`],
    ])
  })
})

table('malformed YAML', [
  {
    name: 'a key given twice', entry: 'C02', find: '\n  edge: null\n', put: '\n  edge: null\n  edge: triangle\n',
    faults: [{ code: 'malformed-yaml', at: ['C02', '\n  edge: triangle'], field: '', value: '“edge: triangle”', expected: 'Map keys must be unique' }],
  },
  {
    name: 'an alias that stands for nothing', entry: 'C02', find: '\n  edge: null\n', put: '\n  edge: *side\n',
    faults: [{ code: 'malformed-yaml', at: ['C02', 'edge:'], field: '', value: '“edge: *side”', expected: 'the register has no aliases' }],
  },
  {
    name: 'an alias that holds itself', file: 'wanted', entry: 'W03', find: 'kind: document', put: 'kind: &kind [*kind]',
    faults: [{ code: 'malformed-yaml', at: ['W03', 'kind:'], field: '', value: '“kind: &kind [*kind]”', expected: 'the register has no aliases' }],
  },
])

it('markup in a text is a text', () => {
  const gist = '<script>alert(1)</script><img src=x onerror=alert(1)> & “x” {{ 1 }}'
  const before = entryText(REAL.claims, 'C02').match(/  gist: .*/)![0]
  const { register, diagnostics } = loadRegister({ ...REAL, claims: edit(REAL.claims, 'C02', before, `  gist: ${JSON.stringify(gist)}`) })
  expect(diagnostics).toEqual([])
  expect(register!.claims.find(({ id }) => id === 'C02')!.gist).toBe(gist)
})

it('several faults in one run are all told, none twice, by file and line', () => {
  const texts: Texts = {
    ...REAL,
    claims: editEntry(
      edit(edit(edit(REAL.claims, 'C02', C02, C02.replace('Afghanistan', 'Afghanisten')), 'C19', '\n  grade: S2\n', '\n  grade: S3\n'), 'C32', 'flags: []', 'flags: [when]'),
      'C05', (entry) => entry.replace('  gist:', '  gits:').replace('status: not checked', 'status: unknown'),
    ),
    argument: edit(edit(REAL.argument, 'I02', 'premises: [C10]', 'premises: [C10, C99]'), 'T1', '\n    statement:', '\n    statment:'),
    sources: edit(REAL.sources, 'A1', '\n  kind: primary\n', '\n  kind: rumour\n'),
  }
  expectAll(texts, 'claims', [
    { code: 'dangling-id', file: 'argument', at: ['I02', 'premises:'], field: 'inferences.I02.premises[1]', value: 'C99', expected: 'claim' },
    { code: 'unknown-key', file: 'argument', at: ['T1', 'statment:'], field: 'tensions.T1.statment', value: 'statment', expected: '“statement”' },
    { code: 'quote-not-verbatim', at: ['C02', '\n  quote:'], field: 'C02.quote', value: 'Afghanisten', expected: 'S02' },
    { code: 'unknown-key', at: ['C05', 'gits:'], field: 'C05.gits', value: 'gits', expected: '“gist”' },
    { code: 'wrong-shape', at: ['C05', 'status:'], field: 'C05.record.status', value: 'unknown', expected: 'one of corroborated' },
    { code: 'grade-unsupported', at: ['C19', '\n  grade:'], field: 'C19.grade', value: 'S3', expected: 'S2' },
    { code: 'flag-on-opinion', at: ['C32', 'flags:'], field: 'C32.flags', value: 'when', expected: 'no flags' },
    { code: 'wrong-shape', file: 'sources', at: ['A1', 'kind:'], field: 'A1.kind', value: 'rumour', expected: 'one of primary' },
  ])
})
