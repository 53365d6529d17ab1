import fc from 'fast-check'
import { expect, it } from 'vitest'
import { inParagraphs } from '../../../editions/page/paragraphs.ts'

const long = 'A sentence that goes on and on. '.repeat(8).trim()

it('a sentence at a click reads as paragraphs; a long one stays alone', () => {
  expect(inParagraphs(['One.', 'Two.', long, 'Three.', 'Four.'])).toEqual(['One. Two.', long, 'Three. Four.'])
})

it('nothing is lost, and none becomes a wall', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1, maxLength: 300 })), (said) => {
      const joined = inParagraphs(said)
      expect(joined.join(' ')).toBe(said.join(' '))
      expect(joined.every((text) => text.length < 490 || said.includes(text))).toBe(true)
    }),
  )
})
