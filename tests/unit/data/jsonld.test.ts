/** claims.jsonld, read by a JSON-LD processor: every term means something, every claim is one annotation. */
import jsonld from 'jsonld'
import { expect, it } from 'vitest'
import type { Register } from '../../../engine/analysis/register.ts'
import { GRADE_WORDS, RECORD_STATUSES } from '../../../engine/register/vocabulary.ts'
import { ANNOTATION_CONTEXT, claimsJsonld } from '../../../editions/data/jsonld.ts'
import { DATA_SCHEMA_VERSION } from '../../../editions/data/words.ts'
import { annotationContext } from '../../support/annotation-context.ts'
import { frozenRegister } from '../../support/brief.ts'

const register = frozenRegister()

/** `safe` refuses what a processor would else drop without a word: a term without a meaning, an id that is no address. */
const options = {
  safe: true,
  documentLoader: async (url: string) => {
    if (url !== ANNOTATION_CONTEXT) throw new Error(`The file asks for ${url}`)
    return { contextUrl: undefined, documentUrl: url, document: annotationContext }
  },
}

interface Body {
  readonly type: string
  readonly purpose: string
  readonly value: string
  readonly created?: string
  readonly references?: readonly { readonly id: string; readonly label: string }[]
}
interface Annotation {
  readonly id: string
  readonly label: string
  readonly created: string
  readonly modified?: string
  readonly creator: { readonly name: string }
  readonly target: { readonly source: string; readonly selector: readonly object[] }
  readonly body: readonly Body[]
}
type Document = jsonld.JsonLdDocument & {
  readonly '@context': jsonld.ContextDefinition
  readonly schemaVersion: string
  readonly textAtHand: object
  readonly total: number
  readonly first: { readonly items: readonly Annotation[] }
}

const read = (of: Register): Document => JSON.parse(JSON.stringify(claimsJsonld(of))) as Document
const document = read(register)
const annotations = document.first.items

interface Quad {
  readonly subject: { readonly value: string }
  readonly predicate: { readonly value: string }
  readonly object: { readonly value: string; readonly datatype?: { readonly value: string } }
}
const OA = 'http://www.w3.org/ns/oa#'
const quads = (await jsonld.toRDF(document, options)) as unknown as readonly Quad[]
const having = (predicate: string, object: string) =>
  quads.filter((quad) => quad.predicate.value === predicate && quad.object.value === object).map(({ subject }) => subject.value)
const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'

it('the processor knows every term, and gives the file back as it was', async () => {
  const expanded = await jsonld.expand(document, options)
  expect(await jsonld.compact(expanded as jsonld.JsonLdDocument, document['@context'], options)).toEqual(document)
})

it('every claim is one annotation of the model, made to assess', () => {
  const ids = annotations.map(({ id }) => id)
  expect(annotations.map(({ label }) => label)).toEqual(register.claims.map(({ id }) => id))
  expect(new Set(ids).size).toBe(ids.length)
  expect(having(RDF_TYPE, `${OA}Annotation`)).toEqual(expect.arrayContaining(ids))
  expect(having(RDF_TYPE, `${OA}Annotation`)).toHaveLength(ids.length)
  expect(having(`${OA}motivatedBy`, `${OA}assessing`).sort()).toEqual(ids.toSorted())
  expect(document.total).toBe(ids.length)
})

it('ids are URNs of version 5 that stay, with no host made up', () => {
  for (const { id } of annotations) expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(read(register)).toEqual(document)
})

it('each points at its words, by quote and by place', () => {
  for (const [index, { quote, selectors }] of register.claims.entries()) {
    expect(annotations[index]!.target).toMatchObject({
      source: register.article.url,
      selector: [
        { type: 'TextQuoteSelector', exact: quote },
        { type: 'TextPositionSelector', start: selectors.start, end: selectors.end },
      ],
    })
    expect([...quote]).toHaveLength(selectors.end - selectors.start)
  }
  expect(having(RDF_TYPE, `${OA}TextQuoteSelector`)).toHaveLength(register.claims.length)
  expect(having(RDF_TYPE, `${OA}TextPositionSelector`)).toHaveLength(register.claims.length)
})

it('gives the context of a quote where the text is at hand, and none that is empty', () => {
  const claims = register.claims.map((claim) => ({ ...claim, selectors: { ...claim.selectors, prefix: 'before ', suffix: '' } }))
  expect(read({ ...register, claims }).first.items[0]!.target.selector[0]).toEqual({
    type: 'TextQuoteSelector',
    exact: claims[0]!.quote,
    prefix: 'before ',
  })
  expect(annotations[0]!.target.selector[0]).not.toHaveProperty('prefix')
})

it('has the grade as a tag in words, our note, and the record in a body of its own with its date and sources', () => {
  const addressOf = new Map(register.sources.map(({ id, url }) => [id, url]))
  for (const [index, { id, grade, gist, record }] of register.claims.entries()) {
    const { body } = annotations[index]!
    expect(
      body.map(({ purpose }) => purpose),
      id,
    ).toEqual(['tagging', 'commenting', ...(record ? ['describing'] : [])])
    const [tag, note, onRecord] = body
    expect(tag!.value).toBe(`${grade} ${GRADE_WORDS[grade]}`)
    expect(note!.value).toContain(gist)
    if (!record) continue
    for (const part of [record.status, record.qualifier ?? '', record.finding, record.doesNotEstablish])
      expect(onRecord!.value, id).toContain(part)
    expect(onRecord!.created).toBe(`${record.asOf}T00:00:00Z`)
    expect(onRecord!.references).toEqual(record.citations.map(({ source }) => ({ id: addressOf.get(source), label: source })))
    for (const { source, role } of record.citations) if (role !== 'record') expect(onRecord!.value, id).toContain(`${source} (${role})`)
  }
})

it('keeps grade and record apart: neither moves a word of the other', () => {
  const bodies = (of: Register, purposes: readonly string[]) =>
    read(of).first.items.map(({ body }) => body.filter(({ purpose }) => purposes.includes(purpose)))
  expect(bodies({ ...register, claims: register.claims.map((claim) => ({ ...claim, record: null })) }, ['tagging', 'commenting'])).toEqual(
    bodies(register, ['tagging', 'commenting']),
  )
  expect(bodies({ ...register, claims: register.claims.map((claim) => ({ ...claim, grade: 'S4' as const })) }, ['describing'])).toEqual(
    bodies(register, ['describing']),
  )
  for (const { body } of annotations) expect(RECORD_STATUSES).not.toContain(body[0]!.value)
})

it('is no rating: no ClaimReview, and no number but places and lengths', () => {
  expect(JSON.stringify(document)).not.toMatch(/ClaimReview|rating(?:Value)?"|reviewRating|"score/i)
  const numbersIn = (value: unknown): string[] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, inner]) => (typeof inner === 'number' ? [key] : numbersIn(inner)))
      : []
  expect([...new Set(numbersIn(document))].sort()).toEqual(['end', 'start', 'startIndex', 'total'])
})

it('says which version, which text, and who made it, with what', () => {
  expect(document).toMatchObject({
    schemaVersion: DATA_SCHEMA_VERSION,
    textAtHand: { sha256: register.article.sha256, versionOf: register.article.url },
    created: `${register.method.asOf}T00:00:00Z`,
    description: expect.arrayContaining([...register.disclosure]) as unknown,
  })
  for (const { creator, created } of annotations) {
    expect(creator.name).toContain('made with language-model assistance')
    expect(created).toBe(document['created' as keyof Document])
  }
  expect(register.disclosure.join(' ')).toContain('made with language-model assistance')
})

it('a correction dates its own annotation and no other', () => {
  const claim = register.claims[1]!.id
  const corrections = ['2026-12-02', '2026-12-01'].map((date) => ({ date, claim, was: 'this', now: 'that', why: 'so' }))
  const items = read({ ...register, corrections }).first.items
  expect(items.flatMap(({ label, modified }) => (modified === undefined ? [] : [[label, modified]]))).toEqual([
    [claim, '2026-12-02T00:00:00Z'],
  ])
})

it('dates and places have the types of the model', () => {
  const typesOf = (predicate: string) => [
    ...new Set(quads.filter((quad) => quad.predicate.value === predicate).map(({ object }) => object.datatype?.value)),
  ]
  expect(typesOf(`${OA}start`)).toEqual(['http://www.w3.org/2001/XMLSchema#nonNegativeInteger'])
  expect(typesOf('http://purl.org/dc/terms/created')).toEqual(['http://www.w3.org/2001/XMLSchema#dateTime'])
})
