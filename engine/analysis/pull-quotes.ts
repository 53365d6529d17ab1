import { compareWords, onlyHere, type Segment } from './differences.ts'
import { type Claims, counterparts, pairedSentences, type Undercuts } from '../register/counterparts.ts'
import type { ArgumentData } from '../register/schema.ts'

export interface PassageOfClaim {
  readonly claim: string
  readonly segments: readonly Segment[]
}

type Written = ArgumentData['pullQuotes'][number]
export interface PullQuoteWithBody extends Written {
  /** Those with a counterpart in the body. */
  readonly pullQuote: readonly PassageOfClaim[]
  readonly body: readonly PassageOfClaim[]
  readonly onlyInPullQuote: readonly string[]
  readonly onlyInBody: readonly string[]
}

/** @param claims in reading order */
export function pullQuotePairs(claims: Claims, undercuts: Undercuts, written: readonly Written[]): PullQuoteWithBody[] {
  return pairedSentences(claims, undercuts).map((sentence) => {
    const words = written.find((each) => each.sentence === sentence)
    if (!words) throw new Error(`pullQuotePairs: nothing is written of ${sentence}`)
    const pulled = claims.filter(
      (claim) => claim.sentence === sentence && claim.voice === 'pull-quote' && counterparts(claims, undercuts, claim).length > 0,
    )
    const beside = new Set(pulled.flatMap((claim) => counterparts(claims, undercuts, claim)))
    const body = claims.filter(({ id }) => beside.has(id))
    const { ones, others } = compareWords(
      pulled.map(({ quote }) => quote),
      body.map(({ quote }) => quote),
    )
    const passages = (own: Claims, cut: readonly (readonly Segment[])[]) =>
      own.map(({ id }, index) => ({ claim: id, segments: cut[index]! }))
    return {
      ...words,
      pullQuote: passages(pulled, ones),
      body: passages(body, others),
      onlyInPullQuote: ones.flatMap(onlyHere),
      onlyInBody: others.flatMap(onlyHere),
    }
  })
}
