/**
 * The rubric, asked by machine of a statement of the deck: what is a reader handed here?
 *
 * A source counts where it stands beside the statement and is tied to it: every name, date and quotation of the
 * statement, and at least half of its other words, are found in what the register's record says there or in what it has
 * of the sources. Else the statement is graded by what it names itself. Of a sentence with several statements the weakest
 * decides.
 */
import { type Span, spanOf } from '../register/dates.ts'
import { type Grade, GRADES, type SourcingGrade } from '../register/vocabulary.ts'
import { isPrinciple } from './about.ts'
import type { Evidence, EvidenceSource } from '../story/evidence.ts'
import { datesIn, meets, type Mention, type Names } from './names.ts'
import { quotesIn, withoutQuotes, wordsOf } from './sentences.ts'

export interface Graded {
  readonly grade: Grade
  /** What the sources stand at; null where none is tied to the sentence. */
  readonly at: string | null
  /** Ids of the sources that a reader is handed, or could find by what is named. */
  readonly sources: readonly string[]
}

/** Of the words that are no names, at least so many must be found. */
const ENOUGH = 0.5

const STOP = new Set(
  'the and for that this with from into over than then them they their there these those which who whom whose what when where while not but its his her has have had been being are was were will would can could may might did does one two also only still even more most some any all both each other another such own said says say now here too very out off per how why about after before between during among against toward towards because since until though although far none nor much many article record deck instead date dates give gives given'.split(' '),
)
const small = (word: string): string => word.toLowerCase().replace(/[’']s?$/u, '')
/** “Reports”, “reported”, “reporting” are one word here. */
const stem = (word: string): string => {
  const bare = small(word).replace(/[’']/g, '')
  return bare.length > 4 ? bare.replace(/(?:ations?|ments?|ings?|ied|ies|ers?|ed|es|s|ly|y|e)$/, '') : bare
}
const flat = (text: string): string => text.toLowerCase().replace(/[‘’']/g, '’').replace(/\s+/g, ' ')

interface Read {
  readonly names: readonly string[]
  readonly dates: readonly Mention[]
  readonly quotes: readonly string[]
  readonly stems: ReadonlySet<string>
}

interface Index {
  readonly names: readonly string[]
  readonly stems: ReadonlySet<string>
  readonly dates: readonly Span[]
  readonly text: string
}

const textOf = ({ originator, publisher, title, descriptor, quote, translation, establishes, doesNotEstablish }: EvidenceSource): string =>
  [originator, publisher, title, descriptor, quote, translation, establishes, doesNotEstablish].filter(Boolean).join('\n')
const spansOf = ({ published, eventDate }: EvidenceSource): Span[] => [published, eventDate].flatMap((date) => (date ? [spanOf(date)] : []))

/** An adjective is met by its country’s name, such as “Japanese” by “Japan”; and the other way round. */
const sameName = (a: string, b: string): boolean => a === b || (a.length > 4 && b.length > 4 && (a.startsWith(b) || b.startsWith(a)))

/** Verbs and phrases that make somebody the source of what is said. */
const CUE = /\b(?:sa(?:y|ys|id)|told|stated|states that|reported(?:ly)?|reports (?:that|one|an?)|remark(?:s|ed)|wrote|writes|according to|found|finds|show(?:s|ed)?|describ(?:es?|ed)|called|calls|quot(?:es?|ed)|summaris(?:es?|ed)|dismiss(?:es|ed)|den(?:y|ies|ied)|condemn(?:s|ed)|noted|spoke|relay|put|puts|usage|list|use)\b|\bby (?:same-day|later)\b/i
/** A source that is not said to be anybody's. */
const UNNAMED = /\b(?:intelligence|reports?|sources?|officials?|experts?|evidence|data|studies|specialists?|analysts?|monitors|police|texts?|writers?|institute|agency|member states?|summar(?:y|ies))\b/i

export interface Grader {
  /** A sentence, by those of its parts that speak of the world, with what stands beside it. */
  readonly grade: (parts: readonly string[], evidence: readonly Evidence[]) => Graded
}

export interface GraderOptions {
  readonly names: Names
  /** Every source that the register holds: who could be named. */
  readonly sources: readonly EvidenceSource[]
  /** Words of the article: that they stand in no source is no fault. */
  readonly articleQuotes: readonly string[]
}

/** At best: an address beside the sentence leads to one item; elsewhere, or without one, there are handles to find it by. */
const handed = ({ elsewhere, sources }: Evidence): SourcingGrade => (!elsewhere && sources.some(({ url }) => url !== null) ? 'S4' : 'S3')
const none = (grade: Grade): Graded => ({ grade, at: null, sources: [] })
const rank = (grade: Grade): number => (grade === 'N' ? GRADES.length : GRADES.indexOf(grade))

export function grader({ names, sources, articleQuotes }: GraderOptions): Grader {
  const articleText = flat(articleQuotes.join('\n'))

  const read = (sentence: string): Read => {
    const own = names.unified(withoutQuotes(sentence))
    const found = names.in(own)
    return {
      names: found,
      dates: datesIn(own),
      quotes: quotesIn(sentence).map(flat).filter((quote) => !articleText.includes(quote)),
      stems: new Set(wordsOf(own).filter((word) => word.length > 2 && !STOP.has(word.toLowerCase()) && !found.includes(small(word))).map(stem)),
    }
  }

  const indexes = new WeakMap<Evidence, Index>()
  const indexOf = (item: Evidence): Index => {
    const known = indexes.get(item)
    if (known) return known
    const text = [item.text, ...item.sources.map(textOf)].join('\n')
    const words = wordsOf(names.unified(text)).map(small).flatMap((word) => (word.includes('-') ? [word, ...word.split('-')] : [word]))
    const made: Index = { names: [...new Set(words)], stems: new Set(words.map(stem)), dates: [...datesIn(text).filter(({ yearless }) => !yearless).map(({ span }) => span), ...item.sources.flatMap(spansOf)], text: flat(text) }
    indexes.set(item, made)
    return made
  }

  /** How much of a sentence is found at a item, from 0 to 1; null where it is not tied to it. */
  const tie = (sentence: Read, item: Evidence): number | null => {
    if (item.needs === 'nothing') return 1
    const at = indexOf(item)
    const found =
      sentence.names.every((name) => at.names.some((word) => sameName(word, name))) &&
      sentence.dates.every((date) => (date.yearless ? at.text.includes(flat(date.words)) : at.dates.some((span) => meets(date, span)))) &&
      sentence.quotes.every((quote) => at.text.includes(quote))
    if (!found) return null
    const share = sentence.stems.size === 0 ? 1 : [...sentence.stems].filter((each) => at.stems.has(each)).length / sentence.stems.size
    return item.needs === 'names' || share >= ENOUGH ? share : null
  }

  const speakersOf = new Map(sources.map((source) => [source, names.in(names.unified(`${source.originator}; ${source.publisher}`))]))
  /** By what the sentence names: the rubric's questions from Q1 on. */
  const byItsWords = (sentence: string, { dates, quotes }: Read): Graded => {
    // A cue and its source stand in one clause.
    const clauses = names.unified(withoutQuotes(sentence)).split(/[,:]/).filter((clause) => CUE.test(clause))
    if (clauses.length === 0) return none('S0')
    const named = clauses.flatMap((clause) => names.in(clause))
    const speaking = sources.filter((source) => speakersOf.get(source)!.some((name) => named.includes(name)))
    if (speaking.length === 0) return none(clauses.some((clause) => UNNAMED.test(clause)) ? 'S1' : 'S0')
    // A second handle: when the thing was said, its title, or its words.
    const traceable = speaking.filter(
      (source) =>
        dates.some((date) => date.exact && !date.yearless && spansOf(source).some((span) => meets(date, span))) ||
        (source.title !== null && flat(sentence).includes(flat(source.title))) ||
        quotes.some((quote) => quote.includes(' ') && flat(`${source.quote} ${source.translation ?? ''}`).includes(quote)),
    )
    return traceable.length > 0 ? { grade: 'S3', at: null, sources: traceable.map(({ id }) => id) } : none('S2')
  }

  const gradePart = (part: string, evidence: readonly Evidence[]): Graded => {
    if (isPrinciple(part)) return none('N')
    const sentence = read(part)
    const withSources = evidence.filter((item) => item.sources.length > 0)
    const tied = withSources
      .flatMap((item) => {
        const share = tie(sentence, item)
        return share === null ? [] : [{ item, share, grade: handed(item) }]
      })
      .sort((a, b) => rank(b.grade) - rank(a.grade) || b.share - a.share)
    const [best] = tied
    const own = byItsWords(part, sentence)
    if (best && rank(best.grade) >= rank(own.grade)) return { grade: best.grade, at: best.item.name, sources: best.item.sources.map(({ id }) => id) }
    if (rank(own.grade) >= rank('S3')) return own
    // It sums up several things that stand there: a reader can find which.
    const together: Evidence = { name: 'several together', text: withSources.map(({ text }) => text).join('\n'), sources: [...new Set(withSources.flatMap((item) => item.sources))], elsewhere: true, needs: 'names and words' }
    return withSources.length > 1 && tie(sentence, together) !== null ? { grade: 'S3', at: together.name, sources: together.sources.map(({ id }) => id) } : own
  }

  return {
    grade(parts, evidence) {
      const graded = parts.map((part) => gradePart(part, evidence)).sort((a, b) => rank(a.grade) - rank(b.grade))
      const [weakest] = graded
      if (!weakest) throw new Error('No part of the sentence speaks of the world.')
      return { ...weakest, sources: [...new Set(graded.flatMap((each) => each.sources))] }
    },
  }
}
