/** Files and folders that are there whole or not at all: made beside their place, then moved into it. */
import { randomUUID } from 'node:crypto'
import { accessSync, constants, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'

/** A name beside a place, of its own, on the same file system. */
export const temporaryPath = (place: string): string => join(dirname(resolve(place)), `.${basename(place)}.${randomUUID().slice(0, 8)}`)

/** What went wrong with a file, in words: what, where, what to do. */
export function writeFault(place: string, error: unknown): string {
  const { code, message } = ((error as Error).cause ?? error) as NodeJS.ErrnoException
  const what: Readonly<Record<string, string>> = {
    ENOSPC: 'there is no room left on the disk. Make some, or choose another place with --output',
    EDQUOT: 'your share of the disk is used up. Make room, or choose another place with --output',
    EACCES: 'you may not write there. Choose another place with --output, or ask for the right',
    EPERM: 'you may not write there, or another program holds it open. Close it, or choose another place with --output',
    EBUSY: 'another program holds it open. Close it, or choose another place with --output',
    EROFS: 'the disk can only be read. Choose another place with --output',
    ENOTDIR: 'a part of the path is a file, not a folder',
    EEXIST: 'a part of the path is a file, not a folder',
    EISDIR: 'a folder has this name',
  }
  return `${place}: ${what[code ?? ''] ?? message}.`
}

/** @throws the system's error where the folder of `place` cannot be written to; makes it where it is not there */
export function ensureFolderOf(place: string): void {
  const folder = dirname(resolve(place))
  mkdirSync(folder, { recursive: true })
  accessSync(folder, constants.W_OK)
}

/**
 * Writes a file in one step, so that nobody ever sees half of it: beside its place, then moved into it. Within one folder
 * that is one step, where a temporary folder may be on another disk.
 *
 * @throws Error whose message says what and where, and whose cause is the system's; what was there stays
 */
export function writeFileAtomic(file: string, content: string | Uint8Array): void {
  const made = temporaryPath(file)
  try {
    ensureFolderOf(file)
    writeFileSync(made, content)
    renameSync(made, file)
  }
  catch (error) {
    if (existsSync(made)) rmSync(made)
    throw new Error(`${file} could not be written: ${(error as Error).message}\nWhat was there stays. Make room or give leave to write there, or choose another place.`, { cause: error })
  }
}

/** Puts a folder in the place of another, which is gone only once the new one is there. */
export function replaceFolder(made: string, place: string): void {
  const old = temporaryPath(place)
  const had = existsSync(place)
  if (had) renameSync(place, old)
  try {
    renameSync(made, place)
  }
  catch (error) {
    if (had) renameSync(old, place)
    throw error
  }
  rmSync(old, { recursive: true, force: true })
}
