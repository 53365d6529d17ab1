import { isCollection, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type Scalar, visit, type YAMLParseError } from 'yaml'
import { type Diagnostic, show } from './diagnostics.ts'
import { hiddenCharacter, nameOf } from './hidden-characters.ts'

export type FieldPath = readonly (string | number)[]

export interface YamlSource {
  readonly file: string
  readonly data: unknown
  readonly diagnostics: readonly Diagnostic[]
  /** 1-based; of a field that is not there, the line of its nearest parent. */
  readonly lineOf: (path: FieldPath) => number
}

/** Reading goes by recursion, and a text of brackets must not exhaust it. */
const DEEPEST = 100
const TOO_DEEP = `at most ${DEEPEST} lists and maps within each other`
const OPTIONS = { prettyErrors: false, logLevel: 'error', stringKeys: true } as const

/** Where the parser’s own words would not help: they are of the machine, or of an option. */
const SAID: Partial<Record<YAMLParseError['code'], string>> = {
  RESOURCE_EXHAUSTION: TOO_DEEP,
  NON_STRING_KEY: 'a key that is a word; a list or map is none, and a text that begins with a bracket needs quotation marks',
}
const saidOf = ({ code, message }: YAMLParseError): string => SAID[code] ?? `YAML that parses: ${message}`

/** What YAML reads otherwise than a person sees it. `isSeen`: no character of the file is hidden. */
function misread({ type, anchor, tag, value, range }: Scalar, file: string, isSeen: boolean): string | null {
  const [start, end] = range ?? [0, 0]
  const written = file.slice(start, end)
  if (anchor !== undefined) return 'a text in quotation marks where it begins with “&”: the register has no anchors'
  if (tag !== undefined) return 'a text in quotation marks where it begins with “!”: the register has no tags'
  const hidden = typeof value === 'string' && (!isSeen || written.includes('\\')) ? hiddenCharacter(value) : undefined
  if (hidden !== undefined) return `a text without ${nameOf(hidden)}: it cannot be seen`
  if (type !== 'PLAIN') return null
  // That line was an entry of a list.
  if (/\n\s*- /.test(written)) return 'each entry of a list at the same indent: a line that begins with “- ” is read as part of this text'
  // “a # b” is “a” to YAML.
  return /^[ \t]+#/.test(file.slice(end, end + 200))
    ? 'the whole text in quotation marks, or the comment on a line of its own: after “#” nothing is read'
    : null
}

/** To read on would take the parser seconds, and then the stack. */
function tooManyOpen(text: string): number | undefined {
  let open = 0
  for (const { 0: bracket, index } of text.matchAll(/[[\]{}]/g)) {
    open = Math.max(0, open + (bracket === '[' || bracket === '{' ? 1 : -1))
    if (open > 10 * DEEPEST) return index
  }
  return undefined
}

/** Several plugins load the register, and of nine files an edit changes one. */
const last = new Map<string, { readonly text: string; readonly source: YamlSource }>()

/** @param file as a diagnostic names it @returns its data, undefined where there is any fault; never throws */
export function parseYaml(file: string, text: string): YamlSource {
  const known = last.get(file)
  if (known?.text === text) return known.source
  const source = read(file, text)
  last.set(file, { text, source })
  return source
}

function read(file: string, text: string): YamlSource {
  const written = text.split('\n')
  // What is said of a line after its first fault is mostly about the same thing.
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

  // The parser sees them some lines further on.
  for (const [index, line] of written.entries()) {
    if (/^(?:---|\.\.\.|%)/.test(line)) tell(index + 1, 'one document, without “---”, “...” or a line that begins with “%”')
    else if (first && /^\s*-\s*$/.test(line)) tell(index + 1, 'an entry with something in it')
  }
  if (first) {
    // The parser tells a quotation mark that is not closed at the end of the file: it is the last that was opened.
    if (first.message.startsWith('Missing closing')) {
      let opened: Scalar | undefined
      visit(document, { Scalar: (_, node) => void (opened = node.type?.startsWith('QUOTE') ? node : opened) })
      tellAt(opened ?? {}, 'a quotation mark at the end of this text too')
    }
    // A loose line is taken for the key of what follows, and told there: the text before it tells it here.
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
    // The fields of an alias have no line of their own, and it may hold itself.
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
