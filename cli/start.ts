/**
 * `npm start`: the deck on Slidev's own server, for speaking and writing.
 *
 * Slidev does the work, in a process of its own with the terminal handed over,
 * so that its one-letter shortcuts stay. Added here: a browser opens by itself
 * where somebody can see it, the port is known beforehand, and the addresses
 * are said plainly at the end. Everything after `npm start --` goes to Slidev.
 *
 * The server listens on this machine alone, as Slidev does without `--remote`.
 */
import { spawn } from 'node:child_process'
import { connect, createServer } from 'node:net'
import { constants } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { slidevProgram } from '../slidev/build.ts'
import { briefAsked, entryOf } from './brief.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** Slidev's own range of ports: the first free one is taken. */
const FIRST_PORT = 3030
const LAST_PORT = 4000

/**
 * Is somebody sitting before a screen that a browser could open on? Not on a
 * build server, nor at the other end of a plain SSH line; on Linux and the like
 * only with a display, which SSH may bring along (`ssh -X`).
 */
export function hasDesktop(env: Environment, platform: NodeJS.Platform): boolean {
  if (env['CI'] && env['CI'] !== 'false' && env['CI'] !== '0')
    return false
  if (env['DISPLAY'] || env['WAYLAND_DISPLAY'])
    return true
  return (platform === 'darwin' || platform === 'win32') && !env['SSH_CONNECTION'] && !env['SSH_TTY']
}

/** The last value that `extra` gives to any of these options, as `--name value` or `--name=value`; undefined when none does. */
export function optionIn(extra: readonly string[], ...names: readonly string[]): string | undefined {
  const values = extra.flatMap((word, at) => {
    const [name = '', value] = word.split(/=(.*)/s)
    return names.includes(name) ? [value ?? extra[at + 1] ?? ''] : []
  })
  return values.at(-1)
}

/** The words Slidev is started with: the deck, the port and `--open`, each only where `extra` does not settle it. */
export function slidevArguments(extra: readonly string[], port: number, desktop: boolean, entry = 'slides.md'): readonly string[] {
  const saysOpen = extra.some(word => /^(?:-o|--open|--no-open)(?:=|$)/.test(word))
  return [
    ...extra.some(word => word.endsWith('.md')) ? [] : [entry],
    ...optionIn(extra, '--port', '-p') === undefined ? ['--port', String(port)] : [],
    ...desktop && !saysOpen ? ['--open'] : [],
    ...extra,
  ]
}

/** What to say once the server answers. */
export function addresses(port: number, base = '/'): string {
  const root = `http://localhost:${port}${base}`
  return [
    '',
    `  Slides:          ${root}`,
    `  Presenter view:  ${root}presenter/`,
    `  To read alone:   ${root}read/`,
    '  To stop:         Ctrl-C',
    '',
  ].join('\n')
}

/** Is nothing on this port, neither by IPv4 nor IPv6? `localhost` may mean either. */
async function isFree(port: number): Promise<boolean> {
  const tries = ['127.0.0.1', '::1'].map(host => new Promise<boolean>((resolve) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code !== 'EADDRINUSE' && error.code !== 'EACCES'))
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)))
  }))
  return (await Promise.all(tries)).every(Boolean)
}

/** @throws Error when the whole range is taken. */
async function freePort(): Promise<number> {
  for (let port = FIRST_PORT; port <= LAST_PORT; port++) {
    if (await isFree(port))
      return port
  }
  throw new Error(`No port from ${FIRST_PORT} to ${LAST_PORT} is free. Choose one: npm start -- --port 8080`)
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: 'localhost' })
    socket.once('error', () => resolve(false))
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
  })
}

/** Runs Slidev until it ends and returns its exit code; 128 and the number of the signal when one ended it, as shells count. */
export async function run(given: readonly string[]): Promise<number> {
  const { brief, rest: extra } = briefAsked(given)
  const wanted = optionIn(extra, '--port', '-p')
  const port = wanted === undefined ? await freePort() : Number(wanted)
  if (!(port > 0 && port < 65536)) {
    console.error(`--port ${wanted}: that is no port. Give a number from 1 to 65535, or none to have a free one chosen.`)
    return 1
  }
  if (!await isFree(port)) {
    console.error(`Port ${port} is taken, or not yours to use. Without --port a free one is chosen.`)
    return 1
  }

  const words = slidevArguments(extra, port, hasDesktop(process.env, process.platform), entryOf(brief))
  const child = spawn(process.execPath, [slidevProgram, ...words], { stdio: 'inherit' })
  // At a terminal the child hears Ctrl-C too; a `kill` reaches only us.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => child.kill(signal))

  const ended = new AbortController()
  void announce(port, optionIn(extra, '--base'), ended.signal)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      ended.abort()
      resolve(code ?? 128 + constants.signals[signal!])
    })
  })
}

/** Says the addresses as soon as the server answers, unless it ends before. */
async function announce(port: number, base: string | undefined, ended: AbortSignal): Promise<void> {
  while (!ended.aborted) {
    await sleep(500)
    if (!ended.aborted && await answers(port)) {
      console.log(addresses(port, base))
      return
    }
  }
}
