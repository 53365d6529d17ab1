/** The components that a slide's Markdown names, with their attributes as they are written. */

/** Attributes of one use, as they are written in a slide: the name without a colon, and the text. */
export type Attributes = Readonly<Record<string, string>>

export const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** A component on a slide. */
export interface ComponentUse {
  readonly name: string
  readonly attributes: Attributes
}

/** Components in Markdown, in order, with their attributes. */
export const componentsIn = (markdown: string): ComponentUse[] =>
  [...markdown.matchAll(/<([A-Z]\w*)([^<>]*?)\/?>/g)].map(([, name, attributes]) => ({
    name: name!,
    attributes: Object.fromEntries([...attributes!.matchAll(/:?([\w-]+)="([^"]*)"/g)].map(([, key, value]) => [key!, value!])),
  }))

/** Ids in an attribute: a list has blanks between, a sequence bars too. */
export const idsIn = (written: string): string[] => written.split(/[\s|]+/).filter(Boolean)
