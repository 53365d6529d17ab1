/** Runs the schema over a file and turns every fault into a diagnostic. An entry that fails does not hide the next. */
import { closest, distance } from 'fastest-levenshtein'
import { z } from 'zod'
import { type Diagnostic, show } from './diagnostics.ts'
import type { FieldPath, YamlSource } from './yaml-source.ts'

/** One entry that holds its schema, and where it stands in the file. */
export interface Entry<T> {
  readonly value: T
  readonly path: FieldPath
}

function at(data: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<string | number, unknown> | undefined)?.[key], data)
}

/** `C05.grade`, `I03.premises[1]`, `steps.setting.title`: a path as a person says it, lists by the id of their entry. */
export function fieldName(data: unknown, path: FieldPath): string {
  let name = ''
  for (const [depth, key] of path.entries()) {
    if (typeof key === 'number') {
      const id = (at(data, path.slice(0, depth + 1)) as { id?: unknown } | undefined)?.id
      name += typeof id === 'string' ? `${name && '.'}${id}` : `[${key}]`
    } else {
      name += name ? `.${key}` : key
    }
  }
  return name
}

/** The keys a strict object in the schema knows at this path, for "did you mean". */
function knownKeys(schema: z.ZodType, path: FieldPath): string[] {
  let here: unknown = schema
  const unwrap = () => {
    while (here instanceof z.ZodOptional || here instanceof z.ZodNullable || here instanceof z.ZodDefault) here = here.unwrap()
  }
  for (const key of path) {
    unwrap()
    if (here instanceof z.ZodArray) here = here.element
    else if (here instanceof z.ZodObject) here = here.shape[key as string]
    else return []
  }
  unwrap()
  return here instanceof z.ZodObject ? Object.keys(here.shape) : []
}

/** Keys that had another name before, by what they are called now. */
const RENAMED_KEYS: Readonly<Record<string, readonly string[]>> = { edge: ['relation'], settling: ['request'], wanted: ['id'], reading: ['interpretation'], readings: ['interpretations'] }

/** Faults of one value against its schema; `path` is where that value stands in the file. */
export function shapeFaults(source: YamlSource, schema: z.ZodType, value: unknown, path: FieldPath): Diagnostic[] {
  const result = schema.safeParse(value)
  if (result.success) return []
  // A misspelled key is also a missing one: that is said once, at the key.
  const misspelled = new Set<string>()
  const told = new Set<string>()
  return result.error.issues.toSorted((a, b) => Number(b.code === 'unrecognized_keys') - Number(a.code === 'unrecognized_keys')).flatMap((issue): Diagnostic[] => {
    const inner = issue.path as (string | number)[]
    const full = [...path, ...inner]
    if (issue.code === 'unrecognized_keys') {
      const known = knownKeys(schema, inner)
      return issue.keys.map((key) => {
        // Only where the key with the new name is known and not there: elsewhere it is another key.
        const now = Object.hasOwn(RENAMED_KEYS, key) ? RENAMED_KEYS[key]!.find((each) => known.includes(each) && at(source.data, [...full, each]) === undefined) : undefined
        if (now !== undefined) misspelled.add([...full, now].join('.'))
        const likely = known.length > 0 && key !== '' ? closest(key, known) : ''
        const near = likely !== '' && distance(key, likely) <= Math.max(2, key.length / 2)
        if (near) misspelled.add([...full, likely].join('.'))
        return {
          code: 'unknown-key' as const,
          file: source.file,
          line: source.lineOf([...full, key]),
          field: fieldName(source.data, [...full, key]),
          value: show(key),
          expected: now !== undefined ? `“${now}”: this key’s name now` : near ? `a key of the schema; did you mean “${likely}”?` : `one of the keys ${known.join(', ')}`,
        }
      })
    }
    const found = at(source.data, full)
    if (found === undefined && misspelled.has(full.join('.'))) return []
    // What is said of a field after its first fault, such as the length of what is no list, is said because of it.
    if (told.has(full.join('.'))) return []
    told.add(full.join('.'))
    const expected =
      issue.code === 'invalid_value'
        ? `one of ${issue.values.map(String).join(', ')}`
        : issue.code === 'invalid_type'
          ? found === undefined
            ? `this key, with a value of type ${issue.expected}`
            : `a value of type ${issue.expected}`
          : issue.message
    return [
      {
        code: 'wrong-shape',
        file: source.file,
        line: source.lineOf(full),
        field: fieldName(source.data, full),
        value: show(found),
        expected,
      },
    ]
  })
}

/** The entries of a list that hold their schema, and the faults of those that do not. */
export function parseEntries<T>(source: YamlSource, schema: z.ZodType<T>, list: unknown, path: FieldPath, diagnostics: Diagnostic[]): Entry<T>[] {
  if (!Array.isArray(list)) {
    diagnostics.push({
      code: 'wrong-shape',
      file: source.file,
      line: source.lineOf(path),
      field: fieldName(source.data, path),
      value: show(list),
      expected: 'a list of entries, each beginning with “- ”',
    })
    return []
  }
  return list.flatMap((item, index) => {
    const here = [...path, index]
    const faults = shapeFaults(source, schema, item, here)
    diagnostics.push(...faults)
    return faults.length > 0 ? [] : [{ value: schema.parse(item), path: here }]
  })
}
