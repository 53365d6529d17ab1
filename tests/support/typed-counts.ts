/**
 * Finds counts of the register that somebody typed. They go stale when the register changes, so slides and notes take
 * them from it: `{{ claims }}`.
 */

const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const UNITS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
const OTHERS = ['ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen', 'a dozen']

/** What the register counts. A grade's or a status's own words count too: “30 S0”, “four contradicted”. */
const COUNTED = [
  'claims?',
  'sentences?',
  'sources?',
  'steps?',
  'pull-?quotes?',
  'opinions?',
  'inferences?',
  'tensions?',
  'paragraphs?',
  'citations?',
  'S[0-4]',
  'no source given',
  'corroborated',
  'partly corroborated',
  'contested',
  'contradicted',
  'not found',
  'not checkable',
  'not checked',
]

const number = `(?:\\d+(?:,\\d{3})*|(?:${TENS.join('|')})(?:[- ](?:${UNITS.join('|')}))?|(?:a |one |two |three )?hundred|${OTHERS.join('|')}|${UNITS.join('|')})`
/** Up to two words between, such as “of the” or “gradeable”; no comma or full stop. */
const between = '(?:[- ](?:[a-z’-]+)){0,2}?'
const pattern = new RegExp(`(?<![\\w.-])(?<number>${number})(?<between>${between})[- ](?<noun>${COUNTED.join('|')})(?![\\w-])`, 'gi')

/** A group claims, a report sources: the word after one of these is a verb. */
const DOERS = /(?:^|[- ])(?:groups?|sides?|outlets?|reports?|readers?|officials?|people|men|papers?|texts?|states?|members?)$/i
/** “One claim at a time” counts nothing. */
const IDIOM = /^\s*(?:at a time|after (?:another|the other)|by (?:one|claim|step|sentence)|to the next|each\b|a (?:line|slide|row))/i

/** @returns the typed counts of a text, word for word; what stands in {{ }} is filled in, and what stands in “ ” is quoted. */
export function typedCounts(text: string): string[] {
  const own = text
    .replace(/\{\{.*?\}\}/g, '¤')
    .replace(/“[^”]*”/g, '¤')
    .replace(/\s+/g, ' ')
  return [...own.matchAll(pattern)].flatMap((match) => {
    const { number: count, between: middle, noun } = match.groups as { number: string; between: string; noun: string }
    const after = own.slice(match.index + match[0].length)
    if (/^(?:claims?|sources?)$/i.test(noun) && DOERS.test(middle)) return []
    if (/^opinion$/i.test(noun) && /^ piece/.test(after)) return []
    if (/^one$/i.test(count) && IDIOM.test(after)) return []
    return [match[0]]
  })
}
