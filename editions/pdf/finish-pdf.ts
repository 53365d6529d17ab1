/**
 * What a browser leaves out of a PDF: who and what it is about, its bookmarks down to the slides and no further, and what
 * the tags mean that PDF has no name for. The pages themselves stay as they were printed.
 */
import { DECK_LANGUAGE } from '../../engine/register/vocabulary.ts'
import { decodePDFRawStream, PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFRawStream, PDFRef, PDFString } from '@cantoo/pdf-lib'
import { markArtifacts } from './artifacts.ts'

export interface About {
  readonly title: string
  readonly subject: string
  readonly keywords: readonly string[]
}

/** Chapters, and the slides in them. */
const LEVELS = 2

/** Tags of HTML that are none of PDF 1.7, each with the one that it is a kind of. */
const ROLES: Readonly<Record<string, string>> = { Strong: 'Span', Em: 'Span' }

const textOf = (value: unknown): string => (value instanceof PDFHexString || value instanceof PDFString ? value.decodeText() : '')

/** Cuts bookmarks below the level of a slide, and the second of two that say the same side by side. @returns how many are left */
function prune(document: PDFDocument, parent: PDFDict, level: number): number {
  const items: { readonly ref: PDFRef; readonly item: PDFDict }[] = []
  for (let ref = parent.get(PDFName.of('First')); ref instanceof PDFRef; ) {
    const item = document.context.lookup(ref, PDFDict)
    if (textOf(item.get(PDFName.of('Title'))) !== (items.length > 0 ? textOf(items.at(-1)!.item.get(PDFName.of('Title'))) : null)) items.push({ ref, item })
    ref = item.get(PDFName.of('Next'))!
  }
  let count = items.length
  for (const [index, { item }] of items.entries()) {
    const [before, after] = [items[index - 1], items[index + 1]]
    for (const [key, other] of [['Prev', before], ['Next', after]] as const) {
      if (other) item.set(PDFName.of(key), other.ref)
      else item.delete(PDFName.of(key))
    }
    if (level < LEVELS) {
      const own = prune(document, item, level + 1)
      // Shut: a reader sees the chapters first.
      if (own > 0) item.set(PDFName.of('Count'), PDFNumber.of(-own))
    }
    else for (const key of ['First', 'Last', 'Count']) item.delete(PDFName.of(key))
  }
  if (items.length > 0) {
    parent.set(PDFName.of('First'), items[0]!.ref)
    parent.set(PDFName.of('Last'), items.at(-1)!.ref)
  }
  else {
    for (const key of ['First', 'Last']) parent.delete(PDFName.of(key))
    count = 0
  }
  return count
}

/** Index of the page on which a named place stands, from 0; -1 where there is none. */
function pageWith(document: PDFDocument, place: string): number {
  const found = document.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict)?.lookupMaybe(PDFName.of(place), PDFArray)
  return document.getPages().findIndex(({ ref }) => ref === found?.get(0))
}

/** What each page is called: the annex, last of all, is one entry and fills many pages. Null where the others do not fit. */
function pageLabels(document: PDFDocument, labels: readonly string[]): readonly string[] | null {
  const [pages, annex] = [document.getPageCount(), pageWith(document, 'annex')]
  if (annex < 0) return labels.length === pages ? labels : null
  return annex === labels.length - 1 ? [...labels.slice(0, -1), ...Array.from({ length: pages - annex }, (_, index) => `${labels.at(-1)} ${index + 1}`)] : null
}

/** @param labels what each page is called; a script that fills more than its page moves the others, and then they have none */
export async function finishPdf(printed: Uint8Array, { title, subject, keywords }: About, labels: readonly string[] = []): Promise<Uint8Array> {
  const document = await PDFDocument.load(printed, { updateMetadata: false })
  document.setTitle(title, { showInWindowTitleBar: true })
  document.setSubject(subject)
  document.setKeywords([...keywords])
  document.setLanguage(DECK_LANGUAGE)
  // No author is set: the deck names none, and the program that printed it is none.
  document.setCreator('Claim by Claim')
  const { catalog, context } = document
  const outlines = catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict)
  if (outlines) {
    outlines.set(PDFName.of('Count'), PDFNumber.of(prune(document, outlines, 1)))
    catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'))
  }
  const tree = catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict)
  tree?.set(PDFName.of('RoleMap'), context.obj(Object.fromEntries(Object.entries(ROLES).map(([role, as]) => [role, PDFName.of(as)]))))
  const called = pageLabels(document, labels)
  if (called) catalog.set(PDFName.of('PageLabels'), context.obj({ Nums: called.flatMap((label, index) => [PDFNumber.of(index), context.obj({ P: PDFHexString.fromText(label) })]) }))
  describeLinks(document)
  markUntagged(document)
  return document.save({ useObjectStreams: true })
}

/** Marks what is painted outside every tag, on every page and in what pages are put together from. */
function markUntagged(document: PDFDocument): void {
  const { context } = document
  const contents = new Set(document.getPages().flatMap(({ node }) => {
    const own = node.get(PDFName.of('Contents'))
    const list = own instanceof PDFRef ? context.lookup(own) : own
    return list instanceof PDFArray ? list.asArray() : own ? [own] : []
  }))
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream)) continue
    // A form that is itself put inside a tag is that tag's; only one with tags of its own has untagged parts.
    const isForm = object.dict.get(PDFName.of('Subtype')) === PDFName.of('Form')
    if (!contents.has(ref) && !isForm) continue
    const before = Buffer.from(decodePDFRawStream(object).decode()).toString('latin1')
    if (isForm && !/\bBDC\b/.test(before)) continue
    const after = markArtifacts(before)
    if (after === before) continue
    const dict = object.dict.clone(context)
    dict.delete(PDFName.of('Filter'))
    dict.delete(PDFName.of('DecodeParms'))
    const stream = context.flateStream(Buffer.from(after, 'latin1'))
    for (const [key, value] of dict.entries()) if (key !== PDFName.of('Length')) stream.dict.set(key, value)
    context.assign(ref, stream)
  }
}

/** A link's own description, for readers that show or speak it: its address. */
function describeLinks(document: PDFDocument): void {
  for (const page of document.getPages()) {
    const annotations = page.node.lookupMaybe(PDFName.of('Annots'), PDFArray)
    for (let index = 0; index < (annotations?.size() ?? 0); index++) {
      const annotation = annotations!.lookup(index, PDFDict)
      const address = annotation.lookupMaybe(PDFName.of('A'), PDFDict)?.get(PDFName.of('URI'))
      if (address && !annotation.has(PDFName.of('Contents'))) annotation.set(PDFName.of('Contents'), PDFHexString.fromText(textOf(address)))
    }
  }
}
