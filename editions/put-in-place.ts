/** Writes a file in one step, so that nobody ever sees half of it. */
import { renameSync, rmSync, writeFileSync } from 'node:fs'

/**
 * Written beside and moved into place: within one folder that is one step, where a temporary folder may be on another disk.
 *
 * @throws Error whose message says what and where; what was there stays
 */
export function putInPlace(file: string, content: string | Uint8Array): void {
  const beside = `${file}.${process.pid}.new`
  try {
    writeFileSync(beside, content)
    renameSync(beside, file)
  }
  catch (error) {
    rmSync(beside, { force: true })
    throw new Error(`${file} could not be written: ${(error as Error).message}\nWhat was there stays. Make room or give leave to write there, or choose another place.`, { cause: error })
  }
}
