/** What becomes of the work when the register is 10 and 100 times as large. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Progress } from '../../../cli/progress.ts'
import { dataText } from '../../../editions/data/texts.ts'
import { verify } from '../../../cli/verify.ts'
import { loadRegister } from '../../../engine/analysis/load.ts'
import type { RegisterTexts } from '../../../engine/register/parse.ts'
import type { Register } from '../../../engine/analysis/register.ts'
import { effectsOf } from '../../../engine/analysis/withdrawal.ts'
import { temporaryFolder } from '../../support/deck.ts'
import type { Row } from '../table.ts'
import { type GrownCopy, grownCopy } from './copies.ts'
import { grownTexts } from './grown.ts'

interface Grown {
  readonly times: number
  readonly texts: RegisterTexts
  /** With the texts as files. */
  readonly folder: string
  readonly register: Register
  readonly copy: GrownCopy
}

interface Work {
  readonly id: string
  readonly what: string
  readonly unit: Row['unit']
  readonly take: (grown: Grown) => Promise<number>
}

/** Milliseconds of one call; what is short is called until it has lasted. */
function timed(work: () => unknown): number {
  let calls = 0
  const start = performance.now()
  do {
    work()
    calls += 1
  } while (performance.now() - start < 20)
  return (performance.now() - start) / calls
}

/** What was rendered last, of each copy: it takes a while at a hundred times, and its size is the same each time. */
const rendered = new WeakMap<GrownCopy, number>()

async function renderOf(copy: GrownCopy): Promise<number> {
  const { ms, bytes } = await copy.renderPage()
  rendered.set(copy, bytes)
  return ms
}

/** @throws Error where it does not hold: of faults the time says nothing */
function verified(folder: string): void {
  const { code, text } = verify(undefined, folder)
  if (code !== 0) throw new Error(text)
}

const WORKS: readonly Work[] = [
  { id: 'grow-load', what: 'load the register and check it', unit: 'ms', take: async ({ texts }) => timed(() => loadRegister(texts)) },
  { id: 'grow-verify', what: '`npm run verify`, from the disk', unit: 'ms', take: async ({ folder }) => timed(() => verified(folder)) },
  {
    id: 'grow-withdraw',
    what: 'withdraw a claim',
    unit: 'ms',
    take: async ({ register }) => timed(() => effectsOf(register, new Set([register.conclusions[0]!]))),
  },
  {
    id: 'grow-data',
    what: 'CSV and JSON-LD',
    unit: 'ms',
    take: async ({ register }) => timed(() => [dataText('claims.csv', register), dataText('claims.jsonld', register)]),
  },
  { id: 'grow-reading', what: 'render the reading page', unit: 'ms', take: ({ copy }) => renderOf(copy) },
  {
    id: 'grow-reading-size',
    what: 'reading page, HTML, gzip',
    unit: 'kB',
    async take({ copy }) {
      if (!rendered.has(copy)) await renderOf(copy)
      return rendered.get(copy)! / 1000
    },
  },
  {
    id: 'grow-build',
    what: 'build the deck',
    unit: 'ms',
    async take({ copy }) {
      const start = performance.now()
      await copy.build()
      return performance.now() - start
    },
  },
]
/** The same in every run, or too long for many. */
const ONCE = new Set(['grow-reading-size', 'grow-build'])

async function grow(times: number): Promise<{ readonly grown: Grown; readonly remove: () => void }> {
  const texts = grownTexts(times)
  const { register, diagnostics } = loadRegister(texts)
  if (!register) throw new Error(`The register ${times} times over has faults, the first: ${JSON.stringify(diagnostics[0])}`)
  const { folder, remove } = temporaryFolder(`bench-register-${times}`)
  mkdirSync(join(folder, 'claims'))
  for (const [file, text] of Object.entries(texts)) writeFileSync(join(folder, 'claims', `${file}.yaml`), text)
  const copy = await grownCopy(times, texts)
  return {
    grown: { times, texts, folder, register, copy },
    remove() {
      remove()
      copy.remove()
    },
  }
}

/** @returns rows whose subjects are the sizes, as text */
export async function measureGrowth(
  sizes: readonly number[],
  runs: number,
  chosen: (id: string) => boolean,
  progress: Progress,
): Promise<readonly Row[]> {
  const works = WORKS.filter(({ id }) => chosen(id))
  if (works.length === 0) return []
  progress.step(`The register at ${sizes.join(', ')} times`)
  const made: Awaited<ReturnType<typeof grow>>[] = []
  try {
    for (const times of sizes) made.push(await grow(times))
    const rows: Row[] = []
    for (const { id, what, unit, take } of works) {
      progress.step(`  ${what}`)
      const values: Record<string, number[]> = {}
      for (let run = 0; run < (ONCE.has(id) ? 1 : runs); run++)
        for (const { grown } of made) (values[grown.times] ??= []).push(await take(grown))
      rows.push({ id, what, unit, values })
    }
    return rows
  } finally {
    for (const { remove } of made) remove()
  }
}
