/** A build writes the reading page and the data; `npm start` has them at the same addresses, made anew at each request. */
import { join, resolve } from 'node:path'
import type { Plugin } from 'vite'
import { writeFileAtomic } from '../atomic-write.ts'
import { pageFiles } from './files.ts'

export function pagePlugin(brief: string): Plugin {
  const files = pageFiles(brief)
  let out = ''
  let base = '/'
  return {
    name: 'claim-by-claim:page',
    configResolved(config) {
      base = config.base
      out = resolve(config.root, config.build.outDir)
    },
    // Before the pages of the build get what they need on the web (editions/site/plugin.ts).
    async writeBundle() {
      for (const [name, { content }] of files) writeFileAtomic(join(out, name), await content())
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const [path = ''] = (request.url ?? '').split('?')
        const root = `${base}read`
        if (path === root) return void response.writeHead(302, { Location: `${root}/` }).end()
        const file = path.startsWith(base) ? files.get(path === `${root}/` ? 'read/index.html' : path.slice(base.length)) : undefined
        if (!file) return next()
        file.content().then((made) => response.writeHead(200, { 'Content-Type': file.type, 'Cache-Control': 'no-store' }).end(made), next)
      })
    },
  }
}
