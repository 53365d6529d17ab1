/** What the Markdown of the story may say about the register, in text: ids that must exist, counts that are filled in. */
import { type Diagnostic, show } from './diagnostics.ts'
import { formatShare } from './numbers.ts'
import type { Counts, Register } from './register.ts'

/** A count by its path in `Counts`: `claims`, `byGrade.S0`, `byRecord.not found`, `coverage` as a percentage. */
export function countOf(register: Register, path: string): string {
  const value = path.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], register.counts satisfies Counts)
  if (typeof value !== 'number') throw new Error(`There is no count “${path}”. Counts are the fields of Counts in claims/register.ts.`)
  return path === 'coverage' ? formatShare(value) : String(value)
}

const COUNT = /\{\{\s*([\w. ]+?)\s*\}\}/g

const isCount = (register: Register, path: string): boolean => {
  try {
    countOf(register, path)
    return true
  } catch {
    return false
  }
}

/** Fills in `{{ path }}`; one that is no count is left as it stands, for `checkStory` to tell. */
export const fillCounts = (register: Register, text: string): string =>
  text.replace(COUNT, (written, path: string) => (isCount(register, path) ? countOf(register, path) : written))

/** A slide as it stands in its file. */
export interface StorySlide {
  /** From the project's root. */
  readonly file: string
  /** 1-based line of the file on which `raw` begins. */
  readonly line: number
  /** All of it: frontmatter, content, notes. */
  readonly raw: string
}

/** Every id a slide names, in a component's attribute or as its step, and every `{{ count }}`, that the register does not hold. */
export function checkStory(register: Register, slides: readonly StorySlide[]): Diagnostic[] {
  const known = new Set(
    [register.claims, register.sentences, register.sources, register.wanted, register.tensions, register.inferences, register.actors]
      .flat()
      .map(({ id }) => id),
  )
  const steps = register.steps.map(({ id }) => id)
  return slides.flatMap(({ file, line, raw }) =>
    raw.split('\n').flatMap((text, index): Diagnostic[] => {
      const fault = (code: Diagnostic['code'], field: string, value: string, expected: string): Diagnostic => ({ code, file, line: line + index, field, value: show(value), expected })
      const ids = [...text.matchAll(/\b(ids?|claims?|sources?|actors?|author|pull-quote)="([^"]*)"/g)].flatMap(([, attribute, list]) =>
        list!.trim().split(/\s+/).filter((id) => !known.has(id)).map((id) => fault('dangling-id', attribute!, id, 'an id that the register in claims/ holds')),
      )
      const step = /^step: (.*)$/.exec(text)?.[1]?.trim()
      return [
        ...ids,
        ...(step !== undefined && !steps.includes(step) ? [fault('dangling-id', 'step', step, `the id of a step: ${steps.join(', ')}`)] : []),
        ...[...text.matchAll(COUNT)].filter(([, path]) => !isCount(register, path!)).map(([written]) => fault('unknown-count', '', written, 'a field of Counts in claims/register.ts, as {{ gradeable }} or {{ byGrade.S0 }}')),
      ]
    }),
  )
}
