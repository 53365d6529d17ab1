import type { Register } from './register.ts'

/** How both can hold; null where that is not written. */
export const resolvingReading = (
  { tensions }: Pick<Register, 'tensions'>,
  { claim, against }: { readonly claim: string; readonly against: string },
): string | null => tensions.find(({ claims }) => claims.includes(claim) && claims.includes(against))?.charitableReading ?? null
