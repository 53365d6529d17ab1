/**
 * The annex: what is looked up and not told, as one document at `/annex`. Its parts, in order, and the names of the places
 * in it; each place is an address (`/annex#A15`), and the same in the PDF and on the page to read alone.
 */
import type { Register } from '../analysis/register.ts'

interface Part {
  /** Name of its place. */
  readonly id: string
  readonly title: string
  /** What it is made of; a part of nothing is left out. */
  readonly of: (register: Register) => readonly unknown[]
}

const always = () => [true]

const PARTS = [
  { id: 'evidence-sheet', title: 'Evidence sheet: every claim, one row', of: ({ claims }) => claims },
  { id: 'sources', title: 'Sources cited', of: ({ sources }) => sources.filter(({ citedBy }) => citedBy.length > 0) },
  { id: 'requests', title: 'What would settle it: what to ask for', of: ({ requests }) => requests },
  { id: 'sides', title: 'The claims behind each side', of: ({ relations }) => relations.filter(({ claims }) => claims.length > 0) },
  { id: 'arrows', title: 'The arrows of the argument', of: ({ inferences }) => inferences },
  { id: 'dates', title: 'The dates, with their sources', of: ({ events }) => events },
  { id: 'effects', title: 'What falls with each claim that carries a conclusion', of: ({ inferences }) => inferences },
  { id: 'names', title: 'Who is who, and the names used', of: ({ actors }) => actors },
  { id: 'method', title: 'How the claims were found and graded', of: always },
  { id: 'limits', title: 'The limits of what we did', of: always },
  { id: 'not-found', title: 'What we looked for and did not find', of: ({ method }) => method.notFound },
  { id: 'self-audit', title: 'This deck, graded by its own questions', of: always },
  { id: 'reply', title: 'Reply, corrections, disclosure', of: always },
] as const satisfies readonly Part[]

export type AnnexPart = (typeof PARTS)[number]['id']

/** The parts that a brief has, in order. */
export const annexParts = (register: Register): readonly { readonly id: AnnexPart; readonly title: string }[] =>
  PARTS.filter(({ of }) => of(register).length > 0)

/**
 * The name of a place in the annex. Ids of claims, sources, requests and arrows are names of their own; those of actors,
 * sides and events are words, and could be the name of a part.
 */
export const annexPlace = (kind: 'actor' | 'side' | 'event', id: string): string => `${kind}-${id}`

/** An address as it can be read and copied from paper: without its scheme, its letters as letters. */
export const shownAddress = (url: string): string => decodeURI(url).replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '')
