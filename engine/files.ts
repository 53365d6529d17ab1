/** The only place in `claims/` that touches the disk. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Loaded, loadRegister } from './analysis/load.ts'
import { REGISTER_FILES, type RegisterTexts } from './register/parse.ts'

/** Folder of the register's files, absolute. */
export const registerFolder = fileURLToPath(new URL('../claims/', import.meta.url))
export const registerFilePaths = REGISTER_FILES.map((file) => `${registerFolder}${file}.yaml`)

export function readRegisterTexts(folder = registerFolder): RegisterTexts {
  return Object.fromEntries(
    REGISTER_FILES.flatMap((file) => {
      const path = join(folder, `${file}.yaml`)
      return existsSync(path) ? [[file, readFileSync(path, 'utf8')]] : []
    }),
  )
}

export const loadRegisterFromDisk = (article?: string): Loaded => loadRegister(readRegisterTexts(), article)
