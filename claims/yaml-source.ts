/** A YAML file read into plain data, with a way back from any field to its line. */
import { isNode, LineCounter, parseDocument } from 'yaml'
import type { Diagnostic } from './diagnostics.ts'

export type FieldPath = readonly (string | number)[]

export interface YamlSource {
  readonly file: string
  readonly data: unknown
  readonly diagnostics: readonly Diagnostic[]
  /** 1-based line of a field, or of its nearest parent that is there. */
  readonly lineOf: (path: FieldPath) => number
}

export function readYaml(file: string, text: string): YamlSource {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const diagnostics = document.errors.map((error): Diagnostic => {
    const { line } = lines.linePos(error.pos[0])
    return {
      code: 'malformed-yaml',
      file,
      line,
      field: '',
      value: `“${(text.split('\n')[line - 1] ?? '').trim()}”`,
      expected: `YAML that parses: ${error.message}`,
    }
  })
  const lineOf = (path: FieldPath): number => {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true)
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
    }
    return 1
  }
  // `toJS` can throw on an unresolved alias, which the errors above already tell.
  return { file, data: diagnostics.length > 0 ? undefined : document.toJS({ maxAliasCount: 0 }), diagnostics, lineOf }
}
