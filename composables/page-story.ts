/** The chapters as the page's components have them, and where a slide's words stand on the page. */
import { chapters, story } from 'virtual:page-story'
import type { InjectionKey } from 'vue'
import type { Script } from '../engine/story/outline.ts'

export { chapters, story }

export const sections = chapters.flatMap((chapter) => chapter.sections)

export function sectionOf(slide: number): (typeof sections)[number] {
  const found = sections.find((section) => section.slide === slide)
  if (!found) throw new Error(`No section of the reading page is of slide ${slide}.`)
  return found
}

export const hrefOf = (slide: number): string => `#${sectionOf(slide).anchor}`

/** The script of the section around a component that tells it itself, and the slide it is of. */
export const scriptKey: InjectionKey<{ readonly slide: number; readonly script: Script }> = Symbol('script')
