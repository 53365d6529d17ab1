import { type Measurement, name, px, TOLERANCE } from './measurement.ts'

/** Nothing reaches over the edge of the canvas; what is not yet revealed will be. */
export const beyondCanvas = (slide: Measurement): string[] =>
  slide.elements
    .filter(({ hidden }) => hidden !== 'screen reader only')
    .flatMap((element) => {
      const over = Math.max(
        ...element.lines.map(({ x, y, width, height }) => Math.max(-x, -y, x + width - slide.width, y + height - slide.height)),
      )
      return over > TOLERANCE ? [`${name(element)} reaches ${px(over)} over the edge of the canvas`] : []
    })
