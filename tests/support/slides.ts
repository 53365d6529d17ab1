/** The story as Slidev reads it: slides.md with all pages it imports. */
import { join } from 'node:path'
import { load } from '@slidev/parser/fs'
import { componentsIn, type ComponentUse } from '../../engine/story/uses.ts'
import { projectFolder } from './deck-folder.ts'

export interface Slide {
  /** 1-based, as in the address. */
  readonly no: number
  readonly heading: string
  readonly layout: string
  readonly frontmatter: Readonly<Record<string, unknown>>
  /** Markdown, without the notes. */
  readonly content: string
  /** The presenter's notes; empty where there are none. */
  readonly note: string
  /** Clicks that the notes mark: `[click]` is one, `[click:3]` three. */
  readonly markedClicks: number
  /** File from the project's root, and the line its slide begins on. */
  readonly file: string
  readonly line: number
}

/** As a fault names it. */
export const nameOf = ({ no, heading, file, line }: Slide): string => `${no} “${heading}” (${file}:${line})`

/** @param folder of the brief */
export async function loadSlides(folder = projectFolder): Promise<readonly Slide[]> {
  const { slides } = await load({ userRoot: folder, roots: [] }, join(folder, 'slides.md'))
  return slides.map(({ content, frontmatter, note = '', title = '', source, index }) => ({
    no: index + 1,
    heading: title,
    layout: typeof frontmatter['layout'] === 'string' ? frontmatter['layout'] : 'default',
    frontmatter,
    content,
    note,
    markedClicks: clickMarks(note),
    file: source.filepath.replaceAll('\\', '/').replace(projectFolder.replaceAll('\\', '/'), ''),
    line: source.start + 1,
  }))
}

export const clickMarks = (note: string): number =>
  [...note.matchAll(/\[click(?::(\d+))?\]/gi)].reduce((sum, [, count]) => sum + Number(count ?? 1), 0)

/** A slide's Markdown with the words of its Mermaid fences in place of their code: labels, name and description. */
export const withoutCode = (content: string): string =>
  content.replace(/^(`{3,})\s*mermaid\b[^\n]*\n([\s\S]*?)^\1\s*$/gm, (_, __, code: string) =>
    [
      /accTitle:(.*)/.exec(code)?.[1],
      /accDescr\s*\{([^}]*)\}/.exec(code)?.[1],
      ...[...code.matchAll(/"([^"]*)"/g)].map(([, label]) => label),
    ]
      .filter(Boolean)
      .join('\n'),
  )

export { componentsIn }

/** Ids of the claims whose cards a slide shows. */
export const cardsOn = ({ content }: Slide): string[] =>
  componentsIn(content).flatMap(({ name, attributes }) => (name === 'ClaimCards' ? (attributes['ids'] ?? '').trim().split(/\s+/) : []))

/** Those with a component, and with these attributes of it. */
export const slidesWith = (
  slides: readonly Slide[],
  component: string,
  attributes: Readonly<Record<string, string>> = {},
): readonly Slide[] => {
  const isWanted = ({ name, attributes: own }: ComponentUse) =>
    name === component && Object.entries(attributes).every(([key, value]) => own[key] === value)
  return slides.filter(({ content }) => componentsIn(content).some(isWanted))
}

/** One with several clicks, and slides around it. */
export const stepOfTwoCards = (slides: readonly Slide[]): Slide =>
  slides.find((slide) => slide.layout === 'step' && cardsOn(slide).length === 2)!

const DRAWN = new Set(['TriangleFigure', 'ArgumentMap', 'StepMap', 'TimelineFigure'])

/** Those with a drawing: one of a component, or a fence of the deck's user. */
export const slidesWithFigure = (slides: readonly Slide[]): readonly Slide[] =>
  slides.filter(({ content }) => /^```mermaid/m.test(content) || componentsIn(content).some(({ name }) => DRAWN.has(name)))
