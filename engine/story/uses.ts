/** Build time only: what reaches the browser is in component.ts. */
import { QuoteType, Tokenizer } from 'htmlparser2'
import type { Attributes } from './component.ts'

export interface Tag {
  /** “!” of a comment, or of what a browser takes for one. */
  readonly name: string
  readonly closes: boolean
  /** From “<” to “>”. */
  readonly written: string
  /** `value` is null where it is not in double quotation marks. */
  readonly attributes: readonly { readonly name: string; readonly value: string | null; readonly written: string }[]
}

/** `words`: a blank for each tag, and a tag that does not end as it is written. */
export function readTags(text: string): { readonly tags: readonly Tag[]; readonly words: string } {
  const tags: Tag[] = []
  let words = ''
  /** Where a tag begins. */
  let read = 0
  let name = ''
  let attributes: { name: string; value: string | null; written: string }[] = []
  let attribute: readonly [start: number, end: number] = [0, 0]
  const take = (tag: string, last: number, closes = false) => {
    tags.push({ name: tag, closes, written: text.slice(read, last + 1), attributes })
    words += ' '
    read = last + 1
    attributes = []
  }
  const ignore = () => {}
  const tokens = new Tokenizer(
    { decodeEntities: false, recognizeSelfClosing: true },
    {
      ontext(_, end) {
        words += text.slice(read, end)
        read = end
      },
      onopentagname: (start, end) => void (name = text.slice(start, end)),
      onattribname: (start, end) => void (attribute = [start, end]),
      onattribend(quote, end) {
        const [start, named] = attribute
        const written = text.slice(start, end)
        const value = quote === QuoteType.Double ? written.slice(written.indexOf('"') + 1, -1) : null
        attributes.push({ name: text.slice(start, named), value, written })
      },
      onopentagend: (last) => take(name, last),
      onselfclosingtag: (last) => take(name, last),
      onclosetag(start, end) {
        const last = text.indexOf('>', end)
        if (last >= 0) take(text.slice(start, end), last, true)
      },
      oncomment: (_, last) => take('!', last),
      ondeclaration: (_, last) => take('!', last),
      onprocessinginstruction: (_, last) => take('!', last),
      oncdata: (_, last) => take('!', last),
      onattribdata: ignore,
      onattribentity: ignore,
      ontextentity: ignore,
      onend: () => void (words += text.slice(read)),
    },
  )
  tokens.write(text)
  tokens.end()
  return { tags, words }
}

export interface ComponentUse {
  readonly name: string
  readonly attributes: Attributes
}

/**
 * Components in Markdown, in order, with their attributes; none in notes.
 *
 * @example
 * componentsIn('Words.\n\n<ClaimCards ids="C01 C02" :page="1" />')
 * // [{ name: 'ClaimCards', attributes: { ids: 'C01 C02', page: '1' } }]
 */
export const componentsIn = (markdown: string): ComponentUse[] =>
  readTags(markdown)
    .tags.filter(({ name, closes }) => /^[A-Z]/.test(name) && !closes)
    .map((tag) => ({
      name: tag.name,
      attributes: Object.fromEntries(
        tag.attributes.flatMap(({ name, value }) => (value === null ? [] : [[name.replace(/^:/, ''), value]])),
      ),
    }))
