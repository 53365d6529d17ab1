import type { ArgumentData, ClaimData } from './schema.ts'

export type Claims = readonly Pick<ClaimData, 'id' | 'sentence' | 'quote' | 'voice' | 'restates'>[]
export type Undercuts = readonly Pick<ArgumentData['undercuts'][number], 'claim' | 'against'>[]

/** In reading order: what a claim of a pull-quote restates, and what is set against it. */
export function counterparts(claims: Claims, undercuts: Undercuts, { id, restates }: Claims[number]): string[] {
  const against = undercuts.filter((undercut) => undercut.against === id).map(({ claim }) => claim)
  return claims.flatMap(({ id: other, voice }) =>
    voice !== 'pull-quote' && (other === restates || against.includes(other)) ? [other] : [],
  )
}

/** Sentences that are pull-quotes with a counterpart in the body, in the order of the claims. */
export const pairedSentences = (claims: Claims, undercuts: Undercuts): string[] => {
  const paired = claims.filter((claim) => claim.voice === 'pull-quote' && counterparts(claims, undercuts, claim).length > 0)
  return [...new Set(paired.map(({ sentence }) => sentence))]
}
