/** The chapters as the page's components have them, and where a slide's words stand on the page. */
import { chapters, story } from 'virtual:page-story'
import type { InjectionKey } from 'vue'
import type { Script } from '../engine/story/outline.ts'

export { chapters, story }

export const sections = chapters.flatMap((chapter) => chapter.sections)

export function sectionOf(slide: number): (typeof sections)[number] {
  const found = sections.find(({ slides }) => slides.includes(slide))
  if (!found) throw new Error(`No section of the reading page is of slide ${slide}.`)
  return found
}

const inDeck = new Set(chapters.flatMap((chapter) => (chapter.inDeck ? chapter.sections.flatMap(({ slides }) => slides) : [])))

/** To its place on the page, or to the slide itself where the page has none of it. */
export const hrefOf = (slide: number): string => (inDeck.has(slide) ? `../${slide}` : `#${sectionOf(slide).anchor}`)

/** The script of the section around a component that tells it itself, and the slide it is of. */
export const scriptKey: InjectionKey<{ readonly slide: number; readonly script: Script }> = Symbol('script')
