import { listOf, sentenceNumber } from '../register/numbers.ts'
import type { Register } from './register.ts'
import { type Grade, GRADE_WORDS } from '../register/vocabulary.ts'

export interface Cell {
  /** Id, and the number as printed. */
  readonly sentence: string
  readonly number: number
  readonly step: string
  readonly pullQuote: boolean
  readonly opensParagraph: boolean
  /** In reading order. */
  readonly claims: readonly { readonly id: string; readonly grade: Grade }[]
}

/** The apparatus (a disclaimer, a byline) left out. */
export function sentenceStrip({ sentences, steps, claims }: Pick<Register, 'sentences' | 'steps' | 'claims'>): Cell[] {
  const stepOf = new Map(steps.flatMap(({ id, sentences: own }) => own.map((sentence) => [sentence, id] as const)))
  const claimsOf = Map.groupBy(claims, ({ sentence }) => sentence)
  const shown = sentences.filter(({ role }) => role !== 'apparatus')
  return shown.map(({ id, role, paragraph }, index) => ({
    sentence: id,
    number: sentenceNumber(id),
    step: stepOf.get(id) ?? '',
    pullQuote: role === 'pull-quote',
    opensParagraph: paragraph !== shown[index - 1]?.paragraph,
    claims: (claimsOf.get(id) ?? []).map(({ id: claim, grade }) => ({ id: claim, grade })),
  }))
}

/** “Sentence 12, pull-quote: C18 named, not traceable; C40 no source given”. */
export function cellWords({ number, pullQuote, claims }: Cell): string {
  const grades = claims.map(({ id, grade }) => `${id} ${GRADE_WORDS[grade].toLowerCase()}`).join('; ')
  return `Sentence ${number}${pullQuote ? ', pull-quote' : ''}: ${grades || 'no claim'}`
}

/** “sentences 12 to 15”, “sentences 3 and 4”, “sentence 3”. */
export const spanWords = (cells: readonly Cell[]): string => {
  const numbers = cells.map(({ number }) => number)
  if (numbers.length > 2) return `sentences ${numbers[0]!} to ${numbers.at(-1)!}`
  return `${numbers.length === 1 ? 'sentence' : 'sentences'} ${listOf(numbers.map(String))}`
}
