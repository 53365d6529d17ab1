import type { factsOf } from './facts.ts'

/** Put in its place as the script is bundled. */
declare const FACTS: ReturnType<typeof factsOf>
export const { facts, steps, actors, names, figure, fields } = FACTS
