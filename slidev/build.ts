import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { projectFolder } from './deck.ts'

export const slidevProgram: string = fileURLToPath(import.meta.resolve('@slidev/cli/bin/slidev.mjs'))

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

interface Work {
  readonly env?: Readonly<Record<string, string>>
  /** What is left after a fault, as a sentence. */
  readonly afterwards: string
  /** Run in Slidev's place; for tests. */
  readonly program?: string
}

const withoutStack = (said: string): string =>
  stripVTControlCharacters(said)
    .replaceAll(/^ +at .*\n?/gm, '')
    .replace(/^ +errors: \[Getter\/Setter\]\s*\}\s*$/m, '')
    .trim()

/**
 * A process of its own, which ends with all it started when this one is interrupted.
 *
 * @param words options of `slidev build`
 * @throws Error with what Slidev said, and what to do
 *
 * @example await slidevBuild(['/brief/slides.md', '--out', '/tmp/dist'], { afterwards: 'Nothing was written.' })
 */
export function slidevBuild(words: readonly string[], { env = {}, afterwards, program = slidevProgram }: Work): Promise<void> {
  const child = spawn(process.execPath, [program, 'build', ...words], {
    cwd: projectFolder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env, NODE_ENV: undefined, VITEST: undefined },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text))

  let brokenOff: NodeJS.Signals | undefined
  const breakOff = (signal: NodeJS.Signals) => {
    brokenOff = signal
    child.kill()
  }
  const kill = () => child.kill('SIGKILL')
  for (const signal of SIGNALS) process.on(signal, breakOff)
  // First, before what it writes to is removed.
  process.prependOnceListener('exit', kill)

  return new Promise<void>((done, fail) => {
    const failed = (what: string, options?: ErrorOptions) => fail(new Error(what, options))
    child.once('error', (cause) => {
      failed(`Slidev could not be started (${cause.message}). ${afterwards}\nInstall the project’s packages: npm ci`, { cause })
    })
    child.once('close', (code, signal) => {
      if (brokenOff ?? signal) failed(`Broken off (${brokenOff ?? signal}). ${afterwards}`)
      else if (code === 0) done()
      else
        failed(`The deck could not be built (slidev build ended with ${code}). ${afterwards}

What it said:
${withoutStack(said)}

Mend what it names, and try again; \`npm run verify\` and \`npm run figures\` look at the register and the drawings alone.`)
    })
  }).finally(() => {
    for (const signal of SIGNALS) process.off(signal, breakOff)
    process.off('exit', kill)
  })
}
