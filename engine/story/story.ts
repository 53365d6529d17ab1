import { type Diagnostic, show } from '../register/diagnostics.ts'
import { formatShare } from '../register/numbers.ts'
import type { Register } from '../analysis/register.ts'
import { clicksOfCard } from './card.ts'
import { type AttributeKind, type Components, idsIn, kebab } from './component.ts'
import { type ComponentUse, componentsIn } from './uses.ts'

/** `byGrade.S0`, `byRecord.not found`; `coverage` as a percentage. Undefined where there is no such count. */
export function countOf(register: Register, path: string): string | undefined {
  const value = path.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], register.counts)
  if (typeof value !== 'number') return undefined
  return path === 'coverage' ? formatShare(value) : String(value)
}

const COUNT = /\{\{\s*([\w. -]+?)\s*\}\}/g

/** What is no count is left for `checkStory` to tell. */
export const fillCounts = (register: Register, text: string): string =>
  text.replace(COUNT, (written, path: string) => countOf(register, path) ?? written)

export interface StorySlide {
  readonly file: string
  /** 1-based, where `raw` begins. */
  readonly line: number
  /** Frontmatter, content, notes. */
  readonly raw: string
}

/** By the kind of an attribute; another holds no ids. */
const KNOWN: Readonly<Record<string, (register: Register) => readonly { readonly id: string }[]>> = {
  claim: ({ claims }) => claims,
  claims: ({ claims }) => claims,
  sequence: ({ claims }) => claims,
  sentence: ({ sentences }) => sentences,
  step: ({ steps }) => steps,
}
const A = (kind: string): string => (kind === 'claims' || kind === 'sequence' ? 'a claim' : `a ${kind}`)

function attributeFaults(
  register: Register,
  kind: AttributeKind,
  written: string,
): (readonly [code: Diagnostic['code'], value: string, expected: string])[] {
  if (typeof kind !== 'string') return kind.includes(written) ? [] : [['story-form', written, `one of ${kind.join(', ')}`]]
  const known = KNOWN[kind]?.(register).map(({ id }) => id)
  if (!known) return []
  if (idsIn(written).length === 0) return [['story-form', '', `at least one id of ${A(kind)}`]]
  return idsIn(written)
    .filter((id) => !known.includes(id))
    .map(
      (id) =>
        [
          'dangling-id',
          id,
          kind === 'step' ? `the id of a step: ${known.join(', ')}` : `the id of ${A(kind)} that the register in claims/ holds`,
        ] as const,
    )
}

/** What slides ask of the register and cannot have. */
export function checkStory(register: Register, slides: readonly StorySlide[], components: Components): Diagnostic[] {
  const steps = register.steps.map(({ id }) => id)
  const used = new Set(slides.flatMap(({ raw }) => componentsIn(raw).map(({ name }) => name)))
  return slides.flatMap(({ file, line, raw }) =>
    raw.split('\n').flatMap((text, index): Diagnostic[] => {
      const fault = (code: Diagnostic['code'], field: string, value: string, expected: string): Diagnostic => ({
        code,
        file,
        line: line + index,
        field,
        value: show(value),
        expected,
      })
      const step = /^step: (.*)$/.exec(text)?.[1]!.trim()
      return [
        ...componentsIn(text).flatMap((use) =>
          useFaults(register, use, components, used).map(([code, field, value, expected]) =>
            fault(code, `<${use.name}>${field && ` ${field}`}`, value || text.trim(), expected),
          ),
        ),
        ...(step !== undefined && !steps.includes(step)
          ? [fault('dangling-id', 'step', step, `the id of a step: ${steps.join(', ')}`)]
          : []),
        ...[...text.matchAll(COUNT)]
          .filter(([, path]) => countOf(register, path!) === undefined)
          .map(([written]) =>
            fault('unknown-count', '', written, 'a field of Counts in engine/analysis/register.ts, as {{ gradeable }} or {{ byGrade.S0 }}'),
          ),
      ]
    }),
  )
}

/** An empty value stands for the whole line. */
function useFaults(
  register: Register,
  { name, attributes }: ComponentUse,
  components: Components,
  used: ReadonlySet<string>,
): (readonly [code: Diagnostic['code'], field: string, value: string, expected: string])[] {
  const spec = components[name]
  // The form tells a component that is none.
  if (!spec) return []
  const own = Object.entries(spec.attributes).flatMap(([key, kind]) => {
    const written = attributes[kebab(key)]
    return written === undefined
      ? []
      : attributeFaults(register, kind, written).map(([code, value, expected]) => [code, kebab(key), value, expected] as const)
  })
  const further = own.length === 0 ? spec.check?.(register, attributes) : undefined
  return [
    ...own,
    ...(further ? [['story-form', `:${further.attribute}`, attributes[further.attribute] ?? '1', further.expected] as const] : []),
    ...(spec.needs && spec.needs.of(register).length === 0
      ? [['story-form', '', '', `${spec.needs.what} in claims/${spec.needs.isIn}.yaml, or no such slide`] as const]
      : []),
    ...(spec.leadsTo ?? [])
      .filter((other) => !used.has(other))
      .map((other) => ['story-form', '', '', `a slide with <${other}>: <${name}> leads there`] as const),
  ]
}

export interface CardPlace {
  /** 1-based. */
  readonly slide: number
  /** After which the card is whole. */
  readonly clicks: number
}

/** 1-based, by the component’s name. */
export function slidesOfComponents(slides: readonly { readonly content: string }[]): Record<string, number[]> {
  const found: Record<string, number[]> = {}
  for (const [index, { content }] of slides.entries()) {
    for (const name of new Set(componentsIn(content).map((use) => use.name))) (found[name] ??= []).push(index + 1)
  }
  return found
}

/** By claim, in its own step; slides in order, as Slidev numbers them. */
export function cardsIn(
  register: Register,
  slides: readonly { readonly content: string; readonly isStep: boolean }[],
  components: Components,
): Record<string, CardPlace> {
  const gradeOf = new Map(register.claims.map(({ id, grade }) => [id, grade]))
  const places: Record<string, CardPlace> = {}
  for (const [index, { content, isStep }] of slides.entries()) {
    if (!isStep) continue
    let clicks = 0
    for (const { name, attributes } of componentsIn(content)) {
      const spec = components[name]
      if (!spec?.isCard) clicks += spec?.clicks?.(register, attributes) ?? 0
      else {
        for (const id of idsIn(
          Object.entries(spec.attributes)
            .flatMap(([key, kind]) => (kind === 'claims' ? [attributes[kebab(key)] ?? ''] : []))
            .join(' '),
        )) {
          const grade = gradeOf.get(id)
          if (grade === undefined) continue
          clicks += clicksOfCard(grade)
          places[id] ??= { slide: index + 1, clicks }
        }
      }
    }
  }
  return places
}

/** The strip, the evidence sheet and the reading page lead to every step and card. */
export function checkTold(
  register: Register,
  slides: readonly { readonly content: string; readonly step: unknown }[],
  components: Components,
): Diagnostic[] {
  const cards = cardsIn(
    register,
    slides.map(({ content, step }) => ({ content, isStep: step !== undefined })),
    components,
  )
  const card = Object.keys(components).find((name) => components[name]!.isCard) ?? ''
  const fault = (field: string, value: string, expected: string): Diagnostic => ({
    code: 'story-form',
    file: 'slides.md',
    line: 1,
    field,
    value,
    expected,
  })
  return register.steps.flatMap(({ id, claims }) =>
    slides.some(({ step }) => step === id)
      ? claims
          .filter((claim) => !cards[claim])
          .map((claim) => fault(claim, 'no card', `<${card} ids="${claim}" /> on a slide of its step, “${id}”`))
      : [fault(`step ${id}`, 'no slide', `a slide with “layout: step” and “step: ${id}”`)],
  )
}
