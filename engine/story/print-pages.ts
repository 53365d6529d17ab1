export type PrintPage =
  | { readonly kind: 'slide'; readonly no: number; /** Null: after its last click. */ readonly clicks: number | null }
  | { readonly kind: 'contents' }
  | { readonly kind: 'annex' }
  | { readonly kind: 'notes'; readonly no: number }

export interface PrintedSlide {
  /** 1-based. */
  readonly no: number
  /** `printSteps`: clicks at which it is printed too. */
  readonly steps: readonly number[]
  readonly hasNotes: boolean
}

/**
 * @param range numbers of the slides that are wanted
 * @param notes whether each slide's script follows it on a page of its own
 */
export function printPages(slides: readonly PrintedSlide[], range: ReadonlySet<number>, notes: boolean): PrintPage[] {
  const wanted = slides.filter(({ no }) => range.has(no))
  const whole = wanted.length === slides.length
  const pages = wanted.flatMap(({ no, steps, hasNotes }, index): PrintPage[] => [
    ...steps.map((clicks): PrintPage => ({ kind: 'slide', no, clicks })),
    { kind: 'slide', no, clicks: null },
    ...(notes && hasNotes ? [{ kind: 'notes', no } as const] : []),
    // After the cover.
    ...(whole && index === 0 ? [{ kind: 'contents' } as const] : []),
  ])
  return whole ? [...pages, { kind: 'annex' }] : pages
}

/** Each once and in order; what is no whole number is left out. */
export const stepsIn = (value: unknown): number[] =>
  Array.isArray(value)
    ? [...new Set(value.filter((step): step is number => Number.isInteger(step) && step >= 0))].sort((a, b) => a - b)
    : []
