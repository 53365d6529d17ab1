/**
 * `virtual:story`: on which slide, after how many clicks, each claim's card stands whole; and the slides of each
 * component.
 *
 * Checks the Markdown against the register: an id or a count that the register does not hold stops a build, and is said
 * in the dev server's overlay and terminal. Not done while Slidev parses, because Slidev drops a chapter whose parsing
 * throws and builds on without it.
 */
import { load } from '@slidev/parser/fs'
import { dirname, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { formatDiagnostics } from '../engine/register/diagnostics.ts'
import { loadRegisterFromDisk } from '../engine/files.ts'
import { checkForm } from '../engine/story/form.ts'
import { cardsIn, checkAttributes, checkShown, checkStory, checkTold, slidesOfComponents } from '../engine/story/story.ts'
import { faultOverlay } from './fault-overlay.ts'
import { storyFiles, storyParts } from './story-parts.ts'

const NAME = 'virtual:story'
const RESOLVED = `\0${NAME}`

const loadSlides = async (entry: string) => (await load({ userRoot: dirname(entry), roots: [] }, entry)).slides

/** Nothing where the register has faults: those come first. */
async function storyModule(entry: string): Promise<string> {
  const { register } = loadRegisterFromDisk()
  const slides = await loadSlides(entry)
  const cards = register ? cardsIn(register, slides.map(({ content, frontmatter }) => ({ content, isStep: (frontmatter as Record<string, unknown>)['layout'] === 'step' }))) : {}
  return `export const cards = ${JSON.stringify(cards)}\nexport const slidesOf = ${JSON.stringify(slidesOfComponents(slides))}`
}

/** @returns the faults of the story as text; null where there are none, or where the register's own faults come first */
async function storyFaults(entry: string): Promise<string | null> {
  const { register } = loadRegisterFromDisk()
  if (!register) return null
  const root = dirname(entry)
  const loaded = await loadSlides(entry)
  const slides = loaded.map(({ source }) => ({ file: relative(root, source.filepath), line: source.start + 1, raw: source.raw }))
  const parts = storyParts(fileURLToPath(new URL('..', import.meta.url)))
  const diagnostics = [
    // The files themselves: of a chapter that does not parse Slidev hands on no slide.
    ...storyFiles(entry).flatMap(({ file, text }) => checkForm(file, text, parts)),
    ...checkStory(register, slides),
    ...slides.flatMap((slide) => [...checkAttributes(register, slide), ...checkShown(register, slide)]),
    ...checkTold(register, loaded.map(({ content, frontmatter }) => ({ content, step: (frontmatter as Record<string, unknown>)['layout'] === 'step' ? (frontmatter as Record<string, unknown>)['step'] : undefined }))),
  ]
  return diagnostics.length > 0 ? formatDiagnostics(diagnostics, 'the story') : null
}

export function storyPlugin(entry: string): Plugin {
  let faults: string | null = null
  let building = false
  return {
    name: 'claim-by-claim:story',
    configResolved({ command }) {
      building = command === 'build'
    },
    resolveId: (id) => (id === NAME ? RESOLVED : undefined),
    async load(id) {
      return id === RESOLVED ? storyModule(entry) : undefined
    },
    async buildStart() {
      faults = await storyFaults(entry)
      if (faults === null) return
      if (building) throw new Error(faults)
      console.error(`\n${faults}`)
    },
    configureServer(server) {
      const say = faultOverlay(server, () => faults)
      server.watcher.on('change', (path: string) => {
        if (!/\.(?:md|yaml)$/.test(path)) return
        for (const environment of Object.values(server.environments)) {
          const module = environment.moduleGraph.getModuleById(RESOLVED)
          if (module) environment.moduleGraph.invalidateModule(module)
        }
        void storyFaults(entry).then((found) => {
          faults = found
          if (faults === null) return
          server.config.logger.error(`\n${faults}`, { timestamp: true })
          say()
        })
      })
    },
  }
}
