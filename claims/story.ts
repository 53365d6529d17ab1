/** What the Markdown of the story may say about the register, in text: ids that must exist, counts that are filled in. */
import { formatShare } from './numbers.ts'
import type { Counts, Register } from './register.ts'

/** A count by its path in `Counts`: `claims`, `byGrade.S0`, `byRecord.not found`, `coverage` as a percentage. */
export function countOf(register: Register, path: string): string {
  const value = path.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], register.counts satisfies Counts)
  if (typeof value !== 'number') throw new Error(`There is no count “${path}”. Counts are the fields of Counts in claims/register.ts.`)
  return path === 'coverage' ? formatShare(value) : String(value)
}

/** Fills in `{{ path }}`. */
export const fillCounts = (register: Register, text: string): string =>
  text.replace(/\{\{\s*([\w. ]+?)\s*\}\}/g, (_, path: string) => countOf(register, path))

/** Ids in a slide's component attributes and step that the register does not hold. */
export function unknownIds(register: Register, content: string, frontmatter: { step?: unknown }): string[] {
  const known = new Set([
    ...register.claims.map(({ id }) => id),
    ...register.sentences.map(({ id }) => id),
    ...register.sources.map(({ id }) => id),
    ...register.wanted.map(({ id }) => id),
    ...register.tensions.map(({ id }) => id),
    ...register.inferences.map(({ id }) => id),
    ...register.actors.map(({ id }) => id),
  ])
  const named = [...content.matchAll(/\b(?:ids?|claims?|sources?|actors?)="([^"]*)"/g)].flatMap(([, list]) => list!.trim().split(/\s+/))
  const steps = typeof frontmatter.step === 'string' && !register.steps.some(({ id }) => id === frontmatter.step) ? [frontmatter.step] : []
  return [...named.filter((id) => !known.has(id)), ...steps]
}
