/** What the pages say about the register: counts that are filled in, ids and attributes that must be known, cards and their clicks. */
import { describe, expect, it } from 'vitest'
import { loadRegisterFromDisk } from '../../engine/files.ts'
import type { Register } from '../../engine/analysis/register.ts'
import { cardsIn, checkAttributes, checkShown, checkStory, checkTold, clicksOfCard, countOf, fillCounts, slidesOfComponents } from '../../engine/story/story.ts'

const ids = (...all: string[]) => all.map((id) => ({ id }))
const register = {
  claims: [{ id: 'C01', grade: 'S0' }, { id: 'C02', grade: 'N' }, { id: 'C03', grade: 'S3' }],
  sentences: ids('S01'), sources: ids('A1'), wanted: ids('W1'), tensions: ids('T1'), inferences: [], undercuts: [], actors: ids('ttp'),
  steps: [{ id: 'setting' }, { id: 'bajaur' }],
  counts: { claims: 3, byGrade: { S0: 1 }, byRecord: { 'not found': 2 }, coverage: 0.953, none: null },
} as unknown as Register

describe('a count', () => {
  it.each([['claims', '3'], ['byGrade.S0', '1'], ['byRecord.not found', '2'], ['coverage', '95%']])('%s is %s', (path, count) => {
    expect(countOf(register, path)).toBe(count)
  })

  it.each(['byGrade', 'byGrade.S9', 'nothing', 'nothing.at.all', 'none', ''])('%j is none', (path) => {
    expect(() => countOf(register, path)).toThrow(`There is no count “${path}”`)
  })

  it('is filled in, wherever it stands; what is none is left', () => {
    expect(fillCounts(register, 'Of {{ claims }}, {{byGrade.S0}} and {{ byRecord.not found }}.')).toBe('Of 3, 1 and 2.')
    expect(fillCounts(register, '{{ nothing }} {{ claims }}')).toBe('{{ nothing }} 3')
    expect(fillCounts(register, '{ claims } {{ a + b }}')).toBe('{ claims } {{ a + b }}')
  })
})

const faults = (raw: string) => checkStory(register, [{ file: 'pages/x.md', line: 10, raw }]).map(({ code, file, line, field, value, expected }) => [code, file, line, field, value, expected])

describe('checkStory', () => {
  it.each(['id="C01"', 'ids="C01 C02"', 'claim="C03"', 'claims="C01  C03"', 'sentence="S01"', 'sentences="S01"', 'source="A1"', 'sources=" A1 "', 'actor="ttp"', 'actors="ttp"', 'author="ttp"', 'pull-quote="C01"', 'sequence="C01 | C02 C03"', 'sequence="C01|C02"', 'ids="W1 T1"', 'other="C99"'])('knows %s', (attribute) => {
    expect(faults(`<X ${attribute} />`)).toEqual([])
  })

  it.each(['id', 'ids', 'claim', 'claims', 'sentence', 'sentences', 'source', 'sources', 'actor', 'actors', 'author', 'pull-quote', 'sequence'])('tells an id of %s that is not held, with its line', (attribute) => {
    expect(faults(`# A\n\n<X ${attribute}="C01 C99" />`)).toEqual([['dangling-id', 'pages/x.md', 12, attribute, '“C99”', 'an id that the register in claims/ holds']])
  })

  it('tells a list without any', () => {
    expect(faults('<X ids="" />')).toEqual([['dangling-id', 'pages/x.md', 10, 'ids', '“”', 'an id that the register in claims/ holds']])
  })

  it('takes bars for parts in a sequence alone', () => {
    expect(faults('<X sequence="C01 | C98" />').map(([, , , , value]) => value)).toEqual(['“C98”'])
    expect(faults('<X ids="C01 | C02" />').map(([, , , , value]) => value)).toEqual(['“|”'])
  })

  it('tells a step that is none; spaces about it are nothing', () => {
    expect(faults('step: bajaur ')).toEqual([])
    expect(faults('step: nowhere')).toEqual([['dangling-id', 'pages/x.md', 10, 'step', '“nowhere”', 'the id of a step: setting, bajaur']])
    expect(faults('Words, step: nowhere')).toEqual([])
    expect(faults('step: bajaur again')).toHaveLength(1)
  })

  it('tells a count that is none, each with its line', () => {
    expect(faults('{{ claims }} {{ nothing }}\n{{ byGrade }}')).toEqual([
      ['unknown-count', 'pages/x.md', 10, '', '“{{ nothing }}”', 'a field of Counts in engine/analysis/register.ts, as {{ gradeable }} or {{ byGrade.S0 }}'],
      ['unknown-count', 'pages/x.md', 11, '', '“{{ byGrade }}”', 'a field of Counts in engine/analysis/register.ts, as {{ gradeable }} or {{ byGrade.S0 }}'],
    ])
  })
})

describe('checkAttributes', () => {
  const told = (raw: string) => checkAttributes(register, { file: 'pages/x.md', line: 10, raw }).map(({ code, file, line, field, value, expected }) => [code, file, line, field, value, expected])

  it.each(['<TextList of="how" />', '<TextList of="limits" />', '<TextList of="notFound" />', '<TextList of="caveats" />', '<TextList of="unknown" />', '<TriangleFigure view="drawn" />', '<TriangleFigure view="sourced" />', '<TriangleFigure view="record" />', '<SmallStrip step="setting" />', '<Other of="anything" view="x" />', '<A :page="1" :of="2" />', '<A :page="2" :of="2"/>', '<A  of="x"  :page="1"  :of="12" />'])('has nothing to say of %s', (raw) => {
    expect(told(raw)).toEqual([])
  })

  it.each([
    ['<TextList of="all" />', '<TextList> of', '“all”', 'one of how, limits, notFound, caveats, unknown'],
    ['<TriangleFigure view="mine" />', '<TriangleFigure> view', '“mine”', 'one of drawn, sourced, record'],
    ['<SmallStrip step="nowhere" />', '<SmallStrip> step', '“nowhere”', 'one of setting, bajaur'],
    ['<StepMap of="nowhere" />', '<StepMap> of', '“nowhere”', 'one of setting, bajaur'],
    ['<A :page="3" :of="2" />', '<A> :page', '“3”', 'a page from 1 to 2'],
    ['<A :page="0" :of="2" />', '<A> :page', '“0”', 'a page from 1 to 2'],
    ['<A  :page="3"  :of="2" />', '<A> :page', '“3”', 'a page from 1 to 2'],
    ['  <A :page="1" />', '<A> :page', '“<A :page="1" />”', ':page and :of, both'],
    ['<A :of="1" />', '<A> :page', '“<A :of="1" />”', ':page and :of, both'],
  ])('tells what is wrong with %s', (raw, field, value, expected) => {
    expect(told(`# A\n${raw}`)).toEqual([['story-form', 'pages/x.md', 11, field, value, expected]])
  })

  it('tells of several tags on a line, and of several things in one', () => {
    expect(told('<TextList of="all" :page="2" :of="1" /> <TriangleFigure view="mine" />').map(([, , , field]) => field)).toEqual(['<TextList> of', '<TextList> :page', '<TriangleFigure> view'])
  })

  it('a map of a step in which nothing is argued is none', () => {
    expect(told('<StepMap of="setting" />')).toEqual([['story-form', 'pages/x.md', 10, '<StepMap> :part', '“1”', 'a step in which something is argued: this one has no map']])
    expect(told('<StepMap :part="1" />').map(([, , , , , expected]) => expected)).toEqual(['a step in which something is argued: this one has no map'])
  })

  it('knows each map of a step that has two, and no other', () => {
    // Six arrows, three to each of two conclusions: a map has four.
    const inferences = ['C01', 'C03'].flatMap((conclusion) => Array.from({ length: 3 }, (_, index) => ({ id: `I${conclusion}${index}`, premises: ['C02'], conclusion })))
    const argued = { ...register, steps: [{ id: 'bajaur', claims: ['C01', 'C03'] }], inferences } as unknown as Register
    const of = (part: string) => checkAttributes(argued, { file: 'pages/x.md', line: 10, raw: `<StepMap of="bajaur"${part} />` }).map(({ field, value, expected }) => `${field} ${value}: ${expected}`)
    expect(['', ' :part="1"', ' :part="2"'].flatMap(of)).toEqual([])
    expect(['0', '3', 'x'].flatMap((part) => of(` :part="${part}"`))).toEqual(['0', '3', 'x'].map((part) => `<StepMap> :part “${part}”: a map from 1 to 2`))
  })
})

it('a card has two clicks, an opinion’s one', () => {
  expect((['S0', 'S4', 'N'] as const).map(clicksOfCard)).toEqual([2, 2, 1])
})

describe('cardsIn', () => {
  const slide = (content: string, isStep = true) => ({ content, isStep })

  it('has each card where it is whole', () => {
    expect(cardsIn(register, [slide('# Cover', false), slide('<ClaimCards ids="C01 C02" />'), slide('<ClaimCards aside ids=" C03 " />')])).toEqual({ C01: { slide: 2, clicks: 2 }, C02: { slide: 2, clicks: 3 }, C03: { slide: 3, clicks: 2 } })
  })

  it('counts the cards before it on its slide, over several lists', () => {
    expect(cardsIn(register, [slide('<ClaimCards ids="C02" />\n<ClaimCards ids="C03" />')])).toEqual({ C02: { slide: 1, clicks: 1 }, C03: { slide: 1, clicks: 3 } })
  })

  it('takes the first of two, none outside a step, and no claim that is not held', () => {
    expect(cardsIn(register, [slide('<ClaimCards ids="C01" />', false), slide('<ClaimCards ids="C99 C01" />'), slide('<ClaimCards ids="C01" />'), slide('<Other ids="C03" />')])).toEqual({ C01: { slide: 2, clicks: 2 } })
  })
})

it('slidesOfComponents has each slide once, by the whole name', () => {
  expect(slidesOfComponents([{ content: '<A /> <A /> <Ab />' }, { content: 'words <b>' }, { content: '<A>' }])).toEqual({ A: [1, 3], Ab: [1] })
})

describe('checkShown', () => {
  const { register: real } = loadRegisterFromDisk()
  const SHOWS = ['ActorTable', 'LabelList', 'ArgumentMap', 'WithdrawClaims', 'FallsTable', 'InferenceTable', 'ConclusionTable', 'TensionList', 'TriangleFigure', 'SidesTable', 'SideClaims', 'SideRecords', 'TimelineFigure', 'DatesTable', 'EventReadings', 'ReadingsTable', 'SharedWording', 'AgreementTable']
  const raw = `# Heading\n\n${SHOWS.map((name) => `<${name} :page="1" />`).join('\n')}\n<StripCells />\n`
  const told = (register: Register) => checkShown(register, { file: 'pages/x.md', line: 5, raw })

  it('has nothing to say where the register has all of it', () => expect(told(real!)).toEqual([]))

  it('names each component that would show nothing, on its line, and what is missing', () => {
    const empty: Register = { ...real!, actors: [], labels: [], inferences: [], tensions: [], claims: [{ ...real!.claims[0]!, edge: null }], events: [], readings: null, sharedWording: [], agreement: [] }
    expect(told(empty).map(({ field }) => field)).toEqual(SHOWS.map((name) => `<${name}>`))
    expect(told(empty).map(({ line }) => line)).toEqual(SHOWS.map((_, index) => 7 + index))
    expect(told({ ...real!, readings: null })).toEqual(['EventReadings', 'ReadingsTable'].map((name) => ({ code: 'story-form', file: 'pages/x.md', line: 7 + SHOWS.indexOf(name), field: `<${name}>`, value: `“<${name} :page="1" />”`, expected: 'a reading of an event in claims/readings.yaml, or no such slide' })))
  })
})

describe('checkTold', () => {
  const { register: real } = loadRegisterFromDisk()
  const whole = real!.steps.map(({ id, claims }) => ({ content: claims.map((claim) => `<ClaimCards ids="${claim}" />`).join('\n'), step: id }))
  const told = (slides: Parameters<typeof checkTold>[1]) => checkTold(real!, slides).map(({ file, line, field, value, expected }) => [file, line, field, value, expected])

  it('has nothing to say where each claim has its card on a slide of a step', () => expect(told(whole)).toEqual([]))

  it('names a step that no slide tells, once, and a claim without a card', () => {
    const [first, second] = real!.steps
    const [claim] = second!.claims
    expect(told([{ content: whole[0]!.content, step: undefined }, { ...whole[1]!, content: whole[1]!.content.replace(`"${claim}"`, '""') }, ...whole.slice(2)])).toEqual([
      ['slides.md', 1, `step ${first!.id}`, 'no slide', `a slide with “layout: step” and “step: ${first!.id}”`],
      ['slides.md', 1, claim, 'no card', `<ClaimCards ids="${claim}" /> on a slide of its step, “${second!.id}”`],
    ])
  })
})
