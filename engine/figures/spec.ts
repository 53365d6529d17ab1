/** A drawing before it is drawn. */
import type { Register } from '../analysis/register.ts'

/** Classes of styles/figure.css. */
export type PartKind =
  | 'corner'
  | 'middle'
  | 'whole'
  | 'side'
  | 'arrow'
  | 'label'
  | 'date'
  | 'pull-quote'
  | 'claim'
  | 'outside'
  | 'conclusion'
  | 'marker'
  | 'our-reading'
  | 'support'
  | 'undercut'
  | 'undercuts'
  | 'by-article'
  | 'by-record'
  | 'record-only'
  | 'strut'

export interface Part {
  /** A relation, claim, inference or event. Marks of one id are one thing to choose. */
  readonly id: string
  readonly kind: PartKind
  readonly grade?: string
  /** Where the text goes in its box; else the middle. */
  readonly align?: 'start' | 'end'
  /** Of a name too long for its place: Mermaid would give all rows the height of the highest. */
  readonly name?: readonly string[]
  /** Shown in one step. */
  readonly group?: string
}

export interface FigureSpec {
  /** Of its file, without the ending. */
  readonly name: string
  /** The accessible name. */
  readonly title: string
  /** What it says in full is the text beside it. */
  readonly description: string
  /** Mermaid. */
  readonly source: string
  /** By Mermaid’s id. One that is not listed is drawn plain. */
  readonly parts: Readonly<Record<string, Part>>
  /** Their look, by the ids of claims in a pull-quote. */
  readonly words: Readonly<Record<string, string>>
  /** Like `room`, the most, in canvas pixels. */
  readonly textSize: number
  readonly room: { readonly width: number; readonly height: number }
  /** Mermaid’s. ELK’s gaps are fixed, so a large `fontSize` (pixels) brings boxes closer. */
  readonly settings: { readonly fontSize: number } & Readonly<Record<string, unknown>>
}

export const pullQuoteWords = ({ claims }: Pick<Register, 'claims'>): FigureSpec['words'] =>
  Object.fromEntries(claims.filter(({ voice }) => voice === 'pull-quote').map(({ id }) => [id, 'pull-quote']))

/** With the characters that Mermaid would read as entities. */
export const label = (...lines: readonly string[]): string =>
  `"${lines.map((line) => line.replace(/[#"<>`&]/g, (character) => `#${character.codePointAt(0)!};`)).join('<br/>')}"`

/** One that is longer stands alone. `width` in characters. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
