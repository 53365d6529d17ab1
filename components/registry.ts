/**
 * The components that a slide may name. Of each: what its attributes hold, what it needs of the register, how many
 * clicks it takes, where it leads, and how it re-flows on the page to read alone. The engine asks this list and names none
 * of them; a name that is not in it is a compile error wherever one is asked for.
 *
 * Every prop of a component must be among its attributes, and no other: that is a compile error too.
 */
import { stepArguments, wholeArgument } from '../engine/analysis/argument-parts.ts'
import { reachEveryConclusion, shortestList } from '../engine/analysis/evidence-requests.ts'
import type { Register } from '../engine/analysis/register.ts'
import { stepsOf } from '../engine/analysis/withdrawal.ts'
import { TRIANGLES } from '../engine/figures/triangle.ts'
import { type AttributeKind, type Attributes, type ComponentSpec, idsIn, type Need } from '../engine/story/component.ts'
import { clicksOfCard } from '../engine/story/card.ts'

interface Components {
  ActorTable: typeof import('./table/ActorTable.vue')
  ArgumentMap: typeof import('./figure/ArgumentMap.vue')
  CardLegend: typeof import('./grade/CardLegend.vue')
  CertaintyLine: typeof import('./figure/CertaintyLine.vue')
  ClaimCards: typeof import('./claim/ClaimCards.vue')
  CountsTable: typeof import('./table/CountsTable.vue')
  CoverFacts: typeof import('./table/CoverFacts.vue')
  CoverSentenceStrip: typeof import('./figure/CoverSentenceStrip.vue')
  EventInterpretations: typeof import('./figure/EventInterpretations.vue')
  FirstRequests: typeof import('./table/FirstRequests.vue')
  GradeByRecord: typeof import('./grade/GradeByRecord.vue')
  GradeLadder: typeof import('./grade/GradeLadder.vue')
  SelfAudit: typeof import('./table/SelfAudit.vue')
  PageFigure: typeof import('./figure/PageFigure.vue')
  PullQuotePair: typeof import('./claim/PullQuotePair.vue')
  InterpretationsTable: typeof import('./table/InterpretationsTable.vue')
  RecordLegend: typeof import('./grade/RecordLegend.vue')
  RequestTable: typeof import('./table/RequestTable.vue')
  ScoreLists: typeof import('./table/ScoreLists.vue')
  SharedWording: typeof import('./claim/SharedWording.vue')
  SmallSentenceStrip: typeof import('./figure/SmallSentenceStrip.vue')
  StepList: typeof import('./table/StepList.vue')
  StepMap: typeof import('./figure/StepMap.vue')
  TensionList: typeof import('./claim/TensionList.vue')
  SentenceStrip: typeof import('./figure/SentenceStrip.vue')
  ThesisStatement: typeof import('./table/ThesisStatement.vue')
  TimelineFigure: typeof import('./figure/TimelineFigure.vue')
  TriangleFigure: typeof import('./figure/TriangleFigure.vue')
  TwoQuestions: typeof import('./grade/TwoQuestions.vue')
  WithdrawClaims: typeof import('./figure/WithdrawClaims.vue')
}
/** A component that a slide may name. */
export type ComponentName = keyof Components

/** Props that every component has: keys, classes, listeners. */
type VueOwn = 'key' | 'ref' | 'ref_for' | 'ref_key' | 'class' | 'style' | `on${string}`
/** The props of a component, as it declares them. */
type Props<C> = C extends abstract new (...args: never) => { $props: infer P } ? Exclude<keyof P & string, VueOwn> : never
type Spec<C> = Omit<ComponentSpec, 'attributes' | 'leadsTo'> & {
  readonly attributes: Readonly<Record<Props<C>, AttributeKind>>
  readonly leadsTo?: readonly ComponentName[]
}

const actors: Need = { what: 'an actor', isIn: 'actors', of: (register) => register.actors }
const inferences: Need = { what: 'an inference', isIn: 'argument', of: (register) => register.inferences }
const sides: Need = {
  what: 'a claim with a “relation”',
  isIn: 'claims',
  of: ({ claims }) => claims.filter(({ relation }) => relation !== null),
}
const events: Need = { what: 'an event', isIn: 'record', of: (register) => register.events }
const shared: Need = { what: 'wording that is shared', isIn: 'article', of: ({ sharedWording }) => sharedWording }
const interpretations: Need = {
  what: 'a reading of an event',
  isIn: 'interpretations',
  of: ({ interpretations }) => interpretations?.interpretations ?? [],
}

const cardsOf = ({ claims }: Register, { ids = '' }: Attributes) =>
  idsIn(ids).flatMap((id) => claims.find((claim) => claim.id === id) ?? [])
/** Says where a place in a list, written as a number, is beyond it. */
function within(
  attribute: string,
  written: string,
  length: number,
  what: string,
): { readonly attribute: string; readonly expected: string } | null {
  return Number(written) >= 1 && Number(written) <= length ? null : { attribute, expected: `a number from 1 to ${length}, of a ${what}` }
}
/** The requests that together reach every conclusion. */
const first = (register: Register) => reachEveryConclusion(shortestList(register))

export const COMPONENTS: { readonly [Name in ComponentName]: Spec<Components[Name]['default']> } = {
  ActorTable: { attributes: {}, needs: actors, page: () => ({ script: 'lists it', unmarked: true }) },
  ArgumentMap: {
    attributes: {},
    needs: inferences,
    clicks: (register) => {
      const { inferences: all, undercuts } = wholeArgument(register)
      const shown = new Set([
        ...all.flatMap(({ premises, conclusion }) => [...premises, conclusion]),
        ...undercuts.map(({ claim }) => claim),
      ])
      return register.steps.filter(({ claims }) => claims.some((id) => shown.has(id))).length
    },
  },
  CardLegend: { attributes: { author: 'claim', pullQuote: 'claim' } },
  CertaintyLine: { attributes: {}, clicks: () => 3 },
  ClaimCards: {
    attributes: { ids: 'claims' },
    isCard: true,
    clicks: (register, attributes) => cardsOf(register, attributes).reduce((sum, { grade }) => sum + clicksOfCard(grade), 0),
    page: () => ({ script: 'tells it' }),
  },
  CountsTable: { attributes: {} },
  CoverFacts: { attributes: {} },
  // The page has the text as a strip further down, where each cell leads to its claims.
  CoverSentenceStrip: { attributes: {}, page: () => ({ shown: 'leave out' }) },
  EventInterpretations: { attributes: {}, needs: interpretations, clicks: (register) => interpretations.of(register).length },
  FirstRequests: {
    attributes: { nth: 'number' },
    check: (register, { nth = '' }) => within('nth', nth, first(register).length, 'request that reaches a conclusion'),
    clicks: () => 1,
  },
  GradeByRecord: { attributes: {} },
  GradeLadder: { attributes: {}, page: () => ({ script: 'lists it' }) },
  SelfAudit: { attributes: {} },
  /** What a Mermaid fence becomes (slidev/drawn-fence.ts). */
  PageFigure: { attributes: { name: 'drawing' } },
  PullQuotePair: { attributes: { sentence: 'sentence' }, clicks: () => 2 },
  InterpretationsTable: {
    attributes: {},
    needs: interpretations,
    clicks: (register) => (register.interpretations?.onRecord.length ?? 0) + 1,
  },
  RecordLegend: { attributes: {}, page: () => ({ script: 'lists it' }) },
  RequestTable: { attributes: {} },
  ScoreLists: { attributes: {}, leadsTo: ['CountsTable'] },
  SharedWording: { attributes: {}, needs: shared },
  // Where on the way a slide is has nothing to say on a page.
  SmallSentenceStrip: { attributes: { step: 'step' }, page: () => ({ shown: 'leave out' }) },
  StepList: { attributes: {}, page: () => ({ script: 'is it', unmarked: true }) },
  StepMap: {
    attributes: { of: 'step', part: 'number' },
    check(register, { of = '', part: no = '1' }) {
      const maps = stepArguments(register, of).length
      if (Number(no) >= 1 && Number(no) <= maps) return null
      return {
        attribute: 'part',
        expected: maps === 0 ? 'a step in which something is argued: this one has no map' : `a map from 1 to ${maps}`,
      }
    },
  },
  TensionList: {
    attributes: { from: 'number', to: 'number' },
    needs: { what: 'a tension', isIn: 'argument', of: ({ tensions }) => tensions },
    check: ({ tensions }, { from = '', to = '' }) =>
      within('from', from, Number(to), 'tension') ?? within('to', to, tensions.length, 'tension'),
    // The first is there as the slide opens.
    clicks: (_, { from, to }) => Number(to) - Number(from),
  },
  SentenceStrip: { attributes: {}, clicks: ({ steps }) => steps.length },
  ThesisStatement: { attributes: {}, page: () => ({ script: 'is it', unmarked: true }) },
  TimelineFigure: { attributes: {}, needs: events },
  TriangleFigure: {
    attributes: { view: TRIANGLES },
    needs: sides,
    clicks: ({ claims, relations }, { view }) =>
      view === 'drawn'
        ? claims.filter(({ relation }) => relation !== null).length
        : relations.filter(({ claims: own, record }) => own.length > 0 && (view === 'sourced' || record !== null)).length,
    page: ({ view }) => (view === 'drawn' ? { script: 'draws it' } : {}),
  },
  TwoQuestions: { attributes: {} },
  WithdrawClaims: {
    attributes: { sequence: 'sequence' },
    needs: inferences,
    leadsTo: ['ArgumentMap'],
    clicks: (_, { sequence = '' }) => stepsOf(sequence).length,
    page: () => ({ script: 'tells it' }),
  },
}
