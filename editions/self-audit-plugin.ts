/**
 * `virtual:own-statements`: the deck's own statements about the world, counted by grade, and those below “Traceable”.
 * Found at build time, because neither notes nor Markdown reach the browser. In the dev server they follow every edit.
 */
import type { Plugin } from 'vite'
import { loadOwnStatements } from './self-audit.ts'

const NAME = 'virtual:own-statements'
const RESOLVED = `\0${NAME}`

/** @param entry absolute path of slides.md */
export function ownPlugin(entry: string): Plugin {
  let last = ''
  const module = async () => {
    const loaded = await loadOwnStatements(entry)
    // The register's own faults come first: until they are mended the last good state stays.
    if (loaded) last = `export const own = JSON.parse(${JSON.stringify(JSON.stringify(loaded.summary))})`
    return last
  }
  return {
    name: 'claim-by-claim:own-statements',
    resolveId: (id) => (id === NAME ? RESOLVED : undefined),
    async load(id) {
      return id === RESOLVED ? module() : undefined
    },
    configureServer(server) {
      server.watcher.on('change', (path: string) => {
        if (!/\.(?:md|yaml)$/.test(path)) return
        const before = last
        void module().then((now) => {
          if (now === before) return
          for (const environment of Object.values(server.environments)) {
            const known = environment.moduleGraph.getModuleById(RESOLVED)
            if (known) void environment.reloadModule(known)
          }
        })
      })
    },
  }
}
