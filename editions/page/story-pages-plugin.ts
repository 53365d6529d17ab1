/** `virtual:page-story`: the chapters of the story, each section with its slide's Markdown as a Vue component. */
import type { Plugin } from 'vite'
import { fenceFigure } from '../../engine/figures/fence.ts'
import { loadPageStory } from './story.ts'

const NAME = 'virtual:page-story'
const RESOLVED = `\0${NAME}`
/** A file that `unplugin-vue-markdown` takes. */
const PAGE = /^\/@page\/(.+)\.md$/

/** Fences become drawings, as `slidev/drawn-fence.ts` does on slides. */
const forPage = (content: string): string =>
  content.replace(/^(`{3,})\s*mermaid\b[^\n]*\n([\s\S]*?)^\1\s*$/gm, (fence: string, _, code: string) => {
    const spec = fenceFigure(code)
    return typeof spec === 'string' ? fence : `<PageFigure name="${spec.name}" />`
  })

export function storyPagesPlugin(brief: string): Plugin {
  /** All sections are of one state of the files. */
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
      return [
        ...sections.map(
          (section, index) => `import body${index} from ${JSON.stringify(`/@page/${encodeURIComponent(section.anchor)}.md`)}`,
        ),
        `const bodies = [${sections.map((_, index) => `body${index}`).join(', ')}]`,
        `export const story = ${JSON.stringify({ title, description })}`,
        `export const chapters = ${JSON.stringify(chapters)}.map((chapter) => ({ ...chapter, sections: chapter.sections.map((section) => ({ ...section, body: bodies.shift() })) }))`,
      ].join('\n')
    },
  }
}
