/** The story as one page: its slides as sections of chapters, lists that go over several slides as one. */
import { chapterOf, withoutPart } from './chapters.ts'
import { type ComponentUse, componentsIn } from './uses.ts'
import type { Components, OnPage } from './component.ts'
import { pagePlace } from './page-place.ts'

/** A slide as its file has it, its counts filled in. */
export interface StorySlide {
  readonly title: string
  readonly layout: string
  readonly chapter: string | undefined
  /** Id of its step. */
  readonly step: string | undefined
  /** Markdown, with its heading. */
  readonly content: string
  /** The script; `[click]` marks its parts. */
  readonly note: string
}

/** What is said at one click, paragraph by paragraph; the first part is said before any. */
export type Script = readonly (readonly string[])[]

export interface Section {
  /** Name of the place. */
  readonly anchor: string
  readonly title: string
  /** 1-based numbers of its slides. */
  readonly slides: readonly number[]
  readonly layout: string
  readonly step: string | undefined
  /** Markdown of the first slide, without heading, and without what has nothing to say on a page; a list in it is whole. */
  readonly content: string
  /** What its components make of the script beside them. */
  readonly script: readonly NonNullable<OnPage['script']>[]
  /** Whether it gives the article's case and none of our marks on it. */
  readonly unmarked: boolean
  /** Of each of its slides. */
  readonly scripts: readonly Script[]
}

export interface Chapter {
  readonly anchor: string
  readonly title: string
  /** Whether it is there to look things up in, after the story. */
  readonly reference: boolean
  readonly sections: readonly Section[]
  /** Whether it stays in the deck, and the page only leads there: tables of what the page says in its place. */
  readonly inDeck: boolean
}

/** “Step 5: The bridge” is `step-5-the-bridge`. */
const anchorOf = (name: string): string => name.toLowerCase().replace(/[’']/g, '').replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '')

export const scriptOf = (note: string): Script =>
  note.trim().split(/\[click(?::\d+)?\]/i).map((part) => part.trim().split(/\n\s*\n/).map((paragraph) => paragraph.replace(/\s*\n\s*/g, ' ').trim()).filter(Boolean))

/** `:page="2" :of="9"` is one page of nine; here there is one of one. */
const asOnePage = (content: string): string => content.replace(/:page="\d+" :of="\d+"/, ':page="1" :of="1"')

const withoutHeading = (content: string): string => content.replace(/^\s*# .*(?:\n|$)/, '')

const onPage = ({ name, attributes }: ComponentUse, components: Components): OnPage => components[name]?.page?.(attributes) ?? {}

/** Components that have nothing to say on a page are left out. */
const forPage = (content: string, components: Components): string => content.replace(/<[A-Z]\w*[^<>]*\/>/g, (tag) => (componentsIn(tag).some((use) => onPage(use, components).shown === 'leave out') ? '' : tag))

const toldBy = (content: string, components: Components): Pick<Section, 'script' | 'unmarked'> => {
  const pages = componentsIn(content).map((use) => onPage(use, components))
  return { script: pages.flatMap(({ script }) => script ?? []), unmarked: pages.some(({ unmarked }) => unmarked) }
}

/**
 * @param slides in order, as Slidev numbers them
 * @throws Error where two chapters would have one name
 */
export function outlineOf(slides: readonly StorySlide[], steps: Parameters<typeof chapterOf>[1], components: Components): Chapter[] {
  const chapters: { anchor: string; title: string; reference: boolean; inDeck: boolean; sections: (Section & { slides: number[]; scripts: Script[] })[] }[] = []
  // What is there to look things up in follows the story; such a slide within the story belongs to its chapter.
  const end = slides.findLastIndex(({ layout }) => layout !== 'reference')
  const titles = slides.map(({ title }) => title)
  for (const [index, slide] of slides.entries()) {
    const no = index + 1
    const reference = index > end
    const title = slide.layout === 'reference' && !reference ? chapters.at(-1)!.title : chapterOf(slide, steps)
    let chapter = chapters.at(-1)?.title === title ? chapters.at(-1) : undefined
    if (!chapter) chapters.push((chapter = { anchor: '', title, reference, inDeck: reference && !componentsIn(slide.content).some((use) => onPage(use, components).lookedUp), sections: [] }))
    const heading = withoutPart(slide.title)
    const script = scriptOf(slide.note)
    const before = chapter.sections.find((section) => section.title === heading)
    if (before) {
      before.slides.push(no)
      before.scripts.push(script)
    }
    else chapter.sections.push({ anchor: pagePlace(titles, no), title: heading, slides: [no], layout: slide.layout, step: slide.step, content: asOnePage(withoutHeading(forPage(slide.content, components))), ...toldBy(slide.content, components), scripts: [script] })
  }
  // A chapter that is taken up again is known by its name; a slide of it that stands before is known by its own.
  for (const chapter of chapters) {
    const [only, ...others] = chapter.sections
    if (others.length === 0 && chapters.some((other) => other !== chapter && other.title === chapter.title)) chapter.title = only!.title
  }
  for (const chapter of chapters) chapter.anchor = `chapter-${anchorOf(chapter.title)}`
  const names = chapters.map(({ anchor }) => anchor)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) throw new Error(`Two chapters would have the place “${twice}” in the reading edition: give each a name of its own (frontmatter “chapter:”, or a step’s title in claims/argument.yaml).`)
  return chapters
}
