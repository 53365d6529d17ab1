/** Helpers of the register's tests: one change to its texts, and where a fault of that change must be told. */
import { stringify } from 'yaml'
import { expect } from 'vitest'
import { fingerprintYaml } from '../../../cli/fingerprint.ts'
import { type DiagnosticCode } from '../../../engine/register/diagnostics.ts'
import { readRegisterTexts } from '../../../engine/brief.ts'
import { frozenFolder } from '../../support/brief.ts'
import { loadRegister, type Loaded } from '../../../engine/analysis/load.ts'
import { REGISTER_FILES, type RegisterFile, registerPath } from '../../../engine/register/parse.ts'

export type Texts = Readonly<Record<RegisterFile, string>>

/** The texts of the frozen register. */
export function realTexts(): Texts {
  const texts = readRegisterTexts(frozenFolder)
  for (const file of REGISTER_FILES) if (texts[file] === undefined) throw new Error(`${registerPath(file)} is missing`)
  return texts as Texts
}

/** The span of the list entry that begins with `- id: <entry>`, or of the whole text. */
function spanOf(text: string, entry: string | undefined): { start: number; end: number } {
  if (entry === undefined) return { start: 0, end: text.length }
  const heads = [...text.matchAll(new RegExp(`^( *)- id: ${entry}$`, 'gm'))]
  if (heads.length !== 1) throw new Error(`${heads.length} entries “- id: ${entry}”, expected one`)
  const [head] = heads
  const start = head!.index
  const indent = head![1]!.length
  // The entry ends where a line is indented no deeper than its dash.
  const rest = text.slice(start + head![0].length)
  const next = new RegExp(`^ {0,${indent}}\\S`, 'm').exec(rest)
  return { start, end: next ? start + head![0].length + next.index : text.length }
}

/** The place of `needle` in an entry; throws unless it stands there exactly once, so that no test changes less or more than it says. */
function place(text: string, entry: string | undefined, needle: string): number {
  const { start, end } = spanOf(text, entry)
  const scope = text.slice(start, end)
  const at = scope.indexOf(needle)
  if (at < 0 || scope.indexOf(needle, at + 1) >= 0)
    throw new Error(`“${needle}” stands ${scope.split(needle).length - 1} times in ${entry ?? 'the file'}, expected once`)
  return start + at
}

export function edit(text: string, entry: string | undefined, find: string, put: string): string {
  const at = place(text, entry, find)
  return text.slice(0, at) + put + text.slice(at + find.length)
}

export function entryText(text: string, entry: string): string {
  const { start, end } = spanOf(text, entry)
  return text.slice(start, end)
}

/** The entry taken out, or written anew. */
export function editEntry(text: string, entry: string, change: (entry: string) => string): string {
  const { start, end } = spanOf(text, entry)
  return text.slice(0, start) + change(text.slice(start, end)) + text.slice(end)
}

/** 1-based line of `needle` in an entry. */
export function lineOf(text: string, entry: string | undefined, needle: string): number {
  // A needle may begin with the line break that makes it unique.
  const breaks = /^\n*/.exec(needle)![0].length
  return text.slice(0, place(text, entry, needle) + breaks).split('\n').length
}

export interface ExpectedFault {
  readonly code: DiagnosticCode
  readonly file: RegisterFile
  readonly line: number
  readonly field: string
  /** A part of what the fault must show as found, and of what it must ask for. */
  readonly value: string
  readonly expected: string
}

/** Exactly these faults, in this order, and no register. */
export function expectFaults({ register, diagnostics }: Loaded, faults: readonly ExpectedFault[]): void {
  expect(diagnostics.map(({ code, file, line, field }) => ({ code, file, line, field }))).toEqual(
    faults.map(({ code, file, line, field }) => ({ code, file: registerPath(file), line, field })),
  )
  for (const [index, { value, expected }] of faults.entries()) {
    expect(diagnostics[index]!.value).toContain(value)
    expect(diagnostics[index]!.expected).toContain(expected)
  }
  expect(register).toBeNull()
}

/** A text of our own, so that tests can know every character of it. S03 is a pull-quote, S06 is apparatus. */
export const SMALL_TEXT = `Alpha met Beta in the old town on 2 July 2025. Officials said that Beta left at noon.

Beta left the old town.

Therefore, the two are at peace. It is high time to rejoice!

About this text.`

const graded = (grade: string, source: string | null, cues: readonly string[]) => ({
  checkWorthiness: 'CFS',
  type: 'event',
  certainty: { level: 'plain', cues: [] },
  grade,
  ratings: [
    { pass: 'R1', grade },
    { pass: 'R2', grade },
  ],
  attribution: source === null ? null : { source, cues },
  flags: [],
  relation: null,
  request: {
    id: 'W01',
    outcomes: [
      { finding: 'Yes.', means: 'It stands.' },
      { finding: 'No.', means: 'It needs another word.' },
    ],
  },
  record: {
    status: 'corroborated',
    asOf: '2026-11-23',
    finding: 'A paper says so.',
    establishes: 'That a paper says so.',
    doesNotEstablish: 'That it was so.',
    citations: [{ source: 'A1', quote: 'met in the old town' }],
  },
})

/** A whole register of `SMALL_TEXT`, as data; change it and write it with `yamlOf`. */
export function smallData() {
  return {
    claims: [
      {
        id: 'C01',
        sentence: 'S01',
        quote: 'Alpha met Beta in the old town on 2 July 2025',
        gist: 'They met.',
        short: 'they met',
        voice: 'author',
        ...graded('S0', null, []),
        dated: { words: '2 July 2025', date: '2025-07-02', event: 'meeting' },
      },
      {
        id: 'C02',
        sentence: 'S02',
        quote: 'Beta left at noon',
        gist: 'Beta left.',
        short: 'Beta left',
        voice: 'author',
        ...graded('S1', 'officials, not named', ['Officials said that']),
      },
      {
        id: 'C03',
        sentence: 'S03',
        quote: 'Beta left the old town',
        gist: 'Beta left.',
        short: 'Beta left',
        voice: 'pull-quote',
        restates: 'C02',
        ...graded('S0', null, []),
      },
      {
        id: 'C04',
        sentence: 'S04',
        quote: 'Therefore, the two are at peace',
        gist: 'Peace.',
        short: 'peace',
        voice: 'author',
        ...graded('S0', null, []),
      },
      {
        id: 'C05',
        sentence: 'S05',
        quote: 'It is high time to rejoice',
        gist: 'Rejoice.',
        short: 'rejoice',
        voice: 'author',
        checkWorthiness: 'NFS',
        type: 'policy',
        certainty: { level: 'plain', cues: [] },
        grade: 'N',
        ratings: [
          { pass: 'R1', grade: 'N' },
          { pass: 'R2', grade: 'N' },
        ],
        attribution: null,
        flags: [],
        relation: null,
        request: null,
        record: null,
      },
    ],
    argument: {
      conclusions: ['C04'],
      thesis: { statement: 'Peace.', supports: [{ text: 'They met.', claims: ['C01'] }] },
      steps: [
        { id: 'all', title: 'All', short: 'All', says: 'The text argues for peace.', sentences: ['S01', 'S02', 'S03', 'S04', 'S05'] },
      ],
      inferences: [
        {
          id: 'I01',
          premises: ['C01', 'C02'],
          conclusion: 'C04',
          marker: 'Therefore',
          warrant: 'Who meets is at peace.',
          criticalQuestions: ['Is it so?'],
        },
      ],
      undercuts: [],
      pullQuotes: [{ sentence: 'S03', shows: 'The town stands in one of them.', charitableReading: 'It is meant in both.' }],
      tensions: [],
    },
    actors: {
      namesNote: 'Names.',
      actors: [
        {
          id: 'alpha',
          name: 'Alpha',
          articleNames: [{ name: 'Alpha', sentence: 'S01' }],
          publicName: null,
          background: { text: 'Met Beta.', sources: ['A1'] },
          role: 'One.',
          why: 'It is.',
        },
      ],
      labels: [],
    },
    record: {
      sides: [],
      events: [{ id: 'meeting', name: 'their meeting', record: { date: '2025-07-02', finding: 'They met.', sources: ['A1'] } }],
    },
    interpretations: {
      event: 'meeting',
      asOf: '2026-11-23',
      background: { finding: 'They met.', sources: ['A1'] },
      article: { claims: ['C01'], leavesOut: 'It gives no place.' },
      interpretations: [
        { id: 'chance', name: 'Chance', expect: ['No letter.'] },
        { id: 'plan', name: 'A plan', expect: ['A letter.'] },
      ],
      onRecord: [{ id: 'letter', says: 'A letter.', sources: ['A1'], fits: [{ interpretation: 'plan' }] }],
      notOnRecord: ['a second letter'],
      undecided: 'It is open.',
    },
    sources: [
      {
        id: 'A1',
        originator: 'A paper',
        publisher: 'A paper',
        title: null,
        published: '2025-07',
        eventDate: null,
        url: 'https://example.org/',
        kind: 'secondary',
        language: 'en',
        descriptor: 'paper',
        independenceGroup: 'paper',
        readAs: 'excerpt',
        quote: 'They met in the old town that day.',
        establishes: 'They met.',
        doesNotEstablish: 'Why.',
        bearsOn: [],
      },
    ],
    requests: [{ id: 'W01', name: 'a record', kind: 'document', what: 'A record of the day.', heldBy: 'The town', access: 'public' }],
    article: {
      article: {
        publisher: 'Us',
        url: 'https://example.org/us',
        about: 'A short text on us',
        notShown: 'No date is shown.',
        language: 'en',
        readOn: '2026-11-23',
        unknown: [],
        caveats: [],
      },
      method: {
        asOf: '2026-11-23',
        gradedBy: { type: 'Person', name: 'Us' },
        passes: [
          { id: 'R1', saw: 'All.', blind: false },
          { id: 'R2', saw: 'All.', blind: true },
        ],
        how: ['So.'],
        limits: ['Few.'],
        notFound: ['Much.'],
      },
      sharedWording: [],
      reply: { status: 'not-sought', text: 'None.' },
      corrections: [],
      disclosure: ['None.'],
    },
  }
}

export const smallFingerprint = (text = SMALL_TEXT): string =>
  edit(edit(fingerprintYaml(text), 'S03', 'role: body', 'role: pull-quote'), 'S06', 'role: body', 'role: apparatus')

export function smallTexts(data = smallData(), fingerprint = smallFingerprint()): Texts {
  const { claims, argument, actors, record, interpretations, sources, requests, article } = data
  return {
    claims: stringify(claims),
    argument: stringify(argument),
    actors: stringify(actors),
    record: stringify(record),
    interpretations: stringify(interpretations),
    sources: stringify(sources),
    requests: stringify(requests),
    article: stringify(article),
    fingerprint,
  }
}

export { loadRegister }
