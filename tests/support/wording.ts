/** The wording rules of even-handedness, as patterns with their reasons. What stands in quotation marks is somebody else's. */

export const BANNED: readonly { readonly pattern: RegExp; readonly reason: string }[] = [
  {
    pattern:
      /\b(?:alleg(?:es?|ed|edly|ing|ations?)|admit(?:s|ted|tedly|ting)?|insist(?:s|ed|ing|ence)?|confess(?:es|ed)?|so-called|purport(?:s|ed|edly)?)\b/i,
    reason: 'the article says, argues, describes',
  },
  { pattern: /\bpropagand\w*/i, reason: 'names a motive' },
  {
    pattern:
      /\b(?:false|falsely|falsehoods?|fake[ds]?|lie[ds]?|lying|liars?|debunk\w*|myths?|mislead\w*|misled|disinformation|misinformation|untrue|bogus|hoax\w*)\b/i,
    reason: 'a verdict',
  },
  {
    pattern:
      /\b(?:fallac\w+|straw[- ]?m[ae]n|ad hominem|slippery slope|red herrings?|non sequitur|begs? the question|begging the question|whataboutism|cherry-?pick\w*|tu quoque|post hoc|circular reasoning|guilt by association|bad faith)\b/i,
    reason: 'the name of a fallacy',
  },
  {
    pattern: /\b(?<!counter-)(?:terroris\w*|terror groups?|barbar\w+|enem(?:y|ies) of Islam|malicious\w*|dangerous agendas?)\b/i,
    reason: 'a label (counter-terrorism names an office); ours are: attack, bombing, armed group, UN-listed group',
  },
  { pattern: /\bregimes?\b/i, reason: 'takes a side: the Taliban' },
  { pattern: /\bkhawarij\w*/i, reason: 'a theological charge: in quotation marks, attributed' },
  { pattern: /\[sic\]/i, reason: 'sarcasm' },
  { pattern: /\p{L}!|!(?=\s|$)/u, reason: 'an exclamation mark' },
  { pattern: /[❌✗✘✖⛔🚫]/u, reason: 'a red cross' },
  { pattern: /\bauthor\b[^.?]*\b(?:he|she|his|her|hers|him|himself|herself)\b/i, reason: 'the text gives no gender' },
  { pattern: /\b(?:obviously|of course|conveniently|tellingly|curiously|suspiciously)\b/i, reason: 'sarcasm or insinuation' },
]

/** The sentences of rule 1, which say what a grade does not say. */
export const RULE_ONE: readonly string[] = [
  'It does not say the claim is false',
  'It does not say that the claim is false',
  'It never says the claim is false',
  'does not mean false',
  'is not “false”',
]

export interface Unit {
  /** From the project's root. */
  readonly file: string
  readonly line: number
  readonly text: string
}

/** Quotation marks nest; what is left is the deck's own voice. */
export function ownVoice(text: string): string {
  let own = text
  for (const sentence of RULE_ONE) own = own.replaceAll(sentence, '')
  for (let before = ''; before !== own;) {
    before = own
    own = own.replace(/“[^“”]*”/g, '¤')
  }
  return own.replace(/‘[^‘’]*’(?!\p{L})/gu, '¤')
}

/** One line for each banned word: file, line, word, reason. */
export const wordingFaults = ({ file, line, text }: Unit): string[] =>
  BANNED.flatMap(({ pattern, reason }) => {
    const own = ownVoice(text)
    const found = pattern.exec(own)
    if (!found) return []
    const at = line + own.slice(0, found.index).split('\n').length - 1
    return [
      `${file}:${at} “${found[0]}”: ${reason}. … ${own
        .slice(Math.max(0, found.index - 30), found.index + found[0].length + 30)
        .replace(/\s+/g, ' ')
        .trim()} …`,
    ]
  })
