/** The deck's own statements about the world, found and graded by machine: of the register, of its slides, of its scripts. */
import type { Register } from '../register.ts'
import { GRADES_AND_OPINION, type Grade } from '../vocabulary.ts'
import { notOfWorld, opensFrame } from './about.ts'
import { type FieldText, registerFields } from './fields.ts'
import { type Graded, grader } from './grade.ts'
import { handsOf } from './hands.ts'
import { namesOf } from './names.ts'
import { paragraphsOf, sentencesOf } from './sentences.ts'

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
  readonly why: string
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
  const names = namesOf(register)
  const hands = handsOf(register)
  const { grade } = grader(names, register.sources)
  const statements: Statement[] = []
  const leftOut: LeftOut[] = []

  const take = (place: Place, where: string, slide: number | null, sentence: string, why: string | null, graded: () => Graded) => {
    if (why === null) statements.push({ place, where, slide, sentence, ...graded() })
    else leftOut.push({ where, sentence, why })
  }

  for (const field of registerFields(register)) {
    for (const sentence of field.whole ? [field.text] : sentencesOf(field.text)) {
      const why = field.whole ? null : notOfWorld(sentence, names, { record: field.record })
      take('register', field.where, null, sentence, why, () => grade(sentence, [handOf(field, sentence)]))
    }
  }
  for (const [index, { content, note }] of slides.entries()) {
    const beside = hands.onSlide(content)
    const no = index + 1
    for (const [place, where, text] of [['slides', `slide ${no}`, readable(content)], ['scripts', `script of slide ${no}`, note]] as const) {
      for (const paragraph of paragraphsOf(text)) {
        let framed = false
        for (const sentence of sentencesOf(paragraph)) {
          take(place, where, no, sentence, framed ? 'stands in our words for the article' : notOfWorld(sentence, names), () => grade(sentence, beside))
          framed ||= opensFrame(sentence)
        }
      }
    }
  }
  return { statements, leftOut }
}

/** What stands beside a sentence of a field: its sources, and the field itself without the sentence. */
const handOf = ({ where, beside, sources }: FieldText, sentence: string) => ({ name: where, text: beside.replace(sentence, ''), sources, elsewhere: false })

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
