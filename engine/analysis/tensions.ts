/** Tensions beside what they belong to. */
import type { Register } from './register.ts'

/** How a claim and the one it pulls against can both hold: the charitable reading of the tension between them; null where none is written. */
export const resolvingReading = ({ tensions }: Pick<Register, 'tensions'>, { claim, against }: { readonly claim: string; readonly against: string }): string | null =>
  tensions.find(({ claims }) => claims.includes(claim) && claims.includes(against))?.charitableReading ?? null
