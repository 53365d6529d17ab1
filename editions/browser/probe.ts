/**
 * The machine as `browser.ts` sees it: a narrow interface, so that a test can
 * be any platform with any files, and the one real implementation.
 */
import { spawn } from 'node:child_process'
import { accessSync, constants, readdirSync, statSync } from 'node:fs'
import { mkdir, rmdir, stat, utimes } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { homedir, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { stripVTControlCharacters } from 'node:util'
import type { Surroundings } from './places.ts'

/** How a run ended. Running never throws: a command that is not there is an outcome too. */
export interface Outcome {
  /** Exit code; null when it did not start, died by a signal or was stopped. */
  readonly code: number | null
  /** What it wrote to stdout and stderr, without colours, as lines in order of arrival. */
  readonly lines: readonly string[]
  /** Why we stopped it, when we did. */
  readonly stopped?: string
}

/** One thing that was tried, and how it went, in words for the reader. */
export interface Attempt {
  readonly what: string
  readonly outcome: string
}

export interface RunOptions {
  /** Longest life, in milliseconds. */
  readonly limit?: number
  /** Longest silence, in milliseconds; any output starts it anew. */
  readonly silence?: number
  /** Told each line as it comes. */
  readonly onLine?: (line: string) => void
}

export interface Probe extends Surroundings {
  /** Is this process the superuser? Always false where there is none. */
  readonly root: boolean
  /** What stands at a path. `other` is a folder or a file that may not be run. */
  look: (path: string) => 'nothing' | 'other' | 'program'
  /** Names in a folder; none when it is not there or not readable. */
  names: (folder: string) => readonly string[]
  run: (command: string, args: readonly string[], options: RunOptions) => Promise<Outcome>
  /**
   * Does `work` while no other process of this user does the same; `onWait`
   * is told once if that means waiting. Errors of `work` pass through.
   */
  alone: <T>(work: () => Promise<T>, onWait: () => void) => Promise<T>
}

/** The one line that says why a run failed: our stopping it, a missing library, an error, else the first thing it wrote. */
export function reason({ code, lines, stopped }: Outcome): string {
  if (stopped)
    return stopped
  const library = lines.map(line => MISSING_LIBRARY.exec(line)?.[1]).find(Boolean)
  if (library)
    return `the system library ${library} is missing`
  const said = lines.find(line => ERROR_LINE.test(line)) ?? lines[0] ?? 'it wrote nothing'
  return said.replace(ERROR_LINE, '') + (code ? `; exit code ${code}` : '')
}

const MISSING_LIBRARY = /error while loading shared libraries: ([^:\s]+):/
/** How apt and Node begin an error. */
const ERROR_LINE = /^(?:E|Error): *(?=\S)/

/** This machine. */
export function realProbe(): Probe {
  return {
    platform: process.platform,
    env: process.env,
    home: homedir(),
    playwright: playwrightFolder(),
    root: process.getuid?.() === 0,
    look,
    names: (folder) => {
      try {
        return readdirSync(folder)
      }
      catch {
        return []
      }
    },
    run,
    // By user number, not name: in a container the user may have none.
    alone: (work, onWait) => alone(join(tmpdir(), `claim-by-claim-browser-${process.getuid?.() ?? ''}.lock`), work, onWait),
  }
}

function playwrightFolder(): string | undefined {
  try {
    return dirname(createRequire(import.meta.url).resolve('playwright-chromium/package.json'))
  }
  catch {
    return undefined
  }
}

function look(path: string): 'nothing' | 'other' | 'program' {
  try {
    const found = statSync(path, { throwIfNoEntry: false })
    if (!found)
      return 'nothing'
    accessSync(path, constants.X_OK)
    return found.isFile() ? 'program' : 'other'
  }
  catch {
    // Not to be run, or in a folder that is closed to us.
    return 'other'
  }
}

function run(command: string, args: readonly string[], options: RunOptions): Promise<Outcome> {
  // What cannot be started at all, a program for another processor say, throws at once on some systems.
  return start(command, args, options).catch((error: Error) => ({ code: null, lines: [error.message] }))
}

function start(command: string, args: readonly string[], { limit, silence, onLine }: RunOptions): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true })
    const lines: string[] = []
    const timers: Record<string, NodeJS.Timeout | undefined> = {}
    let stopped: string | undefined

    function settle(code: number | null) {
      Object.values(timers).forEach(clearTimeout)
      // Something it started may live on and hold its pipes; that must not hold us.
      child.stdout.destroy()
      child.stderr.destroy()
      child.unref()
      resolve({ code, lines, ...(stopped === undefined ? {} : { stopped }) })
    }
    function stop(why: string) {
      stopped ??= why
      child.kill('SIGTERM')
      // A program that ignores that is killed; one we may not kill (sudo's) is left, not waited for.
      timers['kill'] ??= setTimeout(() => {
        child.kill('SIGKILL')
        settle(null)
      }, 2000)
      child.once('exit', () => settle(null))
    }
    function heard() {
      clearTimeout(timers['silence'])
      if (silence !== undefined && stopped === undefined)
        timers['silence'] = setTimeout(stop, silence, `no sign of life for ${silence / 1000} s`)
    }

    heard()
    if (limit !== undefined)
      timers['limit'] = setTimeout(stop, limit, `no answer in ${limit / 1000} s`)
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', heard)
      createInterface(stream).on('line', (raw) => {
        const line = stripVTControlCharacters(raw).trimEnd()
        if (line) {
          lines.push(line)
          onLine?.(line)
        }
      })
    }
    child.once('error', (error) => {
      Object.values(timers).forEach(clearTimeout)
      reject(error)
    })
    child.once('close', settle)
  })
}

/**
 * A lock that is a folder, because making one is atomic everywhere. Its holder
 * touches it every 5 s; one left untouched for 30 s has lost its holder and is
 * taken away. In one unlucky instant two waiters may both do that and both go
 * on, and where no lock can be made or taken away nobody waits. That is borne:
 * Playwright and apt lock for themselves, and ours is there to wait in peace
 * and then find what the other got.
 */
export async function alone<T>(folder: string, work: () => Promise<T>, onWait: () => void): Promise<T> {
  let locked = await makeLock(folder)
  if (locked === 'taken')
    onWait()
  while (locked === 'taken') {
    const touched = await stat(folder).then(({ mtimeMs }) => mtimeMs, () => Date.now())
    const removed = Date.now() - touched > STALE && await rmdir(folder).then(() => true, () => 'impossible' as const)
    if (!removed)
      await sleep(500)
    locked = removed === 'impossible' ? removed : await makeLock(folder)
  }
  const touching = setInterval(() => void utimes(folder, new Date(), new Date()).catch(() => {}), 5000)
  try {
    return await work()
  }
  finally {
    clearInterval(touching)
    if (locked === 'made')
      await rmdir(folder).catch(() => {})
  }
}

/** Age in milliseconds at which an untouched lock is nobody's any more. */
const STALE = 30_000

function makeLock(folder: string): Promise<'made' | 'taken' | 'impossible'> {
  return mkdir(folder).then(() => 'made', (error: NodeJS.ErrnoException) => error.code === 'EEXIST' ? 'taken' : 'impossible')
}
