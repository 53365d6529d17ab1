/** Bad inputs of the close-ups: interpretations of an event, pull-quotes beside the body, wording shared with other texts. */
import { describe, expect, it } from 'vitest'
import { type Case, expectAll, type Fault, REAL, table } from './cases.ts'
import { edit, editEntry, entryText, loadRegister } from './support.ts'

const dangling = (name: string, find: string, put: string, words: string, field: string, kind: string): Case => ({
  name,
  file: 'interpretations',
  find,
  put,
  faults: [{ code: 'dangling-id', at: [undefined, words], field, value: /\w+99|other/.exec(words)![0], expected: kind }],
})

table('interpretations of an event: a dangling id', [
  dangling('the event', 'event: bajaur-bombing', 'event: other', 'event: other', 'event', 'the id of an event in claims/record.yaml'),
  dangling(
    'a source of what happened',
    'sources: [N1, A22, N2]',
    'sources: [N1, Z99, N2]',
    '[N1, Z99, N2]',
    'background.sources[1]',
    'the id of a source in claims/sources.yaml',
  ),
  dangling(
    'a claim of the article',
    'claims: [C18, C19, C21, C22]',
    'claims: [C18, C19, C21, C99]',
    '[C18, C19, C21, C99]',
    'article.claims[3]',
    'the id of a claim in claims/claims.yaml',
  ),
  dangling(
    'a claim that takes a interpretation',
    'takenBy: [C22]',
    'takenBy: [C99]',
    'takenBy: [C99]',
    'interpretations.joint.takenBy[0]',
    'the id of a claim in claims/claims.yaml',
  ),
  dangling(
    'a source of what is on record',
    'sources: [N4, N5]',
    'sources: [N4, Z99]',
    '[N4, Z99]',
    'onRecord.faction.sources[1]',
    'the id of a source in claims/sources.yaml',
  ),
  dangling(
    'a interpretation that something would fit',
    '{ interpretation: joint, if: the texts',
    '{ interpretation: other, if: the texts',
    'interpretation: other',
    'onRecord.ttp-accounts.fits[0].interpretation',
    'the id of an interpretation in claims/interpretations.yaml',
  ),
])

const police = entryText(REAL.interpretations, 'police')
const fits = / {4}fits:\n(?: {6}.*\n)+/.exec(police)![0]
const others = REAL.interpretations.slice(REAL.interpretations.indexOf('  - id: credit\n'), REAL.interpretations.indexOf('\n# `fits`'))
const allOfThem = REAL.interpretations.slice(
  REAL.interpretations.indexOf('\ninterpretations:') + '\ninterpretations:'.length,
  REAL.interpretations.indexOf('\n# `fits`'),
)

table('interpretations of an event: shape', [
  {
    name: 'a interpretation twice at one thing on record',
    file: 'interpretations',
    entry: 'police',
    find: '- interpretation: credit',
    put: '- interpretation: joint',
    faults: [
      {
        code: 'duplicate-id',
        at: ['police', '\n      - interpretation: joint\n\n'],
        field: 'onRecord.police.fits[1].interpretation',
        value: 'joint',
        expected: 'each interpretation once',
      },
    ],
  },
  {
    name: 'something on record with no source',
    file: 'interpretations',
    entry: 'police',
    find: 'sources: [A23, A24]',
    put: 'sources: []',
    faults: [
      {
        code: 'wrong-shape',
        at: ['police', 'sources:'],
        field: 'onRecord.police.sources',
        value: '[]',
        expected: 'what the record says needs its source',
      },
    ],
  },
  {
    name: 'something on record that would fit nothing',
    file: 'interpretations',
    entry: 'police',
    find: fits,
    put: '    fits: []\n',
    faults: [
      {
        code: 'wrong-shape',
        at: ['police', 'fits:'],
        field: 'onRecord.police.fits',
        value: '[]',
        expected: 'at least one interpretation with which it would fit',
      },
    ],
  },
  {
    name: 'a interpretation of which nothing is expected',
    file: 'interpretations',
    entry: 'credit',
    find: / {4}expect:\n(?: {6}.*\n)+/.exec(entryText(REAL.interpretations, 'credit'))![0],
    put: '    expect: []\n',
    faults: [
      {
        code: 'wrong-shape',
        at: ['credit', 'expect:'],
        field: 'interpretations.credit.expect',
        value: '[]',
        expected: 'say what one would expect to see',
      },
    ],
  },
  {
    name: 'a name too long for a column',
    file: 'interpretations',
    entry: 'joint',
    find: 'name: A joint operation',
    put: 'name: A joint operation that was planned by the two of them',
    faults: [
      {
        code: 'wrong-shape',
        at: ['joint', 'name:'],
        field: 'interpretations.joint.name',
        value: 'planned',
        expected: 'at most 40 characters',
      },
    ],
  },
  {
    name: 'nothing that says the record does not decide',
    file: 'interpretations',
    find: '\nundecided: What is on record does not decide between these readings.\n',
    put: '\n',
    faults: [{ code: 'wrong-shape', at: null, field: 'undecided', value: '(nothing)', expected: 'this key' }],
  },
])

it('one interpretation alone, or none, is a verdict', () => {
  for (const gone of [others, allOfThem]) {
    const { register, diagnostics } = loadRegister({
      ...REAL,
      interpretations: edit(REAL.interpretations, undefined, gone, gone === others ? '' : ' []\n'),
    })
    expect(register).toBeNull()
    expect(diagnostics.filter(({ field }) => field === 'interpretations').map(({ code, expected }) => [code, expected])).toEqual([
      ['wrong-shape', 'at least two interpretations: one alone is a verdict'],
    ])
  }
})

const of = (sentence: string) => {
  const text = REAL.argument
  const start = text.indexOf(`  - sentence: ${sentence}\n    shows:`)
  return text.slice(start, start + (/\n(?= {2}- |\S|\n)/.exec(text.slice(start))?.index ?? 0) + 1)
}

table('what is written of a pull-quote', [
  {
    name: 'missing',
    file: 'argument',
    find: of('S24'),
    put: '',
    faults: [
      {
        code: 'pull-quote-mismatch',
        at: [undefined, '\npullQuotes:'],
        field: 'pullQuotes',
        value: '["S03","S12"]',
        expected: 'an entry “sentence: S24”',
      },
    ],
  },
  {
    name: 'twice',
    file: 'argument',
    find: of('S24'),
    put: of('S24') + of('S24').replace('S24', 'S12'),
    faults: [
      {
        code: 'duplicate-id',
        at: [undefined, of('S24').replace('S24', 'S12')],
        field: 'pullQuotes[3].sentence',
        value: 'S12',
        expected: 'each pull-quote once',
      },
    ],
  },
  {
    name: 'of a sentence of the body',
    file: 'argument',
    find: of('S24'),
    put: of('S24') + of('S24').replace('S24', 'S02'),
    faults: [
      {
        code: 'pull-quote-mismatch',
        at: [undefined, 'sentence: S02\n    shows'],
        field: 'pullQuotes[3].sentence',
        value: 'S02',
        expected: 'a pull-quote of which some claim restates one of the body',
      },
    ],
  },
  {
    name: 'of a sentence that is not there',
    file: 'argument',
    find: of('S24'),
    put: of('S24') + of('S24').replace('S24', 'S99'),
    faults: [
      {
        code: 'dangling-id',
        at: [undefined, 'sentence: S99'],
        field: 'pullQuotes[3].sentence',
        value: 'S99',
        expected: 'the id of a sentence',
      },
    ],
  },
  {
    name: 'that has no counterpart any more',
    file: 'claims',
    entry: 'C33',
    find: '  restates: C29\n',
    put: '',
    faults: [
      {
        code: 'pull-quote-mismatch',
        file: 'argument',
        at: [undefined, 'sentence: S24\n    shows'],
        field: 'pullQuotes[2].sentence',
        value: 'S24',
        expected: 'restates one of the body',
      },
    ],
  },
  {
    name: 'without the reading that lets both hold',
    file: 'argument',
    find: of('S12'),
    put: of('S12').replace(/ {4}charitableReading:[\s\S]*/, ''),
    faults: [
      {
        code: 'wrong-shape',
        at: [undefined, '- sentence: S12\n'],
        field: 'pullQuotes[1].charitableReading',
        value: '(nothing)',
        expected: 'this key',
      },
    ],
  },
])

const thirteen = 'The group continues to maintain a strong foothold, especially in all rural areas'
const article = 'the group continues to maintain a strong foothold, especially in rural areas'
const other = 'the group continued to have a strong foothold, especially in rural areas'
const shared = (name: string, find: string, put: string, faults: readonly Fault[]): Case => ({ name, file: 'article', find, put, faults })

describe('shared wording', () => {
  table('is refused', [
    shared('more than twelve words of the article', `quote: ${article}`, `quote: ${thirteen}`, [
      {
        code: 'citation-too-long',
        at: [undefined, thirteen],
        field: 'sharedWording[0].pairs[0].quote',
        value: 'all rural',
        expected: 'at most 12 words; these are 13',
      },
      {
        code: 'words-not-in-article',
        at: [undefined, thirteen],
        field: 'sharedWording[0].pairs[0].quote',
        value: 'all rural',
        expected: 'stand in S08',
      },
    ]),
    shared(
      'one word more than twelve, though the article has it',
      `quote: ${article}`,
      `quote: notably Kunar and Nangarhar, where ${article}`,
      [
        {
          code: 'citation-too-long',
          at: [undefined, 'notably Kunar'],
          field: 'sharedWording[0].pairs[0].quote',
          value: 'notably',
          expected: 'at most 12 words; these are 17',
        },
      ],
    ),
    shared('more than twelve words of the other text', `theirs: ${other}`, `theirs: where ${other}`, [
      {
        code: 'citation-too-long',
        at: [undefined, `theirs: where`],
        field: 'sharedWording[0].pairs[0].theirs',
        value: 'where',
        expected: 'at most 12 words; these are 13',
      },
      {
        code: 'citation-not-verbatim',
        at: [undefined, `theirs: where`],
        field: 'sharedWording[0].pairs[0].theirs',
        value: 'where',
        expected: "words of A2's excerpt",
      },
    ]),
    shared('one letter of the article’s words changed', `quote: ${article}`, `quote: ${article.replace('maintain', 'mantain')}`, [
      {
        code: 'words-not-in-article',
        at: [undefined, 'mantain'],
        field: 'sharedWording[0].pairs[0].quote',
        value: 'mantain',
        expected: '3 words or more that stand in S08',
      },
    ]),
    shared('one letter of the source’s words changed', `theirs: ${other}`, `theirs: ${other.replace('have', 'hold')}`, [
      {
        code: 'citation-not-verbatim',
        at: [undefined, 'to hold a'],
        field: 'sharedWording[0].pairs[0].theirs',
        value: 'hold',
        expected: "words of A2's excerpt",
      },
    ]),
    shared('words too few to prove', `quote: ${article}`, 'quote: rural areas', [
      {
        code: 'words-not-in-article',
        at: [undefined, 'quote: rural'],
        field: 'sharedWording[0].pairs[0].quote',
        value: 'rural areas',
        expected: '3 words or more',
      },
    ]),
    shared('a pair of another sentence', '- sentence: S08\n        quote', '- sentence: S07\n        quote', [
      {
        code: 'shared-wording-mismatch',
        at: [undefined, '- sentence: S07\n        quote: the'],
        field: 'sharedWording[0].pairs[0].sentence',
        value: 'S07',
        expected: 'one of this entry’s sentences: S08, S09',
      },
    ]),
    shared('a date kept back', 'dated: its address dated', 'dated: null', [
      {
        code: 'shared-wording-mismatch',
        at: [undefined, '    dated: null\n    pairs:\n      - sentence: S07'],
        field: 'sharedWording[2].dated',
        value: 'null',
        expected: 'how N9 is dated, before “2025-07-17”',
      },
    ]),
    shared('a date that the source does not show', 'dated: null', 'dated: published in', [
      {
        code: 'shared-wording-mismatch',
        at: [undefined, 'dated: published in'],
        field: 'sharedWording[1].dated',
        value: 'published in',
        expected: 'null: N8 shows no date',
      },
    ]),
    shared(
      'nothing to show',
      REAL.article.slice(REAL.article.indexOf('    pairs:\n      - sentence: S07'), REAL.article.indexOf('\nreply:')),
      '    pairs: []\n',
      [{ code: 'wrong-shape', at: [undefined, 'pairs: []'], field: 'sharedWording[2].pairs', value: '[]', expected: 'at least one pair' }],
    ),
  ])
})

it('an entry on record is told in its own line, the others stand', () => {
  expectAll(
    { ...REAL, interpretations: editEntry(REAL.interpretations, 'police', (entry) => entry.replace('A24]', 'Z99]')) },
    'interpretations',
    [{ code: 'dangling-id', at: ['police', 'Z99'], field: 'onRecord.police.sources[1]', value: 'Z99', expected: 'the id of a source' }],
  )
})
