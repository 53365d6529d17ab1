/**
 * Divides the built deck's own scripts so that a link to a slide is few requests. Left to itself the bundler gives a file
 * to each component that two slides share: fifty for the triangle, each of a few hundred bytes, and on a slow line each
 * is a way there and back. Here all that slides share is one file, and the register another. What the first slide needs is
 * in neither: nobody waits on the cover for what it does not show.
 */
import type { Plugin, Rollup } from 'vite'

type ModuleInfo = Pick<Rollup.ModuleInfo, 'id' | 'isEntry' | 'importers'>
type ModuleOf = (id: string) => ModuleInfo | null
/** Slidev's division, of what it brings along. */
type SlidevsDivision = (id: string) => string | undefined

/** The view that shows a slide. */
const VIEW = /\/@slidev\/client\/pages\/play\.vue$/
/** Slidev loads the second slide with the first. */
const FIRST_SLIDES = /__slidev_[12]\.md$/
const REGISTER = /virtual:brief\/register$|\/composables\/register\.ts$/
const OURS = /^(?!.*\/node_modules\/).*(?:\/(?:components|composables|engine|layouts)\/|virtual:brief\/story$)/

const plain = (id: string) => id.replaceAll('\\', '/').replace(/\?.*$/, '')

/** @returns whether a module is loaded with another, by who imports it, and who imports those */
export function isLoadedWith(is: (module: ModuleInfo) => boolean, id: string, moduleOf: ModuleOf, seen = new Set<string>()): boolean {
  if (seen.has(id)) return false
  seen.add(id)
  const found = moduleOf(id)
  return found !== null && (is(found) || found.importers.some((importer) => isLoadedWith(is, importer, moduleOf, seen)))
}

/** @returns the file that a module goes into; null where the bundler decides */
export function fileOf(id: string, moduleOf: ModuleOf, slidevs: SlidevsDivision): string | null {
  const known = slidevs(id)
  if (known !== undefined) return known
  if (REGISTER.test(plain(id))) return 'register'
  if (isLoadedWith((module) => module.isEntry || VIEW.test(plain(module.id)), id, moduleOf)) return 'deck'
  return OURS.test(plain(id)) && !isLoadedWith((module) => FIRST_SLIDES.test(plain(module.id)), id, moduleOf) ? 'parts' : null
}

export function chunksPlugin(): Plugin {
  return {
    name: 'claim-by-claim:chunks',
    apply: 'build',
    configResolved({ build, environments }) {
      for (const { rolldownOptions } of [build, ...Object.values(environments).map((environment) => environment.build)]) {
        for (const output of [rolldownOptions.output ?? []].flat()) {
          const slidevs = output.manualChunks as SlidevsDivision | undefined
          if (slidevs === undefined) continue
          delete output.manualChunks
          const group = (files: (file: string | null) => boolean) => (id: string, context: { getModuleInfo: ModuleOf }) => {
            const file = fileOf(id, (each) => context.getModuleInfo(each), slidevs)
            return files(file) ? file : null
          }
          output.codeSplitting = {
            // What a module needs is decided for itself: else half the program would follow the first component.
            includeDependenciesRecursively: false,
            groups: [
              { name: group((file) => file !== 'parts') },
              // What one slide alone uses stays with it.
              { name: group((file) => file === 'parts'), minShareCount: 2 },
            ],
          }
        }
      }
    },
  }
}
