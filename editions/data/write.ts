/** Writes the register as data beside the other editions. */
import { join } from 'node:path'
import type { Register } from '../../claims/register.ts'
import { writeWhole } from '../export/whole.ts'
import { claimsCsv } from './csv.ts'
import { claimsJsonld } from './jsonld.ts'

export const DATA_FILES = ['claims.csv', 'claims.jsonld'] as const

/** @throws Error whose cause is the system's */
export function writeData(folder: string, register: Register): void {
  const texts: Readonly<Record<(typeof DATA_FILES)[number], string>> = {
    'claims.csv': claimsCsv(register),
    'claims.jsonld': `${JSON.stringify(claimsJsonld(register), null, 2)}\n`,
  }
  for (const name of DATA_FILES) writeWhole(join(folder, name), Buffer.from(texts[name], 'utf8'))
}
