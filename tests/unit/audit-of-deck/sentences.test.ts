import { describe, expect, it } from 'vitest'
import { betweenClicks, partsOf, quotesIn, sentencesOf, withoutQuotes } from '../../../engine/audit/sentences.ts'

describe('sentencesOf', () => {
  it.each([
    ['One thing. Another thing.', ['One thing.', 'Another thing.']],
    ['It says “one. Two.” Then it ends.', ['It says “one. Two.”', 'Then it ends.']],
    ['“Their goals remain the same.” And more.', ['“Their goals remain the same.”', 'And more.']],
    ['Dr. Smith met J. Jones, e.g. in Kabul. They spoke.', ['Dr. Smith met J. Jones, e.g. in Kabul.', 'They spoke.']],
    ['It shuts at 9 p.m. on Mondays. The U.S. Army left the U.S. They cried.', ['It shuts at 9 p.m. on Mondays.', 'The U.S. Army left the U.S.', 'They cried.']],
    ['See sent. 12 for more. Next.', ['See sent. 12 for more.', 'Next.']],
    ['A pair at eurasia.ro says so. Yes.', ['A pair at eurasia.ro says so.', 'Yes.']],
    ['Which pair? That one.', ['Which pair?', 'That one.']],
    ['First. [click] Second. [click:2] Third.', ['First.', 'Second.', 'Third.']],
    ['A heading\n\nA line that\ngoes on.', ['A heading', 'A line that goes on.']],
    ['- one\n- two', ['- one', '- two']],
    ['up to 40% (as of 2024). “Then” more.', ['up to 40% (as of 2024).', '“Then” more.']],
    ['', []],
    ['…', []],
  ])('cuts “%s”', (text, found) => {
    expect(sentencesOf(text)).toEqual(found)
  })

  it('loses no letter', () => {
    const text = 'A “b. C” d. E (f. g.) H; i? “J.” K'
    expect(sentencesOf(text).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
  })
})

it('what is quoted stands apart from what is ours', () => {
  const sentence = 'The Taliban called it “full of ‘deep’ prejudice”, or “x “y” z”.'
  expect(withoutQuotes(sentence)).toBe('The Taliban called it ¤, or ¤.')
  expect(quotesIn(sentence)).toEqual(['full of ‘deep’ prejudice', 'x “y” z'])
})

it('a semicolon divides, but not within quotation marks', () => {
  expect(partsOf('One; “two; three”; four.')).toEqual(['One', '“two; three”', 'four.'])
})

it('clicks divide a script', () => {
  expect(betweenClicks('a [click] b [click:3] c')).toEqual(['a ', ' b ', ' c'])
})
