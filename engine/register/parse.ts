/** The files parsed and shaped: what holds its schema, where it stands, and what is wrong with the rest. */
import { z } from 'zod'
import type { Diagnostic } from './diagnostics.ts'
import { type Fingerprint, parseFingerprint } from './fingerprint.ts'
import {
  actorsFile,
  argumentFile,
  articleFile,
  claimsFile,
  fingerprintFile,
  interpretationsFile,
  recordFile,
  sourcesFile,
  requestsFile,
  type ActorsData,
  type ArgumentData,
  type ArticleData,
  type ClaimData,
  type InterpretationsData,
  type RecordData,
  type SourcesData,
  type RequestsData,
} from './schema.ts'
import { type Entry, parseEntries, shapeFaults } from './shape.ts'
import { parseYaml, type YamlSource } from './yaml-source.ts'

export const REGISTER_FILES = ['claims', 'argument', 'actors', 'record', 'interpretations', 'sources', 'requests', 'article', 'fingerprint'] as const
export type RegisterFile = (typeof REGISTER_FILES)[number]
/** What a register may do without: not every article reasons from an event that can be read in more than one way. */
const OPTIONAL: ReadonlySet<RegisterFile> = new Set(['interpretations'])
/** The text of each file; a file that is not there is absent or undefined. */
export type RegisterTexts = Readonly<Partial<Record<RegisterFile, string>>>

/** Names that a file had before. */
const RENAMED_FILES: Readonly<Record<string, RegisterFile>> = { wanted: 'requests', readings: 'interpretations' }

/** @param name without its ending @returns the fault of a file that is none of the register's; null where it is one */
export function fileFault(name: string): Diagnostic | null {
  if ((REGISTER_FILES as readonly string[]).includes(name)) return null
  const now = Object.hasOwn(RENAMED_FILES, name) ? RENAMED_FILES[name] : undefined
  return {
    code: 'unknown-file',
    file: `claims/${name}.yaml`,
    line: 1,
    field: '',
    value: `${name}.yaml`,
    expected: now === undefined ? `one of ${REGISTER_FILES.map((file) => `${file}.yaml`).join(', ')}: no other file is read` : `${now}.yaml: this file’s name now`,
  }
}

export const registerPath = (file: RegisterFile): string => `claims/${file}.yaml`

/** An object file whose lists are read entry by entry, so that one bad entry does not hide the others. */
type Read<T> = { readonly [K in keyof T]?: T[K] extends readonly (infer E)[] ? readonly Entry<E>[] : T[K] }

export interface RegisterParts {
  readonly at: (file: RegisterFile) => YamlSource | undefined
  readonly claims: readonly Entry<ClaimData>[]
  readonly sources: readonly Entry<SourcesData[number]>[]
  readonly requests: readonly Entry<RequestsData[number]>[]
  readonly argument: Read<ArgumentData>
  readonly actors: Read<ActorsData>
  readonly record: Read<RecordData>
  readonly interpretations: Read<InterpretationsData>
  readonly article: Read<ArticleData>
  readonly fingerprint: Fingerprint | undefined
  /** True where every file is there and holds its schema. */
  readonly complete: boolean
}

function parseObject<T extends object>(source: YamlSource, schema: z.ZodObject, diagnostics: Diagnostic[]): Read<T> {
  const data = source.data as Record<string, unknown> | null
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    diagnostics.push(...shapeFaults(source, schema, data, []))
    return {}
  }
  const read: Record<string, unknown> = {}
  const rest: Record<string, unknown> = { ...data }
  const lists: Record<string, true> = {}
  for (const [key, field] of Object.entries<z.ZodType>(schema.shape)) {
    if (field.def.type !== 'array' || !Array.isArray(data[key])) continue
    const { element } = field as z.ZodArray<z.ZodType>
    read[key] = parseEntries(source, element, data[key], [key], diagnostics)
    // What the schema asks of the list itself, such as a least length, is asked whatever its entries are.
    const checks = (field.def.checks ?? []) as z.core.$ZodCheck<unknown[]>[]
    diagnostics.push(...shapeFaults(source, z.array(z.unknown()).check(...checks), data[key], [key]))
    delete rest[key]
    lists[key] = true
  }
  // The remaining keys, the unknown and the missing ones among them, are judged together.
  diagnostics.push(...shapeFaults(source, schema.omit(lists), rest, []))
  for (const key of Object.keys(rest)) {
    // Own keys only: a file may hold `__proto__`, which every object answers to.
    const field = Object.hasOwn(schema.shape, key) ? (schema.shape[key] as z.ZodType) : undefined
    const result = field?.safeParse(rest[key])
    if (result?.success) read[key] = result.data
  }
  return read as Read<T>
}

export function parseRegister(texts: RegisterTexts): { parts: RegisterParts; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = []
  const sources = new Map<RegisterFile, YamlSource>()
  for (const file of REGISTER_FILES) {
    const text = texts[file]
    if (text === undefined) {
      if (OPTIONAL.has(file)) continue
      diagnostics.push({
        code: 'missing-file',
        file: registerPath(file),
        line: 1,
        field: '',
        value: '(no file)',
        expected: file === 'fingerprint' ? 'this file; make it with `npm run fingerprint -- <article.txt>`' : 'this file; the register has no other place for it',
      })
      continue
    }
    const source = parseYaml(registerPath(file), text)
    diagnostics.push(...source.diagnostics)
    if (source.diagnostics.length === 0) sources.set(file, source)
  }
  const list = <T>(file: RegisterFile, schema: z.ZodArray<z.ZodType<T>>): Entry<T>[] => {
    const source = sources.get(file)
    return source ? parseEntries(source, schema.element, source.data, [], diagnostics) : []
  }
  const object = <T extends object>(file: RegisterFile, schema: z.ZodObject): Read<T> => {
    const source = sources.get(file)
    return source ? parseObject<T>(source, schema, diagnostics) : {}
  }
  const claims = list('claims', claimsFile)
  const sourceEntries = list('sources', sourcesFile)
  const requests = list('requests', requestsFile)
  const argument = object<ArgumentData>('argument', argumentFile)
  const actors = object<ActorsData>('actors', actorsFile)
  const record = object<RecordData>('record', recordFile)
  const interpretations = object<InterpretationsData>('interpretations', interpretationsFile)
  const article = object<ArticleData>('article', articleFile)
  const fingerprintSource = sources.get('fingerprint')
  const fingerprintFaults = fingerprintSource ? shapeFaults(fingerprintSource, fingerprintFile, fingerprintSource.data, []) : []
  diagnostics.push(...fingerprintFaults)
  const fingerprint =
    fingerprintSource && fingerprintFaults.length === 0 ? parseFingerprint(fingerprintFile.parse(fingerprintSource.data)) : undefined
  const parts: RegisterParts = {
    at: (file) => sources.get(file),
    claims,
    sources: sourceEntries,
    requests,
    argument,
    actors,
    record,
    interpretations,
    article,
    fingerprint,
    complete: diagnostics.length === 0,
  }
  return { parts, diagnostics }
}
