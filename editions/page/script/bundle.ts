import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import type { PageStory } from '../story.ts'
import { factsOf } from './facts.ts'

export async function pageScript(story: PageStory): Promise<string> {
  const built = await build({
    configFile: false,
    root: fileURLToPath(new URL('./', import.meta.url)),
    logLevel: 'error',
    define: { FACTS: JSON.stringify(factsOf(story)) },
    build: { write: false, lib: { entry: 'main.ts', formats: ['iife'], name: 'read' }, minify: true, target: 'es2022' },
  })
  const [output] = [built].flat()
  if (!output || !('output' in output)) throw new Error('Vite made no script for the reading page.')
  return output.output[0].code
}
