import type { Register } from '../../engine/analysis/register.ts'
import { claimsCsv } from './csv.ts'
import { claimsJsonld } from './jsonld.ts'

export const DATA_TYPES = { 'claims.csv': 'text/csv', 'claims.jsonld': 'application/ld+json' } as const
type DataFile = keyof typeof DATA_TYPES
export const DATA_FILES = Object.keys(DATA_TYPES) as readonly DataFile[]

export const dataText = (name: DataFile, register: Register): string =>
  name === 'claims.csv' ? claimsCsv(register) : `${JSON.stringify(claimsJsonld(register), null, 2)}\n`
