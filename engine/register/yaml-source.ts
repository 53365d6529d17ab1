/** A YAML file read into plain data, with a way back from any field to its line. */
import { isCollection, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type Scalar, visit } from 'yaml'
import { type Diagnostic, show } from './diagnostics.ts'
import { hiddenCharacter, nameOf } from './hidden-characters.ts'

export type FieldPath = readonly (string | number)[]

export interface YamlSource {
  readonly file: string
  readonly data: unknown
  readonly diagnostics: readonly Diagnostic[]
  /** 1-based line of a field's key or list entry, or of its nearest parent that is there. */
  readonly lineOf: (path: FieldPath) => number
}

/** Deeper than any entry of the register by far; reading goes by recursion, and a text of brackets must not exhaust it. */
const DEEPEST = 100
const TOO_DEEP = `at most ${DEEPEST} lists and maps within each other`

/**
 * What is written in a text that YAML reads as something else than what a person sees; null where there is nothing.
 *
 * @param isSeen whether no character of the file is hidden: then only one that is written by its number can be
 */
function misread({ type, anchor, tag, value }: Scalar, written: string, isSeen: boolean): string | null {
  if (anchor !== undefined) return 'a text in quotation marks where it begins with “&”: the register has no anchors'
  if (tag !== undefined) return 'a text in quotation marks where it begins with “!”: the register has no tags'
  const hidden = typeof value === 'string' && (!isSeen || written.includes('\\')) ? hiddenCharacter(value) : undefined
  if (hidden !== undefined) return `a text without ${nameOf(hidden)}: it cannot be seen`
  // A line that begins so was an entry of a list, and is now the end of the text above.
  if (type === 'PLAIN' && /\n\s*- /.test(written)) return 'each entry of a list at the same indent: a line that begins with “- ” is read as part of this text'
  return null
}

/** What each file was read into last: several plugins load the register, and of nine files an edit changes one. */
const last = new Map<string, { readonly text: string; readonly source: YamlSource }>()

export function parseYaml(file: string, text: string): YamlSource {
  const known = last.get(file)
  if (known?.text === text) return known.source
  const source = parse(file, text)
  last.set(file, { text, source })
  return source
}

/** The line on which more brackets are open than any entry has; to read on would take the parser seconds, and then the stack. */
function tooManyOpen(text: string): number | null {
  // Few texts have so many at all.
  if ((text.match(/[[{]/g)?.length ?? 0) <= 10 * DEEPEST) return null
  let open = 0
  let line = 1
  for (const character of text) {
    if (character === '\n') line++
    else if (character === '[' || character === '{') open++
    else if ((character === ']' || character === '}') && open > 0) open--
    if (open > 10 * DEEPEST) return line
  }
  return null
}

function parse(file: string, text: string): YamlSource {
  const open = tooManyOpen(text)
  if (open !== null) return { file, data: undefined, diagnostics: [{ code: 'malformed-yaml', file, line: open, field: '', value: show((text.split('\n')[open - 1] ?? '').trim()), expected: TOO_DEEP }], lineOf: () => 1 }
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' })
  const written = text.split('\n')
  // One fault to a line: what the parser says after the first is mostly about the same thing.
  const diagnostics = new Map<number, Diagnostic>()
  const tell = (offset: number, expected: string) => {
    const line = Math.max(1, lines.linePos(offset).line)
    if (!diagnostics.has(line)) diagnostics.set(line, { code: 'malformed-yaml', file, line, field: '', value: show((written[line - 1] ?? '').trim()), expected })
  }
  // Said before the parser does, which sees them some lines further on.
  for (const [index, line] of written.entries()) {
    const start = lines.lineStarts[index] ?? 0
    if (/^(?:---|\.\.\.|%)/.test(line)) tell(start, 'one document, without “---”, “...” or a line that begins with “%”')
    else if (document.errors.length > 0 && /^\s*-\s*$/.test(line)) tell(start, 'an entry with something in it')
  }
  // A line that hangs loose is taken for the key of what follows, and told some lines on: the text before that tells it itself.
  const [first] = document.errors
  // A quotation mark that is not closed is told by the parser at the end of the file: it is the last that was opened.
  if (first?.message.startsWith('Missing closing')) {
    let opened = 0
    visit(document, { Scalar: (_, { type, range }) => { if (type?.startsWith('QUOTE') && range) opened = Math.max(opened, range[0]) } })
    tell(opened, 'a quotation mark at the end of this text too')
  }
  if (first) {
    const before = written.slice(0, lines.linePos(first.pos[0]).line - 1).join('\n')
    for (const error of parseDocument(before, { prettyErrors: false, logLevel: 'error' }).errors)
      if (error.message.startsWith('Implicit map keys need')) tell(error.pos[0], `YAML that parses: ${error.message}`)
  }
  // The parser goes by recursion too, and says so in the words of the machine.
  for (const error of document.errors) tell(error.pos[0], error.message.includes('call stack') ? TOO_DEEP : `YAML that parses: ${error.message}`)
  // Comments too: a reader of the file must see what is there.
  const isSeen = hiddenCharacter(text.replaceAll('\r\n', '\n')) === undefined
  for (const [index, line] of isSeen ? [] : written.entries()) {
    const hidden = hiddenCharacter(line.replace(/\r$/, ''), index === 0)
    if (hidden !== undefined) tell(lines.lineStarts[index] ?? 0, `a line without ${nameOf(hidden)}: it cannot be seen`)
  }
  // What an alias stands for is written elsewhere: its fields have no line of their own, and it may hold itself.
  visit(document, {
    Alias: (_, { range }) => tell(range?.[0] ?? 0, 'the value itself, in quotation marks where a text begins with “*”: the register has no aliases'),
    Collection: (_, { anchor, tag, range }, above) => {
      if (above.filter(isCollection).length > DEEPEST) {
        tell(range?.[0] ?? 0, TOO_DEEP)
        return visit.BREAK
      }
      if (anchor !== undefined || tag !== undefined) tell(range?.[0] ?? 0, 'a list or map alone: the register has no aliases, no anchors and no tags')
      return undefined
    },
    Pair: (_, { key }) => {
      if (!isScalar(key)) tell(isNode(key) ? (key.range?.[0] ?? 0) : 0, 'a key that is a word: the register has no list or map for one')
    },
    Scalar: (_, node) => {
      const [start, end] = node.range ?? [0, 0, 0]
      const fault = misread(node, text.slice(start, end), isSeen)
      if (fault !== null) tell(start, fault)
      // “a # b” is “a” to YAML. The register has its comments on lines of their own.
      else if (node.type === 'PLAIN' && /^[ \t]+#/.test(text.slice(end, end + 200))) tell(end, 'the whole text in quotation marks, or the comment on a line of its own: after “#” nothing is read')
    },
  })

  const lineOf = (path: FieldPath): number => {
    let node: unknown = document.contents
    let offset = 0
    for (const key of path) {
      const pair = isMap(node) ? node.items.find(({ key: name }) => isScalar(name) && (name.value === null ? '' : String(name.value as string | number)) === key) : undefined
      const place = pair ? pair.key : isSeq(node) && typeof key === 'number' ? node.items[key] : undefined
      if (!isNode(place) || !place.range) break
      offset = place.range[0]
      node = pair ? pair.value : place
    }
    return Math.max(1, lines.linePos(offset).line)
  }
  return { file, data: diagnostics.size > 0 ? undefined : document.toJS(), diagnostics: [...diagnostics.values()], lineOf }
}
