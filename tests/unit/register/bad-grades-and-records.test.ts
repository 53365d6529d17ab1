/** Grades, ratings, attributions, cue words and record lines that do not hold together. */
import { describe, expect, it } from 'vitest'
import { GRADES, STATUSES_THAT_CITE } from '../../../engine/register/vocabulary.ts'
import { type Case, expectAll, type Fault, REAL, run, table } from './cases.ts'
import { edit, editEntry, entryText, loadRegister } from './support.ts'
import { forEachCase } from '../../support/faults.ts'

describe('attribution', () => {
  it('S0 with an attribution', () => {
    run({
      name: '',
      entry: 'C02',
      find: 'attribution: null',
      put: 'attribution: { source: an office, cues: [intensifying its operations] }',
      faults: [
        {
          code: 'attribution-mismatch',
          at: ['C02', 'attribution:'],
          field: 'C02.attribution',
          value: '“an office”',
          expected: 'null: S0 (No source given) has no attribution',
        },
      ],
    })
  })

  it('N with an attribution', () => {
    run({
      name: '',
      entry: 'C32',
      find: 'attribution: null',
      put: 'attribution: { source: an office, cues: [When terrorism wears] }',
      faults: [
        { code: 'attribution-mismatch', at: ['C32', 'attribution:'], field: 'C32.attribution', value: '“an office”', expected: 'null: N' },
      ],
    })
  })

  it('a grade from S1 on without an attribution', () =>
    forEachCase(GRADES.slice(1), (grade) => {
      const claims = editEntry(REAL.claims, 'C02', (entry) => entry.replaceAll('grade: S0', `grade: ${grade}`))
      expectAll({ ...REAL, claims }, 'claims', [
        {
          code: 'attribution-mismatch',
          at: ['C02', 'attribution:'],
          field: 'C02.attribution',
          value: 'null',
          expected: `an attribution: ${grade} (`,
        },
      ])
    }))

  it('an attribution without cue words', () => {
    run({
      name: '',
      entry: 'C14',
      find: '    cues:\n      - remarked',
      put: '    cues: []',
      faults: [
        {
          code: 'wrong-shape',
          at: ['C14', '\n    cues: []\n  flags'],
          field: 'C14.attribution.cues',
          value: '[]',
          expected: 'needs its cue words',
        },
      ],
    })
  })
})

table('grades, ratings and flags', [
  {
    name: 'a grade that no rating supports',
    entry: 'C19',
    find: '\n  grade: S2\n',
    put: '\n  grade: S3\n',
    faults: [
      {
        code: 'grade-unsupported',
        at: ['C19', '\n  grade:'],
        field: 'C19.grade',
        value: '“S3”',
        expected: 'a grade that some rating pass gave: S2',
      },
    ],
  },
  {
    name: 'a grade outside the list',
    entry: 'C19',
    find: '\n  grade: S2\n',
    put: '\n  grade: S5\n',
    faults: [
      { code: 'wrong-shape', at: ['C19', '\n  grade:'], field: 'C19.grade', value: '“S5”', expected: 'one of S0, S1, S2, S3, S4, N' },
    ],
  },
  {
    name: 'passes that differ without an adjudication',
    entry: 'C02',
    find: '{ pass: R1, grade: S0 }',
    put: '{ pass: R1, grade: S1 }',
    faults: [
      {
        code: 'grade-unsupported',
        at: ['C02', '- id: C02'],
        field: 'C02.adjudication',
        value: 'null',
        expected: 'an adjudication naming the losing grade, one of S1: the passes differ',
      },
    ],
  },
  {
    name: 'an adjudication that names a grade nobody gave',
    entry: 'C41',
    find: 'losing: N',
    put: 'losing: S3',
    faults: [
      { code: 'grade-unsupported', at: ['C41', 'adjudication:'], field: 'C41.adjudication', value: '"losing":"S3"', expected: 'one of N' },
    ],
  },
  {
    name: 'an adjudication where the passes agree',
    entry: 'C41',
    find: '{ pass: R1, grade: N }',
    put: '{ pass: R1, grade: S0 }',
    faults: [
      {
        code: 'grade-unsupported',
        at: ['C41', 'adjudication:'],
        field: 'C41.adjudication',
        value: '"losing":"N"',
        expected: 'no adjudication: the passes agree',
      },
    ],
  },
  {
    name: 'no rating at all',
    entry: 'C02',
    find: entryText(REAL.claims, 'C02').match(/  ratings:\n(?: {4}.*\n)+/)![0],
    put: '  ratings: []\n',
    faults: [
      { code: 'wrong-shape', at: ['C02', 'ratings:'], field: 'C02.ratings', value: '[]', expected: 'a grade needs at least one rating' },
    ],
  },
  {
    name: 'N on a claim marked CFS',
    entry: 'C32',
    find: 'checkWorthiness: NFS',
    put: 'checkWorthiness: CFS',
    faults: [
      {
        code: 'grade-mismatch',
        at: ['C32', '\n  grade:'],
        field: 'C32.grade',
        value: '“N”',
        expected: 'a grade S0 to S4: the claim is marked CFS',
      },
    ],
  },
  {
    name: 'N given to a claim marked CFS that nobody rated so',
    entry: 'C02',
    find: '\n  grade: S0\n',
    put: '\n  grade: N\n',
    faults: [
      {
        code: 'grade-unsupported',
        at: ['C02', '\n  grade:'],
        field: 'C02.grade',
        value: '“N”',
        expected: 'a grade that some rating pass gave: S0',
      },
      { code: 'grade-mismatch', at: ['C02', '\n  grade:'], field: 'C02.grade', value: '“N”', expected: 'marked CFS' },
    ],
  },
  {
    name: 'a grade on a claim marked NFS',
    entry: 'C02',
    find: 'checkWorthiness: CFS',
    put: 'checkWorthiness: NFS',
    faults: [
      { code: 'grade-mismatch', at: ['C02', '\n  grade:'], field: 'C02.grade', value: '“S0”', expected: 'N: the claim is marked NFS' },
    ],
  },
  {
    name: 'a flag on an opinion',
    entry: 'C32',
    find: 'flags: []',
    put: 'flags: [when]',
    faults: [
      {
        code: 'flag-on-opinion',
        at: ['C32', 'flags:'],
        field: 'C32.flags',
        value: '["when"]',
        expected: 'no flags: opinion is never flagged',
      },
    ],
  },
  {
    name: 'more than two flags',
    entry: 'C02',
    find: 'flags: [when, how-many]',
    put: 'flags: [when, how-many, which-source]',
    faults: [
      { code: 'wrong-shape', at: ['C02', 'flags:'], field: 'C02.flags', value: '"which-source"', expected: 'at most two flags a claim' },
    ],
  },
  {
    name: 'a flag outside the list',
    entry: 'C02',
    find: 'flags: [when, how-many]',
    put: 'flags: [when, who]',
    faults: [{ code: 'wrong-shape', at: ['C02', 'flags:'], field: 'C02.flags[1]', value: '“who”', expected: 'one of when, how-many' }],
  },
  {
    name: 'a graded claim that says nothing of what would settle it',
    entry: 'C02',
    find: entryText(REAL.claims, 'C02').match(/  request:\n(?: {4}.*\n)+/)![0],
    put: '  request: null\n',
    faults: [{ code: 'grade-mismatch', at: ['C02', 'request:'], field: 'C02.request', value: 'null', expected: 'what would settle it' }],
  },
  {
    name: 'an opinion that evidence is said to settle',
    entry: 'C32',
    find: 'request: null',
    put: 'request: { id: W01, outcomes: [{ finding: a, means: b }, { finding: c, means: d }] }',
    faults: [
      {
        code: 'grade-mismatch',
        at: ['C32', 'request:'],
        field: 'C32.request',
        value: '“W01”',
        expected: 'null: no evidence settles an opinion',
      },
    ],
  },
  {
    name: 'only one outcome',
    entry: 'C32',
    find: 'request: null',
    put: 'request: { id: W01, outcomes: [{ finding: a, means: b }] }',
    faults: [
      { code: 'wrong-shape', at: ['C32', 'request:'], field: 'C32.request.outcomes', value: '"finding":"a"', expected: 'at least two' },
    ],
  },
])

table('certainty, words and dates', [
  {
    name: 'plain with cue words',
    entry: 'C09',
    find: 'level: boosted',
    put: 'level: plain',
    faults: [
      {
        code: 'certainty-mismatch',
        at: ['C09', 'certainty:'],
        field: 'C09.certainty',
        value: '"never"',
        expected: 'no cue words at “plain”',
      },
    ],
  },
  {
    name: 'hedged without cue words',
    entry: 'C02',
    find: 'level: plain',
    put: 'level: hedged',
    faults: [
      {
        code: 'certainty-mismatch',
        at: ['C02', 'certainty:'],
        field: 'C02.certainty',
        value: '"hedged"',
        expected: 'the words that make it hedged',
      },
    ],
  },
  {
    name: 'a short cue that does not stand in the sentence',
    entry: 'C09',
    find: '\n      - never',
    put: '\n      - hardly',
    faults: [
      {
        code: 'words-not-in-article',
        at: ['C09', '- hardly'],
        field: 'C09.certainty.cues[0]',
        value: '“hardly”',
        expected: "words that stand in S05 inside a claim's quote, or with their neighbours so that they are 3 words or more",
      },
    ],
  },
  {
    name: 'a cue that is only a part of a word',
    entry: 'C09',
    find: '\n      - never',
    put: '\n      - ever',
    faults: [
      {
        code: 'words-not-in-article',
        at: ['C09', '- ever'],
        field: 'C09.certainty.cues[0]',
        value: '“ever”',
        expected: 'words that stand in S05',
      },
    ],
  },
  {
    name: 'a long cue that does not stand in the sentence',
    entry: 'C08',
    find: '\n      - One can not ignore the fact',
    put: '\n      - One cannot ignore the fact',
    faults: [
      {
        code: 'words-not-in-article',
        at: ['C08', '- One cannot'],
        field: 'C08.certainty.cues[0]',
        value: 'One cannot',
        expected: 'words that stand in S05',
      },
    ],
  },
  {
    name: 'an attribution’s cue that does not stand near the sentence',
    entry: 'C14',
    find: '- remarked\n',
    put: '- announced\n',
    faults: [
      {
        code: 'words-not-in-article',
        at: ['C14', '- announced\n'],
        field: 'C14.attribution.cues[0]',
        value: '“announced”',
        expected: 'words that stand in S08 or S09 or S10',
      },
    ],
  },
  {
    name: 'words of a date that are not in the quote',
    entry: 'C14',
    find: 'words: November 2021',
    put: 'words: November 2022',
    faults: [
      {
        code: 'words-not-in-article',
        at: ['C14', 'words:'],
        field: 'C14.dated.words',
        value: 'November 2022',
        expected: 'words of this claim’s quote',
      },
    ],
  },
  {
    name: 'a month that is none',
    entry: 'C14',
    find: 'date: 2021-11',
    put: 'date: 2021-13',
    faults: [{ code: 'wrong-shape', at: ['C14', 'date:'], field: 'C14.dated.date', value: '2021-13', expected: 'must be a date' }],
  },
  {
    name: 'a day that is none',
    entry: 'C02',
    find: 'asOf: 2026-11-23',
    put: 'asOf: 2026-11-31',
    faults: [{ code: 'wrong-shape', at: ['C02', 'asOf:'], field: 'C02.record.asOf', value: '2026-11-31', expected: 'must be a day' }],
  },
  {
    name: 'the marker of an inference',
    file: 'argument',
    entry: 'I01',
    find: 'marker: Therefore',
    put: 'marker: Hence',
    faults: [
      {
        code: 'words-not-in-article',
        at: ['I01', 'marker:'],
        field: 'inferences.I01.marker',
        value: '“Hence”',
        expected: 'words that stand in S06 or S05',
      },
    ],
  },
  {
    name: 'a name the article does not use there',
    file: 'actors',
    entry: 'ttp',
    find: 'name: TTP, sentence: S12',
    put: 'name: TPP, sentence: S12',
    faults: [
      {
        code: 'words-not-in-article',
        at: ['ttp', 'name: TPP'],
        field: 'actors.ttp.articleNames[0].name',
        value: '“TPP”',
        expected: 'words that stand in S12',
      },
    ],
  },
  {
    name: 'a label the article does not use there',
    file: 'actors',
    find: 'label: terror group',
    put: 'label: terror gang',
    faults: [
      {
        code: 'words-not-in-article',
        at: [undefined, 'label: terror gang'],
        field: 'labels[3].label',
        value: '“terror gang”',
        expected: 'words that stand in S11',
      },
    ],
  },
])

describe('the record', () => {
  it('a status that speaks of sources, with no citation', () =>
    forEachCase(STATUSES_THAT_CITE, (status) => {
      run({
        name: '',
        entry: 'C05',
        find: 'status: not checked',
        put: `status: ${status}`,
        faults: [
          {
            code: 'record-uncited',
            at: ['C05', 'citations:'],
            field: 'C05.record.citations',
            value: '[]',
            expected: `at least one citation: “${status}” speaks of sources`,
          },
        ],
      })
    }))

  it('shared wording alone is no citation', () => {
    const claims = edit(
      edit(REAL.claims, 'C05', 'status: not checked', 'status: corroborated'),
      'C05',
      'citations: []',
      'citations: [{ source: N9, role: shared wording }]',
    )
    expectAll({ ...REAL, claims }, 'claims', [
      {
        code: 'record-uncited',
        at: ['C05', 'citations:'],
        field: 'C05.record.citations',
        value: 'shared wording',
        expected: 'at least one citation',
      },
    ])
  })

  it('“not checkable” and “not checked” need none', () => {
    expect(loadRegister({ ...REAL, claims: edit(REAL.claims, 'C05', 'status: not checked', 'status: not checkable') }).diagnostics).toEqual(
      [],
    )
  })

  const words = (count: number) => Array.from({ length: count }, (_, index) => `w${index + 1}`).join(' ')
  const cited = 'Hours later the Islamic State Khorasan (IS-K) group claimed'
  const citationField = 'C18.record.citations[1].quote'
  const notOfIt = (value: string): Fault => ({
    code: 'citation-not-verbatim',
    at: ['C18', '\n        quote:'],
    field: citationField,
    value,
    expected: `words of N3's excerpt: “${cited}`,
  })
  const citation = (name: string, put: string, faults: readonly Fault[]): Case => ({
    name,
    entry: 'C18',
    find: `        quote: ${cited}`,
    put: `        quote: ${put}`,
    faults,
  })
  table('a citation that is too long or not of its source, a record too many or too few', [
    citation('a citation’s quote of 26 words', words(26), [
      {
        code: 'citation-too-long',
        at: ['C18', '\n        quote:'],
        field: citationField,
        value: 'w26',
        expected: 'at most 25 words; this quotation has 26',
      },
      notOfIt('w1 w2'),
    ]),
    citation('25 words are not too many', words(25), [notOfIt('w25')]),
    citation('a citation’s quote not in the source’s excerpt', cited.replace('later', 'after'), [notOfIt('Hours after')]),
    citation('a citation’s quote that begins within a word', cited.slice(1), [notOfIt('“ours later')]),
    citation('a citation’s quote in other capitals', cited.replace('Hours', 'hours'), [notOfIt('“hours later')]),
    {
      name: 'a source’s quote of 26 words',
      file: 'sources',
      entry: 'A1',
      find: entryText(REAL.sources, 'A1').match(/  quote: .*/)![0],
      put: `  quote: ${words(26)}`,
      faults: [
        {
          code: 'citation-too-long',
          at: ['A1', '\n  quote:'],
          field: 'A1.quote',
          value: 'w26',
          expected: 'at most 25 words; this quotation has 26',
        },
      ],
    },
    {
      name: 'a graded claim without a record',
      entry: 'C05',
      find: entryText(REAL.claims, 'C05').match(/  record:\n(?: {4}.*\n)+/)![0],
      put: '  record: null\n',
      faults: [
        {
          code: 'record-mismatch',
          at: ['C05', 'record:'],
          field: 'C05.record',
          value: 'null',
          expected: 'a record entry, “not checked” if need be',
        },
      ],
    },
    {
      name: 'an opinion with a record',
      entry: 'C32',
      find: 'record: null',
      put: 'record: { status: not checked, asOf: 2026-11-23, finding: a, establishes: null, doesNotEstablish: b, citations: [] }',
      faults: [
        {
          code: 'record-mismatch',
          at: ['C32', 'record:'],
          field: 'C32.record',
          value: '“not checked”',
          expected: 'null: an opinion has no record line',
        },
      ],
    },
  ])

  it('an address that is none of the web’s is refused', () =>
    forEachCase(
      ['no address', 'example.org/a', 'javascript:alert(1)', 'ftp://example.org/a', 'data:text/html,a', 'file:///etc/passwd', 'https://'],
      (url) => {
        const field = entryText(REAL.sources, 'A1').match(/  url: .*/)![0]
        run({
          name: '',
          file: 'sources',
          entry: 'A1',
          find: field,
          put: `  url: "${url}"`,
          faults: [
            { code: 'wrong-shape', at: ['A1', 'url:'], field: 'A1.url', value: `“${url}”`, expected: 'must be a full http(s) address' },
          ],
        })
      },
    ))

  it('so is one of the article', () => {
    const field = REAL.article.match(/  url: .*/)![0]
    run({
      name: '',
      file: 'article',
      find: field,
      put: '  url: javascript:alert(1)',
      faults: [
        {
          code: 'wrong-shape',
          at: [undefined, '  url:'],
          field: 'article.url',
          value: '“javascript:alert(1)”',
          expected: 'must be a full http(s) address',
        },
      ],
    })
  })
})

table('what a drawing needs', [
  {
    name: 'an arrow to Pakistan that comes from no corner',
    entry: 'C25',
    find: '  from: iskp\n',
    put: '',
    faults: [
      {
        code: 'relation-mismatch',
        at: ['C25', 'relation: to-pakistan'],
        field: 'C25.relation',
        value: 'to-pakistan',
        expected: 'taliban, iskp, ttp',
      },
    ],
  },
  {
    name: 'a corner on a claim that is no arrow',
    entry: 'C26',
    find: '  relation: taliban-ttp\n',
    put: '  relation: taliban-ttp\n  from: taliban\n',
    faults: [
      {
        code: 'relation-mismatch',
        at: ['C26', 'from: taliban'],
        field: 'C26.from',
        value: 'taliban',
        expected: 'only “to-pakistan” comes from one',
      },
    ],
  },
  {
    name: 'a relation that the figure does not have',
    entry: 'C26',
    find: '  relation: taliban-ttp\n',
    put: '  relation: taliban-un\n',
    faults: [
      {
        code: 'dangling-id',
        at: ['C26', 'relation: taliban-un'],
        field: 'C26.relation',
        value: 'taliban-un',
        expected: 'taliban-iskp, iskp-ttp, taliban-ttp, to-pakistan, triangle',
      },
    ],
  },
  {
    name: 'a corner that is no actor',
    file: 'actors',
    find: '  corners: [taliban, iskp, ttp]\n',
    put: '  corners: [taliban, iskp, ttp, nobody]\n',
    faults: [
      {
        code: 'dangling-id',
        at: [undefined, '  corners: [taliban, iskp, ttp, nobody]'],
        field: 'figure.corners[3]',
        value: 'nobody',
        expected: 'the id of an actor',
      },
      {
        code: 'relation-mismatch',
        at: [undefined, 'between: [taliban, ttp]'],
        field: 'figure.sides.taliban-ttp.between',
        value: 'taliban',
        expected: 'two neighbours: these stand across from each other',
      },
    ],
  },
  {
    name: 'five corners',
    file: 'actors',
    find: '  corners: [taliban, iskp, ttp]\n',
    put: '  corners: [taliban, iskp, ttp, un, us]\n',
    faults: [
      { code: 'wrong-shape', at: [undefined, '  corners: ['], field: 'figure.corners', value: 'taliban', expected: 'two to four corners' },
    ],
  },
  {
    name: 'a middle that is a corner too',
    file: 'actors',
    find: '  middle: pakistan\n',
    put: '  middle: ttp\n',
    faults: [{ code: 'relation-mismatch', at: [undefined, '  middle: ttp'], field: 'figure.middle', value: 'ttp', expected: 'no corner' }],
  },
  {
    name: 'arrows to a middle that is not there',
    file: 'actors',
    find: '  middle: pakistan\n',
    put: '',
    faults: [
      {
        code: 'relation-mismatch',
        at: [undefined, '  toMiddle:'],
        field: 'figure.toMiddle',
        value: 'to-pakistan',
        expected: 'a line “middle: ”',
      },
    ],
  },
  {
    name: 'a side that joins a corner to itself',
    file: 'actors',
    find: 'between: [iskp, ttp]',
    put: 'between: [ttp, ttp]',
    faults: [
      {
        code: 'relation-mismatch',
        at: [undefined, 'between: [ttp, ttp]'],
        field: 'figure.sides.iskp-ttp.between',
        value: '["ttp","ttp"]',
        expected: 'two different corners',
      },
    ],
  },
  {
    name: 'two sides between the same corners',
    file: 'actors',
    find: 'between: [taliban, ttp]',
    put: 'between: [ttp, iskp]',
    faults: [
      {
        code: 'relation-mismatch',
        at: [undefined, 'between: [ttp, iskp]'],
        field: 'figure.sides.taliban-ttp.between',
        value: '["ttp","iskp"]',
        expected: 'two corners that no side before it joins',
      },
    ],
  },
  {
    name: 'a side to who is no corner',
    file: 'actors',
    find: 'between: [iskp, ttp]',
    put: 'between: [iskp, pakistan]',
    faults: [
      {
        code: 'relation-mismatch',
        at: [undefined, 'between: [iskp, pakistan]'],
        field: 'figure.sides.iskp-ttp.between',
        value: '["iskp","pakistan"]',
        expected: 'two of the corners taliban, iskp, ttp',
      },
    ],
  },
  {
    name: 'two relations of one id',
    file: 'actors',
    find: 'whole: { id: triangle }',
    put: 'whole: { id: to-pakistan }',
    faults: [
      {
        code: 'duplicate-id',
        at: [undefined, 'whole: { id: to-pakistan }'],
        field: 'figure.whole.id',
        value: 'to-pakistan',
        expected: 'an id of its own',
      },
      {
        code: 'dangling-id',
        file: 'claims',
        at: ['C28', 'relation: triangle'],
        field: 'C28.relation',
        value: 'triangle',
        expected: 'to-pakistan',
      },
    ],
  },
  {
    name: 'a side of the record that the figure does not have',
    file: 'record',
    find: '  - side: taliban-ttp\n',
    put: '  - side: taliban-un\n',
    faults: [
      {
        code: 'side-without-record',
        at: [undefined, 'sides:'],
        field: 'sides',
        value: 'taliban-iskp',
        expected: 'an entry for taliban-ttp',
      },
      {
        code: 'dangling-id',
        at: [undefined, '- side: taliban-un'],
        field: 'sides[2].side',
        value: 'taliban-un',
        expected: 'a side of the figure',
      },
    ],
  },
  {
    name: 'a side with claims and no record',
    file: 'record',
    find: '  - side: taliban-ttp\n',
    put: '  - side: iskp-ttp\n',
    faults: [
      {
        code: 'side-without-record',
        at: [undefined, 'sides:'],
        field: 'sides',
        value: 'taliban-iskp',
        expected: 'an entry for taliban-ttp',
      },
      {
        code: 'duplicate-id',
        at: [undefined, '- side: iskp-ttp\n    says: supported'],
        field: 'sides[2].side',
        value: 'iskp-ttp',
        expected: 'each side once',
      },
    ],
  },
  {
    name: 'a claim whose event is not there',
    entry: 'C16',
    find: 'event: iskp-quiet-year',
    put: 'event: quiet',
    faults: [
      {
        code: 'dangling-id',
        at: ['C16', 'event: quiet'],
        field: 'C16.dated.event',
        value: 'quiet',
        expected: 'the id of an event in claims/record.yaml',
      },
    ],
  },
  {
    name: 'a source of a side that is not there',
    file: 'record',
    find: 'sources: [A15, A18, A19,',
    put: 'sources: [A15, Z9, A19,',
    faults: [{ code: 'dangling-id', at: [undefined, 'Z9'], field: 'sides[1].sources[1]', value: 'Z9', expected: 'the id of a source' }],
  },
  {
    name: 'a source of a date that is not there',
    file: 'record',
    entry: 'minister-killed',
    find: 'sources: [A11, N36]',
    put: 'sources: [A11, Z9]',
    faults: [
      {
        code: 'dangling-id',
        at: ['minister-killed', 'Z9'],
        field: 'events.minister-killed.record.sources[1]',
        value: 'Z9',
        expected: 'the id of a source',
      },
    ],
  },
  {
    name: 'an event in the record with no date, that no claim dates',
    file: 'record',
    entry: 'taliban-raids',
    find: `    record:
      date: 2025-06/2025-07
      finding: Taliban raids on ISKP in June and July 2025 are reported, in one outlet’s summary of a UN report.
      sources: [A14]
`,
    put: '    record: null\n',
    faults: [
      {
        code: 'event-without-date',
        at: ['taliban-raids', 'record: null'],
        field: 'events.taliban-raids.record',
        value: 'null',
        expected: 'nothing dates this event',
      },
    ],
  },
  {
    name: 'words too long for a drawing',
    entry: 'C26',
    find: 'short: tacit support for TTP',
    put: 'short: the Taliban tacitly support TTP',
    faults: [{ code: 'wrong-shape', at: ['C26', 'short:'], field: 'C26.short', value: 'tacitly', expected: 'at most 26 characters' }],
  },
])
