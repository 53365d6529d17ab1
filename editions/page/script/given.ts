import type { factsOf } from './facts.ts'

/** Defined by bundle.ts. */
declare const FACTS: ReturnType<typeof factsOf>
export const { facts, steps, actors, names, figure, fields } = FACTS
