/** What the engine is told of components, in components/registry.ts; it names none itself. */
import type { Register } from '../analysis/register.ts'

/** Names as a slide writes them, without a colon. */
export type Attributes = Readonly<Record<string, string>>

/** As a prop is written in a slide. */
export const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** A list has blanks between, a sequence bars too. */
export const idsIn = (written: string): string[] => written.split(/[\s|]+/).filter(Boolean)

/** Ids that must be in the register, a number, a drawing, or one of these words. */
export type AttributeKind = 'claim' | 'claims' | 'sequence' | 'sentence' | 'step' | 'number' | 'drawing' | readonly string[]

/** A slide that shows nothing is refused. */
export interface Need {
  /** “an actor”. */
  readonly what: string
  /** A file of claims/. */
  readonly isIn: string
  readonly of: (register: Register) => readonly unknown[]
}

/** How it is told on the page to read alone. */
export interface OnPage {
  readonly shown?: 'leave out'
  /** `tells it`: sets the parts itself; `is it`: would be said twice; `lists it`, `draws it`: only the last part is new. */
  readonly script?: 'tells it' | 'is it' | 'lists it' | 'draws it'
  /** It gives the article’s case without our marks. */
  readonly unmarked?: true
}

export interface ComponentSpec {
  /** By the name of the prop: `pullQuote` is written `pull-quote`. */
  readonly attributes: Readonly<Record<string, AttributeKind>>
  readonly needs?: Need
  /** Said as what is expected there. */
  readonly check?: (register: Register, attributes: Attributes) => { readonly attribute: string; readonly expected: string } | null
  /** Each must be on some slide. */
  readonly leadsTo?: readonly string[]
  /** Links to a claim lead there. */
  readonly isCard?: true
  readonly clicks?: (register: Register, attributes: Attributes) => number
  readonly page?: (attributes: Attributes) => OnPage
}

export type Components = Readonly<Record<string, ComponentSpec>>
