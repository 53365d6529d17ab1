import type { Register } from '../analysis/register.ts'
import { argumentFigure, stepFigures } from './argument-map.ts'
import type { FigureSpec } from './spec.ts'
import { timelineFigure } from './timeline.ts'
import { triangleFigure, TRIANGLES } from './triangle.ts'

export const registerFigures = (register: Register): FigureSpec[] => [
  argumentFigure(register),
  ...register.steps.flatMap(({ id }) => stepFigures(register, id)),
  // Not every article draws sides, or has events.
  ...(register.figure && register.claims.some(({ relation }) => relation !== null)
    ? TRIANGLES.map((view) => triangleFigure(register, view))
    : []),
  ...(register.events.length > 0 ? [timelineFigure(register)] : []),
]
