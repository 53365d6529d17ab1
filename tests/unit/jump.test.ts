/** The search of the palette: what finds what, in which order, and what holds of any query. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DeckPlaces, findPlaces, fold, jumpIndex } from '../../engine/story/search.ts'
import type { Claim } from '../../engine/analysis/register.ts'
import { annexParts } from '../../engine/story/annex.ts'
import type { Register } from '../../engine/analysis/register.ts'
import { slidesOfComponents } from '../../engine/story/story.ts'
import { frozenRegister } from '../support/brief.ts'
import { forEachCase } from '../support/faults.ts'

const register = frozenRegister()
const { actors, claims, requests, sources } = register

/** A deck of our own: a slide for each claim from 11 on, slides with headings. */
const places: DeckPlaces = {
  cards: Object.fromEntries(claims.map(({ id }, index) => [id, { slide: 11 + index, clicks: 2 }])),
  slides: Array.from({ length: 80 }, (_, index) => ({
    no: index + 1,
    title: index === 23 ? 'Bajaur, seen twice' : `Heading ${index + 1}`,
    part: index === 24 ? 'Bajaur' : 'A chapter',
  })),
}
const index = jumpIndex(register, places)
const everything = index.map(({ entry }) => entry)
// Made anew: what is made while the file is read belongs to no test, and a change of it would be noticed by none.
const ids = (query: string, limit?: number) =>
  findPlaces(jumpIndex(register, places), query, limit).entries.map(({ kind, id }) => `${kind} ${id}`)
const best = (query: string) => ids(query)[0]

describe('findPlaces', () => {
  it('has first what was asked for', () =>
    forEachCase(
      [
        ['C26', 'claim C26'],
        ['c26', 'claim C26'],
        ['  c 26 ', 'claim C26'],
        ['C1', 'claim C01'],
        ['C001', 'claim C01'],
        ['claim 26', 'claim C26'],
        ['a15', 'source A15'],
        ['N9', 'source N9'],
        ['source 15', 'source A15'],
        ['26', 'slide 26'],
        ['slide 26', 'slide 26'],
        ['iskp', 'actor iskp'],
        ['Tehrik-i-Taliban', 'actor ttp'],
        ['de facto', 'actor taliban'],
        ['straits tim', 'source A3'],
        ['Lyons', 'source A3'],
        ['seen bajaur', 'slide 24'],
        ['heading 7', 'slide 7'],
      ],
      (query, expected) => {
        expect(best(query)).toBe(expected)
      },
    ))

  it('has an exact number before a number alone, that before words, and words in a name before words elsewhere', () => {
    expect(ids('26').slice(0, 2)).toEqual(['slide 26', 'claim C26'])
    const bajaur = ids('bajaur', 100)
    expect(bajaur.indexOf('slide 24')).toBeLessThan(bajaur.indexOf('claim C18'))
    expect(bajaur).toContain('slide 25')
  })

  it('finds every claim by all words of its quote, and by its sentence', () => {
    for (const { id, quote, sentence } of claims) {
      expect(ids(quote, 100), id).toContain(`claim ${id}`)
      expect(ids(`sent. ${Number(sentence.slice(1))}`, 100), id).toContain(`claim ${id}`)
      expect(ids(`sentence ${Number(sentence.slice(1))}`, 100), id).toContain(`claim ${id}`)
    }
  })

  it('finds an actor by each of the article’s names for it', () => {
    for (const { id, articleNames } of actors) for (const { name } of articleNames) expect(ids(name, 300), name).toContain(`actor ${id}`)
  })

  it('finds a title in Urdu, with and without its signs of vowels, and by our translation', () => {
    const { id, title } = sources.find(({ language, title }) => language === 'ur' && title !== null)!
    expect(best(title!)).toBe(`source ${id}`)
    const translated = sources.find(({ titleTranslation }) => titleTranslation !== undefined)!
    expect(ids(translated.titleTranslation!)).toContain(`source ${translated.id}`)
  })

  it('takes every word: one that is nowhere leaves nothing', () => {
    expect(findPlaces(index, 'bajaur qqq')).toEqual({ entries: [], more: 0 })
  })

  it('finds nothing where nothing is asked for', () =>
    forEachCase(['', '   ', '–', '“”', '.?!'], (query) => {
      expect(findPlaces(index, query)).toEqual({ entries: [], more: 0 })
    }))

  it('shows twelve and counts the rest', () => {
    const { entries, more } = findPlaces(jumpIndex(register, places), 'slide')
    expect(entries).toHaveLength(12)
    expect(more).toBe(80 - 12)
    expect(entries.map(({ id }) => id)).toEqual(Array.from({ length: 12 }, (_, at) => String(at + 1)))
  })
})

describe('of any query', () => {
  const someEntry = fc.constantFrom(...everything)
  const wordsOf = (text: string) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
  const someWords = fc.constantFrom(...new Set(everything.flatMap(({ label, passage }) => wordsOf(`${label} ${passage?.text ?? ''}`))))
  const query = fc.oneof(
    fc.array(someWords, { maxLength: 4 }).map((words) => words.join(' ')),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
  )
  const all = (text: string) => findPlaces(index, text, Infinity).entries

  it('it answers, each entry once, and what is not shown is counted', () => {
    fc.assert(
      fc.property(query, fc.nat(20), (text, limit) => {
        const { entries, more } = findPlaces(index, text, limit)
        expect(entries.length).toBeLessThanOrEqual(limit)
        expect(entries.length + more).toBe(all(text).length)
        expect(new Set(all(text)).size).toBe(all(text).length)
        expect(all(text).slice(0, limit)).toEqual(entries)
      }),
    )
  })

  it('an id finds its own entry among the first, in any case', () => {
    fc.assert(
      fc.property(someEntry, fc.boolean(), (entry, upper) => {
        const asked = upper ? entry.id.toUpperCase() : entry.id.toLowerCase()
        const found = all(asked)
        const same = everything.filter(({ id }) => id === entry.id)
        expect(found.slice(0, same.length)).toContain(entry)
      }),
    )
  })

  it('the beginnings of the words of a name find it, in any order and with any accents', () => {
    const accents = fc.array(fc.constantFrom('', '\u0301', '\u0308', '\u0327'), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(someEntry, fc.integer({ min: 1, max: 30 }), accents, fc.boolean(), (entry, length, marks, back) => {
        const words = wordsOf(entry.label).map((word) =>
          [...word]
            .slice(0, length)
            .map((letter, at) => letter + marks[at % marks.length]!)
            .join(''),
        )
        fc.pre(words.length > 0)
        expect(all((back ? words.toReversed() : words).join(' '))).toContain(entry)
      }),
    )
  })

  it('one more word finds nothing more, unless the whole is a number of something', () => {
    fc.assert(
      fc.property(query, someWords, (text, word) => {
        fc.pre(wordsOf(text).length > 0)
        const joined = [...wordsOf(text), word].join('')
        const before = new Set(all(text))
        expect(all(`${text} ${word}`).filter((entry) => !before.has(entry) && !joined.endsWith(entry.id.replace(/\D/g, '')))).toEqual([])
      }),
    )
  })

  it('folding twice is folding once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text))
      }),
    )
  })
})

describe('jumpIndex', () => {
  it('has every claim, actor, cited source, request, part of the annex and slide once', () => {
    const keys = jumpIndex(register, places)
      .map(({ entry }) => entry)
      .map(({ kind, id }) => `${kind} ${id}`)
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys.toSorted()).toEqual(
      [
        ...actors.map(({ id }) => `actor ${id}`),
        ...claims.map(({ id }) => `claim ${id}`),
        ...places.slides.map(({ no }) => `slide ${no}`),
        ...sources.filter(({ citedBy }) => citedBy.length > 0).map(({ id }) => `source ${id}`),
        ...requests.map(({ id }) => `request ${id}`),
        ...annexParts(register).map(({ id }) => `annex ${id}`),
      ].toSorted(),
    )
  })

  it('leads to the card of a claim, a slide itself, and for the rest to a place in the annex', () => {
    for (const { kind, id, place } of jumpIndex(register, places).map(({ entry }) => entry)) {
      const expected = {
        actor: () => `actor-${id}`,
        annex: () => id,
        claim: () => places.cards[id],
        slide: () => ({ slide: Number(id), clicks: 0 }),
        request: () => id,
        source: () => id,
      }[kind]()
      expect(place, `${kind} ${id}`).toEqual(expected)
    }
  })

  it('says of each what the list shows', () => {
    const made = jumpIndex(
      {
        article: { language: 'en' },
        actors: [
          {
            id: 'x',
            name: 'Ex',
            publicName: { name: 'The Ex Group', usage: 'in public' },
            articleNames: [{ name: 'Exes' }],
            role: 'who fights',
            background: null,
          },
          { id: 'y', name: 'Why', publicName: null, articleNames: [], role: '', background: { text: 'Founded long ago' } },
        ],
        claims: [
          {
            id: 'C07',
            short: 'they met',
            sentence: 'S12',
            quote: 'They met in June.',
            gist: 'A meeting',
            attribution: { source: 'an office' },
            record: { finding: 'Two reports say so.' },
          },
          { id: 'C08', short: 'nowhere', sentence: 'S13', quote: '', gist: '' },
        ],
        sources: [
          {
            id: 'A1',
            publisher: 'Daily',
            originator: 'Daily',
            title: 'Met',
            titleInferred: false,
            published: '2025-07-02',
            language: 'en',
            descriptor: 'a paper',
            quote: 'they did meet',
            establishes: 'a meeting',
            doesNotEstablish: '',
            citedBy: ['C07'],
            url: 'https://example.org/',
          },
          {
            id: 'A2',
            publisher: 'Weekly',
            originator: 'A person',
            title: 'Guessed',
            titleInferred: true,
            published: null,
            language: 'ur',
            descriptor: '',
            quote: '',
            establishes: '',
            doesNotEstablish: '',
            citedBy: ['C07'],
            url: 'https://example.org/',
          },
          {
            id: 'A3',
            publisher: 'Monthly',
            originator: 'Monthly',
            title: null,
            published: null,
            language: 'en',
            descriptor: '',
            quote: '',
            establishes: '',
            doesNotEstablish: '',
            citedBy: ['C07'],
            url: 'https://example.org/',
          },
        ],
        requests: [{ id: 'W01', name: 'minutes', what: 'of the council', heldBy: 'a clerk', access: 'public' }],
        relations: [],
        inferences: [],
        events: [],
        method: { notFound: [] },
      } as unknown as Register,
      { cards: { C07: { slide: 4, clicks: 2 } }, slides: [{ no: 1, title: 'Begin', part: 'Part' }] },
    )
    const passage = (text: string, language: string, quoted = false) => ({ text, language, quoted })
    expect(made.map(({ entry }) => entry).filter(({ kind }) => kind !== 'annex')).toEqual([
      { kind: 'actor', id: 'x', label: 'Ex', detail: 'in public: The Ex Group', passage: null, place: 'actor-x' },
      { kind: 'actor', id: 'y', label: 'Why', detail: '', passage: null, place: 'actor-y' },
      {
        kind: 'claim',
        id: 'C07',
        label: 'they met',
        detail: 'sent. 12',
        passage: passage('They met in June.', 'en', true),
        place: { slide: 4, clicks: 2 },
      },
      { kind: 'slide', id: '1', label: 'Begin', detail: 'Part', passage: null, place: { slide: 1, clicks: 0 } },
      { kind: 'source', id: 'A1', label: 'Daily', detail: '2 July 2025', passage: passage('Met', 'en'), place: 'A1' },
      { kind: 'source', id: 'A2', label: 'Weekly', detail: 'A person', passage: passage('[Guessed]', 'ur'), place: 'A2' },
      { kind: 'source', id: 'A3', label: 'Monthly', detail: '', passage: null, place: 'A3' },
      { kind: 'request', id: 'W01', label: 'minutes', detail: 'a clerk', passage: null, place: 'W01' },
    ])
    const found = (query: string) => findPlaces(made, query).entries.flatMap(({ kind, id }) => (kind === 'annex' ? [] : [id]))
    // By what the list does not show, too; after what it shows.
    expect([
      found('fights'),
      found('founded'),
      found('exes'),
      found('office'),
      found('reports'),
      found('sentence 12'),
      found('did meet'),
      found('paper'),
    ]).toEqual([['x'], ['y'], ['x'], ['C07'], ['C07'], ['C07'], ['A1'], ['A1']])
    expect(found('met')).toEqual(['C07', 'A1'])
    expect(found('meeting')).toEqual(['C07', 'A1'])
    expect(found('part')).toEqual(['1'])
    expect(found('undefined')).toEqual([])
    expect(found('null')).toEqual([])
    expect([found('7'), found('07'), found('C0007'), found('c 7'), found('12')]).toEqual(Array.from({ length: 5 }, () => ['C07']))
  })

  it('leaves out a claim without a card', () => {
    const bare = jumpIndex(register, { cards: {}, slides: [] })
    expect(bare.filter(({ entry }) => entry.kind === 'claim')).toEqual([])
  })

  it('grows with what it holds, and no faster', () => {
    const many = Array.from({ length: 100 }, (_, copy) =>
      claims.map((claim): Claim => ({ ...claim, id: `C${copy}${claim.id.slice(1)}` })),
    ).flat()
    const large = jumpIndex(
      { ...register, claims: many },
      { cards: Object.fromEntries(many.map(({ id }) => [id, { slide: 1, clicks: 2 }])), slides: [] },
    )
    expect(large.filter(({ entry }) => entry.kind === 'claim')).toHaveLength(100 * claims.length)
    expect(findPlaces(large, 'C9926').entries.map(({ id }) => id)).toEqual(['C9926'])
  })
})

it('slidesOfComponents: each slide of a component once, in order', () => {
  const content = (text: string) => ({ content: text })
  expect(
    slidesOfComponents([
      content('# A'),
      content('<CountsTable />\n<SlideLink />'),
      content('<CountsTable />'),
      content('<SlideLink /> <SlideLink />'),
    ]),
  ).toEqual({ CountsTable: [2, 3], SlideLink: [2, 4] })
})
