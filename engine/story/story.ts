/** What the Markdown of the story may say about the register, in text: ids that must exist, counts that are filled in. */
import { stepArguments } from '../analysis/argument-parts.ts'
import { type Diagnostic, show } from '../register/diagnostics.ts'
import { formatShare } from '../register/numbers.ts'
import type { Counts, Register } from '../analysis/register.ts'
import type { Grade } from '../register/vocabulary.ts'

/** A count by its path in `Counts`: `claims`, `byGrade.S0`, `byRecord.not found`, `coverage` as a percentage. */
export function countOf(register: Register, path: string): string {
  const value = path.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], register.counts satisfies Counts)
  if (typeof value !== 'number') throw new Error(`There is no count “${path}”. Counts are the fields of Counts in engine/analysis/register.ts.`)
  return path === 'coverage' ? formatShare(value) : String(value)
}

const COUNT = /\{\{\s*([\w. -]+?)\s*\}\}/g

const isCount = (register: Register, path: string): boolean => {
  try {
    countOf(register, path)
    return true
  } catch {
    return false
  }
}

/** Fills in `{{ path }}`; one that is no count is left as it stands, for `checkStory` to tell. */
export const fillCounts = (register: Register, text: string): string =>
  text.replace(COUNT, (written, path: string) => (isCount(register, path) ? countOf(register, path) : written))

/** A slide as it stands in its file. */
export interface StorySlide {
  /** From the project's root. */
  readonly file: string
  /** 1-based line of the file on which `raw` begins. */
  readonly line: number
  /** All of it: frontmatter, content, notes. */
  readonly raw: string
}

/** Every id a slide names, in a component's attribute or as its step, and every `{{ count }}`, that the register does not hold. */
export function checkStory(register: Register, slides: readonly StorySlide[]): Diagnostic[] {
  const known = new Set(
    [register.claims, register.sentences, register.sources, register.wanted, register.tensions, register.inferences, register.actors]
      .flat()
      .map(({ id }) => id),
  )
  const steps = register.steps.map(({ id }) => id)
  return slides.flatMap(({ file, line, raw }) =>
    raw.split('\n').flatMap((text, index): Diagnostic[] => {
      const fault = (code: Diagnostic['code'], field: string, value: string, expected: string): Diagnostic => ({ code, file, line: line + index, field, value: show(value), expected })
      // A sequence has its steps between bars.
      const ids = [...text.matchAll(/\b(ids?|claims?|sentences?|sources?|actors?|author|pull-quote|sequence)="([^"]*)"/g)].flatMap(([, attribute, list]) =>
        list!.trim().split(attribute === 'sequence' ? /[\s|]+/ : /\s+/).filter((id) => !known.has(id)).map((id) => fault('dangling-id', attribute!, id, 'an id that the register in claims/ holds')),
      )
      const step = /^step: (.*)$/.exec(text)?.[1]!.trim()
      return [
        ...ids,
        ...(step !== undefined && !steps.includes(step) ? [fault('dangling-id', 'step', step, `the id of a step: ${steps.join(', ')}`)] : []),
        ...[...text.matchAll(COUNT)].filter(([, path]) => !isCount(register, path!)).map(([written]) => fault('unknown-count', '', written, 'a field of Counts in engine/analysis/register.ts, as {{ gradeable }} or {{ byGrade.S0 }}')),
      ]
    }),
  )
}

/** Attributes with a closed list of values, and pages that are parts of a list. */
export function checkAttributes(register: Register, { file, line, raw }: StorySlide): Diagnostic[] {
  const lists: Readonly<Record<string, readonly string[]>> = {
    'StepMap.of': register.steps.map(({ id }) => id),
    'SmallStrip.step': register.steps.map(({ id }) => id),
    'TextList.of': ['how', 'limits', 'notFound', 'caveats', 'unknown'],
    'TriangleFigure.view': ['drawn', 'sourced', 'record'],
  }
  return raw.split('\n').flatMap((text, index) =>
    [...text.matchAll(/<([A-Z]\w*)((?:\s+:?[\w-]+="[^"]*")*)/g)].flatMap(([, name, written]): Diagnostic[] => {
      const attributes = new Map([...written!.matchAll(/\s(:?[\w-]+)="([^"]*)"/g)].map(([, key, value]) => [key!, value!]))
      const fault = (field: string, value: string, expected: string): Diagnostic => ({ code: 'story-form', file, line: line + index, field: `<${name}> ${field}`, value: show(value), expected })
      const closed = [...attributes].flatMap(([key, value]) => {
        const list = lists[`${name}.${key}`]
        return list && !list.includes(value) ? [fault(key, value, `one of ${list.join(', ')}`)] : []
      })
      const maps = name === 'StepMap' && closed.length === 0 ? stepArguments(register, attributes.get('of') ?? '').length : null
      const part = attributes.get(':part') ?? '1'
      if (maps !== null && !(Number(part) >= 1 && Number(part) <= maps)) closed.push(fault(':part', part, maps === 0 ? 'a step in which something is argued: this one has no map' : `a map from 1 to ${maps}`))
      const [page, of] = [attributes.get(':page'), attributes.get(':of')]
      if ((page === undefined) !== (of === undefined)) return [...closed, fault(':page', text.trim(), ':page and :of, both')]
      return page !== undefined && !(Number(page) >= 1 && Number(page) <= Number(of)) ? [...closed, fault(':page', page, `a page from 1 to ${of}`)] : closed
    }),
  )
}

/** What components show of the register; where it has none, their slides are to go. */
const SHOWN: readonly { readonly by: readonly string[]; readonly what: string; readonly isIn: string; readonly of: (register: Register) => readonly unknown[] }[] = [
  { by: ['ActorTable'], what: 'an actor', isIn: 'actors', of: ({ actors }) => actors },
  { by: ['LabelList'], what: 'a label', isIn: 'actors', of: ({ labels }) => labels },
  { by: ['ArgumentMap', 'WithdrawClaims', 'FallsTable', 'InferenceTable', 'ConclusionTable'], what: 'an inference', isIn: 'argument', of: ({ inferences }) => inferences },
  { by: ['TensionList'], what: 'a tension', isIn: 'argument', of: ({ tensions }) => tensions },
  { by: ['TriangleFigure', 'SidesTable', 'SideClaims', 'SideRecords'], what: 'a claim with an “edge”', isIn: 'claims', of: ({ claims }) => claims.filter(({ edge }) => edge !== null) },
  { by: ['TimelineFigure', 'DatesTable'], what: 'an event', isIn: 'record', of: ({ events }) => events },
  { by: ['EventReadings', 'ReadingsTable'], what: 'a reading of an event', isIn: 'readings', of: ({ readings }) => readings?.readings ?? [] },
  { by: ['SharedWording'], what: 'wording that is shared', isIn: 'article', of: ({ sharedWording }) => sharedWording },
  { by: ['AgreementTable'], what: 'a second pass of grading', isIn: 'article', of: ({ agreement }) => agreement },
]

/** Components that have nothing to show. */
export const checkShown = (register: Register, { file, line, raw }: StorySlide): Diagnostic[] =>
  raw.split('\n').flatMap((text, index) =>
    [...text.matchAll(/<([A-Z]\w*)/g)].flatMap(([, name]): Diagnostic[] => {
      const shown = SHOWN.find(({ by }) => by.includes(name!))
      if (!shown || shown.of(register).length > 0) return []
      return [{ code: 'story-form', file, line: line + index, field: `<${name}>`, value: show(text.trim()), expected: `${shown.what} in claims/${shown.isIn}.yaml, or no such slide` }]
    }),
  )

/** Clicks that reveal a claim's card: how it is sourced, then what stands beside it; an opinion has one remark. */
export const clicksOfCard = (grade: Grade): number => (grade === 'N' ? 1 : 2)

/** Where a claim's card stands. */
export interface CardPlace {
  /** 1-based number of the slide. */
  readonly slide: number
  /** Clicks after which the card is whole. */
  readonly clicks: number
}

/** The slides of each component, by the component's name, in order and 1-based: of a list over several slides, all its pages. */
export function slidesOfComponents(slides: readonly { readonly content: string }[]): Record<string, number[]> {
  const found: Record<string, number[]> = {}
  for (const [index, { content }] of slides.entries()) {
    for (const name of new Set([...content.matchAll(/<([A-Z]\w*)/g)].map(([, name]) => name!))) (found[name] ??= []).push(index + 1)
  }
  return found
}

/** The card of each claim in its own step; slides in order, as Slidev numbers them. */
export function cardsIn({ claims }: Register, slides: readonly { readonly content: string; readonly isStep: boolean }[]): Record<string, CardPlace> {
  const gradeOf = new Map(claims.map(({ id, grade }) => [id, grade]))
  const places: Record<string, CardPlace> = {}
  for (const [index, { content, isStep }] of slides.entries()) {
    if (!isStep) continue
    let clicks = 0
    for (const id of [...content.matchAll(/<ClaimCards\b[^>]*\bids="([^"]*)"/g)].flatMap(([, ids]) => ids!.split(/\s+/))) {
      const grade = gradeOf.get(id)
      if (grade === undefined) continue
      clicks += clicksOfCard(grade)
      places[id] ??= { slide: index + 1, clicks }
    }
  }
  return places
}

/** Steps that no slide tells, and claims of the others that have no card: the strip, the evidence sheet and the reading page lead to it. */
export function checkTold(register: Register, slides: readonly { readonly content: string; readonly step: unknown }[]): Diagnostic[] {
  const cards = cardsIn(register, slides.map(({ content, step }) => ({ content, isStep: step !== undefined })))
  const fault = (field: string, value: string, expected: string): Diagnostic => ({ code: 'story-form', file: 'slides.md', line: 1, field, value, expected })
  return register.steps.flatMap(({ id, claims }) =>
    slides.some(({ step }) => step === id)
      ? claims.filter((claim) => !cards[claim]).map((claim) => fault(claim, 'no card', `<ClaimCards ids="${claim}" /> on a slide of its step, “${id}”`))
      : [fault(`step ${id}`, 'no slide', `a slide with “layout: step” and “step: ${id}”`)],
  )
}
