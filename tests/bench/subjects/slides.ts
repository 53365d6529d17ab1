/** What all subjects take from the deck: its slides, and the drawing that is asked for. */
import { triangleFigure } from '../../../engine/figures/triangle.ts'
import type { Register } from '../../../engine/analysis/register.ts'
import { loadSlides } from '../../support/slides.ts'
import { ownRegister } from '../../support/brief.ts'

export const DRAWING = '<TriangleFigure view="drawn" />'

export const triangleSlide = async (): Promise<number> => (await loadSlides()).find(({ content }) => content.includes(DRAWING))!.no

export function realRegister(): Register {
  const register = ownRegister()
  return register
}

/** Mermaid's source of the triangle. */
export const triangleSource = (): string => triangleFigure(realRegister(), 'drawn').source
