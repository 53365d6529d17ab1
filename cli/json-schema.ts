/** `npm run schema`: an editor completes and checks the YAML by engine/register/schema/*.json. */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { writeFileAtomic } from '../editions/atomic-write.ts'
import { FILES } from '../engine/register/schema.ts'

export const schemaFolder: string = fileURLToPath(new URL('../engine/register/schema/', import.meta.url))

/** By file name. `input`: fields with a default may be left out. */
export const jsonSchemas = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(FILES).map(([name, schema]) => [
      `${name}.json`,
      `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 2)}\n`,
    ]),
  )

export async function run(): Promise<number> {
  for (const [name, json] of Object.entries(jsonSchemas())) writeFileAtomic(join(schemaFolder, name), json)
  console.log('engine/register/schema/ written.')
  return 0
}
