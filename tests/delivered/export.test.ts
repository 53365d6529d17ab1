/**
 * `npm run export`, once and for real: what the PDF holds, how it is tagged, where its links lead; and what is left where
 * an export fails or is broken off.
 */
import { decodePDFRawStream, PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream, PDFRef } from '@cantoo/pdf-lib'
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { chaptersOf } from '../../engine/story/chapters.ts'
import { stepsIn } from '../../engine/story/print-pages.ts'
import { annexParts, shownAddress } from '../../engine/story/annex.ts'
import { cardsIn } from '../../engine/story/story.ts'
import { GRADE_WORDS } from '../../engine/register/vocabulary.ts'
import { figureFolder, readFigure } from '../../editions/figures/store.ts'
import { markArtifacts } from '../../editions/pdf/artifacts.ts'
import { figureOf } from '../../editions/figures/pictures.ts'
import { projectFolder, runSlidev, temporaryFolder } from '../support/deck.ts'
import { placesOfMachine } from '../support/machine.ts'
import { textsOf } from '../support/svg.ts'
import { loadSlides, slidesWith } from '../support/slides.ts'
import { ownBrief, ownRegister } from '../support/brief.ts'
import { COMPONENTS } from '../../components/registry.ts'
import { squeezed } from '../support/texts.ts'

const { folder, remove } = temporaryFolder('export')
afterAll(remove)

const program = join(projectFolder, 'cli/main.ts')
/** Prints the deck that is built for all tests; what a host exports is built by the export itself: tests/delivered/. */
const built = ['--deck', inject('deckFolder')]
const exporting = (...words: string[]) => runSlidev(['export', ...words], { program })
const slides = await loadSlides()
const register = ownRegister()
const { figures: diagrams } = await ownBrief()
const stepsOf = (no: number) => stepsIn(slides[no - 1]!.frontmatter['printSteps'])

interface Bookmark {
  readonly title: string
  readonly items: readonly Bookmark[]
}

interface Node {
  readonly role?: string
  readonly alt?: string
  readonly children?: readonly Node[]
}
const flat = (node: Node | null): Node[] => (node ? [node, ...(node.children ?? []).flatMap(flat)] : [])
const textOn = async (pdf: PDFDocumentProxy, no: number) =>
  (await (await pdf.getPage(no)).getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join('')
const read = (file: string) => getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 }).promise

describe('briefing.pdf', () => {
  const file = join(folder, 'briefing.pdf')
  let pdf: PDFDocumentProxy
  let labels: readonly string[]
  let texts: readonly string[]
  let said = ''
  /** Pages of the annex, 1-based. */
  const annexPages = () => labels.flatMap((label, index) => (label.startsWith('Annex ') ? [index + 1] : []))
  /** The page of the annex on which a claim has its row. */
  const rowOf = (id: string) => annexPages().find((no) => new RegExp(`${id}\\s*sent\\.`).test(texts[no - 1]!))
  /** The page of a slide, 1-based. */
  const pageOf = (no: number) => labels.indexOf(stepsOf(no).length > 0 ? `${no}, step ${stepsOf(no)[0]}` : String(no)) + 1

  beforeAll(async () => {
    const { code, output } = await exporting(...built, '--output', file).ended
    said = output
    expect(code, output).toBe(0)
    pdf = await read(file)
    labels = (await pdf.getPageLabels()) ?? []
    texts = await Promise.all(Array.from({ length: pdf.numPages }, (_, index) => textOn(pdf, index + 1)))
  })

  it('says how far it is', () => {
    expect(said).toMatch(/^Printing the PDF …\n[\s\S]*page \d+ of \d+\n[\s\S]*Done: /)
  })

  it('has a page for every slide and each chosen step, the contents, and the annex at the end; none is empty, all are in their proportions', async () => {
    const ofSlides = slides.flatMap(({ no }) => [
      ...stepsOf(no).map((step) => `${no}, step ${step}`),
      String(no),
      ...(no === 1 ? ['Contents'] : []),
    ])
    expect(labels).toEqual([...ofSlides, ...Array.from({ length: labels.length - ofSlides.length }, (_, index) => `Annex ${index + 1}`)])
    expect(annexPages().length).toBeGreaterThan(20)
    expect(pdf.numPages).toBe(labels.length)
    expect(slides.some(({ no }) => stepsOf(no).length > 0)).toBe(true)
    for (const [index, text] of texts.entries()) {
      expect(squeezed(text).length, labels[index]).toBeGreaterThan(60)
      const { width, height } = (await pdf.getPage(index + 1)).getViewport({ scale: 1 })
      // The annex is on paper, A4 across.
      expect(width / height).toBeCloseTo(labels[index]!.startsWith('Annex ') ? 297 / 210 : 980 / 552, 2)
    }
  })

  it('is tagged, in English, with a title and a subject, and no author made up', async () => {
    // pdf.js gives a map, whatever its types say.
    expect(((await pdf.getMarkInfo()) as unknown as ReadonlyMap<string, boolean>).get('Marked')).toBe(true)
    const { info } = await pdf.getMetadata()
    expect(info).toMatchObject({ Language: 'en', Title: 'Claim by Claim', Subject: expect.stringMatching(/claim by claim/i) as string })
    expect(info).not.toHaveProperty('Author')
  })

  it('names nothing of the machine it was made on', async () => {
    const { info } = await pdf.getMetadata()
    const { context } = await PDFDocument.load(readFileSync(file), { updateMetadata: false })
    const all = [JSON.stringify(info), ...texts, ...context.enumerateIndirectObjects().map(([, object]) => String(object))].join('\n')
    expect(placesOfMachine(folder, inject('deckFolder')).filter((place) => all.includes(place))).toEqual([])
  })

  it('has bookmarks of chapters and slides, in order, and no deeper', async () => {
    const outline = (await pdf.getOutline()) as Bookmark[]
    const words = outline.map(({ title, items }) => [title.replace(/^(\d) /, 'Step $1: '), ...items.map((item) => item.title)])
    const chapters = chaptersOf(
      slides.map(({ heading, frontmatter }) => ({
        title: heading,
        chapter: frontmatter['chapter'] as string | undefined,
        step: frontmatter['step'] as string | undefined,
      })),
      register.steps.map((step) => ({ ...step, title: step.short })),
    )
    expect(words.map(([chapter]) => chapter)).toEqual([...chapters.map(({ title }) => title), 'Annex'])
    expect(words.at(-1)!.slice(1)).toEqual(annexParts(register).map(({ title }) => title))
    const listed = words.flatMap(([chapter, ...own]) => [chapter, ...own])
    for (const { heading } of slides) expect(listed).toContain(heading)
    for (const { items } of outline) for (const { items: below } of items) expect(below).toEqual([])
  })

  it('has every claim in the evidence sheet, each row whole on its page, under the heads of its table', () => {
    for (const { id, grade, quote, record } of register.claims) {
      const page = squeezed(texts[rowOf(id)! - 1]!)
      for (const part of [
        quote,
        `${grade} ${GRADE_WORDS[grade]}`,
        record?.establishes ?? record?.finding ?? '',
        record?.doesNotEstablish ?? '',
        'What would settle it',
      ])
        expect(page, id).toContain(squeezed(part))
    }
  })

  it('has every source that is cited, with its address', () => {
    const annex = squeezed(
      annexPages()
        .map((no) => texts[no - 1]!)
        .join(''),
    )
    for (const { id, url, language } of register.sources.filter(({ citedBy }) => citedBy.length > 0)) {
      expect(annex).toContain(squeezed(id))
      // Letters of Urdu come in the order they are drawn.
      if (language === 'en') expect(annex, id).toContain(squeezed(shownAddress(url)))
    }
  })

  it.each(diagrams.map(({ name }) => [name]))('has every label of the drawing %s on one page', (name) => {
    const labelsOf = textsOf(figureOf(readFigure(name, figureFolder(projectFolder))!).tree)
    expect(labelsOf.length).toBeGreaterThan(4)
    const missing = texts.map((text) => labelsOf.filter((each) => !squeezed(text).includes(squeezed(each))))
    expect(missing.toSorted((a, b) => a.length - b.length)[0]).toEqual([])
  })

  describe('its links', () => {
    interface Link {
      readonly from: number
      readonly to: number | null
      readonly url: string | undefined
      /** Its description. */
      readonly says: string
    }
    interface Annotation {
      readonly subtype: string
      readonly url?: string
      readonly dest?: string | unknown[]
      readonly contentsObj?: { readonly str: string }
    }
    const links: Link[] = []
    beforeAll(async () => {
      for (let no = 1; no <= pdf.numPages; no++) {
        for (const { subtype, url, dest, contentsObj } of (await (await pdf.getPage(no)).getAnnotations()) as Annotation[]) {
          if (subtype !== 'Link') continue
          const place = typeof dest === 'string' ? await pdf.getDestination(dest) : dest
          const to = place ? (await pdf.getPageIndex(place[0] as Parameters<typeof pdf.getPageIndex>[0])) + 1 : null
          links.push({ from: no, url, says: contentsObj?.str ?? '', to })
        }
      }
    })

    it('all lead somewhere', () => {
      expect(links.length).toBeGreaterThan(500)
      expect(links.filter(({ to, url }) => to === null && !url)).toEqual([])
    })

    it('that lead out say where, to a reader who does not see them', () => {
      expect(links.filter(({ url, says }) => url !== undefined && !/^https?:\/\//.test(says))).toEqual([])
    })

    it('from the contents to every chapter, and to the annex', () => {
      const contents = labels.indexOf('Contents') + 1
      const first = chaptersOf(
        slides.map(({ heading, frontmatter }) => ({
          title: heading,
          chapter: frontmatter['chapter'] as string | undefined,
          step: frontmatter['step'] as string | undefined,
        })),
        register.steps,
      ).map(({ slides: own }) => pageOf(own[0]!))
      expect(links.filter(({ from }) => from === contents).map(({ to }) => to)).toEqual([...first, annexPages()[0]])
    })

    it('from a claim’s card to its row and back', () => {
      const cards = cardsIn(
        register,
        slides.map(({ content, layout }) => ({ content, isStep: layout === 'step' })),
        COMPONENTS,
      )
      for (const { id } of register.claims) {
        const card = pageOf(cards[id]!.slide)
        const row = rowOf(id)
        expect(
          links.some(({ from, to }) => from === card && to === row),
          `${id}: card to row`,
        ).toBe(true)
        expect(
          links.some(({ from, to }) => from === row && to === card),
          `${id}: row to card`,
        ).toBe(true)
      }
    })

    it('from a citation to its source, and from there out', () => {
      const annex = annexPages()
      const cited = register.sources.filter(({ citedBy }) => citedBy.length > 0)
      for (const { id, url } of cited) {
        const lists = links.filter((link) => link.url !== undefined && new URL(link.url).href === new URL(url).href).map(({ from }) => from)
        expect(
          lists.filter((page) => annex.includes(page)),
          `${id}: to ${url}`,
        ).not.toEqual([])
        expect(
          links.some(({ from, to }) => to !== null && lists.includes(to) && from !== to),
          `${id}: from a citation`,
        ).toBe(true)
      }
    })
  })

  it('has headings that skip no level, figures with words, tables with heads', async () => {
    let last = 0
    const figures: Node[] = []
    for (let no = 1; no <= pdf.numPages; no++) {
      const nodes = flat((await (await pdf.getPage(no)).getStructTree()) as Node | null)
      expect(nodes.length, labels[no - 1]).toBeGreaterThan(3)
      for (const { role } of nodes) {
        const level = Number(/^H([1-6])$/.exec(role ?? '')?.[1] ?? 0)
        if (level === 0) continue
        expect(level, `${labels[no - 1]}: H${level} after H${last}`).toBeLessThanOrEqual(last + 1)
        last = level
      }
      figures.push(...nodes.filter(({ role }) => role === 'Figure'))
      for (const table of nodes.filter(({ role }) => role === 'Table'))
        expect(
          flat(table).some(({ role }) => role === 'TH'),
          labels[no - 1],
        ).toBe(true)
    }
    expect(figures.length).toBeGreaterThanOrEqual(diagrams.length)
    expect(figures.filter(({ alt }) => !alt)).toEqual([])
  })

  it('has its fonts in it, and nothing painted that is neither tagged nor an artifact', async () => {
    const document = await PDFDocument.load(readFileSync(file))
    const { context } = document
    const unembedded: string[] = []
    for (const [, object] of context.enumerateIndirectObjects()) {
      if (
        object instanceof PDFDict &&
        object.get(PDFName.of('Type')) === PDFName.of('FontDescriptor') &&
        !['FontFile', 'FontFile2', 'FontFile3'].some((key) => object.has(PDFName.of(key)))
      )
        unembedded.push(String(object.get(PDFName.of('FontName'))))
    }
    expect(unembedded.filter((name) => !/Type3|undefined/.test(name))).toEqual([])
    for (const { node } of document.getPages()) {
      const own = node.get(PDFName.of('Contents'))
      const contents = own instanceof PDFRef ? context.lookup(own) : own
      for (const ref of contents instanceof PDFArray ? contents.asArray() : [own]) {
        const stream = context.lookup(ref)
        if (!(stream instanceof PDFRawStream)) continue
        const painted = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
        // Nothing is left to mark.
        expect(markArtifacts(painted)).toBe(painted)
      }
    }
  })
})

it('a range with scripts, in dark: those slides, their steps, and each script after its slide', async () => {
  const file = join(folder, 'handout.pdf')
  const withSteps = slides.find(({ no }) => stepsOf(no).length > 0)!.no
  const { code, output } = await exporting(...built, '--output', file, '--range', `2,${withSteps}`, '--notes', '--dark').ended
  expect(code, output).toBe(0)
  const pdf = await read(file)
  expect(await pdf.getPageLabels()).toEqual([
    '2',
    '2, script',
    ...stepsOf(withSteps).map((step) => `${withSteps}, step ${step}`),
    String(withSteps),
    `${withSteps}, script`,
  ])
  expect(squeezed(await textOn(pdf, 2))).toContain(squeezed(slides[1]!.note).slice(0, 60))
})

describe('where it cannot be done, it says why, and leaves all as it was', () => {
  const old = join(folder, 'old/briefing.pdf')
  const left = () => [...readdirSync(join(folder, 'old')), ...readdirSync(projectFolder).filter((name) => name.startsWith('.dist.'))]
  beforeAll(() => {
    mkdirSync(join(folder, 'old'))
    writeFileSync(old, 'the old one')
  })
  const expectUntouched = () => {
    expect(left()).toEqual(['briefing.pdf'])
    expect(readFileSync(old, 'utf8')).toBe('the old one')
  }

  it('a range that selects nothing', async () => {
    const { code, output } = await exporting(...built, '--output', old, '--range', '900-901').ended
    expect(code).toBe(1)
    expect(output).toContain(`--range 900-901: that selects nothing. The deck has slides 1 to ${slides.length}.`)
    expectUntouched()
  })

  it('no browser', async () => {
    const { code, output } = await runSlidev(['export', '--output', old], { program, env: { CLAIM_BROWSER: join(folder, 'no-browser') } })
      .ended
    expect(code).toBe(1)
    expect(output).toMatch(/CLAIM_BROWSER is set to .*no-browser[\s\S]*What to do/)
    expectUntouched()
  })

  it('a place that cannot be written to', async () => {
    const { code, output } = await exporting('--output', join(old, 'in-a-file.pdf')).ended
    expect(code).toBe(1)
    expect(output).toMatch(/in-a-file\.pdf: a part of the path is a file, not a folder\./)
    expectUntouched()
  })

  it('an option that there is none of', async () => {
    const { code, output } = await exporting('--outptu', old).ended
    expect(code).toBe(2)
    expect(output).toMatch(/--outptu[\s\S]*Usage: npm run export/)
    expectUntouched()
  })

  it('Ctrl-C', async () => {
    const running = exporting(...built, '--output', old)
    await expect.poll(() => running.output(), { timeout: 60_000 }).toContain('Printing the PDF')
    running.signal('SIGINT')
    const { code, output } = await running.ended
    expect(code).toBe(130)
    expect(output).toContain('Cancelled. The previous output is unchanged.')
    expectUntouched()
  })

  it('a slide that throws: which, and why', async () => {
    const { no, heading } = slidesWith(slides, 'TimelineFigure')[0]!
    const deck = join(folder, 'throws')
    cpSync(inject('deckFolder'), deck, { recursive: true })
    const assets = join(deck, 'assets')
    // Each slide has a script of its own, with a setup of its own.
    const own = new RegExp(`(__slidev_${no}\\b[^,]*,setup\\(\\w*\\)\\{)`)
    const scripts = readdirSync(assets).filter((name) => name.endsWith('.js') && own.test(readFileSync(join(assets, name), 'utf8')))
    expect(scripts).toHaveLength(1)
    const script = join(assets, scripts[0]!)
    writeFileSync(script, readFileSync(script, 'utf8').replace(own, "$1throw new Error('nothing to show here');"))
    const { code, output } = await exporting('--deck', deck, '--output', old, '--range', `${no - 1}-${no + 1}`).ended
    expect(code, output).toBe(1)
    expect(output).toContain(`These cannot be printed:\n  slide ${no} “${heading}”: nothing to show here`)
    expectUntouched()
  })
})
