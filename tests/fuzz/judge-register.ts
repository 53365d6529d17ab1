/**
 * What becomes of a changed register. Two outcomes are good: it is refused, and a diagnostic names the line; or it is
 * harmless, which must be shown:
 * - “same”: file and base hold the same data, and register and data files come out equal to the byte; or
 * - “as written”: what the file now holds differs from before at the changed place alone, and the register differs from
 *   before in nothing that the change does not say: its new words, or what is derived from the key that was changed.
 * Everything else is a fault of the loader.
 */
import { parse as parseCsv } from 'csv-parse/sync'
import { isMap, isNode, isScalar, isSeq, parseDocument } from 'yaml'
import { DIAGNOSTIC_CODES, type Diagnostic, formatDiagnostics } from '../../engine/register/diagnostics.ts'
import { loadRegister } from '../../engine/analysis/load.ts'
import { type RegisterFile, registerPath } from '../../engine/register/parse.ts'
import type { Register } from '../../engine/analysis/register.ts'
import { dataText } from '../../editions/data/texts.ts'
import type { Mutation } from './register-mutations.ts'

export type Outcome = 'refused' | 'same' | 'as written'
export interface Judged {
  readonly outcome: Outcome | 'fault'
  /** What is wrong, where something is. */
  readonly why: string
  readonly codes: readonly string[]
  readonly milliseconds: number
}

/** Longest that one file may take; far above what any takes, on a busy machine too. */
const LIMIT = 5000

export interface Base {
  readonly texts: Readonly<Record<RegisterFile, string>>
  readonly register: Register
  readonly csv: string
  readonly jsonld: string
}

export function baseOf(texts: Base['texts']): Base {
  const { register, diagnostics } = loadRegister(texts)
  if (!register) throw new Error(formatDiagnostics(diagnostics))
  return { texts, register, csv: dataText('claims.csv', register), jsonld: dataText('claims.jsonld', register) }
}

interface Change {
  /** 1-based lines of the changed text between which it differs from the base. */
  readonly first: number
  readonly last: number
  /** First line on which the base differs, and the last. */
  readonly lastBefore: number
  readonly removed: string
  readonly added: string
}

export function changeOf(before: string, after: string): Change {
  const a = before.split('\n')
  const b = after.split('\n')
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head++
  let tail = 0
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++
  return {
    first: head + 1,
    last: Math.max(head + 1, b.length - tail),
    lastBefore: Math.max(head + 1, a.length - tail),
    removed: a.slice(head, a.length - tail).join('\n'),
    added: b.slice(head, b.length - tail).join('\n'),
  }
}

/** What was made of a text last, since the base is asked for again and again. */
function remember<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const made = known.get(text) ?? make(text)
    if (known.size > 20) known.delete(known.keys().next().value!)
    known.set(text, made)
    return made
  }
}
const documentOf = remember((text) => parseDocument(text, { logLevel: 'error' }))

/** Lines of the keys and entries in which a line of a text stands, the line itself among them. */
function linesAround(text: string, line: number): Set<number> {
  const found = new Set([line])
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  const lineOf = (offset: number) => {
    let low = 0
    let high = starts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (starts[middle]! <= offset) low = middle
      else high = middle
    }
    return low + 1
  }
  const from = starts[line - 1] ?? text.length
  const to = starts[line] ?? text.length
  const walk = (node: unknown) => {
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        if (!isNode(key) || !key.range) continue
        const end = isNode(value) && value.range ? value.range[2] : key.range[2]
        if (key.range[0] >= to || end <= from) continue
        found.add(lineOf(key.range[0]))
        walk(value)
      }
    } else if (isSeq(node)) {
      for (const item of node.items) {
        if (!isNode(item) || !item.range || item.range[0] >= to || item.range[2] <= from) continue
        found.add(lineOf(item.range[0]))
        walk(item)
      }
    }
  }
  walk(documentOf(text).contents)
  return found
}

/** Ids as the register has them, and words of more than one letter that could be one. */
const idsIn = (text: string): Set<string> => new Set(text.match(/[\p{L}\p{N}][\p{L}\p{N}-]+/gu) ?? [])

/** The ids of all entries in which a line stands, by its indent. */
function idsAround(text: string, line: number): Set<string> {
  const lines = text.split('\n')
  const found = new Set<string>()
  let indent = Infinity
  for (let at = Math.min(line, lines.length) - 1; at >= 0; at--) {
    const entry = /^( *)- (?:\{ )?id: ([^\s,}]+)/.exec(lines[at]!)
    if (entry && entry[1]!.length < indent) {
      indent = entry[1]!.length
      found.add(entry[2]!)
    }
  }
  return found
}

/**
 * Whether a diagnostic speaks of the changed place: its line is there, or that of the key or entry around it; or it names
 * an id that was changed. YAML that does not parse may be told on the line above or below, where two lines do not fit.
 */
function speaksOf(
  { code, file, line, value, expected, field }: Diagnostic,
  mutation: Mutation,
  change: Change,
  around: ReadonlySet<number>,
  ids: ReadonlySet<string>,
): boolean {
  const by = code === 'malformed-yaml' ? 1 : 0
  if (file === registerPath(mutation.file) && ((line >= change.first - by && line <= change.last + by) || around.has(line))) return true
  return [...idsIn(`${value} ${expected} ${field}`)].some((id) => ids.has(id))
}

type Leaf = readonly [path: string, value: unknown]
function* leaves(value: unknown, path: string): Generator<Leaf> {
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
    if (entries.length === 0) yield [path, Array.isArray(value) ? '[]' : '{}']
    for (const [key, each] of entries) yield* leaves(each, Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`)
  } else {
    yield [path, value]
  }
}

/** The data of a file by path, each with the line it stands on. */
const dataOf = remember((text: string): { data: unknown; lineOf: (path: string) => number } => {
  const document = documentOf(text)
  const lines = new Map<string, number>()
  let offset = 0
  let line = 1
  const at = (position: number) => {
    if (position < offset) [offset, line] = [0, 1]
    for (; offset < position; offset++) if (text[offset] === '\n') line++
    return line
  }
  const walk = (node: unknown, path: string) => {
    if (isNode(node) && node.range) lines.set(path, lines.get(path) ?? at(node.range[0]))
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        if (!isScalar(key) || !key.range) continue
        lines.set(`${path}.${String(key.value)}`, at(key.range[0]))
        walk(value, `${path}.${String(key.value)}`)
      }
    } else if (isSeq(node)) for (const [index, item] of node.items.entries()) walk(item, `${path}[${index}]`)
  }
  walk(document.contents, '')
  return { data: document.toJS(), lineOf: (path) => lines.get(path) ?? 0 }
})

/** Paths with their indexes taken off: what kind of field it is. */
const kindOf = (path: string) => path.replace(/\[\d+\]/g, '')

/** What of the register follows from a key of the files, apart from its own value. */
const DERIVED: Readonly<Record<string, RegExp>> = {
  grade: /^\.(agreement|counts|relations|claims\.ceiling|claims\.ratings)/,
  // What a claim carries follows from what is argued from it.
  inferences: /^\.claims\.(loadBearing|ceiling)$/,
  record: /^\.(counts|claims\.record|claims\.reports|sources\.citedBy|events|relations\.record)/,
}

function differences(before: unknown, after: unknown): string[] {
  const old = new Map(leaves(before, ''))
  const now = new Map(leaves(after, ''))
  return [...new Set([...old.keys(), ...now.keys()])].filter((path) => !Object.is(old.get(path), now.get(path)))
}

/** Why what a changed file gives is not shown to be harmless; null where it is. */
function notHarmless(
  base: Base,
  mutation: Mutation,
  change: Change,
  register: Register,
  csv: string,
  jsonld: string,
): { outcome: Outcome } | { why: string } {
  const before = dataOf(base.texts[mutation.file])
  const after = dataOf(mutation.text)
  const edits = differences(before.data, after.data)
  if (edits.length === 0) {
    const changed = differences(base.register, register)
    if (changed.length > 0) return { why: `the same data, another register: ${changed.slice(0, 3).join(', ')}` }
    return csv === base.csv && jsonld === base.jsonld ? { outcome: 'same' } : { why: 'the same register, other data files' }
  }
  const oldLeaves = new Map(leaves(before.data, ''))
  const newLeaves = new Map(leaves(after.data, ''))
  const lengthened = newLeaves.size !== oldLeaves.size
  if (!lengthened) {
    for (const path of edits) {
      const line = after.lineOf(path)
      // A folded text has its line at the key; the change may stand some lines below.
      const own = new Set([...linesAround(mutation.text, change.first), ...linesAround(base.texts[mutation.file], change.first)])
      if (!(line >= change.first && line <= change.last) && !own.has(line))
        return { why: `a change on line ${change.first} is read into ${path} on line ${line}` }
    }
  }
  // Words that were changed are shown as they were written.
  const words = edits
    .flatMap((path) => [newLeaves.get(path), oldLeaves.get(path)])
    .filter((value) => typeof value === 'string')
    .map((value) => value.trim())
  const valuesOf = (from: ReadonlyMap<string, unknown>) =>
    edits.map((path) => from.get(path)).filter((value) => value !== undefined && typeof value !== 'string')
  const [before_, after_] = [valuesOf(oldLeaves), valuesOf(newLeaves)]
  const unexplained = differences(base.register, register).filter((path) => {
    const at = (from: unknown) =>
      path
        .split(/[.[\]]+/)
        .filter(Boolean)
        .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], from)
    const shown = at(register)
    const was = at(base.register)
    if (before_.includes(was) && after_.includes(shown)) return false
    return (
      !words.some((word) => word !== '' && (String(shown).includes(word) || String(was).includes(word))) &&
      !Object.values(DERIVED).some((pattern) => pattern.test(kindOf(path)))
    )
  })
  if (!lengthened && unexplained.length > 0)
    return { why: `the change of ${edits.slice(0, 2).join(', ')} changes ${unexplained.slice(0, 4).join(', ')}` }
  const table = parseCsv(csv, { bom: true })
  if (table.length !== register.claims.length + 1 || table.some((row) => row.length !== table[0]!.length))
    return { why: 'claims.csv has lost its rows or columns' }
  if (table.flat().some((cell) => /^[=+\-@\t\r]/.test(cell))) return { why: 'claims.csv has a cell that a spreadsheet computes' }
  JSON.parse(jsonld)
  return { outcome: 'as written' }
}

export function judgeRegister(base: Base, mutation: Mutation): Judged {
  const started = performance.now()
  const done = (outcome: Judged['outcome'], why = '', codes: readonly string[] = []): Judged => {
    const milliseconds = performance.now() - started
    return milliseconds > LIMIT
      ? { outcome: 'fault', why: `takes ${Math.round(milliseconds)} ms`, codes, milliseconds }
      : { outcome, why, codes, milliseconds }
  }
  try {
    const { register, diagnostics } = loadRegister({ ...base.texts, [mutation.file]: mutation.text })
    const change = changeOf(base.texts[mutation.file], mutation.text)
    if (register) {
      if (diagnostics.length > 0) return done('fault', 'a register and faults')
      const verdict = notHarmless(base, mutation, change, register, dataText('claims.csv', register), dataText('claims.jsonld', register))
      return 'outcome' in verdict ? done(verdict.outcome) : done('fault', verdict.why)
    }
    const codes = [...new Set(diagnostics.map(({ code }) => code))]
    if (diagnostics.length === 0) return done('fault', 'no register, and no reason')
    const count = mutation.text.split('\n').length
    const odd = diagnostics.find(
      ({ code, file, line, value, expected }) =>
        !(DIAGNOSTIC_CODES as readonly string[]).includes(code) ||
        line < 1 ||
        (file === registerPath(mutation.file) && line > count) ||
        [...value].length > 120 ||
        /[\n\r]/.test(value) ||
        expected === '',
    )
    if (odd) return done('fault', `not a diagnostic one can use: ${JSON.stringify(odd)}`, codes)
    const around = linesAround(base.texts[mutation.file], change.first)
    const ids = new Set([...idsIn(`${change.removed} ${change.added}`), ...idsAround(base.texts[mutation.file], change.first)])
    if (!diagnostics.some((fault) => speaksOf(fault, mutation, change, around, ids)))
      return done('fault', `refused elsewhere: ${formatDiagnostics(diagnostics.slice(0, 2))}`, codes)
    return done('refused', '', codes)
  } catch (error) {
    return done('fault', `throws: ${error instanceof Error ? (error.stack ?? error.message).slice(0, 600) : String(error)}`)
  }
}
