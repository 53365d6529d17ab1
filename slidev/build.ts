/**
 * Slidev builds the deck in a process of its own, by its command: `@slidev/cli` exports no build to call, and a process
 * ends with all it started when the work is broken off.
 */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'

const projectFolder = fileURLToPath(new URL('..', import.meta.url))
export const slidevProgram: string = fileURLToPath(import.meta.resolve('@slidev/cli/bin/slidev.mjs'))

/** That which ends a program from outside: Ctrl-C, `kill`, a closed terminal. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

export interface Work {
  /** Variables of its environment, beside our own. */
  readonly env?: Readonly<Record<string, string>>
  /** What is left after a fault, as a sentence. */
  readonly afterwards: string
  /** What is run in Slidev's place; for tests. */
  readonly program?: string
}

/** What a program said, for people: without colours, and without the lines on where in the program that was. */
const withoutStack = (said: string): string =>
  stripVTControlCharacters(said)
    .replaceAll(/^ +at .*\n?/gm, '')
    .replace(/^ +errors: \[Getter\/Setter\]\s*\}\s*$/m, '')
    .trim()

/**
 * @param words options of `slidev build`
 * @throws Error where Slidev does not end well or is broken off: what it said, and what to do
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
  // Before what it writes to is taken away.
  process.prependOnceListener('exit', kill)

  return new Promise<void>((done, fail) => {
    child.once('error', (error) => fail(new Error(`Slidev could not be started (${error.message}). ${afterwards}\nInstall the project’s packages: npm ci`, { cause: error })))
    child.once('close', (code, signal) => {
      if (brokenOff ?? signal) fail(new Error(`Broken off (${brokenOff ?? signal}). ${afterwards}`))
      else if (code !== 0)
        fail(new Error(`The deck could not be built (slidev build ended with ${code}). ${afterwards}\n\nWhat it said:\n${withoutStack(said)}\n\nMend what it names, and try again; \`npm run verify\` and \`npm run figures\` look at the register and the drawings alone.`))
      else done()
    })
  }).finally(() => {
    for (const signal of SIGNALS) process.off(signal, breakOff)
    process.off('exit', kill)
  })
}
