/** Text into sentences, and sentences into the words of the deck and the words it quotes. */
import { goesOnAfterStop } from '../register/abbreviations.ts'

const CLOSERS = '”’)'

/** What is said between one `[click]` and the next. */
export const betweenClicks = (text: string): string[] => text.split(/\[click(?::\d+)?\]/i)

/**
 * The sentences of a text, in order, each with its white space as single blanks. A blank line, a line of a list, a
 * heading and `[click]` end a sentence too. What stands in quotation marks is never cut.
 */
export function sentencesOf(text: string): string[] {
  return text.split(/\n\s*\n|\[click(?::\d+)?\]|\n(?=\s*(?:[-*#>|]|\d+\. ))/i).flatMap((block) => cut(block.replace(/\s+/g, ' ').trim()))
}

function cut(text: string): string[] {
  const found: string[] = []
  let start = 0
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!
    if (sign === '“') depth++
    else if (sign === '”') depth = Math.max(0, depth - 1)
    if (!'.?!…'.includes(sign)) continue
    let end = at + 1
    let open = depth
    while (end < text.length && CLOSERS.includes(text[end]!)) if (text[end++] === '”') open = Math.max(0, open - 1)
    const next = text.slice(end, end + 2)
    const goesOn = end < text.length && !(next[0] === ' ' && /[\p{Lu}\p{N}“‘(]/u.test(next[1] ?? ''))
    if (open > 0 || goesOn || (sign === '.' && goesOnAfterStop(text.slice(start, at), text.slice(end)))) continue
    found.push(text.slice(start, end).trim())
    start = end
    depth = 0
    at = end - 1
  }
  found.push(text.slice(start).trim())
  return found.filter((sentence) => /\p{L}/u.test(sentence))
}

/** The sentence with a mark in place of each quotation: what is left is the deck's own voice. */
export function withoutQuotes(sentence: string): string {
  let own = sentence
  for (let before = ''; before !== own; ) {
    before = own
    own = own.replace(/“[^“”]*”/g, '¤')
  }
  return own
}

/** What a sentence quotes, outermost marks only, without a stop at the end. */
export function quotesIn(sentence: string): string[] {
  const found: string[] = []
  let depth = 0
  let start = 0
  for (const [at, sign] of [...sentence].entries()) {
    if (sign === '“' && depth++ === 0) start = at + 1
    if (sign === '”' && depth > 0 && --depth === 0) found.push([...sentence].slice(start, at).join(''))
  }
  return found.map((quote) => quote.replace(/[.,;:?!…]+$/, '').trim()).filter((quote) => quote !== '')
}

/** Parts of a sentence that speak for themselves: what a semicolon divides, outside quotation marks. */
export function partsOf(sentence: string): string[] {
  const parts = ['']
  let depth = 0
  for (const sign of sentence) {
    if (sign === '“') depth++
    if (sign === '”') depth--
    if (sign === ';' && depth <= 0) parts.push('')
    else parts[parts.length - 1] += sign
  }
  return parts.map((part) => part.trim()).filter(Boolean)
}

/** A word without its `’s`. */
export const bare = (word: string): string => word.replace(/[’']s?$/u, '')

/** Words in order; opening signs and stops left out. */
export const wordsOf = (text: string): string[] => [...text.matchAll(/\p{L}[\p{L}\p{N}]*(?:[’'.&-][\p{L}\p{N}]+)*[’']?/gu)].map(([word]) => word)

