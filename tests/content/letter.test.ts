/** The second brief: small, complete, and unlike the first wherever an engine might have been made to measure. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fillCounts } from '../../engine/story/story.ts'
import { fingerprintYaml } from '../../cli/fingerprint.ts'
import { verify } from '../../cli/verify.ts'
import { loadBrief } from '../../engine/brief.ts'
import { deck } from '../../slidev/deck.ts'
import { briefOf, letterFolder, letterText, registerOf } from '../support/brief.ts'
import { markdownFaults } from '../support/markdown-rules.ts'
import { cardsOn, componentsIn, loadSlides, nameOf, withoutCode } from '../support/slides.ts'
import { forEachCase } from '../support/faults.ts'

const text = readFileSync(letterText, 'utf8')
const register = registerOf(letterFolder)
const slides = await loadSlides(letterFolder)
const steps = slides.filter(({ layout }) => layout === 'step')
const each = slides.map((slide) => [nameOf(slide), slide] as const)

describe('the letter', () => {
  it('loads without a fault', async () => {
    expect((await loadBrief(letterFolder, deck)).faults).toBeNull()
  })

  it('is verified on its text, character by character', () => {
    const { code, text: said } = verify(letterText, letterFolder)
    expect(said).toMatch(/^\d+ quotes proven verbatim on the text, character by character/)
    expect(code).toBe(0)
  })

  it('has the fingerprint that the command makes', () => {
    const written = readFileSync(join(letterFolder, 'claims/fingerprint.yaml'), 'utf8')
    expect(fingerprintYaml(text, written)).toBe(written)
  })

  it('is not told in the brief: only the fingerprint is there', () => {
    expect(
      readdirSync(letterFolder)
        .filter((name) => !['node_modules', 'dist'].includes(name))
        .sort(),
    ).toEqual(['claims', 'pages', 'public', 'slides.md'])
  })

  it('says that it is an exercise: on the cover, in its script, in what a link shows, and in the data', async () => {
    const [cover] = slides
    expect(cover!.content).toMatch(/exercise/i)
    expect(cover!.note).toMatch(/exercise/i)
    expect(register.article.about).toMatch(/exercise[\s\S]*invented/i)
    expect(register.disclosure.join(' ')).toMatch(/exercise/)
    const { story } = await briefOf(letterFolder)
    expect(`${story.title} ${story.description}`).toMatch(/exercise/i)
    expect(new URL(register.article.url).host).toBe('example.org')
  })
})

describe('what it tries', () => {
  it('a text of 8 to 12 sentences', () => {
    expect(register.counts.sentences).toBeGreaterThanOrEqual(8)
    expect(register.counts.sentences).toBeLessThanOrEqual(12)
  })

  it('an abbreviation that ends no sentence', () => {
    expect(text).toMatch(/\bDr\. \p{Lu}/u)
    const points = [...text]
    const endings = register.sentences.map(({ start, end }) => points.slice(start, end).join(''))
    expect(endings.filter((sentence) => /\b(?:Dr|p\.m)\.$/.test(sentence))).toEqual([])
  })

  it('words that occur in two sentences, each quoted as a claim', () => {
    const quotes = register.claims.map(({ quote }) => quote)
    const twice = register.claims.filter(({ quote }, index) => quotes.indexOf(quote) !== index)
    expect(twice.length).toBeGreaterThan(0)
    for (const { quote } of twice) {
      const own = register.claims.filter((claim) => claim.quote === quote)
      expect(text.split(quote)).toHaveLength(own.length + 1)
      expect(new Set(own.map(({ selectors }) => selectors.start)).size).toBe(own.length)
    }
  })

  it('a non-breaking space, in a quote', () => {
    expect(register.claims.filter(({ quote }) => quote.includes('\u00a0')).map(({ quote }) => text.includes(quote))).toEqual([true])
  })

  it('opinion, a claim on which the passes differ, and a source of each kind but an exact one', () => {
    const { byGrade, opinions } = register.counts
    expect(opinions).toBeGreaterThan(0)
    expect(register.claims.filter(({ adjudication }) => adjudication)).toHaveLength(1)
    expect([byGrade.S0, byGrade.S1, byGrade.S2, byGrade.S3].every((count) => count > 0)).toBe(true)
  })

  it('a record that nobody has checked, with no source and no interpretations', () => {
    expect(register.sources).toEqual([])
    expect(register.interpretations).toBeNull()
    expect(register.counts.byRecord['not checked']).toBe(register.counts.gradeable)
  })
})

describe('its story', () => {
  it('shows every claim once, in the order of the letter, under its own step', () => {
    expect(steps.flatMap(cardsOn)).toEqual(register.claims.map(({ id }) => id))
    for (const slide of steps)
      for (const id of cardsOn(slide)) expect(register.claims.find((claim) => claim.id === id)!.step).toBe(slide.frontmatter['step'])
  })

  it('every slide: a heading of its own, notes that can be spoken, words and components only', () =>
    forEachCase(each, (_, { heading, content, note, layout, no }) => {
      expect(slides.filter((other) => other.heading === heading).map((other) => other.no)).toEqual([no])
      const words = note.replace(/\[click(?::\d+)?\]/gi, ' ').match(/\p{L}[\p{L}’-]*|\{\{.*?\}\}/gu) ?? []
      expect(words.length).toBeGreaterThanOrEqual(layout === 'reference' ? 15 : 40)
      expect(markdownFaults(withoutCode(content))).toEqual([])
    }))

  it('every slide: as many marks in the notes as there are clicks', () =>
    forEachCase(each, (_, { content, markedClicks }) => {
      const clicks = componentsIn(content).reduce(
        (sum, { name, attributes }) => sum + (deck.components[name]?.clicks?.(register, attributes) ?? 0),
        0,
      )
      expect(markedClicks).toBe(clicks)
    }))

  it('has every tension', () => {
    const used = slides.flatMap(({ content }) => componentsIn(content)).filter(({ name }) => name === 'TensionList')
    expect(used.map(({ attributes: { from, to } }) => [Number(from), Number(to)])).toEqual([[1, register.tensions.length]])
  })
})

it('shares no sentence of its slides or scripts with the first brief', async () => {
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })
  /** A blank line and a click end a sentence too. */
  const sentencesOf = (written: string) =>
    written
      .split(/\n\s*\n|\[click(?::\d+)?\]/i)
      .flatMap((block) => [...segmenter.segment(block.replace(/\s+/g, ' '))].map(({ segment }) => segment))
  /** Sentences of four words or more, without marks, case and counts. */
  const sentencesIn = (all: readonly { readonly content: string; readonly note: string }[]) =>
    new Set(
      all
        .flatMap(({ content, note }) => [content.replace(/<[A-Za-z/][^<>]*>/g, '\n\n'), note])
        .flatMap((part) => sentencesOf(fillCounts(register, part)))
        .map((sentence) => (sentence.toLowerCase().match(/\p{L}[\p{L}’-]*/gu) ?? []).join(' '))
        .filter((sentence) => sentence.split(' ').length >= 4),
    )
  const own = sentencesIn(slides)
  const first = sentencesIn(await loadSlides())
  expect(own.size).toBeGreaterThan(100)
  expect([...own].filter((sentence) => first.has(sentence))).toEqual([])
})
