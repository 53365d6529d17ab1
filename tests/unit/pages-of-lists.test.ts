/** Which entry of a long list stands on which slide, by how high it is. */
import { describe, expect, it } from 'vitest'
import { actorsOf } from '../../engine/analysis/actors.ts'
import { evidencePages } from '../../engine/story/evidence-pages.ts'
import type { Claim, Register, Source } from '../../engine/analysis/register.ts'
import { shownAddress, sourcePages } from '../../engine/story/source-pages.ts'

const words = (count: number) => 'abcde fghi '.repeat(Math.ceil(count / 11)).slice(0, count)

describe('the evidence sheet', () => {
  const claim = (id: string, more: Partial<Claim> = {}): Claim => ({ id, quote: words(28), voice: 'author', attribution: null, flags: [], certainty: { level: 'plain', cues: [] }, record: null, request: null, ...more }) as unknown as Claim
  /** Where the first of these is alone, against three plain rows: it is as high as they are together. */
  const firstPage = (first: Claim, inferences: Register['inferences'] = []) => evidencePages({ claims: [first, claim('C02'), claim('C03'), claim('C04')], inferences }, 2)[0]!.map(({ id }) => id)

  it('has equal rows evenly', () => {
    expect(firstPage(claim('C01'))).toEqual(['C01', 'C02'])
  })

  const record = (more: object) => ({ status: 'supported', qualifier: null, establishes: null, finding: '', doesNotEstablish: '', citations: [], ...more })
  it.each<[string, Partial<Claim>, Register['inferences']]>([
    ['its quote', { quote: words(28 * 9) }, []],
    ['who is named as its source', { attribution: { source: words(28 * 8), cues: [] } }, []],
    ['its finding', { record: record({ finding: words(45 * 9) }) } as unknown as Partial<Claim>, []],
    ['what it establishes, in place of its finding', { record: record({ establishes: words(45 * 9) }) } as unknown as Partial<Claim>, []],
    ['what the record leaves open', { record: record({ doesNotEstablish: words(45 * 9) }) } as unknown as Partial<Claim>, []],
    ['its sources', { record: record({ citations: Array.from({ length: 70 }) }) } as unknown as Partial<Claim>, []],
    ['what would settle it', { request: { outcomes: [{ finding: words(37 * 4), means: words(37 * 4) }] } } as unknown as Partial<Claim>, []],
    ['the arguments for it', {}, Array.from({ length: 3 }, (_, index) => ({ id: `I${index}`, conclusion: 'C01' })) as unknown as Register['inferences']],
  ])('a row is as high as its highest cell: %s', (_, more, inferences) => {
    expect(firstPage(claim('C01', more), inferences)).toEqual(['C01'])
  })

  /** Between the two stands a plain row: where the first is higher than the last, it is alone on its page. */
  const higher = (first: Partial<Claim>, last: Partial<Claim>) => evidencePages({ claims: [claim('C01', first), claim('C02'), claim('C03', last)], inferences: [] }, 2)[0]!.length === 1
  const asHigh = (one: Partial<Claim>, other: Partial<Claim>) => !higher(one, other) && !higher(other, one)

  it.each<[string, Partial<Claim>, number]>([
    ['who is named as its source', { attribution: { source: 'Us', cues: [] } }, 1],
    ['another voice', { voice: 'pull-quote' }, 2],
    ['cautious words', { certainty: { level: 'hedged', cues: ['may', 'perhaps'] } }, 1],
    ['what the text leaves open', { flags: ['when', 'how-many'] }, 1],
  ])('lines beside a quote: %s', (_, more, count) => {
    expect(asHigh(more, { quote: words(28 * (1 + count)) })).toBe(true)
    expect(higher(more, {})).toBe(true)
  })

  it('what it restates takes more than a line', () => {
    expect([higher({ restates: 'C09' }, {}), higher({ quote: words(28 * 2) }, { restates: 'C09' })]).toEqual([true, false])
  })

  it('the note under a quote has room whatever stands beside it', () => {
    expect(higher({ record: record({ finding: words(20) }) } as unknown as Partial<Claim>, {})).toBe(false)
  })

  it('a record has its status, its finding and its sources, each on lines of their own', () => {
    // “supported”, two blanks, then as much as fills four lines; the other one ends within its fourth.
    const found = (length: number, sources = 0) => ({ record: record({ finding: words(length), citations: Array.from({ length: sources }) }) }) as unknown as Partial<Claim>
    expect(asHigh(found(4 * 45 - 11), found(4 * 45 - 40))).toBe(true)
    expect(higher(found(4 * 45 - 10), found(4 * 45 - 40))).toBe(true)
    expect(asHigh(found(140, 2), found(140))).toBe(true)
    expect(higher(found(140, 5), found(140, 1))).toBe(true)
  })

  it('arguments for another make no row higher', () => {
    expect(firstPage(claim('C01'), [{ id: 'I1', conclusion: 'C09' }] as unknown as Register['inferences'])).toEqual(['C01', 'C02'])
  })
})

describe('the list of sources', () => {
  const source = (id: string, more: Partial<Source> = {}): Source => ({ id, originator: 'A', title: null, titleTranslation: null, publisher: 'A', language: 'en', quote: words(50), translation: null, establishes: words(20), doesNotEstablish: words(20), descriptor: '', citedBy: ['C01'], url: 'https://example.org/', ...more }) as unknown as Source
  const columns = (first: Source) => sourcePages([first, source('A2'), source('A3'), source('A4')], 1)[0]!.map((column) => column.map(({ id }) => id))

  it('has two columns a page, in order, as even as can be', () => {
    expect(columns(source('A1'))).toEqual([['A1', 'A2'], ['A3', 'A4']])
    expect(sourcePages([source('A1'), source('A2'), source('A3')], 2).map((page) => page.map((column) => column.map(({ id }) => id)))).toEqual([[['A1'], ['A2']], [['A3'], []]])
  })

  it('leaves out what nothing cites', () => {
    expect(columns(source('A1', { citedBy: [] }))).toEqual([['A2', 'A3'], ['A4']])
  })

  it.each<[string, Partial<Source>]>([
    ['its title', { title: words(57 * 9) }],
    ['the title in our words', { titleTranslation: words(57 * 9) }],
    ['its quotation', { quote: words(57 * 10) }],
    ['our translation of it', { translation: words(57 * 9) }],
    ['what it shows', { establishes: words(57 * 9) }],
    ['what it does not', { doesNotEstablish: words(57 * 9) }],
    ['who cites it', { citedBy: Array.from({ length: 120 }, () => 'C01') }],
    ['its address', { url: `https://example.org/${'a'.repeat(54 * 10)}` }],
  ])('an entry is as high as all it says: %s', (_, more) => {
    expect(columns(source('A1', more))).toEqual([['A1'], ['A2', 'A3', 'A4']])
  })

  const higher = (first: Partial<Source>, last: Partial<Source>) => sourcePages([source('A1', first), source('A2'), source('A3', last)], 1)[0]![0].length === 1

  it('what is not there takes no line', () => {
    // A descriptor of two characters fills the first line, one of three begins another.
    expect([higher({ descriptor: 'ab' }, {}), higher({ descriptor: 'abc' }, {})]).toEqual([false, true])
    expect([higher({ quote: words(100) }, { translation: 'abcd' }), higher({ translation: 'abcd' }, {})]).toEqual([false, true])
  })

  it('those who cite it stand with commas between them', () => {
    expect(higher({ citedBy: ['C01', 'C02'] }, {})).toBe(true)
  })

  it('Arabic script stands on lines half as high again', () => {
    const all = (direction: 'ltr' | 'rtl') => sourcePages([source('A1', { direction }), source('A2', { direction }), source('A3'), source('A4'), source('A5')], 1)[0]!.map((column) => column.map(({ id }) => id))
    expect(all('ltr')).toEqual([['A1', 'A2', 'A3'], ['A4', 'A5']])
    expect(all('rtl')).toEqual([['A1', 'A2'], ['A3', 'A4', 'A5']])
  })
})

it.each([
  ['https://www.example.org/a/', 'example.org/a'],
  ['http://example.org', 'example.org'],
  ['https://example.org/a/b', 'example.org/a/b'],
  ['https://example.org/?to=https://www.example.net/', 'example.org/?to=https://www.example.net'],
  ['https://example.org/%D8%A7', 'example.org/ا'],
])('%s is shown as %s', (url, shown) => {
  expect(shownAddress(url)).toBe(shown)
})

describe('actorsOf', () => {
  const actors = ['taliban', 'iskp', 'ttp', 'pakistan', 'un'].map((id) => ({ id, name: { taliban: 'Taliban', iskp: 'ISKP', ttp: 'TTP', pakistan: 'Pakistan', un: 'UN' }[id]! })) as unknown as Register['actors']
  const relations = [
    { relation: 'taliban-iskp', ends: ['taliban', 'iskp'] },
    { relation: 'iskp-ttp', ends: ['iskp', 'ttp'] },
    { relation: 'to-pakistan', ends: ['pakistan'] },
    { relation: 'triangle', ends: ['taliban', 'iskp', 'ttp', 'pakistan'] },
  ] as unknown as Register['relations']
  const of = (claim: Partial<Claim>) => actorsOf({ actors, relations }, { relation: null, gist: '', ...claim })

  it.each<[string, Partial<Claim>, string[]]>([
    ['the ends of its side', { relation: 'iskp-ttp' }, ['iskp', 'ttp']],
    ['whom it is said to threaten', { relation: 'to-pakistan' }, ['pakistan']],
    ['from where', { relation: 'to-pakistan', from: 'ttp' }, ['ttp', 'pakistan']],
    ['the whole triangle', { relation: 'triangle' }, ['taliban', 'iskp', 'ttp', 'pakistan']],
    ['whom it names', { gist: 'The UN says ISKP grew' }, ['iskp', 'un']],
    ['whom an adjective names', { gist: 'a Pakistani officer' }, ['pakistan']],
    ['nobody, where a name only ends like one', { gist: 'in anXTTP and RUN, éUN' }, []],
    ['each once', { relation: 'taliban-iskp', gist: 'Taliban and ISKP' }, ['taliban', 'iskp']],
  ])('%s', (_, claim, expected) => {
    expect(of(claim)).toEqual(expected)
  })
})
