/** Names and dates of the world, as the register has them: what it writes with a capital, never otherwise, and when. */
import { DECK_LANGUAGE } from '../register/vocabulary.ts'
import { type Span, spanOf } from '../register/dates.ts'
import type { Register } from '../analysis/register.ts'
import { bare, sentencesOf, wordsOf } from './sentences.ts'

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']
const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)'

/** Two ways to write one name that no entry of the register holds side by side. */
const SAME: readonly (readonly [short: string, long: string])[] = [
  ['UN', 'United Nations'],
  ['EU', 'European Union'],
]

export interface Names {
  /** The text with every known name of one thing written in one way, so that a short name and the long one it stands for are one. */
  readonly unified: (text: string) => string
  /** Names of people, groups, bodies, outlets, places in a unified text, in lower case. */
  readonly in: (text: string) => string[]
}

/** “World Health Organization (WHO)” → the two ways. */
const spelledOut = (text: string): (readonly [string, string])[] =>
  [...text.matchAll(/((?:\p{Lu}[\p{L}-]*(?: (?:of|for|in|and|the))*[ ]?)+)\(([A-Z][A-Z-]{2,})\)/gu)].flatMap(([, long, short]) => {
    const words = long!.trim().split(' ')
    return words.length > 1 ? [[short!, words.join(' ')] as const] : []
  })

/** Reads the names off the actors, and off what the register says of its sources. */
export function namesOf({ actors, sources }: Register): Names {
  const sourceTexts = sources.flatMap(({ originator, publisher, descriptor, quote, language, translation, establishes, doesNotEstablish }) => [
    originator, publisher, descriptor, establishes, doesNotEstablish, ...(language === DECK_LANGUAGE ? [quote] : []), ...(translation ? [translation] : []),
  ])
  const actorNames = actors.map(({ name, articleNames, publicName }) => [name, ...articleNames.map((each) => each.name), ...(publicName && /\p{Lu}/u.test(publicName.name) ? [publicName.name] : [])])

  const capital = new Set<string>()
  const lower = new Set<string>()
  const phrases = new Set<string>()
  const read = (text: string, firstCounts: boolean) => {
    for (const sentence of sentencesOf(text)) {
      const words = wordsOf(sentence).map(bare)
      for (const [index, word] of words.entries()) {
        const isCapital = /^\p{Lu}/u.test(word)
        if (!isCapital) lower.add(word)
        else if (index > 0 || firstCounts) capital.add(word.toLowerCase())
        const next = words[index + 1]
        if (index > 0 && isCapital && next && /^\p{Lu}/u.test(next)) phrases.add(`${word} ${next}`.toLowerCase())
      }
    }
  }
  for (const text of sourceTexts) read(text, false)
  for (const { publisher } of sources) read(publisher, true)
  for (const name of actorNames.flat()) read(name, true)
  const single = new Set([...capital].filter((word) => !lower.has(word) && !MONTHS.includes(word) && word.length > 1))

  const aliases = [
    ...actorNames.flatMap(([name, ...others]) => [...new Set(others.flatMap((other) => [other, other.replace(/ ?\(.*\)$/, '')]))].map((other) => [name!, other] as const)),
    // The abbreviation of a public name: (ISIL-K).
    ...actors.flatMap(({ name, publicName }) => [...(publicName?.name.matchAll(/\(([A-Z][A-Z-]+)\)/g) ?? [])].map(([, short]) => [name, short!] as const)),
    ...sourceTexts.flatMap(spelledOut),
    ...SAME,
  ]
    .flatMap(([short, long]) => [[short, long] as const, ...SAME.flatMap(([less, more]) => (long !== more && long.includes(more) ? [[short, long.replace(more, less)] as const] : []))])
    .filter(([short, long]) => short !== long)
    .sort((a, b) => b[1].length - a[1].length)
  const patternOf = (name: string) => new RegExp(`(?<![\\p{L}\\p{N}-])${RegExp.escape(name)}(?![\\p{L}\\p{N}-])`, 'gu')
  const byLong = new Map(aliases.map((alias) => [alias[1], alias]))
  const unique = [...byLong.values()].map(([short, long]) => ({ short, pattern: patternOf(long) }))

  return {
    unified: (text) => unique.reduce((now, { short, pattern }) => now.replace(pattern, () => short), text),
    in(text) {
      const words = wordsOf(text).map(bare)
      return [
        ...new Set(
          words.flatMap((word, index) => {
            if (!/^\p{Lu}/u.test(word)) return []
            const small = word.toLowerCase()
            const pair = `${small} ${words[index + 1]?.toLowerCase() ?? ''}`
            if (/^\p{Lu}/u.test(words[index + 1] ?? '') && phrases.has(pair)) return [small, words[index + 1]!.toLowerCase()]
            // “WHO-led” names the WHO.
            return [small.split('-')[0]!, small].find((each) => single.has(each)) ?? []
          }),
        ),
      ]
    },
  }
}

/** A date that a text names, with how exactly it is to be met. */
export interface Mention {
  readonly words: string
  readonly span: Span
  /** A day or a month must be met as exactly; of a year or a span of years a part is enough. */
  readonly exact: boolean
  /** A day without its year: only its words can be looked for. */
  readonly yearless: boolean
}

const two = (value: number | string): string => String(value).padStart(2, '0')

/** Days, months, years and spans of years of a text: “2 July 2025”, “2 July”, “May 2024”, “2014–15”, “2025”. */
export function datesIn(text: string): Mention[] {
  const found: Mention[] = []
  const rest = text
    .replace(new RegExp(`(?:(\\d{1,2}) )?(${MONTH})(?: (\\d{1,2}),)? (\\d{4})`, 'g'), (words: string, before: string | undefined, month: string, after: string | undefined, year: string) => {
      const day = before ?? after
      found.push({ words, span: spanOf(`${year}-${two(MONTHS.indexOf(month.toLowerCase()) + 1)}${day ? `-${two(day)}` : ''}`), exact: true, yearless: false })
      return ' '
    })
    .replace(/\b((?:19|20)\d\d)[–-](\d\d(?:\d\d)?)\b/g, (words: string, from: string, to: string) => {
      found.push({ words, span: spanOf(`${from}/${to.length === 4 ? to : from.slice(0, 2) + to}`), exact: false, yearless: false })
      return ' '
    })
  for (const [words] of rest.matchAll(new RegExp(`\\b\\d{1,2} ${MONTH}\\b`, 'g'))) found.push({ words, span: { from: '', until: '' }, exact: true, yearless: true })
  for (const [year] of rest.matchAll(/\b(?:19|20)\d\d\b/g)) found.push({ words: year, span: spanOf(year), exact: false, yearless: false })
  return found
}

/** Whether a date that something has meets one that a sentence names. */
export const meets = (mention: Mention, { from, until }: Span): boolean =>
  mention.exact ? from >= mention.span.from && until <= mention.span.until : from < mention.span.until && mention.span.from < until
