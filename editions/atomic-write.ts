/** Files and folders that are there whole or not at all. No package: they know files only, and an export replaces a folder. */
import { randomUUID } from 'node:crypto'
import { accessSync, constants, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'

/** A new name beside a place, and so on the same disk. */
export const temporaryPath = (place: string): string => join(dirname(resolve(place)), `.${basename(place)}.${randomUUID().slice(0, 8)}`)

const OTHER = 'or choose another place with --output'
const FAULTS: Readonly<Record<string, string>> = {
  ENOSPC: `there is no room left on the disk. Make some, ${OTHER}`,
  EDQUOT: `your share of the disk is used up. Make room, ${OTHER}`,
  EACCES: `you may not write there. Ask for the right, ${OTHER}`,
  EPERM: `you may not write there, or another program holds it open. Close it, ${OTHER}`,
  EBUSY: `another program holds it open. Close it, ${OTHER}`,
  EROFS: 'the disk can only be read. Choose another place with --output',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EEXIST: 'a part of the path is a file, not a folder',
  EISDIR: 'a folder has this name',
}

/** Where, what, what to do. */
export function writeFault(place: string, error: unknown): string {
  const { code = '', message } = ((error as Error).cause ?? error) as NodeJS.ErrnoException
  return `${place}: ${FAULTS[code] ?? message}.`
}

/** @throws the system's error where the folder cannot be made or written to */
export function ensureFolderOf(place: string): void {
  const folder = dirname(resolve(place))
  mkdirSync(folder, { recursive: true })
  accessSync(folder, constants.W_OK)
}

/** @throws Error whose cause is the system's; what was there stays */
export function writeFileAtomic(file: string, content: string | Uint8Array): void {
  const made = temporaryPath(file)
  try {
    ensureFolderOf(file)
    writeFileSync(made, content)
    renameSync(made, file)
  } catch (error) {
    if (existsSync(made)) rmSync(made)
    throw new Error(
      `${file} could not be written: ${(error as Error).message}\nWhat was there stays. Make room or give leave to write there, or choose another place.`,
      { cause: error },
    )
  }
}

/** The old folder is removed only once the new one is in its place. */
export function replaceFolder(made: string, place: string): void {
  const old = temporaryPath(place)
  const had = existsSync(place)
  if (had) renameSync(place, old)
  try {
    renameSync(made, place)
  } catch (error) {
    if (had) renameSync(old, place)
    throw error
  }
  rmSync(old, { recursive: true, force: true })
}
