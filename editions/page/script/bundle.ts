/** The page's script as one small file. */
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import type { PageStory } from '../story.ts'
import { factsPlugin } from './facts-plugin.ts'

export async function pageScript(story: PageStory): Promise<string> {
  const built = await build({
    configFile: false,
    root: fileURLToPath(new URL('./', import.meta.url)),
    logLevel: 'error',
    plugins: [factsPlugin(story)],
    build: { write: false, lib: { entry: fileURLToPath(new URL('./main.ts', import.meta.url)), formats: ['iife'], name: 'read' }, minify: true, target: 'es2022' },
  })
  const [output] = [built].flat()
  if (!output || !('output' in output)) throw new Error('Vite made no script for the reading page.')
  return output.output[0].code
}
