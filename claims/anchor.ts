/** Names of places on a page, from headings: the deck and the reading edition make the same. */
import { withoutPart } from './chapters.ts'

/** “Pull-quote and body: “jointly”, …” is `pull-quote-and-body-jointly`: lower case, words joined by hyphens, without the part of a list. */
export const anchorOf = (heading: string): string =>
  withoutPart(heading)
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
