import { chapterOf } from './chapters.ts'
import { type ComponentUse, componentsIn } from './uses.ts'
import type { Components, OnPage } from './component.ts'

export interface StorySlide {
  readonly title: string
  readonly layout: string
  readonly chapter: string | undefined
  /** Id of its step. */
  readonly step: string | undefined
  /** Markdown with its heading, without the notes; counts are filled in. */
  readonly content: string
  /** `[click]` marks its parts. */
  readonly note: string
}

/** Paragraphs by click; the first part is said before any. */
export type Script = readonly (readonly string[])[]

export interface Section {
  readonly anchor: string
  readonly title: string
  /** 1-based. */
  readonly slide: number
  readonly layout: string
  readonly step: string | undefined
  /** Without heading, and without what has nothing to say on a page. */
  readonly content: string
  readonly script: readonly NonNullable<OnPage['script']>[]
  readonly unmarked: boolean
  readonly said: Script
}

export interface Chapter {
  readonly anchor: string
  readonly title: string
  readonly sections: readonly Section[]
}

/** The place on the page of what a slide says. @param slide 1-based */
export const pagePlace = (slide: number): string => `s${slide}`

/** “Step 5: The bridge” is `step-5-the-bridge`. */
const anchorOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')

export const scriptOf = (note: string): Script =>
  note
    .trim()
    .split(/\[click(?::\d+)?\]/i)
    .map((part) =>
      part
        .trim()
        .split(/\n\s*\n/)
        .map((paragraph) => paragraph.replace(/\s*\n\s*/g, ' ').trim())
        .filter(Boolean),
    )

const withoutHeading = (content: string): string => content.replace(/^\s*# .*(?:\n|$)/, '')

const onPage = ({ name, attributes }: ComponentUse, components: Components): OnPage => components[name]?.page?.(attributes) ?? {}

const forPage = (content: string, components: Components): string =>
  content.replace(/<[A-Z]\w*[^<>]*\/>/g, (tag) =>
    componentsIn(tag).some((use) => onPage(use, components).shown === 'leave out') ? '' : tag,
  )

const toldBy = (content: string, components: Components): Pick<Section, 'script' | 'unmarked'> => {
  const pages = componentsIn(content).map((use) => onPage(use, components))
  return { script: pages.flatMap(({ script }) => script ?? []), unmarked: pages.some(({ unmarked }) => unmarked) }
}

/**
 * @param slides in order, as Slidev numbers them
 * @throws Error where two chapters would have one name
 */
export function outlineOf(slides: readonly StorySlide[], steps: Parameters<typeof chapterOf>[1], components: Components): Chapter[] {
  const chapters: { anchor: string; title: string; sections: Section[] }[] = []
  for (const [index, slide] of slides.entries()) {
    const title = chapterOf(slide, steps)
    let chapter = chapters.at(-1)
    if (chapter?.title !== title) chapters.push((chapter = { anchor: '', title, sections: [] }))
    const { layout, step, content, note } = slide
    chapter.sections.push({
      anchor: pagePlace(index + 1),
      title: slide.title,
      slide: index + 1,
      layout,
      step,
      content: withoutHeading(forPage(content, components)),
      ...toldBy(content, components),
      said: scriptOf(note),
    })
  }
  // A slide before its chapter is taken up again is known by its own name.
  for (const chapter of chapters) {
    const [only, ...others] = chapter.sections
    if (others.length === 0 && chapters.some((other) => other !== chapter && other.title === chapter.title)) chapter.title = only!.title
  }
  for (const chapter of chapters) chapter.anchor = `chapter-${anchorOf(chapter.title)}`
  const names = chapters.map(({ anchor }) => anchor)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) {
    throw new Error(
      `Two chapters would have the place “${twice}” on the page to read alone: give each a name of its own (frontmatter “chapter:”, or a step’s title in claims/argument.yaml).`,
    )
  }
  return chapters
}
