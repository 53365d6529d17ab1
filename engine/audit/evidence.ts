/**
 * What a slide hands its reader: for each thing of the register that stands there, what the register says of it and the
 * sources beside it. Of components only those that show sources, or say on which slide they stand, hand anything.
 */
import { formatDate } from '../register/numbers.ts'
import { pageOf } from '../story/paging.ts'
import type { Register, Source } from '../analysis/register.ts'
import { claimAsked, reachEveryConclusion, shortestList } from '../analysis/evidence-requests.ts'
import { type Side, sidesOnPage } from '../story/sides.ts'

/** What of a source a reader has. One without an address is not to be found without a search. */
export type HandedSource = Pick<Source, 'id' | 'originator' | 'publisher' | 'title' | 'published' | 'eventDate' | 'descriptor' | 'quote' | 'translation' | 'establishes' | 'doesNotEstablish'> & {
  readonly url: string | null
}

/** Something with sources beside it. */
export interface Hand {
  /** Who it is, for a table: “C04”, “Taliban and ISKP”. */
  readonly name: string
  /** What the register's record says of it; the article's words for it are not here, for no source stands behind those. */
  readonly text: string
  readonly sources: readonly HandedSource[]
  /** Whether the sources stand on another slide, to which this one leads. */
  readonly elsewhere: boolean
  /** What of a sentence must be found there before its sources count for it. */
  readonly needs: Needs
}

/**
 * On a slide: names, dates, quotations and half of the other words. In a field of the register whose sources stand in
 * the same entry: names, dates and quotations. What sources do not show cannot be found in them: there, nothing.
 */
export type Needs = 'names and words' | 'names' | 'nothing'

/** A component on a slide, as the Markdown has it. */
export interface ComponentUse {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
}

/** Components in Markdown, with their attributes as they are written. */
export const componentsIn = (content: string): ComponentUse[] =>
  [...content.matchAll(/<([A-Z]\w*)([^<>]*?)\/?>/g)].map(([, name, attributes]) => ({
    name: name!,
    attributes: Object.fromEntries([...attributes!.matchAll(/([:\w-]+)="([^"]*)"/g)].map(([, key, value]) => [key!, value!])),
  }))

/** The hands of one register, by what they are of. */
export function handsOf(register: Register) {
  const byId = new Map(register.sources.map((source) => [source.id, source]))
  const named = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? [])
  const needs: Needs = 'names and words'
  const joined = (...texts: readonly (string | null | undefined)[]) => texts.filter(Boolean).join('\n')

  const claims = new Map(
    register.claims.map(({ id, record }): [string, Hand] => [
      id,
      {
        name: id,
        text: joined(record?.status, record?.qualifier, record?.finding, record?.establishes, record?.doesNotEstablish),
        // As on a card: that wording is shared says nothing of the claim, and is left out there.
        sources: named((record?.citations ?? []).filter(({ role }) => role !== 'shared wording').map(({ source }) => source)),
        elsewhere: false,
        needs,
      },
    ]),
  )
  const ofSide = (elsewhere: boolean) => ({ name, record }: Side): Hand => ({
    name,
    text: joined(name, record.says, record.qualifier, record.finding, record.doesNotEstablish),
    sources: named(record.sources),
    elsewhere,
    needs,
  })
  const events = register.events.flatMap(({ name, article, record }): Hand[] =>
    record ? [{ name, text: joined(name, record.covers, record.finding, ...article.map(({ words }) => words)), sources: named(record.sources), elsewhere: true, needs }] : [],
  )
  const actors = register.actors.map(({ name, background }): Hand => ({
    name,
    text: joined(name, background?.text),
    sources: named(background?.sources ?? []),
    elsewhere: false,
    needs,
  }))
  const labels = register.labels.map(({ label, why, sources }): Hand => ({ name: `“${label}”`, text: joined(why), sources: named(sources), elsewhere: false, needs }))
  const shared = register.sharedWording.map(({ statement, sentences, source, dated }): Hand => {
    const sources = named([source])
    // Beside the words stand the page and its date.
    const page = sources.map(({ publisher, published }) => (dated !== null && published !== null ? `${publisher}, ${dated} ${formatDate(published)}` : publisher))
    return { name: `wording of ${sentences.join(', ')}`, text: joined(statement, ...page), sources, elsewhere: false, needs }
  })
  const happened = (register.readings ? [register.readings.background] : []).map(({ finding, sources }): Hand => ({ name: 'the event', text: finding, sources: named(sources), elsewhere: false, needs }))
  const onRecord = (register.readings?.onRecord ?? []).map(({ id, says, sources }): Hand => ({ name: `on record: ${id}`, text: says, sources: named(sources), elsewhere: false, needs }))

  const article: Hand = {
    name: 'the article',
    text: `An opinion piece on ${register.actors.map(({ name }) => name).join(', ')}, published by ${register.article.publisher}`,
    sources: [{ id: 'the article', originator: register.article.publisher, publisher: register.article.publisher, title: null, published: null, eventDate: null, url: register.article.url, descriptor: '', quote: '', establishes: '', doesNotEstablish: '' }],
    elsewhere: false,
    needs,
  }

  const at: Readonly<Record<string, (attributes: ComponentUse['attributes']) => readonly Hand[]>> = {
    CoverFacts: () => [article],
    ClaimCards: ({ ids = '' }) => ids.trim().split(/\s+/).flatMap((id) => claims.get(id) ?? []),
    ActorTable: () => actors,
    LabelList: () => labels,
    SideRecords: (attributes) => sidesOnPage(register, Number(attributes[':page']), Number(attributes[':of'])).map(ofSide(false)),
    // Its link leads to the table of dates, where the sources are.
    TimelineFigure: () => events,
    // Its link leads to the record of each side.
    TriangleFigure: ({ view }) => (view === 'record' ? sidesOnPage(register, 1, 1).map(ofSide(true)) : []),
    SharedWording: () => shared,
    FirstRequests: (attributes) => pageOf(reachEveryConclusion(shortestList(register)), Number(attributes[':page']), Number(attributes[':of'])).flatMap((request) => claims.get(claimAsked(register, request)) ?? []),
    EventReadings: () => happened,
    ReadingsTable: () => onRecord,
  }
  return {
    claims,
    /** What the components of a slide's Markdown hand its reader. */
    onSlide: (content: string): Hand[] => componentsIn(content).flatMap(({ name, attributes }) => at[name]?.(attributes) ?? []),
  }
}
