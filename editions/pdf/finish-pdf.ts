/** What a browser leaves out of a PDF: metadata, roles of tags, and bookmarks that end at the slides. */
import { DECK_LANGUAGE } from '../../engine/register/vocabulary.ts'
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib'
import { markArtifacts } from './artifacts.ts'

interface About {
  readonly title: string
  readonly subject: string
  readonly keywords: readonly string[]
}

/** Chapters, and the slides in them. */
const LEVELS = 2

/** Tags that PDF 1.7 lacks, each with the one that it is a kind of. */
const ROLES: Readonly<Record<string, string>> = { Strong: 'Span', Em: 'Span' }

const key = PDFName.of
const textOf = (value: unknown): string => (value instanceof PDFHexString || value instanceof PDFString ? value.decodeText() : '')
const titleOf = (item: PDFDict): string => textOf(item.get(key('Title')))

/** Cuts bookmarks below a slide's, and the second of two alike side by side. @returns how many are left */
function prune(document: PDFDocument, parent: PDFDict, level: number): number {
  const items: { readonly ref: PDFRef; readonly item: PDFDict }[] = []
  for (let ref = parent.get(key('First')); ref instanceof PDFRef;) {
    const item = document.context.lookup(ref, PDFDict)
    const before = items.at(-1)?.item
    if (!before || titleOf(item) !== titleOf(before)) items.push({ ref, item })
    ref = item.get(key('Next'))!
  }
  for (const [index, { item }] of items.entries()) {
    const [before, after] = [items[index - 1], items[index + 1]]
    for (const [which, other] of [
      ['Prev', before],
      ['Next', after],
    ] as const) {
      if (other) item.set(key(which), other.ref)
      else item.delete(key(which))
    }
    if (level < LEVELS) {
      const own = prune(document, item, level + 1)
      // Negative is shut: a reader sees the chapters first.
      if (own > 0) item.set(key('Count'), PDFNumber.of(-own))
    } else for (const which of ['First', 'Last', 'Count']) item.delete(key(which))
  }
  if (items.length > 0) {
    parent.set(key('First'), items[0]!.ref)
    parent.set(key('Last'), items.at(-1)!.ref)
  } else {
    for (const which of ['First', 'Last']) parent.delete(key(which))
  }
  return items.length
}

/** Index of the page that has a named place, from 0; -1 where none does. */
function pageWith(document: PDFDocument, place: string): number {
  const found = document.catalog.lookupMaybe(key('Dests'), PDFDict)?.lookupMaybe(key(place), PDFArray)
  return document.getPages().findIndex(({ ref }) => ref === found?.get(0))
}

/** The annex is the last label and fills many pages. Null where the others do not fit. */
function pageLabels(document: PDFDocument, labels: readonly string[]): readonly string[] | null {
  const [pages, annex] = [document.getPageCount(), pageWith(document, 'annex')]
  if (annex < 0) return labels.length === pages ? labels : null
  return annex === labels.length - 1
    ? [...labels.slice(0, -1), ...Array.from({ length: pages - annex }, (_, index) => `${labels.at(-1)} ${index + 1}`)]
    : null
}

/** @param labels of the pages; none is set where a script fills more than its page */
export async function finishPdf(
  printed: Uint8Array,
  { title, subject, keywords }: About,
  labels: readonly string[] = [],
): Promise<Uint8Array> {
  const document = await PDFDocument.load(printed, { updateMetadata: false })
  document.setTitle(title, { showInWindowTitleBar: true })
  document.setSubject(subject)
  document.setKeywords([...keywords])
  document.setLanguage(DECK_LANGUAGE)
  // No author: the deck names none.
  document.setCreator('Claim by Claim')
  const { catalog, context } = document
  const outlines = catalog.lookupMaybe(key('Outlines'), PDFDict)
  if (outlines) {
    outlines.set(key('Count'), PDFNumber.of(prune(document, outlines, 1)))
    catalog.set(key('PageMode'), key('UseOutlines'))
  }
  const tree = catalog.lookupMaybe(key('StructTreeRoot'), PDFDict)
  tree?.set(key('RoleMap'), context.obj(Object.fromEntries(Object.entries(ROLES).map(([role, as]) => [role, key(as)]))))
  const called = pageLabels(document, labels)
  if (called)
    catalog.set(
      key('PageLabels'),
      context.obj({ Nums: called.flatMap((label, index) => [PDFNumber.of(index), context.obj({ P: PDFHexString.fromText(label) })]) }),
    )
  describeLinks(document)
  markUntagged(document)
  return document.save({ useObjectStreams: true })
}

function markUntagged(document: PDFDocument): void {
  const { context } = document
  const contents = new Set(
    document.getPages().flatMap(({ node }) => {
      const own = node.get(key('Contents'))
      const list = own instanceof PDFRef ? context.lookup(own) : own
      return list instanceof PDFArray ? list.asArray() : own ? [own] : []
    }),
  )
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream)) continue
    // Only a form with tags of its own has untagged parts; another belongs to the tag around it.
    const isForm = object.dict.get(key('Subtype')) === key('Form')
    if (!contents.has(ref) && !isForm) continue
    const before = Buffer.from(decodePDFRawStream(object).decode()).toString('latin1')
    if (isForm && !/\bBDC\b/.test(before)) continue
    const after = markArtifacts(before)
    if (after === before) continue
    const dict = object.dict.clone(context)
    dict.delete(key('Filter'))
    dict.delete(key('DecodeParms'))
    const stream = context.flateStream(Buffer.from(after, 'latin1'))
    for (const [which, value] of dict.entries()) if (which !== key('Length')) stream.dict.set(which, value)
    context.assign(ref, stream)
  }
}

/** A link's description, which readers show or speak, is its address. */
function describeLinks(document: PDFDocument): void {
  for (const page of document.getPages()) {
    const annotations = page.node.lookupMaybe(key('Annots'), PDFArray)
    for (let index = 0; index < (annotations?.size() ?? 0); index++) {
      const annotation = annotations!.lookup(index, PDFDict)
      const address = annotation.lookupMaybe(key('A'), PDFDict)?.get(key('URI'))
      if (address && !annotation.has(key('Contents'))) annotation.set(key('Contents'), PDFHexString.fromText(textOf(address)))
    }
  }
}
