/**
 * `virtual:page-story`: the chapters of the story, each section with its Markdown as a Vue component.
 *
 * The Markdown is what the slides have; Slidev's own wrapping of it is left out, since there is no slide here.
 */
import type { Plugin } from 'vite'
import { fenceFigure } from '../../engine/figures/fence.ts'
import { loadPageStory } from './story.ts'

const NAME = 'virtual:page-story'
const RESOLVED = `\0${NAME}`
/** A section's Markdown, as a file that `unplugin-vue-markdown` takes. */
const PAGE = /^\/@page\/(.+)\.md$/

/** A Mermaid fence becomes its drawing, as `slidev/drawn-fence.ts` has it on a slide. */
const forPage = (content: string): string =>
  content.replace(/^(`{3,})\s*mermaid\b[^\n]*\n([\s\S]*?)^\1\s*$/gm, (fence: string, _, code: string) => {
    const spec = fenceFigure(code)
    return typeof spec === 'string' ? fence : `<PageFigure name="${spec.name}" />`
  })

export function storyPagesPlugin(brief: string): Plugin {
  /** Once for the whole page: all its sections are of one state of the files. */
  let loaded: ReturnType<typeof loadPageStory> | undefined
  return {
    name: 'claim-by-claim:page-story',
    enforce: 'pre',
    resolveId: (id) => (id === NAME ? RESOLVED : PAGE.test(id) ? id : undefined),
    async load(id) {
      const anchor = PAGE.exec(id)?.[1]
      if (id !== RESOLVED && anchor === undefined) return undefined
      const { chapters, title, description } = await (loaded ??= loadPageStory(brief))
      const sections = chapters.flatMap((chapter) => chapter.sections)
      if (anchor !== undefined) return forPage(sections.find((section) => section.anchor === decodeURIComponent(anchor))?.content ?? '')
      const names = new Map(sections.map((section, index) => [section, `body${index}`]))
      return [
        ...sections.map((section) => `import ${names.get(section)} from ${JSON.stringify(`/@page/${encodeURIComponent(section.anchor)}.md`)}`),
        `const bodies = [${[...names.values()].join(', ')}]`,
        `let next = 0`,
        `export const story = ${JSON.stringify({ title, description })}`,
        `export const chapters = ${JSON.stringify(chapters)}.map((chapter) => ({ ...chapter, sections: chapter.sections.map((section) => ({ ...section, body: bodies[next++] })) }))`,
      ].join('\n')
    },
  }
}
