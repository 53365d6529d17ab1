/** What this project has to tell a brief with: its layouts, and the components that a slide may name. */
import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { COMPONENTS } from '../components/registry.ts'
import type { StoryParts } from '../engine/story/form.ts'

export const projectFolder: string = fileURLToPath(new URL('..', import.meta.url))

/** Paths of a folder's components, by name, without the forms for the page. */
const vueIn = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(join(projectFolder, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.vue') && !name.endsWith('.page.vue'))
      .map((name) => [basename(name, '.vue'), join(projectFolder, folder, name)]),
  )

export const deck: StoryParts = {
  components: COMPONENTS,
  layouts: [...vueIn('layouts').keys()],
}
