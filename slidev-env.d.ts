/**
 * Slidev ships its client as TypeScript sources that do not meet our compiler settings, and `skipLibCheck` spares only
 * declaration files (slidev#2110). So `paths` in tsconfig.json sends the import here; tests/component/slidev-client.test.ts
 * fails where Slidev differs. This file must stay without a top-level import or export.
 */

/// <reference types="vite/client" />

declare const __DEV__: boolean
declare const __SLIDEV_FEATURE_DRAWINGS__: boolean

declare module 'virtual:brief/register' {
  // An import statement may not be relative here; it would leave `any`, silently.
  export const register: import('./engine/analysis/register.ts').Register
}

declare module 'virtual:brief/article' {
  /** `asOf`: when the record was checked last; null where nothing was. `strip`: the sentences in order, with the grades of their claims. */
  export const article: Pick<import('./engine/analysis/register.ts').Register['article'], 'publisher' | 'url' | 'about' | 'notShown'> & {
    readonly asOf: string | null
    readonly strip: readonly { readonly pullQuote: boolean; readonly grades: readonly import('./engine/register/vocabulary.ts').Grade[] }[]
  }
}

declare module 'virtual:brief/audit' {
  export const audit: import('./engine/audit/statements.ts').AuditSummary
}

declare module 'virtual:brief/figures' {
  /** By name. */
  export const figures: Readonly<Record<string, import('./composables/figures.ts').FigureTree>>
}

declare module 'virtual:brief/story' {
  /** By the id of the claim. */
  export const cards: Readonly<Record<string, import('./engine/story/story.ts').CardPlace>>
  /** By component, in order. */
  export const slidesOf: Readonly<Partial<Record<import('./components/registry.ts').ComponentName, readonly number[]>>>
}

declare module 'virtual:scripts' {
  /** HTML, by slide. */
  export const scripts: readonly string[]
}

declare module '@slidev/client' {
  import type { ClicksContext, RenderContext } from '@slidev/types'
  import type { Ref } from 'vue'

  /** Called in a component's setup. */
  export function useSlideContext(): {
    readonly $clicksContext: ClicksContext
    readonly $clicks: Ref<number>
    /** 1-based. */
    readonly $page: Ref<number>
    readonly $renderContext: Ref<RenderContext>
    readonly $frontmatter: Record<string, unknown>
  }

  export function useNav(): {
    /** Printed, or exported: nobody clicks. */
    readonly isPrintMode: Ref<boolean>
    readonly slides: Ref<
      readonly {
        readonly no: number
        readonly load: () => Promise<unknown>
        readonly meta: { readonly slide: { readonly title?: string; readonly frontmatter: Readonly<Record<string, unknown>> } }
      }[]
    >
    readonly isPresenter: Ref<boolean>
    readonly currentSlideNo: Ref<number>
    /** Made on the slide that is shown. */
    readonly clicks: Ref<number>
    /** To a slide, after so many clicks; the other windows of the deck follow. */
    readonly go: (no: number, clicks?: number) => Promise<void>
  }

  /** Where the deck is, as its windows tell each other; what is set here they are told. */
  export const sharedState: { page: number; clicks: number; lastUpdate?: { type: 'presenter' | 'viewer' } }

  /** Takes the deck's keys away until what it returns is called. */
  export function lockShortcuts(): () => void

  export function useIsSlideActive(): Ref<boolean>
}

/** Internal, for print and the component tests. */
declare module '@slidev/client/composables/useClicks.ts' {
  /** It stays at `current`. */
  export function createFixedClicks(route?: import('@slidev/types').SlideRoute, current?: number): import('@slidev/types').ClicksContext
  import type { ClicksContext } from '@slidev/types'
  import type { Ref } from 'vue'

  export function createClicksContextBase(current: Ref<number>, clicksStart?: number, clicksTotalOverrides?: number): ClicksContext
}

/** Internal, for print. */
declare module '@slidev/client/composables/useNav.ts' {
  import type { ClicksContext, SlideRoute } from '@slidev/types'
  import type { Ref } from 'vue'

  /** A route's `meta` has the slide it is of. */
  type Route = SlideRoute & {
    readonly meta: {
      readonly slide: { readonly title?: string; readonly noteHTML?: string; readonly frontmatter: Readonly<Record<string, unknown>> }
    }
  }
  export function useNav(): { readonly slides: Ref<readonly Route[]> }
  export function useFixedNav(route: SlideRoute, clicks: ClicksContext): object
}

declare module '@slidev/client/constants.ts' {
  import type { InjectionKey, Ref } from 'vue'

  export const CLICKS_MAX: number
  export const injectionSlideScale: InjectionKey<Ref<number>>
}

declare module '@slidev/client/internals/PrintSlideClick.vue' {
  const component: import('vue').DefineComponent<{ nav: object }>
  export default component
}
