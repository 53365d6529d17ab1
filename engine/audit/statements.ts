/** The deck's own statements about the world, found and graded by machine: of the register, of its slides, of its scripts. */
import type { Register } from '../analysis/register.ts'
import { GRADES, GRADES_AND_OPINION, type Grade } from '../register/vocabulary.ts'
import { opensFrame, type Reason, RULE, ruleOf } from './about.ts'
import { type FieldText, registerFields } from './fields.ts'
import { type Graded, grader } from './grade.ts'
import type { Components } from '../story/component.ts'
import { type Evidence, evidenceOf } from '../story/evidence.ts'
import { componentsIn } from '../story/uses.ts'
import { slidesOfFields } from './places.ts'
import { betweenClicks, sentencesOf } from './sentences.ts'

export const PLACES = ['register', 'slides', 'scripts'] as const
export type Place = (typeof PLACES)[number]

export interface Statement extends Graded {
  readonly place: Place
  /** `C04.record.finding`, `slide 15`, `script of slide 15`. */
  readonly where: string
  /** 1-based: where it stands, or the first slide that shows the field; null where none does. */
  readonly slide: number | null
  readonly sentence: string
}

/** A slide as its readers get it: counts filled in. */
export interface AuditedSlide {
  /** Markdown, without the notes. */
  readonly content: string
  readonly note: string
  /** Text typed in the components that stand on it, each component at its first slide. */
  readonly typed?: readonly string[]
}

/** A sentence that does not count, and why: for looking into the rule. */
export interface Uncounted {
  readonly where: string
  readonly sentence: string
  readonly why: Reason
}

export interface AuditFindings {
  readonly statements: readonly Statement[]
  readonly uncounted: readonly Uncounted[]
}

/** What a reader reads of Markdown: components, drawings and marks left out. */
const readable = (content: string): string =>
  content
    .replace(/^(`{3,})[\s\S]*?^\1\s*$/gm, '\n')
    .replace(/<!--[\s\S]*?-->/g, '\n')
    .replace(/<[A-Za-z/][^<>]*>/g, '\n')
    .replace(/^(?:#+|[-*]|\d+\.) +/gm, '\n')

export function auditStatements(register: Register, slides: readonly AuditedSlide[], components: Components): AuditFindings {
  const rule = ruleOf(register)
  const evidence = evidenceOf(register)
  const slideOf = slidesOfFields(slides.map(({ content }) => content), components)
  const { grade } = grader({ names: rule.names, sources: register.sources, articleQuotes: register.claims.map(({ quote }) => quote) })
  const statements: Statement[] = []
  const uncounted: Uncounted[] = []

  const take = (at: Pick<Statement, 'place' | 'where' | 'slide' | 'sentence'>, { parts, why }: ReturnType<typeof rule.judge>, beside: (part: string) => readonly Evidence[]) => {
    if (why === null) statements.push({ ...at, ...grade(parts, beside(at.sentence)) })
    else uncounted.push({ where: at.where, sentence: at.sentence, why })
  }

  for (const field of registerFields(register)) {
    for (const sentence of field.whole ? [field.text] : sentencesOf(field.text)) {
      const judged = field.whole ? { parts: [sentence], why: null } : rule.judge(sentence, field.record)
      take({ place: 'register', where: field.where, slide: slideOf(field.where), sentence }, judged, () => [handOf(field, sentence)])
    }
  }
  for (const [index, { content, note, typed = [] }] of slides.entries()) {
    // What the components of a slide hand its reader.
    const beside = componentsIn(content).flatMap(({ name, attributes }) => components[name]?.evidence?.(evidence, attributes) ?? [])
    const slide = index + 1
    for (const [place, where, text] of [['slides', `slide ${slide}`, [readable(content), ...typed].join('\n\n')], ['scripts', `script of slide ${slide}`, note]] as const) {
      for (const stretch of betweenClicks(text)) {
        let framed = false
        for (const sentence of sentencesOf(stretch)) {
          take({ place, where, slide, sentence }, framed ? FRAMED : rule.judge(sentence), () => beside)
          framed ||= opensFrame(sentence)
        }
      }
    }
  }
  return { statements, uncounted }
}

const FRAMED = { parts: [], why: 'in a passage that gives the article in our words' } as const

/** What stands beside a sentence of a field: its sources, and the entry without the sentence itself. */
const handOf = ({ where, beside, sources, needs }: FieldText, sentence: string): Evidence => ({ name: where, text: beside.replace(sentence, ''), sources, elsewhere: false, needs })

export interface AuditCounts {
  /** All statements about the world. */
  readonly statements: number
  /** Those that evidence could settle. */
  readonly gradeable: number
  readonly byGrade: Readonly<Record<Grade, number>>
  readonly byPlace: Readonly<Record<Place, number>>
}

const tally = <K extends string>(keys: readonly K[], found: readonly K[]): Record<K, number> =>
  Object.fromEntries(keys.map((key) => [key, found.filter((each) => each === key).length])) as Record<K, number>

export function countOwn(statements: readonly Statement[]): AuditCounts {
  const byGrade = tally(GRADES_AND_OPINION, statements.map(({ grade }) => grade))
  return { statements: statements.length, gradeable: statements.length - byGrade.N, byGrade, byPlace: tally(PLACES, statements.map(({ place }) => place)) }
}

/** A statement below “Traceable”, as a slide names it. */
export type Gap = Pick<Statement, 'grade' | 'where' | 'slide' | 'sentence'> & {
  /** Whether it says who an outlet is: many, short, and all of one kind. */
  readonly descriptor: boolean
}

/** What the slide and the command show. */
export interface AuditSummary {
  readonly counts: AuditCounts
  /** Weakest first, then in the order of the deck. */
  readonly gaps: readonly Gap[]
  readonly rule: readonly string[]
}

/** Those that a reader cannot trace by what is given. */
export const belowTraceable = (statements: readonly Statement[]): Statement[] => statements.filter(({ grade }) => grade !== 'N' && GRADES.indexOf(grade) < GRADES.indexOf('S3'))

export function summaryOf({ statements }: AuditFindings): AuditSummary {
  const gaps = belowTraceable(statements)
    .map(({ grade, where, slide, sentence }) => ({ grade, where, slide, sentence, descriptor: where.endsWith('.descriptor') }))
    .sort((a, b) => a.grade.localeCompare(b.grade) || (a.slide ?? Infinity) - (b.slide ?? Infinity))
  return { counts: countOwn(statements), gaps, rule: RULE }
}
