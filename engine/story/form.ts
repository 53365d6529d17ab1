/** What a page may consist of. Anything else Slidev would run, drop without a word, or show as it stands. */
import { type Diagnostic, show } from '../register/diagnostics.ts'
import { hiddenCharacter, nameOf } from '../register/hidden-characters.ts'
import { parseYaml } from '../register/yaml-source.ts'
import { type Components, kebab } from './component.ts'
import { isTalkLength, TALK_LENGTHS } from './talk-length.ts'
import { readTags, type Tag } from './uses.ts'

export interface StoryParts {
  readonly layouts: readonly string[]
  readonly components: Components
}

const isClick = (step: unknown) => Number.isInteger(step) && (step as number) >= 0 && (step as number) < 100
/** The first slide holds Slidev’s own settings too. */
const KEYS: Readonly<Record<string, (parts: StoryParts) => readonly [holds: (value: unknown) => boolean, expected: string]>> = {
  layout: ({ layouts }) => [(value) => layouts.includes(value as string), `one of ${layouts.join(', ')}`],
  step: () => [(value) => typeof value === 'string', 'the id of a step'],
  chapter: () => [(value) => typeof value === 'string' && value.trim() !== '' && value.length <= 60, 'a heading of at most 60 characters'],
  aside: () => [(value) => typeof value === 'boolean', 'true or false'],
  printSteps: () => [(value) => Array.isArray(value) && value.length > 0 && value.every(isClick), 'a list of clicks, as [1, 10]'],
  minutes: () => [isTalkLength, `the shortest talk it is part of, in minutes: ${TALK_LENGTHS.join(' or ')}`],
  src: () => [(value) => /^\.\/pages\/\d\d-[a-z-]+\.md$/.test(String(value)), 'a page, as ./pages/01-two-questions.md'],
}

/** Characters: a paragraph of the notes is one line. */
const LONGEST = 4000
const RULE = /^---+\s*$/
const COUNT = 'a count of the register, as {{ gradeable }}: nothing else is worked out in a slide'

/** Code from a file, a formula, a slot. Slidev’s reader would take a rule for the end of a slide. */
const SLIDEV = /^\s*(?:<<<|\$\$|::[\w-]+::|:::|\*\*\*+\s*$|___+\s*$|- - -)/
type Refused = readonly (readonly [pattern: RegExp, expected: string])[]
/** Once tags are taken out. */
const NOT_SHOWN: Refused = [
  [/<\s*[A-Za-z!/?]/, 'a tag that is closed on its line'],
  [/\]\(|\]\[|!\[|^\s*\[[^\]]*\]:/, 'no link and no picture: a slide links by its components'],
  [/\[click\b/i, 'a click mark within the notes'],
  [/^#{1,6}(?![\s#])\S|^#\s*$/, 'a heading “# …” with its words'],
]
const NOT_SAID: Refused = [[/(?<!\[)\bclick(?::\d+)?\]|<\/?[A-Za-z]/, 'words and [click]: notes have no tags']]

/**
 * @param file from the project's root
 * @param text of the file, whole
 * @param whole whether each slide must have its heading and its notes, as those of this deck have; one being written may not
 */
export function checkForm(file: string, text: string, parts: StoryParts, whole = false): Diagnostic[] {
  const faults: Diagnostic[] = []
  const lines = text.split('\n').map((line) => line.replace(/\r$/, ''))
  const tell = (line: number, expected: string, value = lines[line - 1] ?? '', field = '') =>
    void faults.push({ code: 'story-form', file, line, field, value: show(value.trim()), expected })
  const refuse = (line: number, words: string, refused: Refused) => {
    for (const [pattern, expected] of refused) if (pattern.test(words)) tell(line, expected)
  }

  // Slidev makes a slide of whatever stands before it, be it blank or a byte order mark.
  if (!/^---\s*$/.test(lines[0]!))
    tell(1, 'a page that begins with “---” and its frontmatter, without a blank line or a byte order mark before it')
  for (const [index, line] of lines.entries()) {
    const hidden = hiddenCharacter(line, index === 0)
    if (hidden !== undefined) tell(index + 1, `a line without ${nameOf(hidden)}: it cannot be seen`)
    if (line.length > LONGEST) tell(index + 1, `at most ${LONGEST} characters`)
  }

  const frontmatter = (from: number, to: number, isHead: boolean) => {
    const { data, diagnostics, lineOf } = parseYaml(`${file}#${from}`, lines.slice(from, to).join('\n'))
    faults.push(...diagnostics.map((fault) => ({ ...fault, file, line: fault.line + from })))
    if (diagnostics.length > 0) return
    if (typeof data !== 'object' || data === null || Array.isArray(data)) return tell(from + 1, 'keys with their values, as “layout: step”')
    for (const [key, value] of Object.entries(data)) {
      const known = Object.hasOwn(KEYS, key) ? KEYS[key]!(parts) : undefined
      const [holds, expected] = known ?? [() => isHead, `one of the keys ${Object.keys(KEYS).join(', ')}`]
      if (!holds(value)) tell(from + lineOf([key]), expected, `${key}: ${String(value)}`, key)
    }
  }

  const checkTag = (line: number, { name, closes, attributes, written: all }: Tag) => {
    if (name === '!') tell(line, 'notes as “<!-- … -->”: a slide has no HTML of its own', all)
    else if (name === 'template') {
      const isSlot = attributes.length === 1 && /^#[a-z]+$/.test(attributes[0]!.written)
      if (!closes && !isSlot) tell(line, '<template #name>', all)
    } else if (!Object.hasOwn(parts.components, name)) tell(line, 'a component of components/: a slide has no HTML of its own', all)
    else {
      const known = Object.keys(parts.components[name]!.attributes).map(kebab)
      const its = known.length > 0 ? `one of its attributes: ${known.join(', ')}` : 'no attribute: it has none'
      for (const { name: key, value, written } of attributes) {
        const bound = key.startsWith(':')
        const fault = (expected: string) => tell(line, expected, written, `<${name}>`)
        if (value === null || !/^:?[\w-]+$/.test(key)) fault('attributes as key="value", or :key="1"')
        else if (!known.includes(key.replace(':', ''))) fault(its)
        else if (!(bound ? /^\d{1,3}$/ : /^[\w ,|-]+$/).test(value)) fault(bound ? 'a number after “:”' : 'ids and words')
      }
    }
  }

  /** The slide that is being read; `elsewhere`: it is another file’s. */
  let slide = { begins: 1, elsewhere: RULE.test(lines[0]!), headings: [] as number[], notes: 0 }
  /** Line on which an open note began. */
  let note: number | null = null
  let drawing: { readonly line: number; readonly mark: string } | null = null
  const endSlide = () => {
    if (note !== null) tell(note, 'notes that end with “-->”')
    if (drawing) tell(drawing.line, `a drawing that ends with “${drawing.mark}”`)
    ;[note, drawing] = [null, null]
    const { begins, elsewhere, headings, notes } = slide
    if (!whole || elsewhere) return
    if (headings.length !== 1) tell(headings.at(-1) ?? begins, `one heading “# …” a slide; this one has ${headings.length}`)
    if (notes !== 1) tell(begins, 'one note “<!-- … -->” a slide', `${notes} notes`)
  }

  const shown = (at: number, piece: string): string => {
    const { tags, words } = readTags(piece)
    for (const tag of tags) checkTag(at, tag)
    refuse(at, words, NOT_SHOWN)
    if (/^#\s/.test(words)) slide.headings.push(at)
    return words
  }
  const said = (at: number, piece: string): string => {
    for (const [bracket] of piece.matchAll(/\[[^\]]*\]?/g)) {
      if (!/^\[click(?::[1-9]\d?)?\]$/.test(bracket)) tell(at, '[click], or [click:2]; notes have no other brackets', bracket)
    }
    refuse(at, piece, NOT_SAID)
    return piece
  }
  /** Without tags. */
  const wordsOf = (at: number, line: string): string =>
    line
      .split(/(<!--|-->)/)
      .map((piece) => {
        if (piece === '<!--') {
          if (note !== null) tell(at, 'notes that end with “-->” before others begin')
          else slide.notes++
          note ??= at
        } else if (piece === '-->') {
          if (note === null) tell(at, 'notes that begin with “<!--”')
          note = null
        } else return note === null ? shown(at, piece) : said(at, piece)
        return ' '
      })
      .join('')

  const checkLine = (at: number, line: string) => {
    const fence = /^\s*(`{3,}|~{3,})(.*)$/.exec(line)
    if (drawing) {
      if (fence && fence[1] === drawing.mark && fence[2]!.trim() === '') drawing = null
      return
    }
    if (SLIDEV.test(line)) tell(at, 'words or a component: nothing else is made of a line here')
    if (fence && note === null) {
      drawing = { line: at, mark: fence[1]! }
      if (fence[2]!.trim() !== 'mermaid') tell(at, 'a drawing: “```mermaid”. A slide has no other code')
      return
    }
    if (fence) tell(at, 'prose: notes have no code')
    if (note === null && Object.keys(KEYS).some((key) => line.startsWith(`${key}:`)))
      tell(at, 'frontmatter: a line “---” before it and after it')
    const words = wordsOf(at, line)
    const left = words.replace(/\{\{.*?\}\}/g, (count) => {
      if (!/^\{\{\s*[A-Za-z][\w. -]*\s*\}\}$/.test(count)) tell(at, COUNT, count)
      return ''
    })
    if (/\{\{|\}\}|\{[.#:]|\$\{/.test(left)) tell(at, 'a count that is closed on its line, as {{ gradeable }}')
  }

  for (let at = 0; at < lines.length; at++) {
    if (drawing || !RULE.test(lines[at]!)) {
      checkLine(at + 1, lines[at]!)
      continue
    }
    // As Slidev divides: where a line with words follows a rule, frontmatter up to the next.
    endSlide()
    // More dashes are a rule to one part of Slidev and the end of a slide to another.
    const dashes = (line: number) => lines[line]!.trim().length > 3 && tell(line + 1, 'three dashes')
    dashes(at)
    slide = { begins: at + 1, elsewhere: false, headings: [], notes: 0 }
    if ((lines[at + 1] ?? '').trim() === '') continue
    const end = lines.findIndex((line, index) => index > at && RULE.test(line))
    if (end < 0) {
      tell(at + 1, 'frontmatter that ends with “---”')
      return faults
    }
    dashes(end)
    frontmatter(at + 1, end, at === 0 && file === 'slides.md')
    slide.elsewhere = lines.slice(at + 1, end).some((line) => line.startsWith('src:'))
    at = end
  }
  endSlide()
  return faults
}
