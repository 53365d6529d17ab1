/**
 * A drawing before it is drawn: Mermaid source made from the register, and what each of Mermaid's own ids stands for.
 * Pure text; who renders it is editions/figures.
 */
import type { Register } from '../analysis/register.ts'

/** How a part looks; the classes of styles/figure.css. */
export const PART_KINDS = [
  'corner',
  'middle',
  'whole',
  'side',
  'arrow',
  'label',
  'date',
  'pull-quote',
  'claim',
  'outside',
  'conclusion',
  'marker',
  'our-reading',
  'support',
  'undercut',
  'undercuts',
  'by-article',
  'by-record',
  'record-only',
  'strut',
] as const
export type PartKind = (typeof PART_KINDS)[number]

export interface Part {
  /** What it stands for: a relation, a claim, an inference, an event. Marks of one id are one thing to choose. */
  readonly id: string
  readonly kind: PartKind
  /** A grade whose pattern a line has. */
  readonly grade?: string
  /** Which end of its box the text goes to; the middle where nothing is said. */
  readonly align?: 'start' | 'end'
  /** Lines of a name that is too long for its place: Mermaid gives all rows of a grid the height of the highest, so it is given none of them. */
  readonly name?: readonly string[]
  /** Parts of one group are shown in one step. */
  readonly group?: string
}

export interface FigureSpec {
  /** Of its file in public/diagrams, without the ending. */
  readonly name: string
  /** Its accessible name. */
  readonly title: string
  /** What it shows, in a sentence or two; what it says in full is the text equivalent beside it. */
  readonly description: string
  /** Mermaid. */
  readonly source: string
  /** By the id that Mermaid gives a node or an edge. One that is not listed here is drawn plain. */
  readonly parts: Readonly<Record<string, Part>>
  /** Words of the labels with a look of their own, by the word: ids of claims in a pull-quote. */
  readonly words: Readonly<Record<string, string>>
  /** Size of the text, in canvas pixels, and the most room the drawing may take. */
  readonly textSize: number
  readonly room: { readonly width: number; readonly height: number }
  /** Mermaid's own settings, beside those that hold for all. `fontSize` in pixels: ELK's gaps are fixed, so a large one brings the boxes closer. */
  readonly settings: { readonly fontSize: number } & Readonly<Record<string, unknown>>
}

/** Claims in a pull-quote, each with that look. */
export const pullQuoteWords = ({ claims }: Pick<Register, 'claims'>): FigureSpec['words'] =>
  Object.fromEntries(claims.filter(({ voice }) => voice === 'pull-quote').map(({ id }) => [id, 'pull-quote']))

/** A label as Mermaid takes it: quoted, with the characters that would end or change it as entities. In a quoted label asterisks and underscores are themselves. */
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
