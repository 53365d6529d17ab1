/** Each place of the annex is an address (`/annex#A15`), the same in the PDF and on the page. */
import type { Register } from '../analysis/register.ts'

interface Part {
  readonly id: string
  readonly title: string
  /** A part of nothing is left out. */
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

export const annexParts = (register: Register): readonly { readonly id: AnnexPart; readonly title: string }[] =>
  PARTS.filter(({ of }) => of(register).length > 0)

/** Other ids are names of places as they are; these are words, and could be the name of a part. */
export const annexPlace = (kind: 'actor' | 'side' | 'event', id: string): string => `${kind}-${id}`

/** For paper: without its scheme, its letters as letters. */
export const shownAddress = (url: string): string =>
  decodeURI(url)
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/\/$/, '')
