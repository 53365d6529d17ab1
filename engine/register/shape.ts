/** Runs the schema over a file and turns every fault into a diagnostic. */
import { closest, distance } from 'fastest-levenshtein'
import { z } from 'zod'
import { type Diagnostic, type DiagnosticCode, show } from './diagnostics.ts'
import { type Kind, REFERENCES } from './schema.ts'
import type { FieldPath, YamlSource } from './yaml-source.ts'

const at = (data: unknown, path: FieldPath): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<string | number, unknown> | null | undefined)?.[key], data)

/** `C05.grade`, `I03.premises[1]`: lists by the id of their entry. */
function fieldName(data: unknown, path: FieldPath): string {
  let name = ''
  for (const [depth, key] of path.entries()) {
    const id = at(data, [...path.slice(0, depth + 1), 'id'])
    const word = typeof key === 'string' ? key : id
    name += typeof word === 'string' ? `${name && '.'}${word}` : `[${key}]`
  }
  return name
}

/** `found`: where it is not what the field holds. */
export function faultAt(source: YamlSource, code: DiagnosticCode, path: FieldPath, expected: string, found?: unknown): Diagnostic {
  const { file, data, lineOf } = source
  const value = show(found === undefined ? at(data, path) : found)
  return { code, file, line: lineOf(path), field: fieldName(data, path), value, expected }
}

/** By the old name. */
const RENAMED_KEYS: Readonly<Record<string, readonly string[]>> = {
  edge: ['relation'],
  settling: ['request'],
  wanted: ['id'],
  reading: ['interpretation'],
  readings: ['interpretations'],
}

/** What the schema does not say itself. Of an unknown key: the keys there are, one a line. */
const error: z.core.$ZodErrorMap = (issue) => {
  if (issue.code === 'invalid_value') return `one of ${issue.values.map(String).join(', ')}`
  if (issue.code === 'invalid_type') return `${issue.input === undefined ? 'this key, with ' : ''}a value of type ${issue.expected}`
  if (issue.code === 'unrecognized_keys' && issue.inst instanceof z.ZodObject) return Object.keys(issue.inst.shape).join('\n')
  return undefined
}

export function shapeFaults(source: YamlSource, schema: z.ZodType): Diagnostic[] {
  const issues = schema.safeParse(source.data, { error }).error?.issues ?? []
  // A misspelled key is also a missing one: said once, at the key.
  const misspelled = new Set<string>()
  const unknown = issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return []
    const path = issue.path as FieldPath
    const known = issue.message.split('\n')
    return issue.keys.map((key) => {
      // Elsewhere it is another key.
      const renamed = Object.hasOwn(RENAMED_KEYS, key) ? RENAMED_KEYS[key]! : []
      const now = renamed.find((each) => known.includes(each) && at(source.data, [...path, each]) === undefined)
      const likely = closest(key, known)
      const near = key !== '' && distance(key, likely) <= Math.max(2, key.length / 2)
      for (const meant of [now, near ? likely : undefined]) if (meant !== undefined) misspelled.add([...path, meant].join('.'))
      const expected = near ? `a key of the schema; did you mean “${likely}”?` : `one of the keys ${known.join(', ')}`
      return faultAt(source, 'unknown-key', [...path, key], now === undefined ? expected : `“${now}”: this key’s name now`, key)
    })
  })
  // Later faults of a field, such as the length of what is no list, come of the first.
  const byField = Map.groupBy(
    issues.filter(({ code }) => code !== 'unrecognized_keys'),
    ({ path }) => path.join('.'),
  )
  const others = [...byField].flatMap(([name, [first]]) => {
    const path = first!.path as FieldPath
    return misspelled.has(name) && at(source.data, path) === undefined ? [] : [faultAt(source, 'wrong-shape', path, first!.message)]
  })
  return [...unknown, ...others]
}

export function* referencesIn(schema: unknown, value: unknown, keys: FieldPath = []): Generator<{ to: Kind; id: string; keys: FieldPath }> {
  if (value === undefined || value === null) return
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    yield* referencesIn(schema.unwrap(), value, keys)
  } else if (schema instanceof z.ZodArray) {
    for (const [index, each] of (value as unknown[]).entries()) yield* referencesIn(schema.element, each, [...keys, index])
  } else if (schema instanceof z.ZodObject) {
    for (const [key, each] of Object.entries(value)) yield* referencesIn(schema.shape[key], each, [...keys, key])
  } else if (schema instanceof z.ZodString) {
    const reference = REFERENCES.get(schema)
    if (reference) yield { ...reference, id: value as string, keys }
  }
}
