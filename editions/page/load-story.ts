/** The story as it is on the disk: what the reading page is made from. */
import { load } from '@slidev/parser/fs'
import { dirname } from 'node:path'
import { loadRegisterFromDisk } from '../../engine/files.ts'
import { formatDiagnostics } from '../../engine/register/diagnostics.ts'
import type { Register } from '../../engine/analysis/register.ts'
import { fillCounts } from '../../engine/story/story.ts'
import { type Chapter, outlineOf } from '../../engine/story/outline.ts'

export interface ReadingStory {
  readonly register: Register
  readonly chapters: readonly Chapter[]
  /** Of the deck: its title, and what it is in a sentence or two. */
  readonly title: string
  readonly description: string
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/**
 * @param entry absolute path of slides.md
 * @throws Error with the faults of the register
 */
export async function loadStory(entry: string): Promise<ReadingStory> {
  const { register, diagnostics } = loadRegisterFromDisk()
  if (!register) throw new Error(formatDiagnostics(diagnostics))
  const { slides, headmatter } = await load({ userRoot: dirname(entry), roots: [] }, entry)
  const story = slides.map(({ title = '', content, note = '', frontmatter }) => {
    const { layout, chapter, step } = frontmatter as Record<string, unknown>
    return { title, layout: text(layout) ?? 'default', chapter: text(chapter), step: text(step), content, note: fillCounts(register, note) }
  })
  return { register, chapters: outlineOf(story, register.steps), title: text(headmatter['title']) ?? '', description: text(headmatter['info']) ?? '' }
}
