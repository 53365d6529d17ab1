/** Renders the slides' Markdown and components to HTML; stand-ins/ replace the adapters to Slidev. */
import vue from '@vitejs/plugin-vue'
import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import Markdown from 'unplugin-vue-markdown/vite'
import { createServer, type Plugin, type ViteDevServer } from 'vite'
import { briefPlugin } from '../brief-plugin.ts'
import { projectFolder } from '../../slidev/deck.ts'
import { storyPagesPlugin } from './story-pages-plugin.ts'

/** `X.page.vue` in place of `X.vue`, within another component too. */
const pageForms: Plugin = {
  name: 'claim-by-claim:page-forms',
  enforce: 'pre',
  resolveId(id, importer) {
    if (importer === undefined || !/\/\w+\.vue$/.test(id)) return undefined
    const form = resolve(dirname(importer), id).replace(/\.vue$/, '.page.vue')
    return existsSync(form) ? form : undefined
  },
}

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export const pageServer = (brief: string): Promise<ViteDevServer> =>
  createServer({
    configFile: false,
    root: projectFolder,
    cacheDir: 'node_modules/.vite-read',
    appType: 'custom',
    logLevel: 'error',
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    plugins: [
      pageForms,
      storyPagesPlugin(brief),
      Markdown({ headEnabled: false, wrapperComponent: null, wrapperDiv: false, markdownItOptions: { html: true, typographer: false } }),
      vue({ include: [/\.vue$/, /\.md$/] }),
      briefPlugin(brief, { mend: false }),
    ],
    resolve: {
      alias: [
        { find: /^@slidev\/client$/, replacement: here('stand-ins/slidev-client.ts') },
        { find: /^.*\/composables\/useSteps\.ts$/, replacement: here('stand-ins/useSteps.ts') },
        { find: /^.*\/useShared\.ts$/, replacement: here('stand-ins/useShared.ts') },
      ],
    },
    define: { __DEV__: 'false' },
  })
