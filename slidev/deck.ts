import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { COMPONENTS } from '../components/registry.ts'
import { type Brief, loadBrief } from '../engine/brief.ts'
import type { StoryParts } from '../engine/story/form.ts'

export const projectFolder: string = fileURLToPath(new URL('..', import.meta.url))

const layouts = readdirSync(join(projectFolder, 'layouts')).filter((name) => name.endsWith('.vue'))

/** What this project has to tell a brief with. */
export const deck: StoryParts = { components: COMPONENTS, layouts: layouts.map((name) => basename(name, '.vue')) }

/** @throws Error whose message is the brief's faults */
export async function loadOrThrow(folder: string): Promise<Brief> {
  const { brief, faults } = await loadBrief(folder, deck)
  if (!brief) throw new Error(faults ?? 'The brief did not load.')
  return brief
}
