import { join, resolve } from 'node:path'
import type { Plugin } from 'vite'
import { writeFileAtomic } from '../atomic-write.ts'
import { fontLicences } from '../font-licences.ts'
import { finishAlone, finishSite } from './finish.ts'

export function sitePlugin({ alone }: { readonly alone: boolean }): Plugin {
  let folder = ''
  let base = '/'
  let written = false
  return {
    name: 'claim-by-claim:web',
    apply: 'build',
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir)
      base = config.base
    },
    writeBundle: () => void (written = true),
    closeBundle: {
      order: 'post',
      // Slidev makes 404.html of index.html, and `_redirects` if there is none, after this.
      handler() {
        if (!written) return
        if (alone) return finishAlone(folder)
        for (const { file, text } of fontLicences()) writeFileAtomic(join(folder, file), text)
        finishSite(folder, base)
      },
    },
  }
}
