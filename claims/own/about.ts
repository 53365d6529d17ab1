/**
 * Whether a sentence of the deck speaks of the world, or of the article and the deck.
 *
 * The rule, in words (`RULE`, which the slide shows): a sentence counts where, outside quotation marks, it names
 * something of the world, and does not say of itself that it gives the article's words, our reading, or our work. Where a
 * semicolon divides it, one part that counts is enough. In the fields of the register that say what the record has, it
 * need not name anything. In doubt it counts.
 */
import { datesIn, type Names } from './names.ts'
import { partsOf, withoutQuotes } from './sentences.ts'

/** The groups and who is in them, those who report on them, and what happens, where a sentence has no name for it. */
const WORLD =
  /\b(?:groups?|fighters?|commanders?|recruits?|spokes(?:man|men|person)|leadership|monitors?|police|analysts?|specialists?|experts?|officials?|officers?|civilians?|institute|agency|ministry|government|member states?|press accounts?|outlets?|opinion pieces|reports|counts|excerpts|attacks?|bombings?|raids?|clashes|denials?|diplomatic|the dead|(?:hundred|dozen|five|four|two|three) dead|enem(?:y|ies)|rivals?|alliance|conflict)\b/i

const ARTICLE = '(?:article|author|pull-quote|text at hand|text|sentence|paragraph|body|title|thesis|case|argument|conclusion|claims?|premise|words?|wording|pronoun|heading|step|chain|chains|arrows?|figure|map|maxim|doctrine’s label|label)s?'
const SAYS = '(?:says?|said|argues?|describes?|adds?|calls?|takes|concludes?|dates|places|names|writes|speaks?|reads|reasons|goes on|goes|finds|sets|gives|uses|turns|looks|moves|ends|opens|begins|recasts|asks|quotes|shows|joins|draws|sources|words|means|refers|sees|treats|judges|carries|speaks|starts|arrives|comes|leaves|lets|stays|may mean|may hold|may)'

/** Marks of a part that gives the article: its words, or what it argues, in ours. */
const OF_ARTICLE: readonly RegExp[] = [
  // Its subject is the article, or a part of it.
  new RegExp(`^(?:[^,¤]{0,40}, )?(?:(?:then|next|here|now|so|but|and|for|that|only|later|elsewhere|earlier|inside|after|before)\\b[^,]{0,24} )?(?:the|this|these|its|each|every|another|a|an|last|first|both) (?:[\\p{L}’-]+ ){0,3}?${ARTICLE}\\b(?! (?:of|for) (?:the )?(?:UN|United))`, 'iu'),
  // It attributes what it says to the article.
  new RegExp(`\\b(?:the article|the author|the text|the body|the (?:same )?pull-quote|the sentence|the (?:next|last|first|same) (?:sentence|paragraph|step)|the argument)(?:’s own words)? (?:now |here |then |also |only |itself )?${SAYS}\\b`, 'i'),
  /(?:^|, |¤ ?)(?:it|they) (?:says?|adds?|goes on|go on)\b/i,
  /^(?:(?:and|so|then|that|here|inside|near|next to|for|of|from)\b[^,]*,? )?(?:it|that|they|this|these) (?:says?|opens|begins|recasts|finds|sets|names|speaks|gives|takes|calls|dates|restates|places|starts|leaves|shows only)\b/i,
  /\b(?:is|are|was|were) said (?:to|of|only)\b/i,
  /\bby its account\b|\bin (?:the article’s|its) (?:case|words|order)\b|\bas the (?:article|author)\b|\bto the author\b|\bthe article’s (?:own |best-supported )?(?:words?|claims?|step|account|own|reading|case)\b/i,
  // A premise that the article leaves unsaid.
  /\bleft unsaid\b|\bleaves? something unsaid\b|\bunstated\b/i,
]

/** Marks of a part that speaks of the deck: its grades, its search, its reading. */
const OF_DECK: readonly RegExp[] = [
  // Its subject is we, or the deck's own things.
  /^(?:(?:and|but|so|then|here|now|up to here|before|where|with|for|of|in|as|to|about|at|from|toward|between)\b[^,]*,? )*(?:we|our|this deck|the deck|a grade|the grades?|every grade|the (?:grading )?passes|this line|each click|a reader|readers|one (?:could|would))\b/i,
  /\b(?:in|by|is|are|or) our reading\b|\bour reading\b|\bin our words\b/i,
  /\bno source (?:is |was )?given\b|\bno (?:named )?source (?:in|either)\b|\bhas no source\b|\bhave no source\b|\bsource not named\b|\bnot traceable\b|\bnot graded\b|\bnot checkable\b|\bnot checked\b/i,
  /\b(?:would|could|to) (?:settle|make it checkable)\b|\bsettles? (?:it|the matter)\b/i,
  /\bwe (?:found|find|hold|saw|know|lack|do not|did not|are not|checked|looked)\b/i,
  /\bgive these names\b|\bpoints? out nothing\b/i,
  // How two things go together in thought.
  /\b(?:both|that) can hold\b|\bbut can both hold\b/i,
]

/** A sentence after which the rest of its paragraph gives the article's case in our words. */
const FRAME = /\bin our words\b|\bthe article argues this\b|\bleaves? something unsaid\b|\bleft unsaid\b/i

/** What one thing does not show of another: a rule of reasoning, which no evidence could settle. Of sources it is a finding. */
const PRINCIPLE = /\b(?:is|are|does|do)(?:n’t| not) (?:by itself |on its own |thereby )?(?:evidence|proof|alliance|coordination|cooperation|agreed|show|exclude|mean|ruled out)\b/i
const SOURCES = /\b(?:sources?|reports?|excerpts?|pages?|accounts?|sources|it|they|none|summar(?:y|ies)|counts?|texts?)\b/i

export const opensFrame = (sentence: string): boolean => FRAME.test(withoutQuotes(sentence))

/** Whether no evidence could settle the sentence: question Q0 of the rubric. */
export function isPrinciple(sentence: string): boolean {
  const own = withoutQuotes(sentence)
  const at = PRINCIPLE.exec(own)
  return at !== null && !SOURCES.test(own.slice(0, at.index)) && datesIn(own).length === 0
}

export interface AboutOptions {
  /** In a field that says what the record has, every sentence counts that is not marked as another's. */
  readonly record?: boolean
}

/** Why a sentence does not speak of the world; null where it does. */
export function notOfWorld(sentence: string, names: Names, { record = false }: AboutOptions = {}): string | null {
  if (/\?[”’)]*$/.test(sentence)) return 'a question'
  const reasons = partsOf(withoutQuotes(sentence)).map((part) => {
    if (OF_ARTICLE.some((mark) => mark.test(part))) return 'gives the article'
    if (OF_DECK.some((mark) => mark.test(part))) return 'speaks of the deck'
    if (!record && !WORLD.test(part) && names.in(names.unified(part)).length === 0 && datesIn(part).length === 0) return 'names nothing of the world'
    return null
  })
  return reasons.includes(null) ? null : (reasons[0] ?? 'quotes only')
}
