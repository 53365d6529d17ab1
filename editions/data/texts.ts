import type { Register } from '../../engine/analysis/register.ts'
import { claimsCsv } from './csv.ts'
import { claimsJsonld } from './jsonld.ts'

export const DATA_FILES = ['claims.csv', 'claims.jsonld'] as const
type DataFile = (typeof DATA_FILES)[number]

export const DATA_TYPES: Readonly<Record<DataFile, string>> = { 'claims.csv': 'text/csv', 'claims.jsonld': 'application/ld+json' }

export const dataText = (name: DataFile, register: Register): string => (name === 'claims.csv' ? claimsCsv(register) : `${JSON.stringify(claimsJsonld(register), null, 2)}\n`)
