import { describe, expect, it } from 'vitest'
import { letterFolder } from '../support/brief.ts'
import { loadSlides, nameOf, withoutCode } from '../support/slides.ts'
import { typedCounts } from '../support/typed-counts.ts'
import { forEachCase } from '../support/faults.ts'

describe('counts of the register are taken from it, never typed', async () => {
  const slides = [...(await loadSlides()), ...(await loadSlides(letterFolder))]
  it('on every slide', () =>
    forEachCase(
      slides.map((slide) => [nameOf(slide), slide] as const),
      (_, { content, note }) => {
        const faults = [
          ...typedCounts(withoutCode(content).replace(/<[A-Za-z/][^<>]*>/g, ' ')),
          ...typedCounts(note).map((fault) => `in the notes: ${fault}`),
        ]
        expect(faults, faults.join('\n')).toEqual([])
      },
    ))
})

describe('typedCounts', () => {
  it('finds a count, in figures or in words', () =>
    forEachCase(
      [
        ['The deck shows 42 claims.', ['42 claims']],
        ['Forty-two claims stand here.', ['Forty-two claims']],
        ['Of these, 31 gradeable claims have none.', ['31 gradeable claims']],
        ['three of the claims', ['three of the claims']],
        ['the eight steps', ['eight steps']],
        ['All eight of its steps', ['eight of its steps']],
        ['one claim is traceable', ['one claim']],
        ['One of the sources says so.', ['One of the sources']],
        ['two pull-quotes and three tensions', ['two pull-quotes', 'three tensions']],
        ['five opinions', ['five opinions']],
        ['eleven inferences', ['eleven inferences']],
        ['28 sentences in 12 paragraphs', ['28 sentences', '12 paragraphs']],
        ['a hundred sources', ['a hundred sources']],
        ['30 S0 and two S3', ['30 S0', 'two S3']],
        ['four are contradicted', ['four are contradicted']],
        ['two\nclaims', ['two claims']],
      ],
      (text, found) => {
        expect(typedCounts(text)).toEqual(found)
      },
    ))

  it('finds none where nothing is counted', () =>
    forEachCase(
      [
        ['{{ claims }} claims in {{ steps }} steps'],
        ['{{ byGrade.S0 }} of {{ gradeable }} gradeable claims give no source.'],
        ['“42 claims” is quoted'],
        ['claim C26, in sentence S18'],
        ['The attack of 2 July 2025. Sources differ.'],
        ['on 15 August 2021, by same-day sources'],
        ['Both groups claimed it; two groups claim one attack.'],
        ['one claim at a time'],
        ['one step after another'],
        ['Every claim has its source.'],
        ['the first claim, the second sentence'],
        ['Someone claims this.'],
        ['It looks at one opinion piece.'],
        ['three readings of the attack'],
      ],
      (text) => {
        expect(typedCounts(text)).toEqual([])
      },
    ))
})
