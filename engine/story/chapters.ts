export interface ChapterSlide {
  readonly title: string
  readonly chapter?: string | undefined
  readonly step?: string | undefined
}

/** Its step’s name, else what it says, else its own heading. */
export function chapterOf(
  { title, chapter, step }: ChapterSlide,
  steps: readonly { readonly id: string; readonly number: number; readonly title: string }[],
): string {
  const own = steps.find(({ id }) => id === step)
  if (own) return `Step ${own.number}: ${own.title}`
  return chapter ?? title
}

export interface Chapter {
  readonly title: string
  /** 1-based. */
  readonly slides: readonly number[]
}

/** A name that comes back later is a chapter again. */
export function chaptersOf(slides: readonly ChapterSlide[], steps: Parameters<typeof chapterOf>[1]): Chapter[] {
  const chapters: { title: string; slides: number[] }[] = []
  for (const [index, slide] of slides.entries()) {
    const title = chapterOf(slide, steps)
    const last = chapters.at(-1)
    if (last?.title === title) last.slides.push(index + 1)
    else chapters.push({ title, slides: [index + 1] })
  }
  return chapters
}
