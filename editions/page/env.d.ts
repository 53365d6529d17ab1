/** This file must stay without a top-level import or export. */

declare module 'virtual:page-story' {
  export const story: { readonly title: string; readonly description: string }
  export const chapters: readonly (Omit<import('../../engine/story/outline.ts').Chapter, 'sections'> & {
    readonly sections: readonly (import('../../engine/story/outline.ts').Section & { readonly body: import('vue').Component })[]
  })[]
}
