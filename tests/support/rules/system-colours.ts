import { type Measurement, name, seen } from './measurement.ts'

/** Where the system's own colours are wanted, text has one of them: it stands out from whatever ground the system has. */
export function systemColours(slide: Measurement): string[] {
  const allowed = new Set(slide.system.map((colour) => colour.slice(0, 3).join()))
  return seen(slide).flatMap((element) =>
    element.text && !allowed.has(element.ink.slice(0, 3).join())
      ? [`${name(element)} has a colour of ours: rgb(${element.ink.slice(0, 3).join(', ')})`]
      : [],
  )
}
