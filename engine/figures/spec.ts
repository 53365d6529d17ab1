/** A drawing before editions/figures draws it: Mermaid source, and what each of Mermaid's own ids stands for. */
import type { Register } from '../analysis/register.ts'

/** How a part looks; the classes of styles/figure.css. */
export type PartKind =
  | 'corner' | 'middle' | 'whole' | 'side' | 'arrow' | 'label' | 'date' | 'pull-quote'
  | 'claim' | 'outside' | 'conclusion' | 'marker' | 'our-reading' | 'support' | 'undercut' | 'undercuts'
  | 'by-article' | 'by-record' | 'record-only' | 'strut'

export interface Part {
  /** What it stands for: a relation, a claim, an inference, an event. Marks of one id are one thing to choose. */
  readonly id: string
  readonly kind: PartKind
  /** A grade whose pattern a line has. */
  readonly grade?: string
  /** Which end of its box the text goes to; otherwise its middle. */
  readonly align?: 'start' | 'end'
  /** Lines of a name too long for its place. Mermaid gets none of them: it would give all rows the height of the highest. */
  readonly name?: readonly string[]
  /** Parts of one group are shown in one step. */
  readonly group?: string
}

export interface FigureSpec {
  /** Of its file in public/diagrams, without the ending. */
  readonly name: string
  /** Its accessible name. */
  readonly title: string
  /** In a sentence or two; what it says in full is the text beside it. */
  readonly description: string
  /** Mermaid. */
  readonly source: string
  /** By the id that Mermaid gives a node or an edge. One that is not listed here is drawn plain. */
  readonly parts: Readonly<Record<string, Part>>
  /** The look of words that have one of their own: ids of claims in a pull-quote. */
  readonly words: Readonly<Record<string, string>>
  /** Like `room`, the most the drawing may take, in canvas pixels. */
  readonly textSize: number
  readonly room: { readonly width: number; readonly height: number }
  /** Mermaid's own, beside those that hold for all. `fontSize` in pixels: ELK's gaps are fixed, so a large one brings boxes closer. */
  readonly settings: { readonly fontSize: number } & Readonly<Record<string, unknown>>
}

export const pullQuoteWords = ({ claims }: Pick<Register, 'claims'>): FigureSpec['words'] =>
  Object.fromEntries(claims.filter(({ voice }) => voice === 'pull-quote').map(({ id }) => [id, 'pull-quote']))

/**
 * A label as Mermaid takes it: quoted, with the characters that would end or change it as entities. Asterisks and
 * underscores are themselves there.
 */
export const label = (...lines: readonly string[]): string =>
  `"${lines.map((line) => line.replace(/[#"<>`&]/g, (character) => `#${character.codePointAt(0)!};`)).join('<br/>')}"`

/** Words in lines of at most `width` characters; one that is longer stands alone. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
