/** Characters: of a paragraph that may be joined, and of the two together. */
const SHORT = 170
const LONG = 480

/** What is said a sentence at a click, with short paragraphs that follow each other joined. */
export function inParagraphs(said: readonly string[]): string[] {
  const joined: string[] = []
  let open = false
  for (const text of said) {
    const last = joined.at(-1)
    if (open && text.length < SHORT && last !== undefined && last.length + text.length < LONG) joined[joined.length - 1] = `${last} ${text}`
    else joined.push(text)
    open = text.length < SHORT
  }
  return joined
}
