/** What the deck says of itself in the head of slides.md: for a PDF's title, subject and keywords. */
import { load } from '@slidev/parser/fs'
import { join } from 'node:path'
import type { About } from './finish-pdf.ts'

export async function aboutDeck(root: string): Promise<About> {
  const { headmatter } = await load({ userRoot: root, roots: [] }, join(root, 'slides.md'))
  const { title, info, keywords } = headmatter as { title?: string; info?: string; keywords?: string }
  return { title: title ?? '', subject: info ?? '', keywords: (keywords ?? '').split(/,\s*/).filter(Boolean) }
}
