/**
 * `npm start`: the deck on Slidev's own server, for this machine alone unless `--remote` is given. Slidev gets the terminal,
 * so that its one-letter shortcuts work.
 */
import { spawn } from 'node:child_process'
import { connect, createServer } from 'node:net'
import { constants } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { slidevProgram } from '../slidev/build.ts'
import { briefAsked, entryOf } from './brief.ts'

/** Slidev's own range of ports. */
const FIRST_PORT = 3030
const LAST_PORT = 4000

/** Whether a browser could open where somebody sees it. `ssh -X` brings a display along. */
export function hasDesktop(env: Readonly<Record<string, string | undefined>>, platform: NodeJS.Platform): boolean {
  if (!['', '0', 'false', undefined].includes(env['CI'])) return false
  if (env['DISPLAY'] || env['WAYLAND_DISPLAY']) return true
  return (platform === 'darwin' || platform === 'win32') && !env['SSH_CONNECTION'] && !env['SSH_TTY']
}

/** The last value given to any of these options, as `--name value` or `--name=value`. */
export const optionIn = (extra: readonly string[], ...names: readonly string[]): string | undefined =>
  extra
    .flatMap((word, at) => {
      const [name = '', value] = word.split(/=(.*)/s)
      return names.includes(name) ? [value ?? extra[at + 1] ?? ''] : []
    })
    .at(-1)

/** What Slidev is started with: the deck, the port and `--open`, each only where `extra` does not settle it. */
export const slidevArguments = (extra: readonly string[], port: number, desktop: boolean, entry = 'slides.md'): readonly string[] => [
  ...(extra.some((word) => word.endsWith('.md')) ? [] : [entry]),
  ...(optionIn(extra, '--port', '-p') === undefined ? ['--port', String(port)] : []),
  ...(desktop && !extra.some((word) => /^(?:-o|--open|--no-open)(?:=|$)/.test(word)) ? ['--open'] : []),
  ...extra,
]

/** What Slidev's own list of addresses lacks. */
export const alsoThere = (port: number, base = '/'): string =>
  `\n  To read alone: http://localhost:${port}${base}read/\n  To stop:       Ctrl-C\n`

/** By IPv4 and IPv6: `localhost` may mean either. */
async function isFree(port: number): Promise<boolean> {
  for (const host of ['127.0.0.1', '::1']) {
    const free = await new Promise<boolean>((resolve) => {
      const server = createServer().once('error', ({ code }: NodeJS.ErrnoException) => resolve(code !== 'EADDRINUSE' && code !== 'EACCES'))
      server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)))
    })
    if (!free) return false
  }
  return true
}

async function freePort(): Promise<number> {
  for (let port = FIRST_PORT; port <= LAST_PORT; port++) {
    if (await isFree(port)) return port
  }
  throw new Error(`No port from ${FIRST_PORT} to ${LAST_PORT} is free. Choose one: npm start -- --port 8080`)
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, 'localhost', () => resolve(socket.destroy().destroyed)).once('error', () => resolve(false))
  })

/** Exit code of Slidev; 128 and the number of the signal where one ended it, as shells count. */
export async function run(given: readonly string[]): Promise<number> {
  const { brief, rest: extra } = briefAsked(given)
  const wanted = optionIn(extra, '--port', '-p')
  const port = wanted === undefined ? await freePort() : Number(wanted)
  if (!(port > 0 && port < 65536))
    throw new Error(`Invalid port “${wanted}”. Use a number from 1 to 65535, or omit --port to pick a free one.`)
  if (!(await isFree(port))) throw new Error(`Port ${port} is in use or not permitted. Omit --port to pick a free one.`)

  const words = slidevArguments(extra, port, hasDesktop(process.env, process.platform), entryOf(brief))
  const child = spawn(process.execPath, [slidevProgram, ...words], { stdio: 'inherit', env: { ...process.env, NODE_ENV: undefined } })
  // At a terminal the child hears Ctrl-C too; a `kill` reaches only us.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
  let ended = false
  const announce = async () => {
    do await sleep(500)
    while (!ended && !(await answers(port)))
    if (!ended) console.log(alsoThere(port, optionIn(extra, '--base')))
  }
  void announce()
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      ended = true
      resolve(code ?? 128 + constants.signals[signal!])
    })
  })
}
