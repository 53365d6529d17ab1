/**
 * What a slide hands its reader: for each thing of the register that stands there, what the register says of it and the
 * sources beside it. Of components only those that show sources, or say on which slide they stand, hand anything.
 */
import { formatDate } from '../register/numbers.ts'
import type { RelationSupport, Register, Source } from '../analysis/register.ts'

type Side = RelationSupport & { readonly record: NonNullable<RelationSupport['record']> }

/** What of a source a reader has. One without an address is not to be found without a search. */
export type EvidenceSource = Pick<Source, 'id' | 'originator' | 'publisher' | 'title' | 'published' | 'eventDate' | 'descriptor' | 'quote' | 'translation' | 'establishes' | 'doesNotEstablish'> & {
  readonly url: string | null
}

/** Something with sources beside it. */
export interface Evidence {
  /** Who it is, for a table: “C04”, “Alpha and Beta”. */
  readonly name: string
  /** What the register's record says of it; the article's words for it are not here, for no source stands behind those. */
  readonly text: string
  readonly sources: readonly EvidenceSource[]
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

/** What one register has to hand, by what it is of. */
export interface EvidenceOf {
  /** By the claim's id. */
  readonly claims: ReadonlyMap<string, Evidence>
  /** Their sources stand in the annex. */
  readonly sides: readonly Evidence[]
  /** Their sources stand elsewhere, in the table of dates. */
  readonly events: readonly Evidence[]
  readonly actors: readonly Evidence[]
  readonly labels: readonly Evidence[]
  readonly sharedWording: readonly Evidence[]
  readonly background: readonly Evidence[]
  readonly onRecord: readonly Evidence[]
  readonly article: Evidence
  readonly register: Register
}

export function evidenceOf(register: Register): EvidenceOf {
  const byId = new Map(register.sources.map((source) => [source.id, source]))
  const named = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? [])
  const needs: Needs = 'names and words'
  const joined = (...texts: readonly (string | null | undefined)[]) => texts.filter(Boolean).join('\n')

  const claims = new Map(
    register.claims.map(({ id, record }): [string, Evidence] => [
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
  const sides = register.relations.filter((relation): relation is Side => relation.record !== null).map(({ name, record }): Evidence => ({
    name,
    text: joined(name, record.says, record.qualifier, record.finding, record.doesNotEstablish),
    sources: named(record.sources),
    elsewhere: true,
    needs,
  }))
  const events = register.events.flatMap(({ name, article, record }): Evidence[] =>
    record ? [{ name, text: joined(name, record.covers, record.finding, ...article.map(({ words }) => words)), sources: named(record.sources), elsewhere: true, needs }] : [],
  )
  const actors = register.actors.map(({ name, background }): Evidence => ({
    name,
    text: joined(name, background?.text),
    sources: named(background?.sources ?? []),
    elsewhere: false,
    needs,
  }))
  const labels = register.labels.map(({ label, why, sources }): Evidence => ({ name: `“${label}”`, text: joined(why), sources: named(sources), elsewhere: false, needs }))
  const sharedWording = register.sharedWording.map(({ statement, sentences, source, dated }): Evidence => {
    const sources = named([source])
    // Beside the words stand the page and its date.
    const page = sources.map(({ publisher, published }) => (dated !== null && published !== null ? `${publisher}, ${dated} ${formatDate(published)}` : publisher))
    return { name: `wording of ${sentences.join(', ')}`, text: joined(statement, ...page), sources, elsewhere: false, needs }
  })
  const background = (register.interpretations ? [register.interpretations.background] : []).map(({ finding, sources }): Evidence => ({ name: 'the event', text: finding, sources: named(sources), elsewhere: false, needs }))
  const onRecord = (register.interpretations?.onRecord ?? []).map(({ id, says, sources }): Evidence => ({ name: `on record: ${id}`, text: says, sources: named(sources), elsewhere: false, needs }))

  const article: Evidence = {
    name: 'the article',
    text: `An opinion piece on ${register.actors.map(({ name }) => name).join(', ')}, published by ${register.article.publisher}`,
    sources: [{ id: 'the article', originator: register.article.publisher, publisher: register.article.publisher, title: null, published: null, eventDate: null, url: register.article.url, descriptor: '', quote: '', establishes: '', doesNotEstablish: '' }],
    elsewhere: false,
    needs,
  }

  return { claims, sides, events, actors, labels, sharedWording, background, onRecord, article, register }
}
