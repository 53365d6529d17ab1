/** A YAML file read into plain data, with a way back from any field to its line. */
import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml'
import { type Diagnostic, show } from './diagnostics.ts'

export type FieldPath = readonly (string | number)[]

export interface YamlSource {
  readonly file: string
  readonly data: unknown
  readonly diagnostics: readonly Diagnostic[]
  /** 1-based line of a field's key or list entry, or of its nearest parent that is there. */
  readonly lineOf: (path: FieldPath) => number
}

export function readYaml(file: string, text: string): YamlSource {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' })
  const written = text.split('\n')
  // One fault to a line: what the parser says after the first is mostly about the same thing.
  const diagnostics = new Map<number, Diagnostic>()
  const tell = (offset: number, expected: string) => {
    const line = Math.max(1, lines.linePos(offset).line)
    if (!diagnostics.has(line)) diagnostics.set(line, { code: 'malformed-yaml', file, line, field: '', value: show((written[line - 1] ?? '').trim()), expected })
  }
  for (const error of document.errors) tell(error.pos[0], `YAML that parses: ${error.message}`)
  // What an alias stands for is written elsewhere: its fields have no line of their own, and it may hold itself.
  visit(document, {
    Alias: (_, { range }) => tell(range?.[0] ?? 0, 'the value itself, in quotation marks where a text begins with “*”: the register has no aliases'),
  })

  const lineOf = (path: FieldPath): number => {
    let node: unknown = document.contents
    let offset = 0
    for (const key of path) {
      const pair = isMap(node) ? node.items.find(({ key: name }) => isScalar(name) && String(name.value) === key) : undefined
      const place = pair ? pair.key : isSeq(node) && typeof key === 'number' ? node.items[key] : undefined
      if (!isNode(place) || !place.range) break
      offset = place.range[0]
      node = pair ? pair.value : place
    }
    return Math.max(1, lines.linePos(offset).line)
  }
  return { file, data: diagnostics.size > 0 ? undefined : document.toJS(), diagnostics: [...diagnostics.values()], lineOf }
}
