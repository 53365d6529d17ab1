/**
 * The terms of the W3C Web Annotation context that claims.jsonld uses, written out after the recommendation (Web Annotation
 * Vocabulary, appendix A), so that the tests need no network. `assessing` is left out on purpose: older copies of the context
 * do not have it (w3c/web-annotation issue 444), and the file must mean the same with those.
 */
const iri = (id: string) => ({ '@type': '@id', '@id': id })
const oneOfTheModel = (id: string) => ({ '@type': '@vocab', '@id': id })
const moment = (id: string) => ({ '@id': id, '@type': 'xsd:dateTime' })
const whole = (id: string) => ({ '@id': id, '@type': 'xsd:nonNegativeInteger' })

export const annotationContext = {
  '@context': {
    oa: 'http://www.w3.org/ns/oa#',
    as: 'http://www.w3.org/ns/activitystreams#',
    dc: 'http://purl.org/dc/elements/1.1/',
    dcterms: 'http://purl.org/dc/terms/',
    dctypes: 'http://purl.org/dc/dcmitype/',
    foaf: 'http://xmlns.com/foaf/0.1/',
    rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
    rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
    schema: 'http://schema.org/',
    xsd: 'http://www.w3.org/2001/XMLSchema#',

    id: iri('@id'),
    type: iri('@type'),
    Annotation: 'oa:Annotation',
    AnnotationCollection: 'as:OrderedCollection',
    AnnotationPage: 'as:OrderedCollectionPage',
    Software: 'as:Application',
    SpecificResource: 'oa:SpecificResource',
    Text: 'dctypes:Text',
    TextPositionSelector: 'oa:TextPositionSelector',
    TextQuoteSelector: 'oa:TextQuoteSelector',
    TextualBody: 'oa:TextualBody',
    TimeState: 'oa:TimeState',

    commenting: 'oa:commenting',
    describing: 'oa:describing',
    tagging: 'oa:tagging',
    motivation: oneOfTheModel('oa:motivatedBy'),
    purpose: oneOfTheModel('oa:hasPurpose'),

    body: iri('oa:hasBody'),
    creator: iri('dcterms:creator'),
    first: iri('as:first'),
    items: { ...iri('as:items'), '@container': '@list' as const },
    partOf: iri('as:partOf'),
    selector: iri('oa:hasSelector'),
    source: iri('oa:hasSource'),
    state: iri('oa:hasState'),
    target: iri('oa:hasTarget'),

    exact: 'oa:exact',
    format: 'dc:format',
    label: 'rdfs:label',
    language: 'dc:language',
    name: 'foaf:name',
    prefix: 'oa:prefix',
    suffix: 'oa:suffix',
    value: 'rdf:value',
    created: moment('dcterms:created'),
    modified: moment('dcterms:modified'),
    sourceDate: moment('oa:sourceDate'),
    end: whole('oa:end'),
    start: whole('oa:start'),
    startIndex: whole('as:startIndex'),
    total: whole('as:totalItems'),
  },
}
