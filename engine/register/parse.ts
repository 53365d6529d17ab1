import { z } from 'zod'
import type { Diagnostic } from './diagnostics.ts'
import { type Fingerprint, parseFingerprint } from './fingerprint.ts'
import { type DataOf, FILES, type FingerprintData, type RegisterFile } from './schema.ts'
import { shapeFaults } from './shape.ts'
import { parseYaml, type YamlSource } from './yaml-source.ts'

export type { RegisterFile }
export const REGISTER_FILES = Object.keys(FILES) as readonly RegisterFile[]
/** Not every article reasons from an event that can be read in more than one way. */
const OPTIONAL: ReadonlySet<RegisterFile> = new Set(['interpretations'])
export type RegisterTexts = Readonly<Partial<Record<RegisterFile, string>>>

const RENAMED_FILES: Readonly<Record<string, RegisterFile>> = { wanted: 'requests', readings: 'interpretations' }

export const registerPath = (file: string): string => `claims/${file}.yaml`

const wholeFile = (code: 'missing-file' | 'unknown-file', file: string, value: string, expected: string): Diagnostic => ({
  code,
  file: registerPath(file),
  line: 1,
  field: '',
  value,
  expected,
})

/** @param name without its ending @returns the fault of a file that is none of the register's; null where it is one */
export function fileFault(name: string): Diagnostic | null {
  if ((REGISTER_FILES as readonly string[]).includes(name)) return null
  const now = Object.hasOwn(RENAMED_FILES, name) ? RENAMED_FILES[name] : undefined
  const files = `one of ${REGISTER_FILES.map((file) => `${file}.yaml`).join(', ')}: no other file is read`
  return wholeFile('unknown-file', name, `${name}.yaml`, now === undefined ? files : `${now}.yaml: this file’s name now`)
}

export type Address = readonly [RegisterFile, ...(string | number)[]]

export interface Entry<T> {
  readonly value: T
  readonly path: Address
}

export const values = <T>(entries: readonly { readonly value: T }[] = []): T[] => entries.map(({ value }) => value)

type EntriesOf<T> = T extends readonly (infer E)[] ? readonly Entry<E>[] : T
/** Lists are read entry by entry, so that one bad entry does not hide the others. */
type Read<T> = T extends readonly unknown[] ? EntriesOf<T> : { readonly [K in keyof T]?: EntriesOf<T[K]> }

export type RegisterParts = { readonly [F in Exclude<RegisterFile, 'fingerprint'>]: Read<DataOf<F>> } & {
  readonly fingerprint: Fingerprint | undefined
  /** Undefined where there is no such file, or it is no YAML. */
  readonly at: (file: RegisterFile) => YamlSource | undefined
  /** Each entry, and each field that is no list, with its schema. */
  readonly held: readonly (Entry<unknown> & { readonly schema: z.ZodType })[]
}

/** @returns the parts that hold their schema, whatever is wrong with the others, and a fault for each that does not; never throws */
export function parseRegister(texts: RegisterTexts): { parts: RegisterParts; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = []
  const sources = new Map<RegisterFile, YamlSource>()
  for (const file of REGISTER_FILES) {
    const text = texts[file]
    if (text === undefined) {
      const how = file === 'fingerprint' ? 'make it with `npm run fingerprint -- <article.txt>`' : 'the register has no other place for it'
      if (!OPTIONAL.has(file)) diagnostics.push(wholeFile('missing-file', file, '(no file)', `this file; ${how}`))
      continue
    }
    const source = parseYaml(registerPath(file), text)
    diagnostics.push(...source.diagnostics)
    if (source.diagnostics.length === 0) sources.set(file, source)
  }

  const held: (Entry<unknown> & { readonly schema: z.ZodType })[] = []
  const heldIn = (schema: z.ZodType, data: unknown, path: Address): Entry<unknown>[] => {
    const { success, data: value } = schema.safeParse(data)
    if (success) held.push({ schema, value, path })
    return success ? [{ value, path }] : []
  }
  const read = (schema: z.ZodType, data: unknown, path: Address): unknown => {
    if (!(schema instanceof z.ZodArray)) return heldIn(schema, data, path)[0]?.value
    return Array.isArray(data) ? data.flatMap((item, index) => heldIn(schema.element as z.ZodType, item, [...path, index])) : undefined
  }
  const parts: Partial<Record<RegisterFile, unknown>> = {}
  for (const file of REGISTER_FILES) {
    const schema = FILES[file]
    const source = sources.get(file)
    const faults = source ? shapeFaults(source, schema) : []
    diagnostics.push(...faults)
    // It is made by a command: with a fault anywhere nothing of it can be relied on.
    if (file === 'fingerprint') parts[file] = source && faults.length === 0 ? parseFingerprint(source.data as FingerprintData) : undefined
    else if (schema instanceof z.ZodArray) parts[file] = read(schema, source?.data, [file]) ?? []
    else {
      const data = (source?.data ?? {}) as Record<string, unknown>
      parts[file] = Object.fromEntries(
        Object.entries<z.ZodType>(schema.shape).flatMap(([key, field]) => {
          const value = read(field, data[key], [file, key])
          return value === undefined ? [] : [[key, value]]
        }),
      )
    }
  }
  return { parts: { ...(parts as Omit<RegisterParts, 'at' | 'held'>), at: (file) => sources.get(file), held }, diagnostics }
}
