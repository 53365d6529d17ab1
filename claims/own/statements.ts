/** The deck's own statements about the world, found and graded by machine: of the register, of its slides, of its scripts. */
import type { Register } from '../register.ts'
import { GRADES_AND_OPINION, type Grade } from '../vocabulary.ts'
import { opensFrame, type Reason, ruleOf } from './about.ts'
import { type FieldText, registerFields } from './fields.ts'
import { type Graded, grader } from './grade.ts'
import { type Hand, handsOf } from './hands.ts'
import { betweenClicks, sentencesOf } from './sentences.ts'

export const PLACES = ['register', 'slides', 'scripts'] as const
export type Place = (typeof PLACES)[number]

export interface Statement extends Graded {
  readonly place: Place
  /** `C04.record.finding`, `slide 15`, `script of slide 15`. */
  readonly where: string
  /** 1-based; null in the register. */
  readonly slide: number | null
  readonly sentence: string
}

/** A slide as its readers get it: counts filled in. */
export interface OwnSlide {
  /** Markdown, without the notes. */
  readonly content: string
  readonly note: string
}

/** A sentence that does not count, and why: for looking into the rule. */
export interface LeftOut {
  readonly where: string
  readonly sentence: string
  readonly why: Reason
}

export interface Found {
  readonly statements: readonly Statement[]
  readonly leftOut: readonly LeftOut[]
}

/** What a reader reads of Markdown: components, drawings and marks left out. */
const readable = (content: string): string =>
  content
    .replace(/^(`{3,})[\s\S]*?^\1\s*$/gm, '\n')
    .replace(/<!--[\s\S]*?-->/g, '\n')
    .replace(/<[A-Za-z/][^<>]*>/g, '\n')
    .replace(/^(?:#+|[-*]|\d+\.) +/gm, '\n')

export function ownStatements(register: Register, slides: readonly OwnSlide[]): Found {
  const rule = ruleOf(register)
  const hands = handsOf(register)
  const { grade } = grader({ names: rule.names, sources: register.sources, articleQuotes: register.claims.map(({ quote }) => quote) })
  const statements: Statement[] = []
  const leftOut: LeftOut[] = []

  const take = (at: Pick<Statement, 'place' | 'where' | 'slide' | 'sentence'>, { parts, why }: ReturnType<typeof rule.judge>, beside: (part: string) => readonly Hand[]) => {
    if (why === null) statements.push({ ...at, ...grade(parts, beside(at.sentence)) })
    else leftOut.push({ where: at.where, sentence: at.sentence, why })
  }

  for (const field of registerFields(register)) {
    for (const sentence of field.whole ? [field.text] : sentencesOf(field.text)) {
      const judged = field.whole ? { parts: [sentence], why: null } : rule.judge(sentence, field.record)
      take({ place: 'register', where: field.where, slide: null, sentence }, judged, () => [handOf(field, sentence)])
    }
  }
  for (const [index, { content, note }] of slides.entries()) {
    const beside = hands.onSlide(content)
    const slide = index + 1
    for (const [place, where, text] of [['slides', `slide ${slide}`, readable(content)], ['scripts', `script of slide ${slide}`, note]] as const) {
      for (const stretch of betweenClicks(text)) {
        let framed = false
        for (const sentence of sentencesOf(stretch)) {
          take({ place, where, slide, sentence }, framed ? FRAMED : rule.judge(sentence), () => beside)
          framed ||= opensFrame(sentence)
        }
      }
    }
  }
  return { statements, leftOut }
}

const FRAMED = { parts: [], why: 'in a passage that gives the article in our words' } as const

/** What stands beside a sentence of a field: its sources, and the entry without the sentence itself. */
const handOf = ({ where, beside, sources, needs }: FieldText, sentence: string): Hand => ({ name: where, text: beside.replace(sentence, ''), sources, elsewhere: false, needs })

export interface OwnCounts {
  /** All statements about the world. */
  readonly statements: number
  /** Those that evidence could settle. */
  readonly gradeable: number
  readonly byGrade: Readonly<Record<Grade, number>>
  readonly byPlace: Readonly<Record<Place, number>>
}

export function countOwn(statements: readonly Statement[]): OwnCounts {
  const byGrade = Object.fromEntries(GRADES_AND_OPINION.map((grade) => [grade, statements.filter((each) => each.grade === grade).length])) as Record<Grade, number>
  return {
    statements: statements.length,
    gradeable: statements.length - byGrade.N,
    byGrade,
    byPlace: Object.fromEntries(PLACES.map((place) => [place, statements.filter((each) => each.place === place).length])) as Record<Place, number>,
  }
}

/** Those that a slide must name. */
export const belowTraceable = (statements: readonly Statement[]): Statement[] => statements.filter(({ grade }) => grade === 'S0' || grade === 'S1' || grade === 'S2')
