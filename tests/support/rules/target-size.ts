import { type Control, type Measurement, px, short } from './measurement.ts'

/** WCAG 2.2, 2.5.8, in canvas pixels. */
const SIDE = 24

const isSmall = ({ box }: Control) => box.width < SIDE - 0.05 || box.height < SIDE - 0.05
const middle = ({ box }: Control) => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 })

/** From a point to the nearest point of a box. */
const distance = ({ x, y }: { readonly x: number; readonly y: number }, { box }: Control) =>
  Math.hypot(Math.max(box.x - x, 0, x - box.x - box.width), Math.max(box.y - y, 0, y - box.y - box.height))

/**
 * Each target is 24 px each way. A smaller one may stand where it is a part of a line of text, or where a circle of 24 px
 * about its middle touches no other target, nor the circle of another small one.
 */
export const targetSize = (slide: Measurement): string[] =>
  slide.controls
    .filter((control) => isSmall(control) && !control.inText)
    .flatMap((control) => {
      const at = middle(control)
      const near = slide.controls.find((other) => {
        if (other === control) return false
        const gap = isSmall(other) ? Math.hypot(middle(other).x - at.x, middle(other).y - at.y) - SIDE / 2 : distance(at, other)
        return gap < SIDE / 2 - 0.05
      })
      return near
        ? [
            `${control.path} “${short(control.name)}” is ${px(control.box.width)} × ${px(control.box.height)}, close to “${short(near.name)}”; it needs ${SIDE} px`,
          ]
        : []
    })
