/**
 * What a page of the story may consist of: words, components with the attributes they have, counts, notes. Anything else
 * Slidev would run (an expression, a handler, a script), drop without a word (a chapter whose frontmatter does not parse)
 * or show as it stands (a click mark that is none).
 */
import { type Diagnostic, show } from '../register/diagnostics.ts'
import { hiddenCharacter, nameOf } from '../register/hidden-characters.ts'
import { isTalkLength, TALK_LENGTHS } from './talk-length.ts'
import { parseYaml } from '../register/yaml-source.ts'
import { kebab } from './uses.ts'
import type { Components } from './component.ts'

/** What the project has, by name. */
export interface StoryParts {
  readonly layouts: readonly string[]
  readonly components: Components
}

/** Of a slide; the first slide holds Slidev's own settings too. */
const KEYS: Readonly<Record<string, (value: unknown, parts: StoryParts) => string | null>> = {
  layout: (value, { layouts }) => (layouts.includes(value as string) ? null : `one of ${layouts.join(', ')}`),
  step: (value) => (typeof value === 'string' ? null : 'the id of a step'),
  chapter: (value) => (typeof value === 'string' && value.trim() !== '' && value.length <= 60 ? null : 'a heading of at most 60 characters'),
  aside: (value) => (typeof value === 'boolean' ? null : 'true or false'),
  printSteps: (value) => (Array.isArray(value) && value.length > 0 && value.every((step) => Number.isInteger(step) && step >= 0 && step < 100) ? null : 'a list of clicks, as [1, 10]'),
  minutes: (value) => (isTalkLength(value) ? null : `the shortest talk it is part of, in minutes: ${TALK_LENGTHS.join(' or ')}`),
  src: (value) => (typeof value === 'string' && /^\.\/pages\/\d\d-[a-z-]+\.md$/.test(value) ? null : 'a page, as ./pages/01-two-questions.md'),
}

/** Characters that one line of a page may have: a paragraph of the notes is one line. */
const LONGEST = 4000
/** A tag, and its attributes up to the end of the line: a component stands on one line. */
const TAG = /<(\/?)([A-Za-z!?][^\s/>]*)([^<>]*?)(\/?)>/g

const plainCount = /^\{\{\s*[A-Za-z][\w. -]*\s*\}\}$/

/**
 * @param file from the project's root
 * @param text of the file, whole
 * @param whole whether each slide must have its heading and its notes, as those of this deck have; one being written may not
 */
export function checkForm(file: string, text: string, parts: StoryParts, whole = false): Diagnostic[] {
  const faults: Diagnostic[] = []
  const lines = text.split('\n').map((line) => line.replace(/\r$/, ''))
  const tell = (line: number, field: string, value: string, expected: string) => faults.push({ code: 'story-form', file, line, field, value: show(value.trim()), expected })
  const first = file === 'slides.md'
  // Slidev makes a slide of its own of whatever stands before it, be it blank or a byte order mark.
  if (!/^---\s*$/.test(lines[0]!)) tell(1, '', lines[0]!, 'a page that begins with “---” and its frontmatter, without a blank line or a byte order mark before it')

  for (const [index, line] of lines.entries()) {
    const hidden = hiddenCharacter(line, index === 0)
    if (hidden !== undefined) tell(index + 1, '', line, `a line without ${nameOf(hidden)}: it cannot be seen`)
    if (line.length > LONGEST) tell(index + 1, '', line, `at most ${LONGEST} characters`)
  }

  const frontmatter = (from: number, to: number, firstSlide: boolean) => {
    const source = parseYaml(`${file}#${from}`, lines.slice(from, to).join('\n'))
    faults.push(...source.diagnostics.map((fault) => ({ ...fault, file, line: fault.line + from })))
    if (source.diagnostics.length > 0) return
    const { data } = source
    if (typeof data !== 'object' || data === null || Array.isArray(data)) return void tell(from + 1, '', lines[from] ?? '', 'keys with their values, as “layout: step”')
    for (const [key, value] of Object.entries(data)) {
      const line = from + source.lineOf([key])
      const rule = Object.hasOwn(KEYS, key) ? KEYS[key] : undefined
      const expected = rule ? rule(value, parts) : first && firstSlide ? null : `one of the keys ${Object.keys(KEYS).join(', ')}`
      if (expected !== null) tell(line, key, `${key}: ${String(value)}`, expected)
    }
  }

  const attributes = (line: number, name: string, written: string) => {
    const known = Object.keys(parts.components[name]!.attributes).map(kebab)
    const rest = written.replace(/\s+(:?)([\w-]+)="([^"]*)"/g, (all, bound: string, key: string, value: string) => {
      if (!known.includes(key)) tell(line, `<${name}>`, all, known.length > 0 ? `one of its attributes: ${known.join(', ')}` : 'no attribute: it has none')
      else if (bound !== '' && !/^\d{1,3}$/.test(value)) tell(line, `<${name}>`, all, 'a number after “:”')
      else if (bound === '' && !/^[\w ,|-]+$/.test(value)) tell(line, `<${name}>`, all, 'ids and words')
      return ''
    })
    if (rest.trim() !== '') tell(line, `<${name}>`, rest, 'attributes as key="value", or :key="1"')
  }

  /** Markup of one line outside notes; returns it without. */
  const markup = (line: number, written: string) => {
    for (const [all, close, name, attrs] of written.matchAll(TAG)) {
      if (name === 'template') {
        if (close === '' && !/^\s+#[a-z]+$/.test(attrs!)) tell(line, '', all, '<template #name>')
      } else if (!Object.hasOwn(parts.components, name!)) tell(line, '', all, 'a component of components/: a slide has no HTML of its own')
      else if (close === '') attributes(line, name!, attrs!)
    }
    const words = written.replace(TAG, ' ')
    if (/[<]\s*[A-Za-z!/?]/.test(words)) tell(line, '', written, 'a tag that is closed on its line')
    if (/\]\(|\]\[|^\s*\[[^\]]*\]:/.test(words) || /!\[/.test(words)) tell(line, '', written, 'no link and no picture: a slide links by its components')
    return words
  }

  let at = 0
  let slide = 0
  let headings = 0
  let heading = 0
  let source = false
  /** Line on which an open note began; null outside. */
  let note: number | null = null
  let notes = 0
  let fence: { line: number; mark: string } | null = null
  const endSlide = (line: number) => {
    if (note !== null) tell(note, '', lines[note - 1] ?? '', 'notes that end with “-->”')
    if (fence !== null) tell(fence.line, '', lines[fence.line - 1] ?? '', `a drawing that ends with “${fence.mark}”`)
    if (whole && slide > 0 && !source && headings !== 1) tell(heading || line, '', lines[(heading || line) - 1] ?? '', `one heading “# …” a slide; this one has ${headings}`)
    if (whole && slide > 0 && !source && notes !== 1) tell(line, '', `${notes} notes`, 'one note “<!-- … -->” a slide')
    ;[note, notes, fence, headings, heading] = [null, 0, null, 0, 0]
  }
  let begins = 1
  while (at < lines.length) {
    const line = lines[at]!
    // As Slidev divides: a rule, and where a line with words follows it, frontmatter up to the next rule.
    if (/^---+\s*$/.test(line) && fence === null) {
      // More dashes are a rule to one part of Slidev and the end of a slide to another.
      if (line.trim().length > 3) tell(at + 1, '', line, 'three dashes')
      endSlide(begins)
      begins = at + 1
      slide++
      source = false
      if ((lines[at + 1] ?? '').trim() !== '') {
        const end = lines.findIndex((each, index) => index > at && /^---+\s*$/.test(each))
        if (end < 0) {
          tell(at + 1, '', line, 'frontmatter that ends with “---”')
          return faults
        }
        if (lines[end]!.trim().length > 3) tell(end + 1, '', lines[end]!, 'three dashes')
        frontmatter(at + 1, end, slide === 1)
        source = lines.slice(at + 1, end).some((each) => /^src:/.test(each))
        at = end
      }
      at++
      continue
    }
    slide = Math.max(slide, 1)
    if (note === null && fence === null && /^(?:layout|step|chapter|aside|printSteps|minutes|src):/.test(line)) tell(at + 1, '', line, 'frontmatter: a line “---” before it and after it')
    // Slidev's own: code from a file, a formula, a slot. A rule would be taken for the end of a slide by a reader.
    if (fence === null && /^\s*(?:<<<|\$\$|::[\w-]+::|:::|\*\*\*+\s*$|___+\s*$|- - -)/.test(line)) tell(at + 1, '', line, 'words or a component: nothing else is made of a line here')
    if (note !== null && /^\s*(?:`{3,}|~{3,})/.test(line)) tell(at + 1, '', line, 'prose: notes have no code')
    const mark = /^\s*(`{3,}|~{3,})(.*)$/.exec(line)
    if (note === null && mark) {
      if (fence === null) {
        fence = { line: at + 1, mark: mark[1]! }
        if (mark[2]!.trim() !== 'mermaid') tell(at + 1, '', line, 'a drawing: “```mermaid”. A slide has no other code')
      } else if (mark[1] === fence.mark && mark[2]!.trim() === '') fence = null
    } else if (fence === null) {
      let rest = line
      let words = ''
      while (rest !== '') {
        if (note !== null) {
          const end = rest.indexOf('-->')
          const said = end < 0 ? rest : rest.slice(0, end)
          if (/<!--/.test(said)) tell(at + 1, '', line, 'notes that end with “-->” before others begin')
          for (const [bracket] of said.matchAll(/\[[^\]]*\]?/g)) if (!/^\[click(?::[1-9]\d?)?\]$/.test(bracket)) tell(at + 1, '', bracket, '[click], or [click:2]; notes have no other brackets')
          if (/(?<!\[)\bclick(?::\d+)?\]|<\/?[A-Za-z]/.test(said)) tell(at + 1, '', said, 'words and [click]: notes have no tags')
          words += ` ${said}`
          rest = end < 0 ? '' : rest.slice(end + 3)
          if (end >= 0) note = null
        } else {
          const start = rest.indexOf('<!--')
          const shown = markup(at + 1, start < 0 ? rest : rest.slice(0, start))
          if (/-->/.test(shown)) tell(at + 1, '', line, 'notes that begin with “<!--”')
          if (/\[click\b/i.test(shown)) tell(at + 1, '', line, 'a click mark within the notes')
          if (/^#\s/.test(shown)) {
            headings++
            heading = at + 1
          }
          if (/^#{1,6}(?![\s#])\S/.test(shown) || /^#\s*$/.test(shown)) tell(at + 1, '', line, 'a heading “# …” with its words')
          words += ` ${shown}`
          rest = start < 0 ? '' : rest.slice(start + 4)
          if (start >= 0) {
            note = at + 1
            notes++
          }
        }
      }
      const counts = words.match(/\{\{.*?\}\}/g) ?? []
      for (const count of counts) if (!plainCount.test(count)) tell(at + 1, '', count, 'a count of the register, as {{ gradeable }}: nothing else is worked out in a slide')
      if (/\{\{|\}\}|\{[.#:]|\$\{/.test(counts.reduce((left, count) => left.replace(count, ''), words))) tell(at + 1, '', line, 'a count that is closed on its line, as {{ gradeable }}')
    }
    at++
  }
  endSlide(begins)
  return faults
}
