/** No word of the fields is read. */
import type { Claim, Register } from '../analysis/register.ts'
import { type SourcingGrade, STATUSES_THAT_CITE } from '../register/vocabulary.ts'

export type Subject =
  'claim' | 'side' | 'event' | 'source' | 'descriptor' | 'actor' | 'label' | 'interpreted event' | 'on record' | 'shared wording'

export interface FieldText {
  /** `C04.record.finding`. */
  readonly where: string
  readonly text: string
  /** Ids of those in the same entry. */
  readonly sources: readonly string[]
}

interface FieldKind {
  /** As the schema names them. */
  readonly fields: string
  /** Why it counts, or does not. */
  readonly why: string
  /** Null where it does not count. */
  readonly about: Subject | null
  /** The grade where no source stands in the entry: S0 where nothing is said here. */
  readonly alone?: SourcingGrade
  /** Left out where the texts are not listed one by one. */
  readonly texts?: (register: Register) => readonly FieldText[]
}

type Fields = Readonly<Record<string, string | null | undefined>>
const texts = (place: string, fields: Fields, sources: readonly string[] = []): FieldText[] =>
  Object.entries(fields).flatMap(([field, text]) => (text ? [{ where: `${place}.${field}`, text, sources }] : []))

/** “Not checked” and “not checkable” say nothing, unless something is cited or established all the same. */
const speaks = ({ record }: Claim): boolean =>
  record !== null && (STATUSES_THAT_CITE.includes(record.status) || record.citations.length > 0 || record.establishes !== null)

/** A source that only shares wording stands behind nothing that is said. */
const recordTexts = ({ id, record }: Claim): FieldText[] => {
  if (!record) return []
  const { finding, establishes, doesNotEstablish, citations } = record
  const sources = citations.filter(({ role }) => role !== 'shared wording').map(({ source }) => source)
  return texts(`${id}.record`, { finding, establishes, doesNotEstablish }, sources)
}

const sideTexts = ({ relations }: Register, checked: boolean): FieldText[] =>
  relations.flatMap(({ relation, record }) => {
    if (!record || (record.says !== 'not checked') !== checked) return []
    const { finding, doesNotEstablish, sources } = record
    return texts(`sides.${relation}`, { finding, doesNotEstablish }, sources)
  })

const labelTexts = ({ labels }: Register, sourced: boolean): FieldText[] =>
  labels
    .filter(({ sources }) => sources.length > 0 === sourced)
    .flatMap(({ label, why, sources }) => texts(`labels.“${label}”`, { why }, sources))

/** What nothing cites is on no slide. */
const shown = ({ sources }: Register) => sources.filter(({ citedBy }) => citedBy.length > 0)

const NOT_LISTED: readonly (readonly [fields: string, why: string])[] = [
  ['slides, scripts', 'not graded by this count: their sentences await a reviewed list'],
  ['article.unknown, method.notFound, method.passes, reply, corrections', 'what the text lacks, and what we did'],
  ['interpretations.notOnRecord, undecided', 'what we did not find, and what that leaves open'],
  ['interpretations.interpretations, fits, pullQuotes, inferences, undercuts, tensions', 'our reading, marked as ours'],
  ['claims[].gist, short, attribution, flags, ratings, steps, thesis, actors[].role', 'what the article says, in our words'],
  ['claims[].record.qualifier, sides[].qualifier, events[].name, covers', 'a few words at the head of a finding, which counts'],
  ['claims[].request, requests, labels[].ours', 'what one could ask for, and words we chose: no finding'],
  ['quotes, translations, titles, names, dates, addresses', 'somebody else’s words, or what identifies a source'],
]

export const FIELDS: readonly FieldKind[] = [
  {
    fields: 'claims[].record.finding, establishes, doesNotEstablish',
    why: 'what public sources say of a claim',
    about: 'claim',
    texts: ({ claims }) => claims.filter(speaks).flatMap(recordTexts),
  },
  {
    fields: 'sides[].finding, doesNotEstablish',
    why: 'what public sources say of a side',
    about: 'side',
    texts: (register) => sideTexts(register, true),
  },
  {
    fields: 'events[].record.finding',
    why: 'what public sources say of a date',
    about: 'event',
    texts: ({ events }) => events.flatMap(({ id, record }) => texts(`events.${id}`, { finding: record?.finding }, record?.sources)),
  },
  {
    fields: 'sources[].establishes, doesNotEstablish',
    why: 'what a source shows, and what it does not',
    about: 'source',
    texts: (register) =>
      shown(register).flatMap(({ id, establishes, doesNotEstablish }) => texts(id, { establishes, doesNotEstablish }, [id])),
  },
  {
    fields: 'sources[].descriptor',
    why: 'who an outlet is and what stake it may have: our words, and a source cannot be cited for itself',
    about: 'descriptor',
    texts: (register) => shown(register).flatMap(({ id, descriptor }) => texts(id, { descriptor })),
  },
  {
    fields: 'actors[].background',
    why: 'who a group is',
    about: 'actor',
    texts: ({ actors }) => actors.flatMap(({ id, background: its }) => texts(`actors.${id}`, { background: its?.text }, its?.sources)),
  },
  {
    fields: 'actors[].publicName',
    why: 'that a public list or usage has the name: whose it is stands there, but not when or where',
    about: 'actor',
    alone: 'S2',
    texts: ({ actors }) =>
      actors.flatMap(({ id, name, publicName: its }) =>
        texts(`actors.${id}`, { publicName: its && `${name} in ${its.usage}: ${its.name}` }),
      ),
  },
  {
    fields: 'labels[].why, with sources',
    why: 'a reason for our choice of word that the register gives sources for',
    about: 'label',
    texts: (register) => labelTexts(register, true),
  },
  {
    fields: 'interpretations.background.finding',
    why: 'what happened at the event that is read in more than one way',
    about: 'interpreted event',
    texts: ({ interpretations: of }) => texts('interpretations.background', { finding: of?.background.finding }, of?.background.sources),
  },
  {
    fields: 'interpretations.onRecord[].says',
    why: 'what public sources say of that event',
    about: 'on record',
    texts: ({ interpretations: of }) =>
      (of?.onRecord ?? []).flatMap(({ id, says, sources }) => texts(`interpretations.onRecord.${id}`, { says }, sources)),
  },
  {
    fields: 'sharedWording[].statement',
    why: 'what stands on other pages',
    about: 'shared wording',
    texts: ({ sharedWording }) =>
      sharedWording.flatMap(({ statement, source }, index) => texts(`sharedWording[${index}]`, { statement }, [source])),
  },

  {
    fields: 'claims[].record, where nothing was checked',
    why: 'says that nothing was looked up',
    about: null,
    texts: ({ claims }) => claims.filter((claim) => !speaks(claim)).flatMap(recordTexts),
  },
  { fields: 'sides[], not checked', why: 'says that nothing was looked up', about: null, texts: (register) => sideTexts(register, false) },
  {
    fields: 'labels[].why, without sources',
    why: 'a reason for our choice of word; the register gives no source for it',
    about: null,
    texts: (register) => labelTexts(register, false),
  },
  {
    fields: 'actors[].why',
    why: 'a reason for our choice of name',
    about: null,
    texts: ({ actors }) => actors.flatMap(({ id, why }) => texts(`actors.${id}`, { why })),
  },
  {
    fields: 'namesNote, article.caveats, method.how, method.limits, disclosure',
    why: 'about the text and our work; a fact may stand among it',
    about: null,
    texts: ({ namesNote, article: { caveats }, method: { how, limits }, disclosure }) => [
      ...texts('actors', { namesNote }),
      ...Object.entries({ 'article.caveats': caveats, 'method.how': how, 'method.limits': limits, disclosure }).flatMap(([list, entries]) =>
        entries.map((text, index) => ({ where: `${list}[${index}]`, text, sources: [] })),
      ),
    ],
  },
  ...NOT_LISTED.map(([fields, why]) => ({ fields, why, about: null })),
]
