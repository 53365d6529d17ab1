/**
 * How the reading page is made: the slides' Markdown and components, rendered to HTML by Vue on this machine. The adapters
 * to Slidev are replaced (stand-ins/), since there is no deck around a page; components of the same name in components/
 * stand in for slide forms that do not re-flow.
 */
import vue from '@vitejs/plugin-vue'
import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import Markdown from 'unplugin-vue-markdown/vite'
import { createServer, type Plugin, type ViteDevServer } from 'vite'
import { drawingsPlugin } from '../../setup/drawings-plugin.ts'
import { ownPlugin } from '../../setup/own-plugin.ts'
import { registerPlugin } from '../../setup/register-plugin.ts'
import { storyPlugin } from '../../setup/story-plugin.ts'
import { storyPagesPlugin } from './story-pages-plugin.ts'

/** Within another component too, one in components/ here is taken in place of the slide form of the same name. */
function readingForms(): Plugin {
  return {
    name: 'claim-by-claim:reading-forms',
    enforce: 'pre',
    resolveId(id, importer) {
      const name = /^(?:\.|.*\/components)\/(\w+\.vue)$/.exec(id)?.[1]
      if (name === undefined || importer === undefined || !existsSync(here(`components/${name}`))) return undefined
      return here(`components/${name}`)
    },
  }
}

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** @param entry absolute path of slides.md */
export const readingServer = (entry: string): Promise<ViteDevServer> =>
  createServer({
    configFile: false,
    root: dirname(entry),
    cacheDir: 'node_modules/.vite-read',
    appType: 'custom',
    logLevel: 'error',
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    plugins: [
      readingForms(),
      storyPagesPlugin(entry),
      Markdown({ headEnabled: false, wrapperComponent: null, wrapperDiv: false, markdownItOptions: { html: true, typographer: false } }),
      vue({ include: [/\.vue$/, /\.md$/] }),
      registerPlugin(),
      storyPlugin(entry),
      ownPlugin(entry),
      drawingsPlugin(entry, { mend: false }),
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
