/**
 * `virtual:register`: the register, loaded and checked at build time, so that neither YAML nor the schema ships; and
 * `virtual:register/article`, of which text it is and as of when, for the first slide, which is not to wait for the rest.
 *
 * In the dev server an edit of claims/*.yaml reloads the deck; a fault shows in the overlay and on the command
 * line, and the last good register stays on screen. In a build a fault stops it.
 */
import type { Plugin, ViteDevServer } from 'vite'
import { formatDiagnostics } from '../engine/register/diagnostics.ts'
import { loadRegisterFromDisk, registerFilePaths } from '../engine/files.ts'
import type { Register } from '../engine/analysis/register.ts'
import { stripOf } from '../engine/analysis/sentence-strip.ts'
import { faultOverlay } from './fault-overlay.ts'

const WHOLE = 'virtual:register'
const ARTICLE = 'virtual:register/article'
const NAMES = [WHOLE, ARTICLE]
const resolved = (name: string) => `\0${name}`

const constant = (name: string, value: unknown) => `export const ${name} = JSON.parse(${JSON.stringify(JSON.stringify(value))})`

/** What the browser does not need: why each pass graded as it did stays in the YAML. */
function forBrowser(register: Register): Register {
  return { ...register, claims: register.claims.map((claim) => ({ ...claim, ratings: claim.ratings.map(({ pass, grade }) => ({ pass, grade })) })) }
}

/**
 * @param beforeReload done with an edited register that has no fault, before the deck shows it
 */
export function registerPlugin(load = loadRegisterFromDisk, beforeReload: () => Promise<void> = () => Promise.resolve()): Plugin {
  let good: Register | null = null
  /** The faults of the last load as text; null where there were none. */
  let faults: string | null = null
  const reload = () => {
    const { register, diagnostics } = load()
    faults = register ? null : formatDiagnostics(diagnostics)
    good = register ?? good
  }
  const onChange = async (server: ViteDevServer, say: () => void, path: string) => {
    if (!registerFilePaths.includes(path.replaceAll('\\', '/'))) return
    reload()
    if (faults !== null) {
      server.config.logger.error(`\n${faults}`, { timestamp: true })
      say()
      return
    }
    await beforeReload()
    for (const environment of Object.values(server.environments)) {
      for (const name of NAMES) {
        const module = environment.moduleGraph.getModuleById(resolved(name))
        if (module) environment.moduleGraph.invalidateModule(module)
      }
    }
    server.ws.send({ type: 'full-reload' })
  }

  return {
    name: 'claim-by-claim:register',
    // Before anything is read or bundled: a build that cannot end well ends at once.
    buildStart() {
      if (this.meta.watchMode) return
      reload()
      if (faults !== null) throw new Error(faults)
    },
    resolveId: (id) => (NAMES.includes(id) ? resolved(id) : undefined),
    load(id) {
      if (!NAMES.map(resolved).includes(id)) return
      if (!good || faults !== null) reload()
      // A dev server that has shown a good register keeps it; the overlay already tells of the fault.
      if (!good || (faults !== null && !this.meta.watchMode)) throw new Error(faults ?? 'The register did not load.')
      if (id === resolved(WHOLE)) return constant('register', forBrowser(good))
      const { article: { publisher, url, about, notShown }, method: { asOf } } = good
      return constant('article', { publisher, url, about, notShown, asOf, strip: stripOf(good).map(({ pullQuote, claims }) => ({ pullQuote, grades: claims.map(({ grade }) => grade) })) })
    },
    configureServer(server) {
      server.watcher.add(registerFilePaths)
      const say = faultOverlay(server, () => faults)
      for (const event of ['add', 'change', 'unlink'] as const) server.watcher.on(event, (path: string) => void onChange(server, say, path))
    },
  }
}
