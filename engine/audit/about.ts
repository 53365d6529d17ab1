/**
 * Whether a sentence of the deck speaks of the world, or of the article and the deck. The rule in words is `RULE`; the
 * patterns below are how a machine follows it. In doubt a sentence counts.
 */
import type { Register } from '../analysis/register.ts'
import { datesIn, type Names, namesOf } from './names.ts'
import { partsOf, withoutQuotes } from './sentences.ts'

/** The rule as a person would say it, for the slide, the README and whoever disputes it. */
export const RULE: readonly string[] = [
  'A sentence counts if, outside quotation marks, it names a person, group, body, outlet, place or date that the register knows, or speaks of groups, reports or events such as attacks.',
  'It does not count if it says that it gives the article, our reading or our own work, or only supposes something. Where a semicolon divides it, each part is judged alone.',
]

/** The groups and who is in them, those who report, and what happens, where a sentence has no name for it. */
const WORLD =
  /\b(?:groups?|fighters?|commanders?|recruits?|spokes(?:man|men|person)|leadership|monitors?|police|analysts?|specialists?|experts?|officials?|officers?|civilians?|institute|agency|ministry|government|member states?|press accounts?|outlets|opinion pieces|reports|the counts|the excerpts|attacks?|bombings?|raids?|clashes|denials?|dead|(?:the|common|shared) enem(?:y|ies)|rivals?|alliance|conflict)\b/i

const PART = '(?:article|author|pull-quote|text|sentence|paragraph|body|thesis|case|argument|conclusion|claim|premise|word|wording|letter|heading|step|chain|arrow|figure|map|maxim|label|box)s?'
const SAYS = '(?:says?|said|argues?|describes?|adds?|calls?|takes|concludes?|dates|places|names|writes|speaks?|reads|reasons|goes|finds|sets|gives|uses|turns|looks|moves|ends|opens|begins|recasts|asks|quotes|shows|joins|draws|sources|means|refers|sees|treats|judges|carries|starts|comes|leaves|stays|does not|may|has)'

/** Says outright that it gives the article. */
const ARTICLE: readonly RegExp[] = [
  new RegExp(`\\b(?:the article|the author|the text(?: at hand)?|the body|the (?:same )?pull-quote|the (?:sentence|argument))(?:’s own words)? (?:itself |now |here |then |also |only )?${SAYS}\\b`, 'i'),
  /\bthe article’s\b|\bin the article\b|\bas the (?:article|author)\b|\bto the author\b|\bleft unsaid\b/i,
  // “Claim” is a word for an entry of our list, and so for words of the article.
  /\b(?:the|a|an|each|every|no|such|which|that|this|these|most|\d+) claims?\b(?! (?:by|of) )/i,
]

/** Has the article, our list or what the article sources as its subject. Yields where the part names a body or an outlet. */
const LOOKS_SO: readonly RegExp[] = [
  new RegExp(`^(?:[^,¤]{0,40}, )?(?:(?:then|next|here|now|so|but|and|for|that|only|later|elsewhere|earlier|inside|after|before)\\b[^,]{0,24} )?(?:the|this|these|its|each|every|another|a|an|one|last|first|both) (?:[\\p{L}’-]+ ){0,3}?${PART}\\b`, 'iu'),
  /(?:^|, |¤ ?|: )(?:it|they) (?:says?|adds?|goes on|go on)\b/i,
  /^(?:[^,¤]{0,30}, )?(?:(?:and|so|then|but) )?(?:it|they) (?:says?|argues?|describes?|opens|begins|recasts|finds|sets|names|speaks|gives|takes|calls|dates|restates|places|starts|leaves)\b/i,
  /\b(?:is|are|was|were) (?:said (?:to|of|only)|ascribed)\b|\bsaid to be\b|\bby its account\b|\bin its (?:case|words|order)\b/i,
  /\b(?:this|that|the next|the last|the same) (?:sentence|paragraph|step)\b|\bthe (?:sentence|claim|paragraph) before\b/i,
  /^(?:[^,]*\b(?:comes|now|here) )?the sides? between\b|\bthe pair\b|\b(?:up to|from) here\b|^what rests on what\b/i,
  // What the article names as a source, or does not.
  /\b(?:is|are) (?:not |neither )?(?:named|quoted|dated|given|offered|described)\b/i,
  // Its subject is a quotation, of which it says how it sounds.
  /^¤ (?:dates|softens|makes|brings|gives|takes a side|is (?:firm|cautious))\b/i,
  /^(?:the|each|every|these|this|more|most|our) (?:[\p{L}’-]+ ){0,2}(?:rows?|lists?|tables?|columns?|sheet|slides?)\b/iu,
]

/** Speaks of the deck: its grades, its search, its reading, what one could ask for. */
const OF_DECK: readonly RegExp[] = [
  /^(?:(?:and|but|so|then|here|now) )?(?:[^,¤]{0,60}, )?(?:we|our|this deck|the deck|a grade|the grades?|every grade|the (?:grading )?passes|each click|a reader|readers|one (?:could|would))\b/i,
  /\bour reading\b|\bin our words\b|\bthe best is\b|\bthe rows? (?:names?|says?)\b/i,
  /\bno source (?:is |was )?given\b|\bno (?:named )?source (?:in|either)\b|\b(?:has|have) no source\b|\bnot (?:traceable|graded|checkable|checked)\b/i,
  /\b(?:would|could|to) (?:settle|make it checkable)\b|\bsettles? (?:it|the matter)\b/i,
  /\bwe (?:found|find|hold|saw|know|lack|met|say|name|use|quote|call|write|do not|did not|are not|checked|looked)\b/i,
  // What was done, where nobody says by whom: read, checked, translated, counted, sought.
  /\b(?:(?:was|were) read\b|not yet checked|checked twice|counts? (?:as one|once)|has been sought|titles were not shown|are ours\b)/i,
  /\b(?:both|that) can hold\b|\bcan both hold\b/i,
]

/** In a field that says what the record has: marks of a part that speaks of the article or of our search. */
const NOT_RECORD: readonly RegExp[] = [
  /^(?:the|this) (?:article|claim|pull-quote|author)\b/i,
  /\bis the article’s (?:step|reading|best-supported)\b|\bnothing to set beside the claim\b|\bis offered without\b|^¤ stands beside ¤/i,
  /^we\b|\bwe (?:found|find|hold|do not know)\b|\bthis line\b|^finding no\b|^for the label\b/i,
]

/** Says what would follow, and not that it is so. */
const SUPPOSES = /^(?:(?:and|or|but) )?(?:if|were it|had it)\b/i

/** Says what the record has beside the article: counts, whatever else it gives. */
const RECORD_HAS = /\bthe record (?:has|narrows|dates)\b/i

/** After such a sentence the script gives the article's case in our words, or a list of what we did not find, until the next click. */
const FRAME = /\bin our words\b|\bthe article argues this\b|\bleaves? something unsaid\b|\bLeft unsaid\b|\bdid not find them\b/

/** What one thing does not show of another: a rule of reasoning, which no evidence could settle. */
const PRINCIPLE = /^(?<subject>\S.*?) (?:(?:is|are|does|do) not (?:by itself |thereby )?(?:evidence|proof|alliance|coordination|cooperation|agreed|show|exclude|ruled out)|shows? what (?:it|they) says? and not)\b/i
/** Of these, it is a finding. */
const HAS_READ = /^(?:it|they|none|which)\b|\b(?:sources?|reports?|excerpts?|pages?|accounts?|summar(?:y|ies)|texts?)\b/i

export const opensFrame = (sentence: string): boolean => FRAME.test(withoutQuotes(sentence))

/** Whether no evidence could settle the sentence, in any of its clauses: question Q0 of the rubric. */
export const isPrinciple = (sentence: string): boolean =>
  withoutQuotes(sentence)
    .split(/; |, and |, which /)
    .every((clause) => {
      const subject = PRINCIPLE.exec(clause)?.groups?.['subject']
      return subject !== undefined && !HAS_READ.test(subject) && datesIn(clause).length === 0
    })

export type Reason = 'a question' | 'supposes' | 'gives the article' | 'speaks of the deck' | 'names nothing of the world' | 'quotes only' | 'in a passage that gives the article in our words'

export interface Rule {
  /** Why a part of a sentence does not speak of the world; null where it does. */
  readonly reasonOf: (part: string, record?: boolean) => Reason | null
  /** The parts of a sentence that speak of the world; where there are none, why. */
  readonly judge: (sentence: string, record?: boolean) => { readonly parts: readonly string[]; readonly why: Reason | null }
  readonly names: Names
}

export function ruleOf(register: Register): Rule {
  const names = namesOf(register)
  const actors = register.actors.flatMap(({ name }) => names.in(names.unified(name)))
  const isActor = (name: string) => actors.some((actor) => name.startsWith(actor))
  const bodies = new Set(register.sources.flatMap(({ originator, publisher }) => names.in(names.unified(`${originator}; ${publisher}`)).filter((name) => !isActor(name))))
  const { asOf } = register.method
  const steps = new RegExp(`^(?:(?:then|next|from|and) )?(?:the )?(?:${register.steps.map(({ title }) => title).join('|')})(?:[:,]|$| comes)`, 'i')

  const reasonOf = (part: string, record = false): Reason | null => {
    const own = withoutQuotes(part)
    if (!/\p{L}{2}/u.test(own)) return 'quotes only'
    if (record) return NOT_RECORD.some((mark) => mark.test(own)) ? 'speaks of the deck' : null
    const named = names.in(names.unified(own))
    const dates = datesIn(own).filter(({ span }) => span.from !== asOf)
    if (RECORD_HAS.test(own) && (named.length > 0 || dates.length > 0)) return null
    if (ARTICLE.some((mark) => mark.test(own))) return 'gives the article'
    if (OF_DECK.some((mark) => mark.test(own))) return 'speaks of the deck'
    if (LOOKS_SO.some((mark) => mark.test(own)) && !named.some((name) => bodies.has(name))) return 'gives the article'
    return WORLD.test(own) || named.length > 0 || dates.length > 0 ? null : 'names nothing of the world'
  }
  return {
    names,
    reasonOf,
    judge(sentence, record = false) {
      if (/\?[”’)]*$/.test(sentence)) return { parts: [], why: 'a question' }
      if (!record && SUPPOSES.test(sentence)) return { parts: [], why: 'supposes' }
      if (!record && steps.test(sentence)) return { parts: [], why: 'gives the article' }
      const parts = partsOf(sentence).map((part) => ({ part, why: reasonOf(part, record) }))
      const counted = parts.filter(({ why }) => why === null).map(({ part }) => part)
      return { parts: counted, why: counted.length > 0 ? null : (parts[0]?.why ?? 'quotes only') }
    },
  }
}
