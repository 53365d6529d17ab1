/** Claims as boxes, each inference as a word on its arrow. */
import { type ArgumentPart, type Inference, stepArguments, wholeArgument } from '../analysis/argument-parts.ts'
import type { Claim, Register } from '../analysis/register.ts'
import { type FigureSpec, label, type Part, type PartKind, pullQuoteWords } from './spec.ts'

export const arrowWord = ({ marker }: Inference): string => (marker === null ? 'our reading' : `“${marker}”`)

export const claimsOnMap = ({ inferences, undercuts }: ArgumentPart): ReadonlySet<string> =>
  new Set([
    ...inferences.flatMap(({ premises, conclusion }) => [...premises, conclusion]),
    ...undercuts.flatMap(({ claim, against }) => [claim, against]),
  ])

interface MapOptions extends Pick<FigureSpec, 'name' | 'title' | 'description' | 'room' | 'textSize'> {
  /** The larger, the closer the boxes. */
  readonly fontSize: number
  /** Whether each step is a group, shown in one click. */
  readonly grouped: boolean
  /** Claims drawn as from elsewhere. */
  readonly outside: (claim: Claim) => boolean
}

function mapFigure(register: Register, { inferences, undercuts }: ArgumentPart, options: MapOptions): FigureSpec {
  const { name, title, description, room, textSize, fontSize, grouped, outside } = options
  const parts: Record<string, Part> = {}
  const add = (node: string, id: string, kind: PartKind, step: string) => (parts[node] = { id, kind, ...(grouped && { group: step }) })
  const onMap = claimsOnMap({ inferences, undercuts })

  const boxes = register.claims
    .filter(({ id }) => onMap.has(id))
    .map((claim) => {
      const { id, short, step, voice } = claim
      // A claim of another step is a claim like any; one that carries no conclusion is not.
      add(id, id, register.conclusions.includes(id) ? 'conclusion' : grouped && outside(claim) ? 'outside' : 'claim', step)
      // Where a claim of another step or voice is drawn, words say so.
      const from = !grouped && outside(claim) ? ` (step ${register.steps.find((each) => each.id === step)!.number})` : ''
      return `${id}[${label(`${id} ${short}${voice === 'pull-quote' ? ', pull-quote' : ''}${from}`)}]`
    })
  const arrow = (id: string, premises: readonly string[], to: string, word: string, kind: PartKind, lineKind: PartKind, end: string) => {
    const { step } = register.claims.find((claim) => claim.id === to)!
    const line = (from: string, how: string, until: string, other: string) => {
      add(`${id}_${other}`, id, lineKind, step)
      return `${from} ${id}_${other}@${how} ${until}`
    }
    add(id, id, kind, step)
    return [`${id}([${label(word)}])`, ...premises.map((premise) => line(premise, '---', id, premise)), line(id, end, to, to)]
  }
  const arrows = [
    ...inferences.flatMap((inference) => {
      const { id, premises, conclusion, marker } = inference
      return arrow(id, premises, conclusion, arrowWord(inference), marker === null ? 'our-reading' : 'marker', 'support', '-->')
    }),
    ...undercuts.flatMap(({ id, claim, against }) => arrow(id, [claim], against, 'pulls against', 'undercuts', 'undercut', '--x')),
  ]
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
    description:
      'The claims that carry the conclusions, with an arrow for each inference. On the arrow stands the article’s own word for the step, or “our reading” where it has none; a claim that pulls against another has a line that ends in a bar.',
    room: { width: 924, height: 430 },
    textSize: 14.5,
    fontSize: 45,
    grouped: true,
    outside: ({ loadBearing }) => !loadBearing,
  })

/** `step-setting` or, of several, `step-conclusion-1`. `part` is 1-based. */
export const stepFigureName = (step: string, part: number, parts: number): string => `step-${step}${parts > 1 ? `-${part}` : ''}`

export const stepFigures = (register: Register, step: string): FigureSpec[] =>
  stepArguments(register, step).map((part, index, { length }) =>
    mapFigure(register, part, {
      name: stepFigureName(step, index + 1, length),
      title: `What rests on what in this step, ${register.steps.find(({ id }) => id === step)!.title}${length > 1 ? `, part ${index + 1}` : ''}`,
      description:
        'The claims of this step and what they are argued from; claims of other steps say which. On each arrow stands the article’s own word for it, or “our reading”.',
      room: { width: 664, height: 420 },
      textSize: 17,
      fontSize: 36,
      grouped: false,
      outside: (claim) => claim.step !== step,
    }),
  )
