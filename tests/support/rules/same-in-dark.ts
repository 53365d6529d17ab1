import { beyond, type Measurement, name, px, TOLERANCE } from './measurement.ts'

/** The same slide in light and in dark: colours change, and nothing moves. */
export function sameInDark(light: Measurement, dark: Measurement): string[] {
  if (light.elements.length !== dark.elements.length) return [`${light.elements.length} elements in light, ${dark.elements.length} in dark`]
  return light.elements.flatMap((element, index) => {
    const other = dark.elements[index]!
    if (element.path !== other.path || element.text !== other.text) return [`${name(element)} is ${name(other)} in dark`]
    if (element.lines.length !== other.lines.length)
      return [`${name(element)} has ${element.lines.length} lines in light, ${other.lines.length} in dark`]
    const moved = Math.max(0, ...element.lines.map((line, at) => Math.max(beyond(line, other.lines[at]!), beyond(other.lines[at]!, line))))
    return moved > TOLERANCE ? [`${name(element)} moves by ${px(moved)} in dark`] : []
  })
}
