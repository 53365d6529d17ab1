/**
 * The reading page beside the deck: a build writes it into `read/`, and the register as data above it; `npm start`
 * has both at the same addresses, made anew at each request.
 */
import { join, resolve } from 'node:path'
import type { Plugin } from 'vite'
import { writeFileAtomic } from '../atomic-write.ts'
import { pageFiles } from './files.ts'

export const READING_FOLDER = 'read'

/** @param brief its folder */
export function pagePlugin(brief: string): Plugin {
  const files = pageFiles(brief)
  let out: string | null = null
  let base = '/'
  return {
    name: 'claim-by-claim:page',
    configResolved(config) {
      base = config.base
      if (config.command === 'build') out = resolve(config.root, config.build.outDir)
    },
    // Before the pages of the build get what they need on the web (editions/site/plugin.ts).
    async writeBundle() {
      if (out === null) return
      for (const [name, { content }] of files) {
        const place = join(out, name)
        const made = await content()
        writeFileAtomic(place, made)
      }
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const [path = ''] = (request.url ?? '').split('?')
        const root = `${base}${READING_FOLDER}`
        if (path === root) {
          response.writeHead(302, { Location: `${root}/` }).end()
          return
        }
        const file = path.startsWith(base) ? files.get(path === `${root}/` ? `${READING_FOLDER}/index.html` : path.slice(base.length)) : undefined
        if (!file) {
          next()
          return
        }
        file.content().then(
          (made) => response.writeHead(200, { 'Content-Type': file.type, 'Cache-Control': 'no-store' }).end(made),
          (error: unknown) => next(error),
        )
      })
    },
  }
}
