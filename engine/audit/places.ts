/** On which slide a field of the register can be read. */
import { componentsIn } from '../story/uses.ts'
import type { Components } from '../story/component.ts'

/** @returns for the name of a field its first slide, 1-based; null where none shows it */
export function slidesOfFields(contents: readonly string[], components: Components): (where: string) => number | null {
  const slides = contents.map(componentsIn)
  return (where) => {
    const index = slides.findIndex((uses) => uses.some(({ name, attributes }) => components[name]?.shows?.(where, attributes)))
    return index < 0 ? null : index + 1
  }
}
