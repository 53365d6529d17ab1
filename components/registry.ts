/**
 * The components that a slide may name. Of each: what its attributes hold, what it needs of the register, what it hands
 * its reader, how many clicks it takes, where it leads, and how it re-flows on the page to read alone. The engine asks
 * this list and names none of them; a name that is not in it is a compile error wherever one is asked for.
 *
 * Every prop of a component must be among its attributes, and no other: that is a compile error too.
 */
import { stepArguments, wholeArgument } from '../engine/analysis/argument-parts.ts'
import { claimAsked, reachEveryConclusion, shortestList } from '../engine/analysis/evidence-requests.ts'
import type { Register } from '../engine/analysis/register.ts'
import { stepsOf } from '../engine/analysis/withdrawal.ts'
import { TRIANGLES } from '../engine/figures/triangle.ts'
import { type AttributeKind, type Attributes, type ComponentSpec, idsIn, type Need } from '../engine/story/component.ts'
import { pageOf } from '../engine/story/paging.ts'
import { sidesOnPage } from '../engine/story/sides.ts'
import { clicksOfCard } from '../engine/story/card.ts'

interface Components {
  ActorTable: typeof import('./table/ActorTable.vue')['default']
  AgreementTable: typeof import('./table/AgreementTable.vue')['default']
  ArgumentMap: typeof import('./figure/ArgumentMap.vue')['default']
  CardLegend: typeof import('./grade/CardLegend.vue')['default']
  CertaintyLine: typeof import('./figure/CertaintyLine.vue')['default']
  ClaimCards: typeof import('./claim/ClaimCards.vue')['default']
  CountsTable: typeof import('./table/CountsTable.vue')['default']
  CoverFacts: typeof import('./table/CoverFacts.vue')['default']
  CoverSentenceStrip: typeof import('./figure/CoverSentenceStrip.vue')['default']
  DatesTable: typeof import('./table/DatesTable.vue')['default']
  EventInterpretations: typeof import('./figure/EventInterpretations.vue')['default']
  EvidenceSheet: typeof import('./table/EvidenceSheet.vue')['default']
  EffectsTable: typeof import('./table/EffectsTable.vue')['default']
  FirstRequests: typeof import('./table/FirstRequests.vue')['default']
  GradeByRecord: typeof import('./grade/GradeByRecord.vue')['default']
  GradeLadder: typeof import('./grade/GradeLadder.vue')['default']
  InferenceTable: typeof import('./table/InferenceTable.vue')['default']
  LabelList: typeof import('./table/LabelList.vue')['default']
  AuditGaps: typeof import('./table/AuditGaps.vue')['default']
  SelfAudit: typeof import('./table/SelfAudit.vue')['default']
  PageFigure: typeof import('./figure/PageFigure.vue')['default']
  PullQuotePair: typeof import('./claim/PullQuotePair.vue')['default']
  InterpretationsTable: typeof import('./table/InterpretationsTable.vue')['default']
  RecordLegend: typeof import('./grade/RecordLegend.vue')['default']
  ReplyAndCorrections: typeof import('./table/ReplyAndCorrections.vue')['default']
  RequestTable: typeof import('./table/RequestTable.vue')['default']
  ScoreLists: typeof import('./table/ScoreLists.vue')['default']
  SharedWording: typeof import('./claim/SharedWording.vue')['default']
  SideRecords: typeof import('./table/SideRecords.vue')['default']
  SidesTable: typeof import('./table/SidesTable.vue')['default']
  SmallSentenceStrip: typeof import('./figure/SmallSentenceStrip.vue')['default']
  SourceList: typeof import('./table/SourceList.vue')['default']
  StepList: typeof import('./table/StepList.vue')['default']
  StepMap: typeof import('./figure/StepMap.vue')['default']
  TensionList: typeof import('./claim/TensionList.vue')['default']
  TextList: typeof import('./table/TextList.vue')['default']
  SentenceStrip: typeof import('./figure/SentenceStrip.vue')['default']
  ThesisStatement: typeof import('./table/ThesisStatement.vue')['default']
  TimelineFigure: typeof import('./figure/TimelineFigure.vue')['default']
  TriangleFigure: typeof import('./figure/TriangleFigure.vue')['default']
  TwoQuestions: typeof import('./grade/TwoQuestions.vue')['default']
  RequestList: typeof import('./table/RequestList.vue')['default']
  WithdrawClaims: typeof import('./figure/WithdrawClaims.vue')['default']
}
/** A component that a slide may name. */
export type ComponentName = keyof Components

/** Props that every component has: keys, classes, listeners. */
type VueOwn = 'key' | 'ref' | 'ref_for' | 'ref_key' | 'class' | 'style' | `on${string}`
/** The props of a component, as it declares them. */
type Props<C> = C extends abstract new (...args: never) => { $props: infer P } ? Exclude<keyof P & string, VueOwn> : never
type Spec<C> = Omit<ComponentSpec, 'attributes' | 'leadsTo'> & { readonly attributes: Readonly<Record<Props<C>, AttributeKind>>; readonly leadsTo?: readonly ComponentName[] }

const PAGES = { page: 'page', of: 'pages' } as const
/** Page and pages of a use. */
const part = ({ page, of }: Attributes) => [Number(page), Number(of)] as const

const actors: Need = { what: 'an actor', isIn: 'actors', of: (register) => register.actors }
const inferences: Need = { what: 'an inference', isIn: 'argument', of: (register) => register.inferences }
const sides: Need = { what: 'a claim with a “relation”', isIn: 'claims', of: ({ claims }) => claims.filter(({ relation }) => relation !== null) }
const events: Need = { what: 'an event', isIn: 'record', of: (register) => register.events }
const interpretations: Need = { what: 'a reading of an event', isIn: 'interpretations', of: ({ interpretations }) => interpretations?.interpretations ?? [] }

const cardsOf = ({ claims }: Register, { ids = '' }: Attributes) => idsIn(ids).flatMap((id) => claims.find((claim) => claim.id === id) ?? [])
const requestsOn = (register: Register, attributes: Attributes) => pageOf(reachEveryConclusion(shortestList(register)), ...part(attributes))
/** Entries of a list of the register, by their number from 0, that a use of `TextList` shows. */
const lists = (field: string, { of = '', from = '1', to = 'Infinity' }: Attributes): boolean => {
  const [, list, index] = /^(?:article|method)\.(\w+)\[(\d+)\]/.exec(field) ?? []
  return list === of && Number(index) + 1 >= Number(from) && Number(index) + 1 <= Number(to)
}

export const COMPONENTS: { readonly [Name in ComponentName]: Spec<Components[Name]> } = {
  ActorTable: {
    attributes: {},
    needs: actors,
    shows: (field) => /^actors\.[\w-]+\.(?:background|publicName)/.test(field),
    evidence: (of) => of.actors,
    page: () => ({ script: 'lists it', unmarked: true }),
  },
  AgreementTable: { attributes: {}, needs: { what: 'a second pass of grading', isIn: 'article', of: ({ agreement }) => agreement } },
  ArgumentMap: {
    attributes: {},
    needs: inferences,
    clicks: (register) => {
      const { inferences: all, undercuts } = wholeArgument(register)
      const shown = new Set([...all.flatMap(({ premises, conclusion }) => [...premises, conclusion]), ...undercuts.map(({ claim }) => claim)])
      return register.steps.filter(({ claims }) => claims.some((id) => shown.has(id))).length
    },
  },
  CardLegend: { attributes: { author: 'claim', pullQuote: 'claim' } },
  CertaintyLine: { attributes: {}, clicks: () => 3 },
  ClaimCards: {
    attributes: { ids: 'claims' },
    isCard: true,
    clicks: (register, attributes) => cardsOf(register, attributes).reduce((sum, { grade }) => sum + clicksOfCard(grade), 0),
    shows: (field, { ids = '' }) => idsIn(ids).includes(/^(C\d+)\.record/.exec(field)?.[1] ?? ''),
    evidence: ({ claims }, { ids = '' }) => idsIn(ids).flatMap((id) => claims.get(id) ?? []),
    page: () => ({ script: 'tells it' }),
  },
  CountsTable: { attributes: {} },
  CoverFacts: { attributes: {}, evidence: ({ article }) => [article] },
  // The page has the text as a strip further down, where each cell leads to its claims.
  CoverSentenceStrip: { attributes: {}, page: () => ({ shown: 'leave out' }) },
  DatesTable: { attributes: PAGES, needs: events, shows: (field) => field.startsWith('events.') },
  EventInterpretations: {
    attributes: {},
    needs: interpretations,
    clicks: (register) => register.interpretations?.interpretations.length ?? 0,
    shows: (field) => field.startsWith('interpretations.background'),
    evidence: ({ background }) => background,
  },
  EvidenceSheet: { attributes: PAGES },
  EffectsTable: { attributes: PAGES, needs: inferences },
  FirstRequests: {
    attributes: PAGES,
    leadsTo: ['RequestList'],
    clicks: (register, attributes) => requestsOn(register, attributes).length,
    evidence: ({ claims, register }, attributes) => requestsOn(register, attributes).flatMap((request) => claims.get(claimAsked(register, request)) ?? []),
  },
  GradeByRecord: { attributes: {} },
  GradeLadder: { attributes: {}, page: () => ({ script: 'lists it' }) },
  InferenceTable: { attributes: PAGES, needs: inferences },
  LabelList: {
    attributes: {},
    needs: { what: 'a label', isIn: 'actors', of: ({ labels }) => labels },
    shows: (field) => field.startsWith('namesNote'),
    evidence: (of) => of.labels,
    page: () => ({ script: 'is it', unmarked: true }),
  },
  AuditGaps: { attributes: PAGES, page: () => ({ script: 'is it' }) },
  SelfAudit: { attributes: {}, leadsTo: ['AuditGaps'] },
  /** What a Mermaid fence becomes (slidev/drawn-fence.ts). */
  PageFigure: { attributes: { name: 'drawing' } },
  PullQuotePair: { attributes: { sentence: 'sentence' }, clicks: () => 2 },
  InterpretationsTable: {
    attributes: {},
    needs: interpretations,
    clicks: (register) => (register.interpretations?.onRecord.length ?? 0) + 1,
    shows: (field) => field.startsWith('interpretations.onRecord'),
    evidence: ({ onRecord }) => onRecord,
  },
  RecordLegend: { attributes: {}, page: () => ({ script: 'lists it' }) },
  ReplyAndCorrections: { attributes: {}, shows: (field) => field.startsWith('disclosure'), page: () => ({ script: 'is it' }) },
  RequestTable: { attributes: {} },
  ScoreLists: { attributes: {}, leadsTo: ['CountsTable'] },
  SharedWording: {
    attributes: {},
    needs: { what: 'wording that is shared', isIn: 'article', of: ({ sharedWording }) => sharedWording },
    shows: (field) => field.startsWith('sharedWording'),
    evidence: ({ sharedWording }) => sharedWording,
  },
  SideRecords: {
    attributes: PAGES,
    needs: sides,
    shows: (field) => field.startsWith('sides.'),
    evidence: ({ side, register }, attributes) => sidesOnPage(register, ...part(attributes)).map(side(false)),
    page: () => ({ script: 'is it' }),
  },
  SidesTable: { attributes: PAGES, needs: sides },
  // Where on the way a slide is has nothing to say on a page.
  SmallSentenceStrip: { attributes: { step: 'step' }, page: () => ({ shown: 'leave out' }) },
  SourceList: {
    attributes: PAGES,
    shows: (field) => /^[A-Z]\d+\.(?:establishes|doesNotEstablish|descriptor)/.test(field),
    page: () => ({ script: 'is it', lookedUp: true }),
  },
  StepList: { attributes: {}, page: () => ({ script: 'is it', unmarked: true }) },
  StepMap: {
    attributes: { of: 'step', part: 'number' },
    check(register, { of = '', part: no = '1' }) {
      const maps = stepArguments(register, of).length
      if (Number(no) >= 1 && Number(no) <= maps) return null
      return { attribute: 'part', expected: maps === 0 ? 'a step in which something is argued: this one has no map' : `a map from 1 to ${maps}` }
    },
  },
  TensionList: {
    attributes: PAGES,
    needs: { what: 'a tension', isIn: 'argument', of: ({ tensions }) => tensions },
    // The first is there as the slide opens.
    clicks: ({ tensions }, { page, of }) => {
      const from = (no: number) => Math.ceil(((no - 1) * tensions.length) / Number(of))
      return Math.max(0, from(Number(page) + 1) - from(Number(page)) - 1)
    },
  },
  TextList: {
    attributes: { of: ['how', 'limits', 'notFound', 'unknown', 'caveats', 'disclosure'], from: 'number', to: 'number' },
    shows: lists,
    page: () => ({ script: 'is it' }),
  },
  SentenceStrip: { attributes: {}, leadsTo: ['EvidenceSheet'], clicks: ({ steps }) => steps.length },
  ThesisStatement: { attributes: {}, page: () => ({ script: 'is it', unmarked: true }) },
  TimelineFigure: { attributes: {}, needs: events, leadsTo: ['DatesTable'], evidence: (of) => of.events },
  TriangleFigure: {
    attributes: { view: TRIANGLES },
    needs: sides,
    leadsTo: ['SidesTable', 'SideRecords'],
    clicks: ({ claims, relations }, { view }) => (view === 'drawn' ? claims.filter(({ relation }) => relation !== null).length : relations.filter(({ claims: own, record }) => own.length > 0 && (view === 'sourced' || record !== null)).length),
    // Its link leads to the record of each side.
    evidence: ({ side, register }, { view }) => (view === 'record' ? sidesOnPage(register, 1, 1).map(side(true)) : []),
    page: ({ view }) => (view === 'drawn' ? { script: 'draws it' } : {}),
  },
  TwoQuestions: { attributes: {} },
  RequestList: { attributes: PAGES },
  WithdrawClaims: {
    attributes: { sequence: 'sequence' },
    needs: inferences,
    leadsTo: ['EffectsTable', 'ArgumentMap'],
    clicks: (_, { sequence = '' }) => stepsOf(sequence).length,
    page: () => ({ script: 'tells it' }),
  },
}
