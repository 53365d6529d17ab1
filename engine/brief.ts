/** The one door to a brief: nothing else reads its files. */
import { load } from '@slidev/parser/fs'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { debuglog } from 'node:util'
import { type Loaded, loadRegister } from './analysis/load.ts'
import type { Register } from './analysis/register.ts'
import { type AuditFindings, auditStatements } from './audit/statements.ts'
import { type Fence, fenceFigure, fencesIn } from './figures/fence.ts'
import { registerFigures } from './figures/index.ts'
import type { FigureSpec } from './figures/spec.ts'
import { type Diagnostic, formatDiagnostics, show } from './register/diagnostics.ts'
import { fileFault, REGISTER_FILES, type RegisterTexts } from './register/parse.ts'
import { checkForm, type StoryParts } from './story/form.ts'
import type { StorySlide } from './story/outline.ts'
import { type CardPlace, cardsIn, checkStory, checkTold, fillCounts, slidesOfComponents } from './story/story.ts'

const log = debuglog('brief')
const CACHE = Symbol.for('claim-by-claim:brief')

export interface BriefSlide extends StorySlide {
  /** 1-based. */
  readonly no: number
}

export interface Story {
  readonly title: string
  readonly description: string
  readonly keywords: readonly string[]
  readonly slides: readonly BriefSlide[]
  /** By the id of the claim. */
  readonly cards: Readonly<Record<string, CardPlace>>
  /** By the name of the component. */
  readonly slidesOf: Readonly<Record<string, readonly number[]>>
}

export interface Brief {
  /** Absolute. */
  readonly folder: string
  readonly register: Register
  readonly story: Story
  readonly figures: readonly FigureSpec[]
  /** Worked out when it is first asked for. */
  readonly audit: AuditFindings
}

export interface LoadedBrief {
  /** Null where the register does not hold; where only the story does not, a server still shows it. */
  readonly brief: Brief | null
  /** Of the register, or, where it holds, of the story and its figures. */
  readonly diagnostics: readonly Diagnostic[]
  /** As text; null where there are none. */
  readonly faults: string | null
  /** Differs with the files. */
  readonly state: string
}

/**
 * The register’s files as they are on disk now, unchecked.
 *
 * @param folder of the brief, relative to the working folder or absolute
 * @returns each file’s text by its name without “.yaml”; one that is not there is left out
 * @throws Error where a file cannot be read
 * @example
 * const { claims = '', sources } = readRegisterTexts('briefs/letter')
 */
export const readRegisterTexts = (folder: string): RegisterTexts =>
  Object.fromEntries(
    REGISTER_FILES.map((file) => [file, join(folder, 'claims', `${file}.yaml`)] as const)
      .filter(([, path]) => existsSync(path))
      .map(([file, path]) => [file, readFileSync(path, 'utf8')]),
  )

/** Without their ending. */
function filesIn(folder: string): string[] {
  const claims = join(folder, 'claims')
  return existsSync(claims) ? readdirSync(claims).flatMap((file) => /^(.*)\.ya?ml$/.exec(file)?.[1] ?? []) : []
}

/** @param folder of the brief @returns a fault for each YAML file of claims/ that nothing reads */
export const unknownFiles = (folder: string): Diagnostic[] => filesIn(folder).flatMap((name) => fileFault(name) ?? [])

/** The last state of each folder: most of those who ask want the same. */
interface Cache {
  readonly registers: Map<string, { readonly state: string; readonly loaded: Loaded }>
  readonly briefs: Map<string, { readonly state: string; readonly loaded: Promise<LoadedBrief> }>
}

// Of the process, not of the module: Slidev loads each of its hook files with modules of its own.
const { registers, briefs } = ((globalThis as { [CACHE]?: Cache })[CACHE] ??= { registers: new Map(), briefs: new Map() })

/**
 * The register of a brief, for who needs nothing else. The same state of its files is read once.
 *
 * @param folder of the brief, relative to the working folder or absolute
 * @returns the register, null where it has a fault; and every fault, in the order of files and lines
 * @throws Error where a file cannot be read; never for what stands in it
 * @example
 * const { register, diagnostics } = registerIn('briefs/letter')
 * console.log(register ? register.counts.claims : formatDiagnostics(diagnostics))
 */
export function registerIn(folder: string): Loaded {
  const place = resolve(folder)
  const texts = readRegisterTexts(place)
  const unknown = unknownFiles(place)
  const state = JSON.stringify([texts, unknown])
  const known = registers.get(place)
  if (known?.state === state) return known.loaded
  log('register of %s', place)
  const read = loadRegister(texts)
  const loaded: Loaded = unknown.length === 0 ? read : { register: null, diagnostics: [...unknown, ...read.diagnostics] }
  registers.set(place, { state, loaded })
  return loaded
}

/** The nearest folder above that has slides and claims; null where there is none. */
export function folderOf(file: string): string | null {
  for (let folder = dirname(resolve(file)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'slides.md')) && existsSync(join(folder, 'claims'))) return folder
    if (folder === dirname(folder)) return null
  }
}

export interface StoryFile {
  readonly file: string
  readonly text: string
}

const pagesNamed = (slides: string) =>
  slides.split('\n').flatMap((text, index) => {
    const page = /^src: \.\/(\S+\.md)\s*$/.exec(text)?.[1]
    return page === undefined ? [] : [{ page, line: index + 1 }]
  })

/** A page that is not there is left out: Slidev says so. */
export function storyFiles(folder: string): StoryFile[] {
  const read = (file: string) => ({ file, text: readFileSync(join(folder, file), 'utf8') })
  const slides = read('slides.md')
  return [
    slides,
    ...pagesNamed(slides.text)
      .filter(({ page }) => existsSync(join(folder, page)))
      .map(({ page }) => read(page)),
  ]
}

/**
 * The brief in a folder, as its files are now. The same state is read once, however many ask.
 *
 * @param folder with slides.md, pages/, claims/, public/; relative to the working folder or absolute
 * @param deck what it may be told with: `deck` of slidev/deck.ts
 * @returns the brief, null where its register does not hold; every fault, and the faults as text for a terminal
 * @throws Error where there is no slides.md; never for what stands in the files
 * @example
 * const { brief, faults } = await loadBrief('briefs/letter', deck)
 * if (brief) console.log(brief.register.counts.claims, brief.story.slides.length)
 * else console.error(faults)
 */
export function loadBrief(folder: string, deck: StoryParts): Promise<LoadedBrief> {
  const place = resolve(folder)
  const files = storyFiles(place)
  const state = JSON.stringify([readRegisterTexts(place), filesIn(place), files])
  const known = briefs.get(place)
  if (known?.state === state) return known.loaded
  const loaded = read(place, files, deck, state)
  briefs.set(place, { state, loaded })
  return loaded
}

const missingPages = (folder: string, slides: string): Diagnostic[] =>
  pagesNamed(slides)
    .filter(({ page }) => !existsSync(join(folder, page)))
    .map(({ page: src, line }) => {
      const value = show(src)
      return { code: 'story-form', file: 'slides.md', line, field: 'src', value, expected: 'a page that is there' }
    })

async function read(folder: string, files: readonly StoryFile[], deck: StoryParts, state: string): Promise<LoadedBrief> {
  const { register, diagnostics } = registerIn(folder)
  if (!register) return { brief: null, diagnostics, faults: formatDiagnostics(diagnostics), state }
  const entry = join(folder, 'slides.md').replaceAll('\\', '/')
  const { slides: parsed, headmatter } = await load({ userRoot: dirname(entry), roots: [] }, entry)
  const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
  const slides = parsed.map(({ title = '', content, note = '', frontmatter: { layout, chapter, step } }, index): BriefSlide => ({
    no: index + 1,
    title,
    layout: text(layout) ?? 'default',
    chapter: text(chapter),
    step: text(step),
    content: fillCounts(register, content),
    note: fillCounts(register, note),
  }))
  const raw = parsed.map(({ source }) => ({
    file: relative(folder, source.filepath).replaceAll('\\', '/'),
    line: source.start + 1,
    raw: source.raw,
  }))
  const ofSteps = parsed.map(({ content, frontmatter: { layout, step } }) => ({
    content,
    step: layout === 'step' ? (step as unknown) : undefined,
    isStep: layout === 'step',
  }))
  const faulty = [
    // The files: Slidev hands on no slide of a chapter that does not parse.
    ...files.flatMap(({ file, text: whole }) => checkForm(file, whole, deck)),
    ...missingPages(folder, files[0]!.text),
    ...checkStory(register, raw, deck.components),
    ...checkTold(register, ofSteps, deck.components),
  ]
  const figures = registerFigures(register)
  const undrawable: Diagnostic[] = []
  for (const { file, line, raw: markdown } of raw) for (const fence of fencesIn(markdown)) addFence(fence, file, line, figures, undrawable)
  let audit: AuditFindings | undefined
  const brief: Brief = {
    folder,
    register,
    story: {
      title: text(headmatter['title']) ?? '',
      description: text(headmatter['info']) ?? '',
      keywords: (text(headmatter['keywords']) ?? '').split(/,\s*/).filter(Boolean),
      slides,
      cards: cardsIn(register, ofSteps, deck.components),
      slidesOf: slidesOfComponents(parsed),
    },
    figures,
    get audit() {
      return (audit ??= auditStatements(register))
    },
  }
  const faults = [
    ...(faulty.length > 0 ? [formatDiagnostics(faulty, 'the story')] : []),
    ...(undrawable.length > 0 ? [formatDiagnostics(undrawable, 'the drawings')] : []),
  ].join('\n')
  return { brief, diagnostics: [...faulty, ...undrawable], faults: faults || null, state }
}

function addFence({ code, line: above }: Fence, file: string, line: number, figures: FigureSpec[], faults: Diagnostic[]): void {
  const fault = (value: string, expected: string) =>
    faults.push({ code: 'drawing-without-words', file, line: line + above, field: 'mermaid', value: show(value), expected })
  const spec = fenceFigure(code)
  if (typeof spec === 'string') fault(code.split('\n')[0] ?? '', spec)
  else if (figures.some(({ name }) => name === spec.name)) fault(spec.title, 'an accTitle of its own: another drawing has this one')
  else figures.push(spec)
}
