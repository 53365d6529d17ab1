/**
 * The rubric, asked by machine of a statement of the deck: what is a reader handed here?
 *
 * A source counts where it stands beside the statement and is tied to it: every name, date and quotation of the
 * statement, and at least half of its other words, are found in what the register says there or in what it has of the
 * sources. Else the statement is graded by what it names itself.
 */
import { spanOf } from '../dates.ts'
import type { Source } from '../register.ts'
import type { Grade } from '../vocabulary.ts'
import { isPrinciple } from './about.ts'
import { datesIn, meets, type Mention, type Names } from './names.ts'
import type { Hand } from './hands.ts'
import { quotesIn, withoutQuotes, wordsOf } from './sentences.ts'

/** What of a source is asked for. One without an address is not to be found without a search. */
export type HandedSource = Pick<Source, 'id' | 'originator' | 'publisher' | 'title' | 'published' | 'eventDate' | 'descriptor' | 'quote' | 'translation' | 'establishes' | 'doesNotEstablish'> & {
  readonly url: string | null
}
export type HandOf<S> = Omit<Hand, 'sources'> & { readonly sources: readonly S[] }

export interface Graded {
  readonly grade: Grade
  /** What the sources stand at; null where none is tied to the sentence. */
  readonly at: string | null
  readonly sources: readonly string[]
}

/** Of the words that are no names, at least so many must be found. */
const ENOUGH = 0.5

const STOP = new Set(
  'the and for that this with from into over than then them they their there these those which who whom whose what when where while not but its his her has have had been being are was were will would could can may might did does one two also only still even more most some any all both each other another such own said says say now here too very out off per how why about after before between during among against toward towards because since until though although about'.split(' '),
)
const stem = (word: string): string => {
  const small = word.toLowerCase().replace(/[’'](?:s)?$/u, '').replace(/[’']/g, '')
  return small.length > 4 ? small.replace(/(?:ations?|ments?|ings?|ied|ies|ers?|ed|es|s|ly|ing|y|e)$/, '') : small
}

interface Read {
  readonly names: readonly string[]
  readonly dates: readonly Mention[]
  readonly quotes: readonly string[]
  readonly stems: ReadonlySet<string>
}
const flat = (text: string): string => text.toLowerCase().replace(/[’‘']/g, '’').replace(/\s+/g, ' ')

export function readSentence(sentence: string, names: Names): Read {
  const own = names.unified(withoutQuotes(sentence))
  const found = names.in(own)
  return {
    names: found,
    dates: datesIn(own),
    quotes: quotesIn(sentence).map(flat),
    stems: new Set(wordsOf(own).filter((word) => word.length > 2 && !STOP.has(word.toLowerCase()) && !found.includes(word.toLowerCase().replace(/[’']s?$/u, ''))).map(stem)),
  }
}

interface Index {
  readonly words: readonly string[]
  readonly stems: ReadonlySet<string>
  readonly dates: readonly { readonly from: string; readonly until: string }[]
  readonly flat: string
}

export const textOfSource = (source: HandedSource): string =>
  [source.originator, source.publisher, source.title, source.descriptor, source.quote, source.translation, source.establishes, source.doesNotEstablish].filter(Boolean).join('\n')

function index(text: string, sources: readonly HandedSource[], names: Names): Index {
  const whole = [text, ...sources.map(textOfSource)].join('\n')
  const words = wordsOf(names.unified(whole)).map((word) => word.toLowerCase().replace(/[’']s?$/u, ''))
  return {
    words: [...new Set(words)],
    stems: new Set(words.map(stem)),
    dates: [...datesIn(whole).map(({ span }) => span), ...sources.flatMap(({ published, eventDate }) => [published, eventDate].flatMap((date) => (date ? [spanOf(date)] : [])))],
    flat: flat(whole),
  }
}

/** “Pakistani” is met by “Pakistan”, and the other way round. */
const sameName = (a: string, b: string): boolean => a === b || (a.length > 4 && b.length > 4 && (a.startsWith(b) || b.startsWith(a)))

/** Share of the sentence's other words that are found there, or null where a name, a date or a quotation is not. */
function tie({ names, dates, quotes, stems }: Read, { words, stems: there, dates: known, flat: text }: Index): number | null {
  if (!names.every((name) => words.some((word) => sameName(word, name)))) return null
  if (!dates.every((date) => known.some((span) => meets(date, span)))) return null
  if (!quotes.every((quote) => text.includes(quote))) return null
  const shared = [...stems].filter((each) => there.has(each)).length
  return stems.size === 0 ? 1 : shared / stems.size
}

/** Verbs and phrases that make somebody the source of what is said. */
const CUE = /\b(?:sa(?:y|ys|id)|told|stated?|report(?:s|ed|edly)?|remark(?:s|ed)|wrote|writes|according to|found|finds|show(?:s|ed)?|describ(?:es?|ed)|read|called|calls|quot(?:es?|ed|ing)|summaris(?:es?|ed)|dismiss(?:es|ed)|den(?:y|ies|ied)|condemn(?:s|ed)|noted|spoke|relay|put|puts|usage|list)\b|\bby (?:same-day|later|one)\b|\bas \w+ puts it\b/i
/** A source that is not said to be anybody's. */
const UNNAMED = /\b(?:intelligence|reports?|sources?|officials?|experts?|evidence|data|studies|specialists?|analysts?|monitors|police|texts?|counts|outlets?|writers?|institute|agency|member states?|summar(?:y|ies))\b/i

/** By what the sentence names: the rubric's questions from Q1 on. */
function byItsWords(sentence: string, read: Read, register: readonly HandedSource[], names: Names): Graded {
  const own = withoutQuotes(sentence)
  const none = (grade: Grade): Graded => ({ grade, at: null, sources: [] })
  if (!CUE.test(own)) return none('S0')
  const speaking = register.filter(({ originator, publisher }) => {
    const speakers = names.in(names.unified(`${originator}; ${publisher}`))
    return read.names.some((name) => speakers.includes(name))
  })
  if (speaking.length === 0) return none(UNNAMED.test(own) ? 'S1' : 'S0')
  // A second handle: when the thing was said, its title, or its words.
  const traceable = speaking.filter((source) => {
    const said = [source.published, source.eventDate].flatMap((date) => (date ? [spanOf(date)] : []))
    return (
      read.dates.some((date) => date.exact && said.some((span) => meets(date, span))) ||
      (source.title !== null && source.title !== undefined && flat(own).includes(flat(source.title))) ||
      read.quotes.some((quote) => quote.includes(' ') && flat(`${source.quote} ${source.translation ?? ''}`).includes(quote))
    )
  })
  return traceable.length > 0 ? { grade: 'S3', at: null, sources: traceable.map(({ id }) => id) } : none('S2')
}

export interface Grader {
  /** A statement with these hands beside it. */
  readonly grade: (sentence: string, hands: readonly HandOf<HandedSource>[]) => Graded
  /** The share of a sentence's words found at a hand; null where a name, date or quotation is not. For looking into a grade. */
  readonly share: (sentence: string, hand: HandOf<HandedSource>) => number | null
}

const WEIGHT: Readonly<Record<Grade, number>> = { N: -1, S0: 0, S1: 1, S2: 2, S3: 3, S4: 4 }

export function grader(names: Names, register: readonly HandedSource[]): Grader {
  const indexes = new WeakMap<object, Index>()
  const indexOf = (hand: HandOf<HandedSource>): Index => {
    const known = indexes.get(hand) ?? index(hand.text, hand.sources, names)
    indexes.set(hand, known)
    return known
  }
  return {
    share: (sentence, hand) => tie(readSentence(sentence, names), indexOf(hand)),
    grade(sentence, hands) {
      if (isPrinciple(sentence)) return { grade: 'N', at: null, sources: [] }
      const read = readSentence(sentence, names)
      const own = byItsWords(sentence, read, register, names)
      const tied = hands
        .filter(({ sources }) => sources.length > 0)
        .flatMap((hand): (Graded & { share: number })[] => {
          const share = tie(read, indexOf(hand))
          if (share === null || share < ENOUGH) return []
          const grade = !hand.elsewhere && hand.sources.some(({ url }) => url) ? 'S4' : 'S3'
          return [{ grade, at: hand.name, sources: hand.sources.map(({ id }) => id), share }]
        })
        .sort((a, b) => WEIGHT[b.grade] - WEIGHT[a.grade] || b.share - a.share)
      const [best] = tied
      if (!best || WEIGHT[own.grade] > WEIGHT[best.grade]) return own
      const { share: _, ...graded } = best
      return graded
    },
  }
}
