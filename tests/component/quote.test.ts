/** The article's words. */
import { describe, expect, it } from 'vitest'
import ArticleQuote from '../../components/claim/ArticleQuote.vue'
import { sentenceNumber } from '../../engine/register/numbers.ts'
import { register } from '../support/claims.ts'
import { heard, onSlide, the, tidy } from '../support/mount.ts'

describe('ArticleQuote', () => {
  it('has the words exactly, and then where they stand', () => {
    for (const claim of register.claims) {
      const { quote, sentence } = claim
      const { element, wrapper } = onSlide(ArticleQuote, { claim })
      expect(the(element, 'q').textContent).toBe(quote)
      expect(heard(element)).toBe(`${quote} The article, sentence ${sentenceNumber(sentence)}.`)
      wrapper.unmount()
    }
  })

  it('is a quotation to a screen reader, which is spared the drawn marks', () => {
    const { element } = onSlide(ArticleQuote, { claim: { quote: 'two words', sentence: 'S01' } })
    expect(element.localName).toBe('blockquote')
    expect(tidy(the(element, 'p').textContent)).toBe('“two words”')
    expect(heard(element)).not.toMatch(/[“”"]/)
    // <q> would bring a second pair.
    expect(getComputedStyle(the(element, 'q')).getPropertyValue('quotes')).toBe('none')
  })

  it('shows a pull-quote otherwise than the author’s words, and not by colour', () => {
    const style = (voice: string) =>
      getComputedStyle(onSlide(ArticleQuote, { claim: { quote: 'two words', sentence: 'S01', voice } }).element).fontStyle
    expect(style('pull-quote')).toBe('italic')
    expect(style('author')).not.toBe('italic')
  })

  it('keeps a quote’s own quotation marks', () => {
    const { element } = onSlide(ArticleQuote, { claim: { quote: 'a “quoted” word', sentence: 'S01' } })
    expect(heard(element)).toBe('a “quoted” word The article, sentence 1.')
  })
})
