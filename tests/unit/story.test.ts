/** What the pages say about the register: counts that are filled in, ids and attributes that must be known, cards and their clicks. */
import { describe, expect, it } from 'vitest'
import type { Register } from '../../engine/analysis/register.ts'
import { COMPONENTS } from '../../components/registry.ts'
import type { Components } from '../../engine/story/component.ts'
import { clicksOfCard } from '../../engine/story/card.ts'
import { cardsIn, checkStory, checkTold, countOf, fillCounts, slidesOfComponents } from '../../engine/story/story.ts'
import { frozenRegister } from '../support/brief.ts'
import { forEachCase } from '../support/faults.ts'

const ids = (...all: string[]) => all.map((id) => ({ id }))
const register = {
  claims: [
    { id: 'C01', grade: 'S0' },
    { id: 'C02', grade: 'N' },
    { id: 'C03', grade: 'S3' },
  ],
  sentences: ids('S01'),
  sources: ids('A1'),
  requests: ids('W1'),
  tensions: ids('T1'),
  inferences: [],
  undercuts: [],
  actors: ids('ttp'),
  steps: [{ id: 'setting' }, { id: 'bajaur' }],
  counts: { claims: 3, byGrade: { S0: 1 }, byRecord: { 'not found': 2 }, coverage: 0.953, none: null },
} as unknown as Register

describe('a count', () => {
  it('is found by its path', () =>
    forEachCase(
      [
        ['claims', '3'],
        ['byGrade.S0', '1'],
        ['byRecord.not found', '2'],
        ['coverage', '95%'],
      ],
      (path, count) => {
        expect(countOf(register, path)).toBe(count)
      },
    ))

  it('is none where the path leads to no number', () =>
    forEachCase(['byGrade', 'byGrade.S9', 'nothing', 'nothing.at.all', 'none', ''], (path) => {
      expect(countOf(register, path), path).toBeUndefined()
    }))

  it('is filled in, wherever it stands; what is none is left', () => {
    expect(fillCounts(register, 'Of {{ claims }}, {{byGrade.S0}} and {{ byRecord.not found }}.')).toBe('Of 3, 1 and 2.')
    expect(fillCounts(register, '{{ nothing }} {{ claims }}')).toBe('{{ nothing }} 3')
    expect(fillCounts(register, '{ claims } {{ a + b }}')).toBe('{ claims } {{ a + b }}')
  })
})

/** Components of our own, one for each kind of attribute; where one leads to is asked further down. */
const MADE: Components = {
  One: { attributes: { id: 'claim', pullQuote: 'claim' } },
  Many: { attributes: { ids: 'claims', step: 'step', sentence: 'sentence' } },
  Row: { attributes: { sequence: 'sequence' } },
  Words: { attributes: { of: ['how', 'limits'] } },
  Map: {
    attributes: { of: 'step', part: 'number' },
    check: (_, { part = '1' }) => (part === '1' ? null : { attribute: 'part', expected: 'a map from 1 to 1' }),
  },
}
const faults = (raw: string, components = MADE) =>
  checkStory(register, [{ file: 'pages/x.md', line: 10, raw }], components).map(({ code, file, line, field, value, expected }) => [
    code,
    file,
    line,
    field,
    value,
    expected,
  ])

describe('checkStory', () => {
  it('knows ids, words and pages', () =>
    forEachCase(
      [
        '<One id="C01" pull-quote="C02" />',
        '<Many ids="C01  C03" step="setting" sentence="S01" />',
        '<Row sequence="C01 | C02 C03" />',
        '<Row sequence="C01|C02" />',
        '<Words of="how" />',
        '<Map of="setting" :part="1" />',
        '<Other of="anything" ids="C99" />',
      ],
      (use) => {
        expect(faults(use)).toEqual([])
      },
    ))

  it('tells an id that is not held, with its line', () =>
    forEachCase(
      [
        ['<One id="C99" />', '<One> id', 'C99', 'the id of a claim that the register in claims/ holds'],
        ['<One pull-quote="C98" />', '<One> pull-quote', 'C98', 'the id of a claim that the register in claims/ holds'],
        ['<Many ids="C01 C99" />', '<Many> ids', 'C99', 'the id of a claim that the register in claims/ holds'],
        ['<Many sentence="S99" />', '<Many> sentence', 'S99', 'the id of a sentence that the register in claims/ holds'],
        ['<Many step="nowhere" />', '<Many> step', 'nowhere', 'the id of a step: setting, bajaur'],
        ['<Row sequence="C01 | C98" />', '<Row> sequence', 'C98', 'the id of a claim that the register in claims/ holds'],
      ],
      (use, field, value, expected) => {
        expect(faults(`# A\n\n${use}`)).toEqual([['dangling-id', 'pages/x.md', 12, field, `“${value}”`, expected]])
      },
    ))

  it('tells a list without any', () => {
    expect(faults('<Many ids="" />')).toEqual([
      ['story-form', 'pages/x.md', 10, '<Many> ids', '“<Many ids="" />”', 'at least one id of a claim'],
    ])
  })

  it('tells what is wrong with an attribute', () =>
    forEachCase(
      [
        ['<Words of="all" />', '<Words> of', '“all”', 'one of how, limits'],
        ['<Map of="setting" :part="2" />', '<Map> :part', '“2”', 'a map from 1 to 1'],
      ],
      (raw, field, value, expected) => {
        expect(faults(`# A\n${raw}`)).toEqual([['story-form', 'pages/x.md', 11, field, value, expected]])
      },
    ))

  it('tells of several components on a line', () => {
    expect(faults('<Words of="all" /> <Map of="setting" :part="2" />').map(([, , , field]) => field)).toEqual(['<Words> of', '<Map> :part'])
  })

  it('tells a step that is none; spaces about it are nothing', () => {
    expect(faults('step: bajaur ')).toEqual([])
    expect(faults('step: nowhere')).toEqual([['dangling-id', 'pages/x.md', 10, 'step', '“nowhere”', 'the id of a step: setting, bajaur']])
    expect(faults('Words, step: nowhere')).toEqual([])
    expect(faults('step: bajaur again')).toHaveLength(1)
  })

  it('tells a count that is none, each with its line', () => {
    expect(faults('{{ claims }} {{ nothing }}\n{{ byGrade }}')).toEqual([
      [
        'unknown-count',
        'pages/x.md',
        10,
        '',
        '“{{ nothing }}”',
        'a field of Counts in engine/analysis/register.ts, as {{ gradeable }} or {{ byGrade.S0 }}',
      ],
      [
        'unknown-count',
        'pages/x.md',
        11,
        '',
        '“{{ byGrade }}”',
        'a field of Counts in engine/analysis/register.ts, as {{ gradeable }} or {{ byGrade.S0 }}',
      ],
    ])
  })

  it('tells where a component leads to one that no slide has', () => {
    const components: Components = { Figure: { attributes: {}, leadsTo: ['Table'] }, Table: { attributes: {} } }
    expect(faults('<Figure />', components)).toEqual([
      ['story-form', 'pages/x.md', 10, '<Figure>', '“<Figure />”', 'a slide with <Table>: <Figure> leads there'],
    ])
    expect(faults('<Figure />\n\n<Table />', components)).toEqual([])
  })
})

describe('the registry', () => {
  const real = frozenRegister()
  const NEEDY = Object.entries(COMPONENTS).flatMap(([name, { needs }]) => (needs ? [{ name, needs }] : []))
  const raw = NEEDY.map(({ name }) => `<${name} />`).join('\n')
  const told = (of: Register) =>
    checkStory(
      of,
      [{ file: 'pages/x.md', line: 1, raw }],
      Object.fromEntries(NEEDY.map(({ name, needs }) => [name, { attributes: {}, needs }])),
    )

  it('has nothing to say where the register has all of it', () => expect(told(real)).toEqual([]))

  it('names each component that would show nothing, on its line, and what is missing', () => {
    const empty: Register = {
      ...real,
      actors: [],
      labels: [],
      inferences: [],
      tensions: [],
      claims: [{ ...real.claims[0]!, relation: null }],
      events: [],
      interpretations: null,
      sharedWording: [],
      agreement: [],
    }
    expect(NEEDY.length).toBeGreaterThan(8)
    expect(told(empty).map(({ field, line }) => [field, line])).toEqual(NEEDY.map(({ name }, index) => [`<${name}>`, index + 1]))
    expect(told(empty)[0]!.expected).toMatch(/^.+ in claims\/\w+\.yaml, or no such slide$/)
  })

  it('knows each map of a step that has two, and no other', () => {
    // Six arrows, three to each of two conclusions: a map has four.
    const inferences = ['C01', 'C03'].flatMap((conclusion) =>
      Array.from({ length: 3 }, (_, index) => ({ id: `I${conclusion}${index}`, premises: ['C02'], conclusion })),
    )
    const argued = {
      ...register,
      steps: [
        { id: 'bajaur', claims: ['C01', 'C03'] },
        { id: 'setting', claims: [] },
      ],
      inferences,
    } as unknown as Register
    const of = (attributes: string) =>
      checkStory(argued, [{ file: 'pages/x.md', line: 10, raw: `<StepMap ${attributes} />` }], COMPONENTS).map(
        ({ field, value, expected }) => `${field} ${value}: ${expected}`,
      )
    expect(['of="bajaur"', 'of="bajaur" :part="1"', 'of="bajaur" :part="2"'].flatMap(of)).toEqual([])
    expect(['0', '3', 'x'].flatMap((part) => of(`of="bajaur" :part="${part}"`))).toEqual(
      ['0', '3', 'x'].map((part) => `<StepMap> :part “${part}”: a map from 1 to 2`),
    )
    expect(of('of="setting"')).toEqual(['<StepMap> :part “1”: a step in which something is argued: this one has no map'])
  })
})

it('a card has two clicks, an opinion’s one', () => {
  expect((['S0', 'S4', 'N'] as const).map(clicksOfCard)).toEqual([2, 2, 1])
})

describe('cardsIn', () => {
  const slide = (content: string, isStep = true) => ({ content, isStep })

  it('has each card where it is whole', () => {
    expect(
      cardsIn(register, [slide('# Cover', false), slide('<ClaimCards ids="C01 C02" />'), slide('<ClaimCards ids=" C03 " />')], COMPONENTS),
    ).toEqual({ C01: { slide: 2, clicks: 2 }, C02: { slide: 2, clicks: 3 }, C03: { slide: 3, clicks: 2 } })
  })

  it('counts the cards before it on its slide, over several lists', () => {
    expect(cardsIn(register, [slide('<ClaimCards ids="C02" />\n<ClaimCards ids="C03" />')], COMPONENTS)).toEqual({
      C02: { slide: 1, clicks: 1 },
      C03: { slide: 1, clicks: 3 },
    })
  })

  it('takes the first of two, none outside a step, and no claim that is not held', () => {
    expect(
      cardsIn(
        register,
        [
          slide('<ClaimCards ids="C01" />', false),
          slide('<ClaimCards ids="C99 C01" />'),
          slide('<ClaimCards ids="C01" />'),
          slide('<Other ids="C03" />'),
        ],
        COMPONENTS,
      ),
    ).toEqual({ C01: { slide: 2, clicks: 2 } })
  })
})

it('slidesOfComponents has each slide once, by the whole name', () => {
  expect(slidesOfComponents([{ content: '<A /> <A /> <Ab />' }, { content: 'words <b>' }, { content: '<A>' }])).toEqual({
    A: [1, 3],
    Ab: [1],
  })
})

describe('checkTold', () => {
  const real = frozenRegister()
  const whole = real.steps.map(({ id, claims }) => ({
    content: claims.map((claim) => `<ClaimCards ids="${claim}" />`).join('\n'),
    step: id,
  }))
  const told = (slides: Parameters<typeof checkTold>[1]) =>
    checkTold(real, slides, COMPONENTS).map(({ file, line, field, value, expected }) => [file, line, field, value, expected])

  it('has nothing to say where each claim has its card on a slide of a step', () => expect(told(whole)).toEqual([]))

  it('names a step that no slide tells, once, and a claim without a card', () => {
    const [first, second] = real.steps
    const [claim] = second!.claims
    expect(
      told([
        { content: whole[0]!.content, step: undefined },
        { ...whole[1]!, content: whole[1]!.content.replace(`"${claim}"`, '""') },
        ...whole.slice(2),
      ]),
    ).toEqual([
      ['slides.md', 1, `step ${first!.id}`, 'no slide', `a slide with “layout: step” and “step: ${first!.id}”`],
      ['slides.md', 1, claim, 'no card', `<ClaimCards ids="${claim}" /> on a slide of its step, “${second!.id}”`],
    ])
  })
})
