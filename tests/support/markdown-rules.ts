/** A slide's Markdown holds words and components: the look stands in styles/ and components/, data in claims/. */
const RULES: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: 'a colour', pattern: /#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})\b(?=[^=]*$)/i },
  { what: 'a style attribute', pattern: /\s:?style=/ },
  { what: 'a class', pattern: /\s:?class=|\{\.[\w-]+/ },
  { what: 'an address', pattern: /\b(?:https?:)?\/\/[\w-]+\.\w+/ },
]

/** @returns what does not belong, each with the line it stands on, as text. */
export function markdownFaults(content: string): string[] {
  const lines = content.split('\n')
  return lines.flatMap((line) => {
    const faults = RULES.filter(({ what, pattern }) => pattern.test(what === 'a colour' ? line.replace(/<template #\w+>/g, '') : line)).map(
      ({ what }) => what,
    )
    const own = line
      .replace(/<[A-Za-z/][^<>]*>/g, ' ')
      .replace(/\{\{.*?\}\}|“[^”]*”|#[0-9a-f]{3,8}\b|https?:\S+/gi, ' ')
      .replace(/^(#.*), part \d+ of \d+$/, '$1')
      // The number of a list's entry, and ids of the register.
      .replace(/^\s*\d+\.\s/, '')
      .replace(/\b[CSWIT]\d+\b/g, ' ')
    if (/\d/.test(own)) faults.push('a number')
    return faults.map((what) => `${what}: ${line.trim()}`)
  })
}
