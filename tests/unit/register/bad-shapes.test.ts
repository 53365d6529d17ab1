/** Cycles, steps, keys, types, whole files, and several faults at once. */
import { describe, expect, it } from 'vitest'
import type { RegisterFile } from '../../../engine/register/parse.ts'
import { type Case, expectAll, type Fault, REAL, run, table } from './cases.ts'
import { edit, editEntry, entryText, expectFaults, loadRegister, type Texts } from './support.ts'
import { forEachCase } from '../../support/faults.ts'

const C02 = 'intensifying its operations across northern, eastern, and even southern Afghanistan'

const cycle = (value: string, closing: string): Fault => ({
  code: 'inference-cycle',
  at: [closing, `- id: ${closing}`],
  field: `inferences.${closing}`,
  value: `“${value}”`,
  expected: 'an argument in which no claim supports itself: take one of these steps out',
})

table('a cycle of inferences', [
  {
    name: 'of one',
    file: 'argument',
    entry: 'I02',
    find: 'premises: [C10]',
    put: 'premises: [C10, C11]',
    faults: [cycle('C11 → C11', 'I02')],
  },
  {
    name: 'of two',
    file: 'argument',
    entry: 'I01',
    find: 'premises: [C08, C09]',
    put: 'premises: [C08, C09, C11]',
    faults: [cycle('C10 → C11 → C10', 'I02')],
  },
  {
    name: 'of five',
    file: 'argument',
    entry: 'I03',
    find: 'premises: [C19, C21]',
    put: 'premises: [C21, C38]',
    faults: [cycle('C22 → C23 → C35 → C37 → C38 → C22', 'I05')],
  },
])

it('every cycle is told, not the first alone', () => {
  const argument = edit(
    edit(REAL.argument, 'I02', 'premises: [C10]', 'premises: [C10, C11]'),
    'I04',
    'premises: [C18]',
    'premises: [C18, C40]',
  )
  expectAll({ ...REAL, argument }, 'argument', [cycle('C11 → C11', 'I02'), cycle('C40 → C40', 'I04')])
})

table('steps, tensions and voices', [
  {
    name: 'a tension without its charitable reading',
    file: 'argument',
    entry: 'T1',
    find: entryText(REAL.argument, 'T1').match(/    charitableReading:.*\n(?: {6}.*\n)*/)![0],
    put: '',
    faults: [
      {
        code: 'wrong-shape',
        at: ['T1', '- id: T1'],
        field: 'tensions.T1.charitableReading',
        value: '(nothing)',
        expected: 'this key, with a value of type string',
      },
    ],
  },
  {
    name: 'a tension whose charitable reading is empty',
    file: 'argument',
    entry: 'T1',
    find: entryText(REAL.argument, 'T1').match(/    charitableReading:.*\n(?: {6}.*\n)*/)![0],
    put: '    charitableReading: ""\n',
    faults: [
      {
        code: 'wrong-shape',
        at: ['T1', 'charitableReading:'],
        field: 'tensions.T1.charitableReading',
        value: '“”',
        expected: 'must not be empty',
      },
    ],
  },
  {
    name: 'a sentence in no step',
    file: 'argument',
    entry: 'setting',
    find: '[S01, S02]',
    put: '[S01]',
    faults: [
      {
        code: 'sentence-without-step',
        at: [undefined, '\nsteps:'],
        field: 'steps',
        value: 'S02 in 0 steps',
        expected: 'S02 in exactly one step',
      },
    ],
  },
  {
    name: 'a sentence in two steps',
    file: 'argument',
    entry: 'setting',
    find: '[S01, S02]',
    put: '[S01, S02, S03]',
    faults: [
      {
        code: 'sentence-without-step',
        at: [undefined, '\nsteps:'],
        field: 'steps',
        value: 'S03 in 2 steps',
        expected: 'S03 in exactly one step',
      },
    ],
  },
  {
    name: 'a pull-quote in the author’s voice',
    entry: 'C03',
    find: 'voice: pull-quote',
    put: 'voice: author',
    faults: [{ code: 'voice-mismatch', at: ['C03', 'voice:'], field: 'C03.voice', value: '“author”', expected: 'pull-quote: S03 is one' }],
  },
  {
    name: 'a second one',
    entry: 'C33',
    find: 'voice: pull-quote',
    put: 'voice: reported',
    faults: [
      { code: 'voice-mismatch', at: ['C33', 'voice:'], field: 'C33.voice', value: '“reported”', expected: 'pull-quote: S24 is one' },
    ],
  },
  {
    name: 'a sentence of the body as a pull-quote',
    entry: 'C02',
    find: 'voice: author',
    put: 'voice: pull-quote',
    faults: [
      {
        code: 'voice-mismatch',
        at: ['C02', 'voice:'],
        field: 'C02.voice',
        value: '“pull-quote”',
        expected: 'author or reported: S02 is a sentence of the body',
      },
    ],
  },
  {
    name: 'a claim of the apparatus',
    file: 'fingerprint',
    entry: 'S23',
    find: 'role: body',
    put: 'role: apparatus',
    faults: [
      {
        code: 'voice-mismatch',
        file: 'claims',
        at: ['C32', 'voice:'],
        field: 'C32.voice',
        value: '“author”',
        expected: 'no claim here: S23 is apparatus',
      },
    ],
  },
])

const unknownKey = (
  name: string,
  file: RegisterFile,
  entry: string | undefined,
  find: string,
  put: string,
  field: string,
  expected: string,
): Case => ({
  name,
  file,
  ...(entry && { entry }),
  find,
  put,
  faults: [{ code: 'unknown-key', at: [entry, put], field, value: `“${put.replace(/\W/g, '')}”`, expected }],
})

table('a misspelled key is told once, with the likely one', [
  unknownKey('of a claim', 'claims', 'C02', '\n  gist:', '\n  gits:', 'C02.gits', 'did you mean “gist”?'),
  unknownKey('the quote of a claim', 'claims', 'C02', '\n  quote:', '\n  qoute:', 'C02.qoute', 'did you mean “quote”?'),
  unknownKey('the sentence of a claim', 'claims', 'C41', '\n  sentence:', '\n  sentense:', 'C41.sentense', 'did you mean “sentence”?'),
  unknownKey('a key that may be left out', 'claims', 'C03', '\n  restates:', '\n  restate:', 'C03.restate', 'did you mean “restates”?'),
  unknownKey('nested in the record', 'claims', 'C02', '\n    asOf:', '\n    asof:', 'C02.record.asof', 'did you mean “asOf”?'),
  unknownKey('in an object file', 'argument', undefined, '\nundercuts:', '\nundercutz:', 'undercutz', 'did you mean “undercuts”?'),
  unknownKey('an object of an object file', 'article', undefined, '\nreply:', '\nreplies:', 'replies', 'did you mean “reply”?'),
  unknownKey(
    'nested in an object file',
    'argument',
    undefined,
    '\n  statement:',
    '\n  statment:',
    'thesis.statment',
    'did you mean “statement”?',
  ),
  unknownKey(
    'in an entry of an object file',
    'argument',
    'bajaur',
    '\n    sentences:',
    '\n    sentence:',
    'steps.bajaur.sentence',
    'did you mean “sentences”?',
  ),
  unknownKey('in a source', 'sources', 'A2', '\n  titleInferred:', '\n  titleInfered:', 'A2.titleInfered', 'did you mean “titleInferred”?'),
  unknownKey('in the fingerprint', 'fingerprint', 'S01', '\n    role:', '\n    roole:', 'sentences.S01.roole', 'did you mean “role”?'),
])

it('a key like no other is told with all that there are', () => {
  run({
    name: '',
    entry: 'C02',
    find: '\n  gist:',
    put: '\n  completelyunlike: 1\n  gist:',
    faults: [
      {
        code: 'unknown-key',
        at: ['C02', 'completelyunlike'],
        field: 'C02.completelyunlike',
        value: '“completelyunlike”',
        expected: 'one of the keys id, sentence, quote',
      },
    ],
  })
})

table('a wrong type', [
  {
    name: 'a text for a list',
    entry: 'C02',
    find: 'flags: [when, how-many]',
    put: 'flags: when',
    faults: [{ code: 'wrong-shape', at: ['C02', 'flags:'], field: 'C02.flags', value: '“when”', expected: 'a value of type array' }],
  },
  {
    name: 'a key without a name',
    entry: 'C02',
    find: '\n  grade:',
    put: '\n  : x\n  grade:',
    faults: [{ code: 'unknown-key', at: ['C02', '\n  : x'], field: 'C02.', value: '“”', expected: 'one of the keys id, sentence, quote' }],
  },
  {
    name: 'a number for a text',
    entry: 'C02',
    find: entryText(REAL.claims, 'C02').match(/  gist: .*/)![0],
    put: '  gist: 12',
    faults: [{ code: 'wrong-shape', at: ['C02', 'gist:'], field: 'C02.gist', value: '12', expected: 'a value of type string' }],
  },
  {
    name: 'a list for a text',
    entry: 'C41',
    find: 'sentence: S26',
    put: 'sentence: [S26]',
    faults: [
      { code: 'wrong-shape', at: ['C41', 'sentence:'], field: 'C41.sentence', value: '["S26"]', expected: 'a value of type string' },
    ],
  },
  {
    name: 'a text for an object',
    entry: 'C02',
    find: '  certainty:\n    level: plain\n    cues: []',
    put: '  certainty: plain',
    faults: [
      { code: 'wrong-shape', at: ['C02', 'certainty:'], field: 'C02.certainty', value: '“plain”', expected: 'a value of type object' },
    ],
  },
  {
    name: 'yes for true',
    file: 'sources',
    entry: 'A2',
    find: 'titleInferred: true',
    put: 'titleInferred: yes',
    faults: [
      { code: 'wrong-shape', at: ['A2', 'titleInferred:'], field: 'A2.titleInferred', value: '“yes”', expected: 'a value of type boolean' },
    ],
  },
  {
    name: 'a text for the list of inferences',
    file: 'argument',
    find: '\nundercuts:\n',
    put: '\nundercuts: none\nundercutsOfOld:\n',
    faults: [
      { code: 'wrong-shape', at: [undefined, '\nundercuts:'], field: 'undercuts', value: '“none”', expected: 'a value of type array' },
      {
        code: 'unknown-key',
        at: [undefined, '\nundercutsOfOld:'],
        field: 'undercutsOfOld',
        value: '“undercutsOfOld”',
        expected: 'did you mean “undercuts”?',
      },
    ],
  },
  {
    name: 'an entry that is a text',
    file: 'requests',
    entry: 'W15',
    find: '- id: W15\n',
    put: '- a stray line\n\n- id: W15\n',
    faults: [
      {
        code: 'wrong-shape',
        at: [undefined, '- a stray line'],
        field: '[14]',
        value: '“a stray line”',
        expected: 'a value of type object',
      },
    ],
  },
  {
    name: 'an entry that is nothing',
    file: 'requests',
    entry: 'W15',
    find: '- id: W15\n',
    put: '-\n\n- id: W15\n',
    faults: [{ code: 'wrong-shape', at: [undefined, '\n-\n'], field: '[14]', value: 'null', expected: 'a value of type object' }],
  },
  {
    name: 'an id of another kind',
    file: 'requests',
    entry: 'W15',
    find: 'id: W15',
    put: 'id: W15b',
    faults: [
      ...loadRegister(REAL)
        .register!.claims.filter(({ request }) => request?.id === 'W15')
        .map(({ id }): Fault => ({
          code: 'dangling-id',
          file: 'claims',
          at: [id, '\n    id: W'],
          field: `${id}.request.id`,
          value: '“W15”',
          expected: 'the id of a request',
        })),
      { code: 'wrong-shape', at: [undefined, 'id: W15b'], field: 'W15b.id', value: '“W15b”', expected: 'must look like W01' },
    ],
  },
  {
    name: 'an actor of whom something is said with no source',
    file: 'actors',
    entry: 'ttp',
    find: 'sources: [A7, N18]',
    put: 'sources: []',
    faults: [
      {
        code: 'wrong-shape',
        at: ['ttp', 'sources:'],
        field: 'actors.ttp.background.sources',
        value: '[]',
        expected: 'a fact about the world needs its source',
      },
    ],
  },
  {
    name: 'an actor of whom it is left open whether anything is said',
    file: 'actors',
    entry: 'pakistan',
    find: '    background: null\n',
    put: '',
    faults: [
      {
        code: 'wrong-shape',
        at: ['pakistan', '- id: pakistan'],
        field: 'actors.pakistan.background',
        value: '(nothing)',
        expected: 'this key, with a value of type object',
      },
    ],
  },
  {
    name: 'windows that no command wrote',
    file: 'fingerprint',
    entry: 'S31',
    find: 'windows: 0:',
    put: 'windows: x0:',
    faults: [
      { code: 'wrong-shape', at: ['S31', 'windows:'], field: 'sentences.S31.windows', value: 'x0:', expected: 'npm run fingerprint' },
    ],
  },
])

describe('whole files', () => {
  it('a file of another shape', () =>
    forEachCase(
      [
        ['claims', 'claims: none\n', '', '{"claims":"none"}', 'a list of entries'],
        ['claims', '', '', 'null', 'a list of entries'],
        ['sources', 'just a text\n', '', '“just a text”', 'a list of entries'],
        ['argument', '- a\n', '', '["a"]', 'a value of type object'],
        ['article', '', '', 'null', 'a value of type object'],
        ['fingerprint', '[]\n', '', '[]', 'a value of type object'],
      ] as const,
      (file, text, field, value, expected) => {
        const { diagnostics, register } = loadRegister({ ...REAL, [file]: text })
        expect(register).toBeNull()
        const own = diagnostics.filter((diagnostic) => diagnostic.file === `claims/${file}.yaml` && diagnostic.code === 'wrong-shape')
        expect(own).toEqual([
          {
            code: 'wrong-shape',
            file: `claims/${file}.yaml`,
            line: 1,
            field,
            value,
            expected: expect.stringContaining(expected) as string,
          },
        ])
      },
    ))

  it('a register may do without interpretations.yaml', () => {
    const { interpretations: _, ...rest } = REAL
    const { register, diagnostics } = loadRegister(rest)
    expect(diagnostics).toEqual([])
    expect(register!.interpretations).toBeNull()
    expect(register!.sources.flatMap(({ citedBy }) => citedBy).filter((by) => by.startsWith('the interpretations'))).toEqual([])
  })

  it('a file that is missing is one fault', () =>
    forEachCase(Object.keys(REAL).filter((file) => file !== 'interpretations') as RegisterFile[], (file) => {
      const { [file]: _, ...rest } = REAL
      const expected = file === 'fingerprint' ? 'npm run fingerprint' : 'this file'
      expectFaults(loadRegister(rest), [{ code: 'missing-file', file, line: 1, field: '', value: '(no file)', expected }])
    }))

  it('a malformed file is one fault, and hides no other file’s', () =>
    forEachCase(Object.keys(REAL) as RegisterFile[], (file) => {
      const broken = `${REAL[file].trimEnd()}\n\tx: [\n`
      const line = broken.split('\n').indexOf('\tx: [') + 1
      const other: RegisterFile = file === 'requests' ? 'actors' : 'requests'
      const otherText =
        other === 'requests'
          ? edit(REAL.requests, 'W03', 'kind: document', 'kind: rumour')
          : edit(REAL.actors, 'ttp', '\n    why:', '\n    wy:')
      const { diagnostics, register } = loadRegister({ ...REAL, [file]: broken, [other]: otherText })
      expect(register).toBeNull()
      const own = diagnostics.filter((diagnostic) => diagnostic.file === `claims/${file}.yaml`)
      expect(own.length).toBeGreaterThan(0)
      for (const fault of own)
        expect(fault).toMatchObject({
          code: 'malformed-yaml',
          field: '',
          expected: expect.stringContaining('YAML that parses: ') as string,
        })
      expect(own.map((fault) => fault.line)).toContain(line)
      expect(
        diagnostics.filter((diagnostic) => diagnostic.file !== `claims/${file}.yaml`).map(({ code, file: home }) => [code, home]),
      ).toEqual([[other === 'requests' ? 'wrong-shape' : 'unknown-key', `claims/${other}.yaml`]])
    }))
})

table('malformed YAML', [
  {
    name: 'a key given twice',
    entry: 'C02',
    find: '\n  relation: null\n',
    put: '\n  relation: null\n  relation: triangle\n',
    faults: [
      {
        code: 'malformed-yaml',
        at: ['C02', '\n  relation: triangle'],
        field: '',
        value: '“relation: triangle”',
        expected: 'Map keys must be unique',
      },
    ],
  },
  {
    name: 'an alias that stands for nothing',
    entry: 'C02',
    find: '\n  relation: null\n',
    put: '\n  relation: *side\n',
    faults: [
      { code: 'malformed-yaml', at: ['C02', 'relation:'], field: '', value: '“relation: *side”', expected: 'the register has no aliases' },
    ],
  },
  {
    name: 'an alias that holds itself',
    file: 'requests',
    entry: 'W03',
    find: 'kind: document',
    put: 'kind: &kind [*kind]',
    faults: [
      { code: 'malformed-yaml', at: ['W03', 'kind:'], field: '', value: '“kind: &kind [*kind]”', expected: 'the register has no aliases' },
    ],
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
      edit(
        edit(edit(REAL.claims, 'C02', C02, C02.replace('Afghanistan', 'Afghanisten')), 'C19', '\n  grade: S2\n', '\n  grade: S3\n'),
        'C32',
        'flags: []',
        'flags: [when]',
      ),
      'C05',
      (entry) => entry.replace('  gist:', '  gits:').replace('status: not checked', 'status: unknown'),
    ),
    argument: edit(edit(REAL.argument, 'I02', 'premises: [C10]', 'premises: [C10, C99]'), 'T1', '\n    statement:', '\n    statment:'),
    sources: edit(REAL.sources, 'A1', '\n  kind: primary\n', '\n  kind: rumour\n'),
  }
  expectAll(texts, 'claims', [
    {
      code: 'dangling-id',
      file: 'argument',
      at: ['I02', 'premises:'],
      field: 'inferences.I02.premises[1]',
      value: 'C99',
      expected: 'claim',
    },
    {
      code: 'unknown-key',
      file: 'argument',
      at: ['T1', 'statment:'],
      field: 'tensions.T1.statment',
      value: 'statment',
      expected: '“statement”',
    },
    { code: 'quote-not-verbatim', at: ['C02', '\n  quote:'], field: 'C02.quote', value: 'Afghanisten', expected: 'S02' },
    { code: 'unknown-key', at: ['C05', 'gits:'], field: 'C05.gits', value: 'gits', expected: '“gist”' },
    { code: 'wrong-shape', at: ['C05', 'status:'], field: 'C05.record.status', value: 'unknown', expected: 'one of corroborated' },
    { code: 'grade-unsupported', at: ['C19', '\n  grade:'], field: 'C19.grade', value: 'S3', expected: 'S2' },
    { code: 'flag-on-opinion', at: ['C32', 'flags:'], field: 'C32.flags', value: 'when', expected: 'no flags' },
    { code: 'wrong-shape', file: 'sources', at: ['A1', 'kind:'], field: 'A1.kind', value: 'rumour', expected: 'one of primary' },
  ])
})
