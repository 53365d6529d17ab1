/** Copies of the project with a larger register: the reading page and the deck are made from what is on the disk. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { registerPath, type RegisterTexts } from '../../../engine/register/parse.ts'
import { copyOfProject, runSlidev } from '../../support/deck.ts'
import { run } from '../subjects/commands.ts'

const WORKER = 'tests/bench/growth/worker.ts'

export interface GrownCopy {
  /** Milliseconds, and bytes of the page, compressed. */
  readonly renderPage: () => Promise<{ readonly ms: number; readonly bytes: number }>
  readonly build: () => Promise<void>
  readonly folder: string
  readonly remove: () => void
}

/**
 * The story stays as it is while the register grows: the claims that are new have no cards, which a build otherwise refuses.
 *
 * @throws Error where the check stands elsewhere
 */
function withoutCards(folder: string): void {
  const plugin = join(folder, 'engine/brief.ts')
  const code = readFileSync(plugin, 'utf8')
  const without = code.replace(/^ +\.\.\.checkTold\(.*\),\n/m, '')
  if (without === code)
    throw new Error('engine/brief.ts has no line “...checkTold(…),”: the copies of tests/bench/growth/ cannot do without it.')
  writeFileSync(plugin, without)
}

export async function grownCopy(times: number, texts: RegisterTexts): Promise<GrownCopy> {
  const { folder, remove } = copyOfProject(`bench-${times}-times`)
  for (const [file, text] of Object.entries(texts)) writeFileSync(join(folder, registerPath(file)), text)
  withoutCards(folder)
  const worker = join(folder, WORKER)
  mkdirSync(dirname(worker), { recursive: true })
  cpSync(fileURLToPath(new URL('./worker.ts', import.meta.url)), worker)
  const env = { NODE_OPTIONS: '--max-old-space-size=8192' }
  await run(['pictures'], { program: worker, cwd: folder, env })
  return {
    folder,
    remove,
    async renderPage() {
      const { code, output } = await runSlidev(['reading'], { program: worker, cwd: folder, env }).ended
      if (code !== 0) throw new Error(`The reading page of ${times} times the register:\n${output}`)
      return JSON.parse(output.trim().split('\n').at(-1)!) as { ms: number; bytes: number }
    },
    async build() {
      const out = join(folder, 'dist')
      rmSync(out, { recursive: true, force: true })
      await run(['build', '--out', out], { cwd: folder, env })
    },
  }
}
