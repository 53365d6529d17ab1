/** Virtual modules of the reading page, as its plugins make them. This file must stay without a top-level import or export. */

declare module 'virtual:page-story' {
  /** Of the deck: its title, and what it is. */
  export const story: { readonly title: string; readonly description: string }
  export const chapters: readonly (Omit<import('../../engine/story/outline.ts').Chapter, 'sections'> & { readonly sections: readonly (import('../../engine/story/outline.ts').Section & { readonly body: import('vue').Component })[] })[]
}
