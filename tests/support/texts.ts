/** Texts held against each other. */
import { expect } from 'vitest'

/** Without white space, which a page, a drawing and a PDF set as they like. */
export const squeezed = (text: string): string => text.replace(/\s+/g, '')

/** One after another, each after the one before. */
export function expectInOrder(text: string, parts: readonly string[]): void {
  let from = 0
  for (const part of parts) {
    const found = text.indexOf(part, from)
    expect(found, `“${part}” after “…${text.slice(Math.max(0, from - 60), from)}” in “${text}”`).toBeGreaterThanOrEqual(from)
    from = found + part.length
  }
}
