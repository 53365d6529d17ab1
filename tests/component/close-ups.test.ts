/** The close-ups: an event by its interpretations, pull-quotes beside the body, tensions, wording shared with other texts. */
import { describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import EventInterpretations from '../../components/figure/EventInterpretations.vue'
import MarkedWords from '../../components/claim/MarkedWords.vue'
import PullQuotePair from '../../components/claim/PullQuotePair.vue'
import InterpretationsTable from '../../components/table/InterpretationsTable.vue'
import SharedWording from '../../components/claim/SharedWording.vue'
import TensionList from '../../components/claim/TensionList.vue'
import { formatDate, listOf, sentenceNumber } from '../../engine/register/numbers.ts'
import { fitOf } from '../../engine/analysis/interpretations.ts'
import { GRADE_WORDS } from '../../engine/register/vocabulary.ts'
import { claim, register } from '../support/claims.ts'
import { heard, onSlide, perceivable, the } from '../support/mount.ts'
import { expectInOrder } from '../support/texts.ts'

const { pullQuotes, tensions, sharedWording } = register
const interpretations = register.interpretations!
const sourceOf = (id: string) => register.sources.find((source) => source.id === id)!
const sourceNames = (ids: readonly string[]) => ids.map((id) => `${id}, ${sourceOf(id).publisher}`).join(', ')
/** A component after so many clicks. */
async function at(component: Parameters<typeof onSlide>[0], click: number, props = {}) {
  const slide = onSlide(component, props)
  await nextTick()
  await slide.click(click)
  return slide
}
/** The selector's parts that can be seen at each click, from 0. */
async function shownAtEachClick(component: Parameters<typeof onSlide>[0], selector: string, props = {}) {
  const { element, clicks, click } = await at(component, 0, props)
  const counts: number[] = []
  for (let now = 0; now <= clicks.total; now++) {
    await click(now)
    counts.push(perceivable(element, selector).length)
  }
  return counts
}

describe('EventInterpretations', () => {
  it('has the article’s words, then the record with sources, then our interpretations', async () => {
    const { element, clicks } = await at(EventInterpretations, interpretations.interpretations.length)
    expect(clicks.total).toBe(interpretations.interpretations.length)
    expectInOrder(heard(element), [
      ...interpretations.article.claims.flatMap((id) => [`${id} sent. ${sentenceNumber(claim(id).sentence)}`, claim(id).quote]),
      `The record, as of ${formatDate(interpretations.asOf)}`,
      interpretations.background.finding,
      sourceNames(interpretations.background.sources),
      'Our reading',
      ...interpretations.interpretations.flatMap(({ name, expect: seen, takenBy }) => [
        name,
        ...seen,
        ...(takenBy ? [`The article’s reading: ${takenBy.join(', ')}`] : []),
      ]),
    ])
    expect(heard(element)).toContain(interpretations.article.leavesOut)
  })

  it('marks a claim of a pull-quote in words', async () => {
    const { element } = await at(EventInterpretations, 0)
    for (const id of interpretations.article.claims)
      expect(heard(element).includes(`${id} sent. ${sentenceNumber(claim(id).sentence)} pull-quote`), id).toBe(
        claim(id).voice === 'pull-quote',
      )
  })

  it('shows one interpretation more with each click', async () => {
    expect(await shownAtEachClick(EventInterpretations, '[data-interpretation]')).toEqual([0, 1, 2, 3])
  })
})

describe('InterpretationsTable', () => {
  it('has a row for each thing on record, its sources, and a word for each interpretation', async () => {
    const { element, clicks } = await at(InterpretationsTable, 99)
    expect(clicks.total).toBe(interpretations.onRecord.length + 1)
    expect([...element.querySelectorAll('thead th')].map(heard)).toEqual([
      `On record, as of ${formatDate(interpretations.asOf)}`,
      ...interpretations.interpretations.map(({ name }) => `Our reading: ${name}`),
    ])
    expect([...element.querySelectorAll('tbody tr')].map((row) => [...row.children].map(heard))).toEqual(
      interpretations.onRecord.map((item) => [
        `${item.says} ${sourceNames(item.sources)}`,
        ...interpretations.interpretations.map(({ id }) => fitOf(item, id)),
      ]),
    )
  })

  it('says words, never colours: of “would fit” and “less expected” each cell has one', async () => {
    const { element } = await at(InterpretationsTable, 99)
    for (const cell of element.querySelectorAll('tbody td')) {
      expect(heard(cell)).toMatch(/^(?:would fit(?:, if .+)?|less expected)$/)
      expect(cell.className).toBe('')
    }
  })

  it('says last what is not on record, and that the record does not decide', async () => {
    const { element, clicks, click } = await at(InterpretationsTable, 99)
    const last = `${listOf(interpretations.notOnRecord, 'or')}. ${interpretations.undecided}`
    expect(heard(element).endsWith(last)).toBe(true)
    await click(clicks.total - 1)
    expect(heard(element)).not.toContain(interpretations.undecided)
  })

  it('shows one row more with each click', async () => {
    expect(await shownAtEachClick(InterpretationsTable, '[data-on-record]')).toEqual([
      ...Array.from({ length: interpretations.onRecord.length + 1 }, (_, index) => index),
      interpretations.onRecord.length,
    ])
  })
})

describe('MarkedWords', () => {
  const segments = [
    { text: 'both ', same: true },
    { text: 'jointly', same: false },
    { text: ' here', same: true },
  ]

  it('marks what is not the same, and nothing else', () => {
    const { element } = onSlide(MarkedWords, { segments })
    expect([...element.querySelectorAll('mark')].map(({ textContent }) => textContent)).toEqual(['jointly'])
    expect(element.textContent).toBe('both jointly here')
  })

  it('by a line, not by colour', () => {
    const style = getComputedStyle(the(onSlide(MarkedWords, { segments }).element, 'mark'))
    expect(style.textDecoration).toContain('underline')
    expect(style.color === '' || style.color === 'inherit').toBe(true)
  })

  it('not before they are to be seen', () => {
    expect(onSlide(MarkedWords, { segments, marked: false }).element.querySelectorAll('mark')).toHaveLength(0)
  })
})

describe.each(pullQuotes.map((pair) => [pair.sentence, pair] as const))('PullQuotePair of %s', (sentence, pair) => {
  const sided = (passages: typeof pair.body) =>
    passages.flatMap(({ claim: id }) => [
      `${id} sent. ${sentenceNumber(claim(id).sentence)} ${claim(id).grade} ${GRADE_WORDS[claim(id).grade]}`,
      claim(id).quote,
    ])
  const quoted = (phrases: readonly string[]) => phrases.map((phrase) => `“${phrase}”`).join('; ')

  it('has first the pull-quote, then the body, then what stands in one alone, and both readings of it', async () => {
    const { element, clicks, click } = await at(PullQuotePair, 0, { sentence })
    expect(clicks.total).toBe(2)
    const parts = [
      ['may be an editor’s words', ...sided(pair.pullQuote)],
      ['The body', ...sided(pair.body)],
      [
        `Only in the pull-quote: ${quoted(pair.onlyInPullQuote)}`,
        `Only in the body: ${quoted(pair.onlyInBody)}`,
        `What this shows, our reading: ${pair.shows}`,
        `How both can hold, our reading: ${pair.charitableReading}`,
      ],
    ]
    for (let now = 0; now <= 2; now++) {
      await click(now)
      expectInOrder(heard(element), parts.slice(0, now + 1).flat())
      for (const hidden of parts.slice(now + 1).flat()) if (!parts[0]!.includes(hidden)) expect(heard(element)).not.toContain(hidden)
    }
  })

  it('marks in the passages what the line below says in words, once both are there', async () => {
    const { element, click } = await at(PullQuotePair, 1, { sentence })
    expect(element.querySelectorAll('mark')).toHaveLength(0)
    await click(2)
    const marked = [...element.querySelectorAll('mark')].map(({ textContent }) => textContent.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ''))
    expect(marked).toEqual([...pair.onlyInPullQuote, ...pair.onlyInBody])
  })

  it('keeps the voices apart: the pull-quote in the look of one, the body not', async () => {
    const { element } = await at(PullQuotePair, 2, { sentence })
    const [pulled, body] = [...element.querySelectorAll('.side')]
    expect([pulled!.querySelectorAll('blockquote.pull-quote').length, pulled!.querySelectorAll('blockquote').length]).toEqual([
      pair.pullQuote.length,
      pair.pullQuote.length,
    ])
    expect(body!.querySelectorAll('blockquote.pull-quote')).toHaveLength(0)
  })
})

describe('TensionList', () => {
  it.each([
    [1, 7],
    [2, 3],
    [7, 7],
  ])('has the tensions from %i to %i, with their claims and both readings', async (from, to) => {
    const { element } = await at(TensionList, 99, { from, to })
    const rows = [...element.querySelectorAll('tbody tr')].map((row) => [...row.children].map(heard))
    expect(rows).toEqual(
      tensions.slice(from - 1, to).map(({ claims, statement, charitableReading }) => [claims.join(', '), statement, charitableReading]),
    )
  })

  it('marks both as our reading', async () => {
    const { element } = await at(TensionList, 0, { from: 1, to: 3 })
    expect([...element.querySelectorAll('thead th')].map(heard)).toEqual([
      'Claims',
      'What pulls apart, our reading',
      'How both can hold, our reading',
    ])
  })

  it('shows one tension more with each click, never one half alone', async () => {
    expect(await shownAtEachClick(TensionList, '[data-tension]', { from: 1, to: tensions.length })).toEqual(
      tensions.map((_, index) => index + 1),
    )
    expect(await shownAtEachClick(TensionList, '[data-tension] td', { from: 1, to: tensions.length })).toEqual(
      tensions.map((_, index) => 2 * (index + 1)),
    )
  })
})

describe('SharedWording', () => {
  it('has the article’s words, the other text’s, both dates, and the overlap', async () => {
    const { element } = await at(SharedWording, 0)
    const heads = [...element.querySelectorAll('thead th')].map(heard)
    expect(heads[0]).toBe('The article, no date shown')
    const rows = [...element.querySelectorAll('tbody tr')].map(heard)
    const pairs = sharedWording.flatMap((shared) =>
      shared.pairs.map((pair) => ({ ...shared, ...pair, published: sourceOf(shared.source).published })),
    )
    expect(rows).toHaveLength(pairs.length)
    for (const [index, { sentence, quote, theirs, source, statement, dated, published }] of pairs.entries())
      expectInOrder(rows[index]!, [
        `sent. ${sentenceNumber(sentence)}`,
        quote,
        `${sourceNames([source])}, ${dated === null ? 'no date shown' : `${dated} ${formatDate(published!)}`}`,
        `“${theirs}”`,
        statement,
      ])
  })

  it('says once, last, what is not known, and nothing more', async () => {
    const { element } = await at(SharedWording, 0)
    expect(heard(element).endsWith('We do not know which came first, or whether permission was given.')).toBe(true)
    expect(heard(element)).not.toMatch(/\b(?:cop(?:y|ied)|plagiar\w*|borrow\w*|taken from|lifted)\b/i)
  })
})
