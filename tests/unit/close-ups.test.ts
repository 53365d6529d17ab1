/** What the close-ups are made of: words that differ, pull-quotes beside the body, interpretations of an event, tensions on slides. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareWords, onlyHere, type Segment } from '../../engine/analysis/differences.ts'
import { pairedSentences } from '../../engine/register/counterparts.ts'
import { pullQuotePairs } from '../../engine/analysis/pull-quotes.ts'
import { fitOf } from '../../engine/analysis/interpretations.ts'
import { frozenRegister } from '../support/brief.ts'
import { forEachCase } from '../support/faults.ts'

const register = frozenRegister()

/** [words that stand here alone] in brackets. */
const bracketed = (segments: readonly Segment[]) => segments.map(({ text, same }) => (same ? text : `[${text}]`)).join('')
const compared = (one: string, other: string) => {
  const { ones, others } = compareWords([one], [other])
  return [bracketed(ones[0]!), bracketed(others[0]!)]
}

describe('compareWords', () => {
  it('marks the words that stand in one text alone', () =>
    forEachCase(
      [
        ['a red house', 'a blue house', 'a [red] house', 'a [blue] house'],
        ['the same words', 'the same words', 'the same words', 'the same words'],
        ['one thing', 'another matter', '[one thing]', '[another matter]'],
        ['Their house is old', 'In their house', 'Their house [is old]', '[In] their house'],
        ['The house', 'the house', 'The house', 'the house'],
        ['both groups, with others, came', 'both groups came', 'both groups, [with others,] came', 'both groups came'],
        ['old house.', 'old house', 'old house.', 'old house'],
        ['the country’s east', 'the countrys east', 'the [country’s] east', 'the [countrys] east'],
        ['', 'a house', '', '[a house]'],
        ['…', 'a house', '…', '[a house]'],
      ],
      (one, other, left, right) => {
        expect(compared(one, other)).toEqual([left, right])
      },
    ))

  it('reads a list of passages in one go, and cuts it where its passages end', () => {
    const { ones, others } = compareWords(['a red', 'house'], ['a house'])
    expect(ones.map(bracketed)).toEqual(['a [red]', 'house'])
    expect(others.map(bracketed)).toEqual(['a house'])
  })

  it('keeps every character, marks no blank at an end, and finds nothing new where nothing is', () => {
    const words = fc
      .array(fc.constantFrom('a', 'red', 'house,', 'House', '“old”', '–', 'it’s', 'x.'), { maxLength: 8 })
      .map((list) => list.join(' '))
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 3 }), fc.array(words, { minLength: 1, maxLength: 3 }), (one, other) => {
        const { ones, others } = compareWords(one, other)
        expect(ones.map((segments) => segments.map(({ text }) => text).join(''))).toEqual(one)
        expect(others.map((segments) => segments.map(({ text }) => text).join(''))).toEqual(other)
        for (const segments of [...ones, ...others]) for (const { text, same } of segments) if (!same) expect(text).toBe(text.trim())
        // What is the same is the same on both sides, in the same order.
        const sameWords = (sides: readonly (readonly Segment[])[]) =>
          sides
            .flat()
            .filter(({ same }) => same)
            .flatMap(({ text }) => text.toLowerCase().match(/[\p{L}’]+/gu) ?? [])
        expect(sameWords(ones)).toEqual(sameWords(others))
        expect(
          compareWords(one, one)
            .ones.flat()
            .every(({ same }) => same),
        ).toBe(true)
      }),
    )
  })

  it('has no run without a character', () => {
    expect(compareWords([''], ['a house'])).toEqual({ ones: [[]], others: [[{ text: 'a house', same: false }]] })
  })

  it('onlyHere has the runs without punctuation at their ends', () => {
    expect(
      onlyHere([
        { text: 'both ', same: true },
        { text: ', with others,', same: false },
        { text: ' came', same: true },
        { text: '“late”.', same: false },
      ]),
    ).toEqual(['with others', 'late'])
  })
})

describe('pull-quotes beside the body', () => {
  it.each([
    [
      'S03',
      ['C03', 'C04'],
      ['C11'],
      ['Taliban and ISKP', 'sometimes coordinate strategically against'],
      ['both sides now', 'common goals, and, in some cases, a common operating agenda to counter'],
    ],
    [
      'S12',
      ['C18'],
      ['C19', 'C21'],
      ['ISKP and TTP jointly'],
      ['both groups', 'both groups, with different versions, took the responsibility'],
    ],
    ['S24', ['C33'], ['C29'], ['is rooted in'], ['At the heart of', 'strategic', 'against Pakistan lies the']],
  ])('%s', (sentence, pulled, body, onlyInPullQuote, onlyInBody) => {
    const pair = register.pullQuotes.find((each) => each.sentence === sentence)!
    expect(pair.pullQuote.map(({ claim }) => claim)).toEqual(pulled)
    expect(pair.body.map(({ claim }) => claim)).toEqual(body)
    expect([pair.onlyInPullQuote, pair.onlyInBody]).toEqual([onlyInPullQuote, onlyInBody])
  })

  it('are all of them, once, in the order of the article', () => {
    expect(register.pullQuotes.map(({ sentence }) => sentence)).toEqual(
      register.sentences.filter(({ role }) => role === 'pull-quote').map(({ id }) => id),
    )
  })

  it('have beside them what is set against them, not against another', () => {
    const claim = (id: string, sentence: string, voice: 'author' | 'pull-quote') => ({ id, sentence, voice, quote: 'some words of it' })
    expect(
      pairedSentences(
        [claim('C01', 'S01', 'pull-quote'), claim('C02', 'S02', 'pull-quote'), claim('C03', 'S03', 'author')],
        [{ claim: 'C03', against: 'C02' }],
      ),
    ).toEqual(['S02'])
  })

  it('show each claim’s own words', () => {
    for (const { pullQuote, body } of register.pullQuotes)
      for (const { claim, segments } of [...pullQuote, ...body])
        expect(segments.map(({ text }) => text).join('')).toBe(register.claims.find(({ id }) => id === claim)!.quote)
  })

  const claims = [
    { id: 'C01', sentence: 'S01', quote: 'a b c', voice: 'pull-quote', restates: 'C03' },
    { id: 'C02', sentence: 'S02', quote: 'a b d', voice: 'pull-quote', restates: 'C01' },
    { id: 'C03', sentence: 'S03', quote: 'a b e', voice: 'author' },
    { id: 'C04', sentence: 'S04', quote: 'x y z', voice: 'author' },
  ] as const
  const written = ['S01', 'S02'].map((sentence) => ({ sentence, shows: 'So.', charitableReading: 'Or so.' }))

  it('stand beside the body only, never beside another pull-quote', () => {
    expect(pairedSentences(claims, [])).toEqual(['S01'])
    expect(pullQuotePairs(claims, [], written).map(({ sentence, body }) => [sentence, body.map(({ claim }) => claim)])).toEqual([
      ['S01', ['C03']],
    ])
  })

  it('stand beside what is set against them too, in reading order', () => {
    const [pair] = pullQuotePairs(
      claims,
      [
        { claim: 'C04', against: 'C01' },
        { claim: 'C01', against: 'C03' },
      ],
      written,
    )
    expect(pair!.body.map(({ claim }) => claim)).toEqual(['C03', 'C04'])
  })

  it('have the words of their own claims that have a counterpart, and no others', () => {
    const more = [
      ...claims,
      { id: 'C05', sentence: 'S01', quote: 'not paired', voice: 'pull-quote' },
      { id: 'C06', sentence: 'S01', quote: 'beside it', voice: 'author', restates: 'C03' },
      { id: 'C07', sentence: 'S05', quote: 'q r s', voice: 'pull-quote', restates: 'C04' },
    ] as const
    const pairs = pullQuotePairs(more, [], [...written, { sentence: 'S05', shows: 'Other.', charitableReading: 'Else.' }])
    expect(
      pairs.map(({ sentence, shows, pullQuote, body, onlyInPullQuote, onlyInBody }) => [
        sentence,
        shows,
        pullQuote.map(({ claim }) => claim),
        body.map(({ claim }) => claim),
        onlyInPullQuote,
        onlyInBody,
      ]),
    ).toEqual([
      ['S01', 'So.', ['C01'], ['C03'], ['c'], ['e']],
      ['S05', 'Other.', ['C07'], ['C04'], ['q r s'], ['x y z']],
    ])
  })

  it('are not made up where nothing is written of one', () => {
    expect(() => pullQuotePairs(claims, [], [])).toThrow('nothing is written of S01')
  })
})

describe('interpretations', () => {
  it.each([
    ['joint', 'would fit'],
    ['credit', 'would fit, if the texts match'],
    ['other', 'less expected'],
  ])('%s: “%s”', (interpretation, words) => {
    expect(fitOf({ fits: [{ interpretation: 'joint' }, { interpretation: 'credit', if: 'the texts match' }] }, interpretation)).toBe(words)
  })

  it('stay open: more than one would fit all that is on record', () => {
    const { interpretations, onRecord } = register.interpretations!
    const open = interpretations.filter(({ id }) => onRecord.every((item) => fitOf(item, id).startsWith('would fit')))
    expect(open.length).toBeGreaterThan(1)
  })

  it('cite what the record of the bombing cites, and nothing else', () => {
    const { background, onRecord, article } = register.interpretations!
    const cited = new Set(
      article.claims
        .concat('C20')
        .flatMap((id) => register.claims.find((claim) => claim.id === id)!.record!.citations.map(({ source }) => source)),
    )
    for (const source of [background, ...onRecord].flatMap(({ sources }) => sources)) expect(cited).toContain(source)
  })

  it('say nothing of how it was done, and name nobody', () => {
    const { event: _, ...words } = register.interpretations!
    expect(JSON.stringify(words)).not.toMatch(
      /\b(?:roadside|device|explosive|moped|motorcycle|bicycle|detonat|planted|vehicle|IED|Khan|Rafiq)/i,
    )
  })
})
