/** Claims for tests: the register's own, and built ones for what the register does not have. */
import { register } from 'virtual:brief/register'
import type { Claim } from '../../engine/analysis/register.ts'
import type { Grade } from '../../engine/register/vocabulary.ts'

export { register }

export function claim(id: string): Claim {
  const found = register.claims.find((each) => each.id === id)
  if (!found) throw new Error(`The register holds no claim “${id}”.`)
  return found
}

/** The first claim of the register for which `test` holds; its absence is a fault of the test, and said. */
export function someClaim(what: string, test: (claim: Claim) => boolean): Claim {
  const found = register.claims.find(test)
  if (!found) throw new Error(`The register holds no claim ${what}; build one.`)
  return found
}

/** A claim of a grade: the register's first, or, where it has none, the first S3 claim with the grade put in. */
export function claimOfGrade(grade: Grade): Claim {
  return register.claims.find((each) => each.grade === grade) ?? { ...someClaim('graded S3', (each) => each.grade === 'S3'), grade }
}

/** A claim with fields replaced; ids of the register stay as they are. */
export const built = (base: Claim, changes: Partial<Claim>): Claim => ({ ...base, ...changes })
