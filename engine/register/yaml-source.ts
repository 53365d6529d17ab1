/** A YAML file read into plain data, with a way back from any field to its line. */
import { isCollection, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type Scalar, visit, type YAMLParseError } from 'yaml'
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
const OPTIONS = { prettyErrors: false, logLevel: 'error', stringKeys: true } as const

/** What was expected where the parser’s own words would not help: they are of the machine, or of an option. */
const SAID: Partial<Record<YAMLParseError['code'], string>> = {
  RESOURCE_EXHAUSTION: TOO_DEEP,
  NON_STRING_KEY: 'a key that is a word; a list or map is none, and a text that begins with a bracket needs quotation marks',
}
const saidOf = ({ code, message }: YAMLParseError): string => SAID[code] ?? `YAML that parses: ${message}`

/**
 * What is written in a text that YAML reads as something else than what a person sees; null where there is nothing.
 *
 * @param file the whole file
 * @param isSeen whether no character of it is hidden: then only one that is written by its number can be
 */
function misread({ type, anchor, tag, value, range }: Scalar, file: string, isSeen: boolean): string | null {
  const [start, end] = range ?? [0, 0]
  const written = file.slice(start, end)
  if (anchor !== undefined) return 'a text in quotation marks where it begins with “&”: the register has no anchors'
  if (tag !== undefined) return 'a text in quotation marks where it begins with “!”: the register has no tags'
  const hidden = typeof value === 'string' && (!isSeen || written.includes('\\')) ? hiddenCharacter(value) : undefined
  if (hidden !== undefined) return `a text without ${nameOf(hidden)}: it cannot be seen`
  if (type !== 'PLAIN') return null
  // A line that begins so was an entry of a list, and is now the end of the text above.
  if (/\n\s*- /.test(written)) return 'each entry of a list at the same indent: a line that begins with “- ” is read as part of this text'
  // “a # b” is “a” to YAML. The register has its comments on lines of their own.
  return /^[ \t]+#/.test(file.slice(end, end + 200))
    ? 'the whole text in quotation marks, or the comment on a line of its own: after “#” nothing is read'
    : null
}

/** Where more brackets are open than any entry has; to read on would take the parser seconds, and then the stack. */
function tooManyOpen(text: string): number | undefined {
  let open = 0
  for (const { 0: bracket, index } of text.matchAll(/[[\]{}]/g)) {
    open = Math.max(0, open + (bracket === '[' || bracket === '{' ? 1 : -1))
    if (open > 10 * DEEPEST) return index
  }
  return undefined
}

/** What each file was read into last: several plugins load the register, and of nine files an edit changes one. */
const last = new Map<string, { readonly text: string; readonly source: YamlSource }>()

/**
 * @param file its path as a diagnostic names it
 * @returns its data, undefined where there is any fault; never throws
 */
export function parseYaml(file: string, text: string): YamlSource {
  const known = last.get(file)
  if (known?.text === text) return known.source
  const source = read(file, text)
  last.set(file, { text, source })
  return source
}

function read(file: string, text: string): YamlSource {
  const written = text.split('\n')
  // One fault to a line: what is said of it after the first is mostly about the same thing.
  const faults = new Map<number, Diagnostic>()
  const tell = (line: number, expected: string) => {
    const value = show((written[line - 1] ?? '').trim())
    if (!faults.has(line)) faults.set(line, { code: 'malformed-yaml', file, line, field: '', value, expected })
  }
  const open = tooManyOpen(text)
  if (open !== undefined) {
    tell(text.slice(0, open).split('\n').length, TOO_DEEP)
    return { file, data: undefined, diagnostics: [...faults.values()], lineOf: () => 1 }
  }

  const lines = new LineCounter()
  const document = parseDocument(text, { ...OPTIONS, lineCounter: lines })
  const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line)
  const tellAt = ({ range }: { readonly range?: readonly number[] | null }, expected: string) => tell(lineAt(range?.[0] ?? 0), expected)
  const [first] = document.errors

  // Said before the parser does, which sees them some lines further on.
  for (const [index, line] of written.entries()) {
    if (/^(?:---|\.\.\.|%)/.test(line)) tell(index + 1, 'one document, without “---”, “...” or a line that begins with “%”')
    else if (first && /^\s*-\s*$/.test(line)) tell(index + 1, 'an entry with something in it')
  }
  if (first) {
    // A quotation mark that is not closed is told by the parser at the end of the file: it is the last that was opened.
    if (first.message.startsWith('Missing closing')) {
      let opened: Scalar | undefined
      visit(document, { Scalar: (_, node) => void (opened = node.type?.startsWith('QUOTE') ? node : opened) })
      tellAt(opened ?? {}, 'a quotation mark at the end of this text too')
    }
    // A line that hangs loose is taken for the key of what follows, and told some lines on: the text before that tells it itself.
    const before = written.slice(0, lineAt(first.pos[0]) - 1).join('\n')
    for (const error of parseDocument(before, OPTIONS).errors) {
      if (error.message.startsWith('Implicit map keys need')) tell(lineAt(error.pos[0]), saidOf(error))
    }
  }
  for (const error of document.errors) tell(lineAt(error.pos[0]), saidOf(error))

  // Comments too: a reader of the file must see what is there.
  const isSeen = hiddenCharacter(text.replaceAll('\r\n', '\n')) === undefined
  for (const [index, line] of isSeen ? [] : written.entries()) {
    const hidden = hiddenCharacter(line.replace(/\r$/, ''), index === 0)
    if (hidden !== undefined) tell(index + 1, `a line without ${nameOf(hidden)}: it cannot be seen`)
  }
  visit(document, {
    // What an alias stands for is written elsewhere: its fields have no line of their own, and it may hold itself.
    Alias: (_, node) => tellAt(node, 'the value itself, in quotation marks where a text begins with “*”: the register has no aliases'),
    Collection: (_, node, above) => {
      if (above.filter(isCollection).length > DEEPEST) {
        tellAt(node, TOO_DEEP)
        return visit.BREAK
      }
      if (node.anchor !== undefined || node.tag !== undefined)
        tellAt(node, 'a list or map alone: the register has no aliases, no anchors and no tags')
      return undefined
    },
    Scalar: (_, node) => {
      const fault = misread(node, text, isSeen)
      if (fault !== null) tellAt(node, fault)
    },
  })

  const lineOf = (path: FieldPath): number => {
    let node: unknown = document.contents
    let offset = 0
    for (const key of path) {
      const pair = isMap(node) ? node.items.find((each) => isScalar(each.key) && each.key.value === key) : undefined
      const place = pair ? pair.key : isSeq(node) ? node.items[key as number] : undefined
      if (!isNode(place) || !place.range) break
      offset = place.range[0]
      node = pair ? pair.value : place
    }
    return lineAt(offset)
  }
  return { file, data: faults.size > 0 ? undefined : document.toJS(), diagnostics: [...faults.values()], lineOf }
}
