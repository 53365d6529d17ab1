/** A Mermaid fence that a person writes in a page. */
import type { FigureSpec } from './spec.ts'

export interface Fence {
  readonly code: string
  /** Lines above it in the text. */
  readonly line: number
}

export function fencesIn(markdown: string): Fence[] {
  const lines = markdown.split(/\r?\n/)
  const fences: Fence[] = []
  for (let at = 0; at < lines.length; at++) {
    const open = /^(`{3,})\s*mermaid\b/.exec(lines[at]!)
    if (!open) continue
    const end = lines.findIndex((line, index) => index > at && line.trim() === open[1])
    fences.push({ code: lines.slice(at + 1, end < 0 ? undefined : end).join('\n'), line: at })
    if (end < 0) break
    at = end
  }
  return fences
}

/** @returns the spec; or, as a sentence, what it lacks */
export function fenceFigure(code: string): FigureSpec | string {
  const title = /^\s*accTitle:\s*(.+)$/m.exec(code)?.[1]?.trim() ?? ''
  // On one line after a colon, or on several in braces.
  const [, oneLine, several] = /^\s*accDescr:\s*(.+)$/m.exec(code) ?? /^\s*accDescr\s*\{()([^}]*)\}/m.exec(code) ?? []
  const description = (oneLine || several || '').replace(/\s+/g, ' ').trim()
  if (title === '') return 'a line “accTitle: …” that names the drawing for those who cannot see it'
  if (description === '') return 'lines “accDescr { … }” that say in words all that the drawing shows'
  const slug = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return {
    name: `page-${slug}`,
    title,
    description,
    // Not every diagram of Mermaid’s takes its words.
    source: `${code
      .replace(/^\s*acc(?:Title:|Descr:).*$\n?/gm, '')
      .replace(/^\s*accDescr\s*\{[^}]*\}\s*?$\n?/gm, '')
      .trim()}\n`,
    parts: {},
    words: {},
    textSize: 17,
    room: { width: 924, height: 430 },
    settings: { fontSize: 17, layout: 'elk', flowchart: { htmlLabels: false, padding: 8, wrappingWidth: 180 }, block: { padding: 4 } },
  }
}
