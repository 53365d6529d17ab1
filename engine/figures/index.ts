/** Every drawing that is made from the register. */
import type { Register } from '../analysis/register.ts'
import { argumentDiagram, stepDiagrams } from './argument-map.ts'
import type { Diagram } from './spec.ts'
import { timelineDiagram } from './timeline.ts'
import { triangleDiagram, TRIANGLES } from './triangle.ts'

export const registerDiagrams = (register: Register): Diagram[] => [
  argumentDiagram(register),
  ...register.steps.flatMap(({ id }) => stepDiagrams(register, id)),
  // Not every article draws sides, or has events.
  ...(register.figure && register.claims.some(({ relation }) => relation !== null) ? TRIANGLES.map((view) => triangleDiagram(register, view)) : []),
  ...(register.events.length > 0 ? [timelineDiagram(register)] : []),
]
