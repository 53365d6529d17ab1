import { contrastOn, ratio } from './colours.ts'
import { beyond, type Box, type Control, type FocusMark, type Measurement, px, short, TOLERANCE } from './measurement.ts'

/** In canvas pixels: a ring that is seen at the back. */
const THICK = 2
/** WCAG 2.2, 1.4.11 and 2.4.13. */
const LEAST = 3

/** Why a mark does not show the focus; null where it does. */
function lacks({ what, colour, width, box, against }: FocusMark, room: Box | null, canvas: Box): string | null {
  if (width < THICK - 0.05) return `its ${what} is ${px(width)}; it needs ${THICK} px`
  if (room && beyond(box, room) > TOLERANCE) return `its ${what} is cut off by ${px(beyond(box, room))}`
  if (beyond(box, canvas) > TOLERANCE) return `its ${what} reaches over the edge of the canvas`
  const found = against.map((ground) => contrastOn(colour, ground))
  if (found.length === 0 || found.includes(null)) return `the contrast of its ${what} cannot be told`
  // A ring is seen as one though it touches something on one of its sides.
  const told = found.map(Number).toSorted((a, b) => a - b)[Math.floor(found.length / 4)]!
  return told < LEAST ? `its ${what} has a contrast of ${ratio(told)}; it needs ${LEAST} : 1` : null
}

/** What has the focus shows it. */
export const focusVisible = (slide: Measurement): string[] => {
  const canvas = { x: 0, y: 0, width: slide.width, height: slide.height }
  return slide.controls.flatMap(({ path, name, focus, window }: Control) => {
    if (focus === null) return []
    const found = focus.map((mark) => lacks(mark, window, canvas))
    if (found.includes(null)) return []
    return [`${path} “${short(name)}” does not show the focus: ${found[0] ?? 'nothing changes'}`]
  })
}
