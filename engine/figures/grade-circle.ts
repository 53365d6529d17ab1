import { type Grade, GRADES } from '../register/vocabulary.ts'

/** S0 0 … S4 4; null for opinion, which has a dash. */
export const quartersOf = (grade: Grade): number | null => (grade === 'N' ? null : GRADES.indexOf(grade))

/** Clockwise from the top; empty where nothing is filled. */
export function filledPath(quarters: number, x: number, y: number, radius: number): string {
  if (quarters <= 0) return ''
  const number = (value: number) => String(Math.round(value * 100) / 100)
  const angle = (quarters / 4) * 2 * Math.PI
  const top = `${number(x)} ${number(y - radius)}`
  const arc = (large: number, to: string) => `A${radius} ${radius} 0 ${large} 1 ${to}`
  if (quarters >= 4) return `M${top}${arc(1, `${number(x)} ${number(y + radius)}`)}${arc(1, top)}Z`
  return `M${number(x)} ${number(y)}L${top}${arc(quarters > 2 ? 1 : 0, `${number(x + radius * Math.sin(angle))} ${number(y - radius * Math.cos(angle))}`)}Z`
}
