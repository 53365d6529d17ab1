/** Look-ups by id for components. An id that is not there is a fault of the slide: say which. */
import { register } from 'virtual:brief/register'
import type { PullQuoteWithBody } from '../engine/analysis/pull-quotes.ts'
import type { Claim, Source, Step, EvidenceRequest } from '../engine/analysis/register.ts'
import type { InterpretationsData } from '../engine/register/schema.ts'
import { DECK_LANGUAGE } from '../engine/register/vocabulary.ts'

export { register }

function lookUp<T extends { readonly id: string }>(kind: string, items: readonly T[]): (id: string) => T {
  const byId = new Map(items.map((item) => [item.id, item]))
  return (id) => {
    const item = byId.get(id)
    if (!item) throw new Error(`The register holds no ${kind} “${id}”.`)
    return item
  }
}

export const claimOf: (id: string) => Claim = lookUp('claim', register.claims)
export const sourceOf: (id: string) => Source = lookUp('source', register.sources)
export const requestOf: (id: string) => EvidenceRequest = lookUp('thing to ask for', register.requests)
/** A pull-quote beside the body, by the sentence it stands in. */
export const pullQuoteOf: (sentence: string) => PullQuoteWithBody = lookUp(
  'pull-quote with a counterpart in',
  register.pullQuotes.map((pair) => ({ ...pair, id: pair.sentence })),
)
/** Where the register has none, a page that shows it is refused (engine/story/story.ts). */
export const interpretationsOf = (): InterpretationsData => register.interpretations!
export const stepOf: (id: string) => Step = lookUp('step', register.steps)

/** What an element with the article's words says of their language, where that is not the deck's. */
export const articleLanguage: { readonly lang?: string; readonly dir?: 'auto' } =
  register.article.language === DECK_LANGUAGE ? {} : { lang: register.article.language, dir: 'auto' }

/** Ids as a slide writes them, separated by spaces, as claims. */
export const claimsOf = (ids: string): Claim[] => ids.trim().split(/\s+/).map(claimOf)
