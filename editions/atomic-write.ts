/** Files and folders that are there whole or not at all: made beside their place, then moved into it. */
import { randomUUID } from 'node:crypto'
import { accessSync, constants, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { putInPlace } from './put-in-place.ts'

/** A name beside a place, of its own, on the same file system. */
export const beside = (place: string): string => join(dirname(resolve(place)), `.${basename(place)}.${randomUUID().slice(0, 8)}`)

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
export function makeRoom(place: string): void {
  const folder = dirname(resolve(place))
  mkdirSync(folder, { recursive: true })
  accessSync(folder, constants.W_OK)
}

/** @throws Error whose cause is the system's */
export function writeWhole(file: string, bytes: Uint8Array): void {
  makeRoom(file)
  putInPlace(file, bytes)
}

/** Puts a folder in the place of another, which is gone only once the new one is there. */
export function replaceFolder(made: string, place: string): void {
  const old = beside(place)
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
