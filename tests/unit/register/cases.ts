/** Tables of bad inputs: one change to the real register's texts, and exactly the faults it must be told by. */
import { it, vi } from 'vitest'
import type { DiagnosticCode } from '../../../engine/register/diagnostics.ts'
import type { RegisterFile } from '../../../engine/register/parse.ts'
import type { YamlSource } from '../../../engine/register/yaml-source.ts'
import { forEachCase } from '../../support/faults.ts'
import { edit, expectFaults, lineOf, loadRegister, realTexts, type Texts } from './support.ts'

// All texts but one are the same in every case, and reading YAML is nine tenths of a run: each text is read once.
vi.mock(import('../../../engine/register/yaml-source.ts'), async (importOriginal) => {
  const { parseYaml, ...rest } = await importOriginal()
  const read = new Map<string, YamlSource>()
  return {
    ...rest,
    parseYaml: (file: string, text: string) => {
      const known = read.get(`${file}\n${text}`) ?? parseYaml(file, text)
      read.set(`${file}\n${text}`, known)
      return known
    },
  }
})

export const REAL = realTexts()

export interface Fault {
  readonly code: DiagnosticCode
  readonly file?: RegisterFile
  /** Entry and words on whose line the fault must be told, in the changed text; `null` for the first line of the file. */
  readonly at: readonly [entry: string | undefined, words: string] | null
  readonly field: string
  readonly value: string
  readonly expected: string
}

export interface Case {
  readonly name: string
  readonly file?: RegisterFile
  readonly entry?: string
  readonly find: string
  readonly put: string
  readonly faults: readonly Fault[]
}

export function expectAll(texts: Texts, file: RegisterFile, faults: readonly Fault[]) {
  expectFaults(
    loadRegister(texts),
    faults.map(({ at, ...fault }) => {
      const home = fault.file ?? file
      return { ...fault, file: home, line: at === null ? 1 : lineOf(texts[home], ...at) }
    }),
  )
}

export function run({ file = 'claims', entry, find, put, faults }: Case) {
  expectAll({ ...REAL, [file]: edit(REAL[file], entry, find, put) }, file, faults)
}

/** One rule, and the cases of it: each that is not told as it must be is told by its name. */
export const table = (title: string, cases: readonly Case[]) =>
  it(title, () =>
    forEachCase(
      cases.map((each) => [each.name, each] as const),
      (_, each) => run(each),
    ),
  )
