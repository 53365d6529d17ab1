/**
 * One usage or more of every component, for what must hold of all of them. A component that needs no props needs no line
 * here.
 */
import { figures } from 'virtual:brief/figures'
import { register } from 'virtual:brief/register'
import type { Component } from 'vue'
import { TRIANGLES } from '../../engine/figures/triangle.ts'
import { stepArguments } from '../../engine/analysis/argument-parts.ts'
import { reachEveryConclusion, shortestList } from '../../engine/analysis/evidence-requests.ts'
import { annexParts } from '../../engine/story/annex.ts'
import { sentenceStrip } from '../../engine/analysis/sentence-strip.ts'
import { GRADES_AND_OPINION } from '../../engine/register/vocabulary.ts'
import { effectsOf } from '../../engine/analysis/withdrawal.ts'
import { claim, claimOfGrade, someClaim } from './claims.ts'

export interface Usage {
  readonly props: Record<string, unknown>
  readonly slots?: Record<string, string>
}

const forClaim = () => GRADES_AND_OPINION.map((grade) => ({ props: { claim: claimOfGrade(grade) } }))

const usages: Record<string, () => readonly Usage[]> = {
  AnnexLink: () => [{ props: { to: 'A15' }, slots: { default: 'A15' } }],
  AnnexSection: () => annexParts(register).map(({ id }) => ({ props: { id }, slots: { default: 'Words in it.' } })),
  ArgumentNote: () => [...forClaim(), ...register.inferences.map(({ conclusion }) => ({ props: { claim: claim(conclusion) } }))],
  ArticleQuote: () => register.claims.slice(0, 4).map((claim) => ({ props: { claim } })),
  CardLegend: () => [
    {
      props: {
        author: someClaim('argued for, in the author’s voice', ({ voice, ceiling }) => voice === 'author' && ceiling !== null).id,
        pullQuote: someClaim('in a pull-quote', ({ voice }) => voice === 'pull-quote').id,
      },
    },
  ],
  CitationList: forClaim,
  ClaimCard: forClaim,
  ClaimCards: () => register.steps.map(({ claims }) => ({ props: { ids: claims.join(' ') } })),
  ClaimLink: () => register.claims.map(({ id }) => ({ props: { id } })),
  ClaimLinks: () => [{ props: { ids: register.claims.slice(0, 3).map(({ id }) => id) } }],
  ClaimWords: () => register.claims.slice(0, 4).map(({ id }) => ({ props: { id } })),
  CountedTable: () => [
    { props: { caption: 'Counts', of: 'grade' } },
    { props: { caption: 'Counts', rows: [{ name: 'One', count: 1, among: 2 }] } },
  ],
  CloseButton: () => [{ props: { label: 'Close' } }],
  ConclusionTable: () =>
    [[], [register.conclusions[0]!], register.claims.map(({ id }) => id)].map((ids) => ({
      props: { conclusions: effectsOf(register, new Set(ids)).conclusions },
    })),
  SvgFigure: () => Object.keys(figures).map((name) => ({ props: { name } })),
  FirstRequests: () => reachEveryConclusion(shortestList(register)).map((_, index) => ({ props: { nth: index + 1 } })),
  FlagNotes: () => register.claims.map((each) => ({ props: { claim: each } })),
  GradeFrame: () => GRADES_AND_OPINION.map((grade) => ({ props: { grade } })),
  GradeGlyph: () => GRADES_AND_OPINION.map((grade) => ({ props: { grade } })),
  GradeTag: () => GRADES_AND_OPINION.map((grade) => ({ props: { grade } })),
  InferenceText: () => [
    ...register.inferences.map((inference) => ({ props: { inference } })),
    ...register.undercuts.map((undercut) => ({ props: { undercut } })),
  ],
  MarkedWords: () =>
    register.pullQuotes.flatMap(({ pullQuote, body }) =>
      [...pullQuote, ...body].flatMap(({ segments }) => [{ props: { segments } }, { props: { segments, marked: false } }]),
    ),
  ModalDialog: () => [{ props: { heading: 'A dialog' }, slots: { default: 'Words in it.' } }],
  PageFigure: () =>
    Object.keys(figures)
      .filter((name) => name.startsWith('page-'))
      .map((name) => ({ props: { name } })),
  PullQuotePair: () => register.pullQuotes.map(({ sentence }) => ({ props: { sentence } })),
  RecordLine: () => [...forClaim(), { props: { claim: claimOfGrade('S0'), dated: true } }],
  RequestLine: forClaim,
  SideClaims: () => register.relations.map((support) => ({ props: { support } })),
  SlideFrame: () => [{ props: { chapter: 'A chapter' } }, { props: { step: register.steps[0]!.id } }],
  SlideLink: () => [
    { props: { slide: 3 }, slots: { default: 'slide 3' } },
    { props: { slide: 3, clicks: 2 }, slots: { default: 'slide 3' } },
  ],
  SourceLink: () => register.sources.slice(0, 3).map(({ id }) => ({ props: { id } })),
  SourceLinks: () => [{ props: { ids: register.sources.slice(0, 3).map(({ id }) => id) } }],
  SmallSentenceStrip: () => [{ props: {} }, { props: { step: register.steps.at(-1)!.id } }],
  StepMap: () =>
    register.steps.flatMap(({ id }) => stepArguments(register, id).map((_, index) => ({ props: { of: id, part: index + 1 } }))),
  StepRail: () => register.steps.map(({ id }) => ({ props: { step: id } })),
  SentenceCells: () => [
    { props: { cells: sentenceStrip(register) } },
    { props: { cells: sentenceStrip(register), lit: register.steps[0]!.id, chosen: register.sentences[0]!.id, choices: true } },
  ],
  TensionList: () => [{ props: { from: 1, to: register.tensions.length } }, { props: { from: 2, to: 3 } }],
  TextList: () => ['how', 'limits', 'notFound', 'unknown', 'caveats', 'disclosure'].map((of) => ({ props: { of } })),
  TriangleFigure: () => TRIANGLES.map((view) => ({ props: { view } })),
  TwoQuestions: () => [{ props: {}, slots: { article: 'What does the article give?', record: 'What does the record say?' } }],
  VoiceMark: () => (['author', 'pull-quote', 'reported'] as const).map((voice) => ({ props: { voice } })),
  WithdrawClaims: () => [
    {
      props: {
        sequence: `${register.conclusions[0]!} | ${register.claims
          .filter(({ loadBearing }) => loadBearing)
          .map(({ id }) => id)
          .join(' ')} | ${register.claims[0]!.id}`,
      },
    },
  ],
}

// The annex is tables that are each here: as one they would be asked everything twice.
const modules = import.meta.glob<{ default: Component }>(['../../components/*/*.vue', '!**/*.page.vue', '!**/AnnexDocument.vue'], {
  eager: true,
})

/** Every component of the deck by its name. */
export const components: readonly (readonly [name: string, component: Component])[] = Object.entries(modules).map(
  ([path, module]) => [/(\w+)\.vue$/.exec(path)![1]!, module.default] as const,
)

export function usagesOf(name: string, component: Component): readonly Usage[] {
  const listed = usages[name]?.()
  if (listed) return listed
  const props = Object.entries((component as { props?: Record<string, { required?: boolean }> }).props ?? {})
  const needed = props.filter(([, prop]) => prop.required).map(([prop]) => prop)
  if (needed.length > 0) throw new Error(`${name} needs ${needed.join(', ')}: add a usage to tests/support/usages.ts.`)
  return [{ props: {} }]
}
