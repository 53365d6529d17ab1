/** Colours as they come to lie on each other, and their contrast. Pure. */

/** Red, green and blue from 0 to 255, and how much it covers, from 0 to 1. */
export type Colour = readonly [red: number, green: number, blue: number, alpha: number]
/** What is painted at a point, uppermost first; “picture” is a paint that has no one colour: an image, a gradient. */
export type Ground = readonly (Colour | 'picture')[]

/** Under all that is painted. */
const CANVAS: Colour = [255, 255, 255, 1]

const over = ([r, g, b, alpha]: Colour, [r2, g2, b2]: Colour): Colour => [
  r * alpha + r2 * (1 - alpha),
  g * alpha + g2 * (1 - alpha),
  b * alpha + b2 * (1 - alpha),
  1,
]

/** The colour that is seen of a ground; null where a picture shows through. */
export function seenColour(ground: Ground): Colour | null {
  const opaque = ground.findIndex((layer) => layer === 'picture' || layer[3] >= 1)
  const layers = opaque < 0 ? [...ground, CANVAS] : ground.slice(0, opaque + 1)
  const colours = layers.filter((layer): layer is Colour => layer !== 'picture')
  return colours.length < layers.length ? null : colours.reduceRight((under, layer) => over(layer, under), CANVAS)
}

/** WCAG 2.2 relative luminance. */
function luminance(colour: readonly number[]): number {
  const [r, g, b] = colour.slice(0, 3).map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** Of two colours that cover: 1 to 21. */
export function contrast(a: readonly number[], b: readonly number[]): number {
  const [light, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** Of a paint on a ground; null where a picture lies under it. */
export function contrastOn(ink: Colour, ground: Ground): number | null {
  const under = seenColour(ground)
  return under && contrast(over(ink, under), under)
}

/** A contrast, for a message: never rounded up to what would do. */
export const ratio = (value: number) => `${(Math.floor(value * 100) / 100).toFixed(2)} : 1`
