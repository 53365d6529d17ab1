/** `npm run schema`: writes claims/schema/*.json, so that an editor completes and checks the YAML as it is typed. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { registerFolder } from '../files.ts'
import { actorsFile, argumentFile, articleFile, claimsFile, fingerprintFile, readingsFile, recordFile, sourcesFile, wantedFile } from '../schema.ts'

const files = {
  claims: claimsFile,
  argument: argumentFile,
  actors: actorsFile,
  record: recordFile,
  readings: readingsFile,
  sources: sourcesFile,
  wanted: wantedFile,
  article: articleFile,
  fingerprint: fingerprintFile,
}

/** File name to JSON Schema text. `input`: fields with a default may be left out. */
export const jsonSchemas = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(files).map(([name, schema]) => [`${name}.json`, `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 2)}\n`]),
  )

if (import.meta.main) {
  mkdirSync(`${registerFolder}schema`, { recursive: true })
  for (const [name, json] of Object.entries(jsonSchemas())) writeFileSync(`${registerFolder}schema/${name}`, json)
  console.log('claims/schema/ written.')
}
