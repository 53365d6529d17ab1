/** Few requests for a link to a slide; what the first slide needs is apart, so the cover waits for nothing it does not show. */
import type { Plugin, Rollup } from 'vite'
import { outputsOf, pathOf } from './rewrite.ts'

type ModuleInfo = Pick<Rollup.ModuleInfo, 'id' | 'isEntry' | 'importers'>
type ModuleOf = (id: string) => ModuleInfo | null
type SlidevsDivision = (id: string) => string | undefined

export const VIEW = /\/@slidev\/client\/pages\/play\.vue$/
/** Slidev loads the second slide with the first. */
const FIRST_SLIDES = /__slidev_[12]\.md$/
const REGISTER = /virtual:brief\/register$|\/composables\/register\.ts$/
const OURS = /^(?!.*\/node_modules\/).*(?:\/(?:components|composables|engine|layouts)\/|virtual:brief\/story$)/

/** Whether a module is imported, by however many steps, by one that `is` says. */
export function isLoadedWith(is: (module: ModuleInfo) => boolean, id: string, moduleOf: ModuleOf, seen = new Set<string>()): boolean {
  if (seen.has(id)) return false
  seen.add(id)
  const found = moduleOf(id)
  return found !== null && (is(found) || found.importers.some((importer) => isLoadedWith(is, importer, moduleOf, seen)))
}

/** The file that a module goes into; null where the bundler decides. */
export function fileOf(id: string, moduleOf: ModuleOf, slidevs: SlidevsDivision): string | null {
  const known = slidevs(id)
  if (known !== undefined) return known
  const path = pathOf(id)
  if (REGISTER.test(path)) return 'register'
  if (isLoadedWith((module) => module.isEntry || VIEW.test(pathOf(module.id)), id, moduleOf)) return 'deck'
  return OURS.test(path) && !isLoadedWith((module) => FIRST_SLIDES.test(pathOf(module.id)), id, moduleOf) ? 'parts' : null
}

export const chunksPlugin = (): Plugin => ({
  name: 'claim-by-claim:chunks',
  apply: 'build',
  configResolved(config) {
    for (const output of outputsOf(config)) {
      const slidevs = output.manualChunks as SlidevsDivision | undefined
      if (slidevs === undefined) continue
      delete output.manualChunks
      const group = (files: (file: string | null) => boolean) => (id: string, context: { getModuleInfo: ModuleOf }) => {
        const file = fileOf(id, (each) => context.getModuleInfo(each), slidevs)
        return files(file) ? file : null
      }
      output.codeSplitting = {
        // Else half the program would follow the first component.
        includeDependenciesRecursively: false,
        // What only one slide uses stays with it.
        groups: [{ name: group((file) => file !== 'parts') }, { name: group((file) => file === 'parts'), minShareCount: 2 }],
      }
    }
  },
})
