/** Each word of a query begins a word of what is found, without case and accents. Numbers come first, then names, then the rest. */
import { formatDate, sentenceNumber } from '../register/numbers.ts'
import type { Register } from '../analysis/register.ts'
import { annexParts, annexPlace } from './annex.ts'
import type { CardPlace } from './story.ts'

export const JUMP_KINDS = ['actor', 'annex', 'claim', 'request', 'slide', 'source'] as const
export type JumpKind = (typeof JUMP_KINDS)[number]

export interface JumpEntry {
  readonly kind: JumpKind
  /** C26, A15, an actor’s id; of a slide its number. */
  readonly id: string
  readonly label: string
  /** In the deck’s voice. */
  readonly detail: string
  /** A claim’s quote, a source’s title. */
  readonly passage: { readonly text: string; readonly language: string; readonly quoted: boolean } | null
  /** A slide after so many clicks, or the name of a place in the annex. */
  readonly place: CardPlace | string
}

export interface DeckPlaces {
  readonly cards: Readonly<Record<string, CardPlace>>
  readonly slides: readonly {
    /** 1-based. */
    readonly no: number
    readonly title: string
    /** Chapter or step; empty where it has none. */
    readonly part: string
  }[]
}

interface Indexed {
  readonly entry: JumpEntry
  /** The id in lower case, without leading zeros. */
  readonly key: string
  /** The number in its id alone. */
  readonly number: string
  /** ` one two three`, so that ` tw` finds a beginning: its name, all that is shown, all there is. */
  readonly haystacks: readonly string[]
}
export type JumpIndex = readonly Indexed[]

export interface Found {
  readonly entries: readonly JumpEntry[]
  readonly more: number
}

export const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

const wordsOf = (text: string): readonly string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
const haystack = (texts: readonly string[]): string =>
  texts
    .flatMap(wordsOf)
    .map((word) => ` ${word}`)
    .join('')
/** “C01”, “c1” and “c 1” are one. */
const keyOf = (words: readonly string[]): string => words.join('').replace(/^(\p{L}*)0+(?=\d)/u, '$1')

/** `others`: words that the list does not show. */
function indexed(entry: JumpEntry, others: readonly (string | null | undefined)[], names: readonly string[] = []): Indexed {
  const { kind, id, label, detail, passage } = entry
  const key = keyOf(wordsOf(id))
  const number = /\d+$/.exec(key)?.[0] ?? ''
  const name = [kind, id, number, label, ...names]
  const shown = [...name, detail, passage?.text ?? '']
  return {
    entry,
    key,
    number,
    haystacks: [name, shown, [...shown, ...others.map((text) => text ?? '')]].map(haystack),
  }
}

/** A claim without a card is left out. */
export function jumpIndex(register: Register, { cards, slides }: DeckPlaces): JumpIndex {
  const { article, actors, claims, sources, requests } = register
  const slide = (no: number) => ({ slide: no, clicks: 0 })
  return [
    ...actors.map(({ id, name, publicName, articleNames, role, background }) =>
      indexed(
        {
          kind: 'actor',
          id,
          label: name,
          detail: publicName ? `${publicName.usage}: ${publicName.name}` : '',
          passage: null,
          place: annexPlace('actor', id),
        },
        [role, background?.text],
        [...articleNames.map((each) => each.name), ...(publicName ? [publicName.name] : [])],
      ),
    ),
    ...claims.flatMap(({ id, short, sentence, quote, gist, attribution, record }) => {
      const place = cards[id]
      if (place === undefined) return []
      const passage = { text: quote, language: article.language, quoted: true }
      return [
        indexed({ kind: 'claim', id, label: short, detail: `sent. ${sentenceNumber(sentence)}`, passage, place }, [
          'sentence',
          gist,
          attribution?.source,
          record?.finding,
        ]),
      ]
    }),
    ...slides.map(({ no, title, part }) =>
      indexed({ kind: 'slide', id: String(no), label: title, detail: part, passage: null, place: slide(no) }, []),
    ),
    ...annexParts(register).map(({ id, title }) => indexed({ kind: 'annex', id, label: title, detail: '', passage: null, place: id }, [])),
    ...sources
      .filter(({ citedBy }) => citedBy.length > 0)
      .map(
        ({
          id,
          publisher,
          originator,
          title,
          titleInferred,
          titleTranslation,
          published,
          language,
          descriptor,
          quote,
          translation,
          establishes,
        }) => {
          const detail = [originator === publisher ? '' : originator, published === null ? '' : formatDate(published)]
            .filter(Boolean)
            .join(', ')
          const passage = title === null ? null : { text: titleInferred ? `[${title}]` : title, language, quoted: false }
          return indexed({ kind: 'source', id, label: publisher, detail, passage, place: id }, [
            titleTranslation,
            descriptor,
            quote,
            translation,
            establishes,
          ])
        },
      ),
    ...requests.map(({ id, name, what, heldBy, access }) =>
      indexed({ kind: 'request', id, label: name, detail: heldBy, passage: null, place: id }, [what, access]),
    ),
  ]
}

/** 0 for the best; null where it is not found. */
function rank({ key, number, haystacks }: Indexed, asked: string, words: readonly string[]): number | null {
  if (key === asked) return 0
  if (number === asked) return 1
  const at = haystacks.findIndex((stack) => words.every((word) => stack.includes(word)))
  return at < 0 ? null : at + 2
}

/** Nothing for a query without a word. */
export function findPlaces(index: JumpIndex, query: string, limit = 12): Found {
  const words = wordsOf(query)
  if (words.length === 0) return { entries: [], more: 0 }
  const asked = keyOf(words)
  const beginnings = words.map((word) => ` ${word}`)
  const ranked: JumpEntry[][] = []
  for (const each of index) {
    const place = rank(each, asked, beginnings)
    if (place !== null) (ranked[place] ??= []).push(each.entry)
  }
  const all = ranked.flat()
  return { entries: all.slice(0, limit), more: Math.max(0, all.length - limit) }
}
