/** `npm run schema`: writes engine/register/schema/*.json, so that an editor completes and checks the YAML as it is typed. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { actorsFile, argumentFile, articleFile, claimsFile, fingerprintFile, interpretationsFile, recordFile, sourcesFile, requestsFile } from '../engine/register/schema.ts'

export const schemaFolder: string = fileURLToPath(new URL('../engine/register/schema/', import.meta.url))

const files = {
  claims: claimsFile,
  argument: argumentFile,
  actors: actorsFile,
  record: recordFile,
  interpretations: interpretationsFile,
  sources: sourcesFile,
  requests: requestsFile,
  article: articleFile,
  fingerprint: fingerprintFile,
}

/** File name to JSON Schema text. `input`: fields with a default may be left out. */
export const jsonSchemas = (): Record<string, string> =>
  Object.fromEntries(Object.entries(files).map(([name, schema]) => [`${name}.json`, `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 2)}\n`]))

export async function run(): Promise<number> {
  mkdirSync(schemaFolder, { recursive: true })
  for (const [name, json] of Object.entries(jsonSchemas())) writeFileSync(join(schemaFolder, name), json)
  console.log('engine/register/schema/ written.')
  return 0
}
