/**
 * The argument as a map: claims as boxes, each inference as a word on the arrow from its premises to its conclusion.
 * The word is the article's own, in quotation marks, or “our reading” where the article has none. An undercut has
 * another line and another end.
 */
import { type ArgumentPart, type Inference, stepArguments, wholeArgument } from '../analysis/argument-parts.ts'
import type { Claim, Register } from '../analysis/register.ts'
import { type FigureSpec, label, type Part, type PartKind, pullQuoteWords } from './spec.ts'

/** The word on an arrow. */
export const arrowWord = ({ marker }: Inference): string => (marker === null ? 'our reading' : `“${marker}”`)

interface MapOptions {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly room: FigureSpec['room']
  readonly textSize: number
  /** Mermaid's size of the text: the larger, the closer the boxes. */
  readonly fontSize: number
  /** Whether each step of the article's is a group, shown in one click. */
  readonly grouped: boolean
  /** Claims drawn as from elsewhere. */
  readonly outside: (claim: Claim) => boolean
}

function mapFigure(register: Register, { inferences, undercuts }: ArgumentPart, { name, title, description, room, textSize, fontSize, grouped, outside }: MapOptions): FigureSpec {
  const parts: Record<string, Part> = {}
  const claimOf = (id: string): Claim => register.claims.find((claim) => claim.id === id)!
  const shown = new Set([...inferences.flatMap(({ premises, conclusion }) => [...premises, conclusion]), ...undercuts.flatMap(({ claim, against }) => [claim, against])])
  const group = (step: string) => (grouped ? { group: step } : {})

  const boxes = register.claims
    .filter(({ id }) => shown.has(id))
    .map((claim) => {
      const { id, short, step, voice } = claim
      // A claim of another step is a claim like any; one that carries no conclusion is not.
      const kind: PartKind = register.conclusions.includes(id) ? 'conclusion' : grouped && outside(claim) ? 'outside' : 'claim'
      parts[id] = { id, kind, ...group(step) }
      // Where a claim of another step or voice is drawn, words say so.
      const from = !grouped && outside(claim) ? ` (step ${register.steps.find((each) => each.id === step)!.number})` : ''
      const pull = voice === 'pull-quote' ? ', pull-quote' : ''
      return `${id}[${label(`${id} ${short}${pull}${from}`)}]`
    })
  const arrows = [
    ...inferences.map((inference) => ({ id: inference.id, from: inference.premises, to: inference.conclusion, word: arrowWord(inference), kind: inference.marker === null ? ('our-reading' as const) : ('marker' as const), line: 'support' as const, end: '-->' })),
    ...undercuts.map(({ id, claim, against }) => ({ id, from: [claim], to: against, word: 'pulls against', kind: 'undercuts' as const, line: 'undercut' as const, end: '--x' })),
  ].flatMap(({ id, from, to, word, kind, line, end }) => {
    const own = group(claimOf(to).step)
    parts[id] = { id, kind, ...own }
    return [
      `${id}([${label(word)}])`,
      ...from.map((premise) => {
        parts[`${id}_${premise}`] = { id, kind: line, ...own }
        return `${premise} ${id}_${premise}@--- ${id}`
      }),
      ((parts[`${id}_${to}`] = { id, kind: line, ...own }), `${id} ${id}_${to}@${end} ${to}`),
    ]
  })
  return {
    name,
    title,
    description,
    source: `flowchart TB\n${[...boxes, ...arrows].map((line) => `  ${line}\n`).join('')}`,
    parts,
    words: pullQuoteWords(register),
    textSize,
    room,
    // ELK keeps its lines apart and turns at right angles; its gaps are in pixels, so large text brings the boxes closer.
    settings: { fontSize, layout: 'elk', flowchart: { htmlLabels: false, padding: fontSize / 5, wrappingWidth: fontSize * 8.8 } },
  }
}

export const argumentFigure = (register: Register): FigureSpec =>
  mapFigure(register, wholeArgument(register), {
    name: 'argument',
    title: 'The argument at a glance',
    description: 'The claims that carry the conclusions, with an arrow for each inference. On the arrow stands the article’s own word for the step, or “our reading” where it has none; a claim that pulls against another has a line that ends in a bar.',
    room: { width: 924, height: 430 },
    textSize: 14.5,
    fontSize: 45,
    grouped: true,
    outside: ({ loadBearing }) => !loadBearing,
  })

/** Name of a step's map: `step-setting` or, where it has more than one, `step-conclusion-1`. `part` is 1-based. */
export const stepFigureName = (step: string, part: number, parts: number): string => (parts > 1 ? `step-${step}-${part}` : `step-${step}`)

/** The maps of one step. */
export const stepFigures = (register: Register, step: string): FigureSpec[] => {
  const { title } = register.steps.find(({ id }) => id === step)!
  return stepArguments(register, step).map((part, index, { length }) =>
    mapFigure(register, part, {
      name: stepFigureName(step, index + 1, length),
      title: length > 1 ? `What rests on what in this step, ${title}, part ${index + 1}` : `What rests on what in this step, ${title}`,
      description: 'The claims of this step and what they are argued from; claims of other steps say which. On each arrow stands the article’s own word for it, or “our reading”.',
      room: { width: 664, height: 420 },
      textSize: 17,
      fontSize: 36,
      grouped: false,
      outside: (claim) => claim.step !== step,
    }),
  )
}
