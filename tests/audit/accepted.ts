/**
 * Known faults of packages that are let stand, each with its reason and the day. None today: what the audit finds stops
 * the workflow until it is mended, or stands here for everyone to read.
 */
export interface Accepted {
  /** As the advisory is known: GHSA-…, the end of its address. */
  readonly advisory: string
  readonly package: string
  /** Why it harms nobody here: what it needs, and why this project does not give it. */
  readonly reason: string
  /** YYYY-MM-DD; after a year it is to be looked at again. */
  readonly date: string
}

export const ACCEPTED: readonly Accepted[] = []
