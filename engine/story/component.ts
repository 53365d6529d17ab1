/**
 * What the engine is told of the components that a slide may name: what each needs of the register, how many
 * clicks it takes and how it re-flows on the page. Said once, beside the components (components/registry.ts); the engine
 * itself names none.
 */
import type { Register } from '../analysis/register.ts'

/** Attributes of one use, as they are written in a slide: the name without a colon, and the text. */
export type Attributes = Readonly<Record<string, string>>

/** The name of a prop as it is written in a slide. */
export const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** Ids in an attribute: a list has blanks between, a sequence bars too. */
export const idsIn = (written: string): string[] => written.split(/[\s|]+/).filter(Boolean)

/** What an attribute holds: ids that must be in the register, a number, a drawing, or one of these words. */
export type AttributeKind = 'claim' | 'claims' | 'sequence' | 'sentence' | 'step' | 'number' | 'drawing' | readonly string[]

/** What it shows of the register; a slide that shows nothing is refused. */
export interface Need {
  /** “an actor”. */
  readonly what: string
  /** The file of claims/ that it would stand in. */
  readonly isIn: string
  readonly of: (register: Register) => readonly unknown[]
}

/** How it is told on the page to read alone. */
export interface OnPage {
  /** `leave out`: it has nothing to say on a page. */
  readonly shown?: 'leave out'
  /**
   * What becomes of the slide's script beside it. `tells it`: it sets the parts of the script where they belong;
   * `is it`: it is sentences from end to end, which a script would say again; `lists it`: it lists what the first
   * paragraph names; `draws it`: it is drawn claim by claim, and only the last part is new. Else: all of it is told.
   */
  readonly script?: 'tells it' | 'is it' | 'lists it' | 'draws it'
  /** It gives the article's case, and none of our marks on it. */
  readonly unmarked?: true
}

export interface ComponentSpec {
  /** By the name of the prop: `pullQuote` is written `pull-quote`. */
  readonly attributes: Readonly<Record<string, AttributeKind>>
  readonly needs?: Need
  /** What else is wrong with one use, said as what is expected there; null where nothing is. */
  readonly check?: (register: Register, attributes: Attributes) => { readonly attribute: string; readonly expected: string } | null
  /** Components that it leads to: each must be on some slide. */
  readonly leadsTo?: readonly string[]
  /** Whether what it shows is the card of each claim it names: links to a claim lead there. */
  readonly isCard?: true
  readonly clicks?: (register: Register, attributes: Attributes) => number
  readonly page?: (attributes: Attributes) => OnPage
}

export type Components = Readonly<Record<string, ComponentSpec>>
