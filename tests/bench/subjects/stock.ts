/**
 * The same slides in stock Slidev: a copy of the project without what it adds to Slidev. Pages, components, layouts and
 * styles are the same. Gone are Slidev's settings in the headmatter (its defaults hold), the setup folder, and the pictures
 * drawn beforehand: where one stood, Slidev's own component for a Mermaid fence draws it in the browser from the same source.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { getBrowser } from '../../../editions/browser/browser.ts'
import { copyOfProject, temporaryFolder } from '../../support/deck.ts'
import { run } from './commands.ts'
import { triangleSlide } from './slides.ts'
import type { Subject } from './subject.ts'

/** What stays of the headmatter: what the slides themselves need. */
const KEPT = new Set(['theme', 'title', 'titleTemplate', 'info', 'keywords', 'layout', 'canvasWidth', 'aspectRatio', 'htmlAttrs'])

/** Of the deck's plugins, those that bring the register to the components; and sources in place of pictures. */
const PLUGINS = `import { defineVitePluginsSetup } from '@slidev/types'
import lz from 'lz-string'
import { dirname } from 'node:path'
import { briefPlugin } from '../editions/brief-plugin.ts'
import { loadBrief } from '../engine/brief.ts'
import { deck } from '../slidev/deck.ts'

const sources = (folder) => ({
  name: 'bench:sources',
  enforce: 'pre',
  resolveId: (id) => (id === 'virtual:brief/figures' ? '\\0sources' : undefined),
  async load(id) {
    if (id !== '\\0sources') return
    const { brief } = await loadBrief(folder, deck)
    return 'export const figures = ' + JSON.stringify(Object.fromEntries(brief.figures.map(({ name, title, description, source }) => [name, { title, description, tree: '', code: lz.compressToBase64(source.trim()) }])))
  },
})

export default defineVitePluginsSetup(({ entry }) => [sources(dirname(entry)), briefPlugin(dirname(entry))])
`

/** What Slidev makes of a Mermaid fence, in place of a picture. */
const FIGURE = `<script setup lang="ts">
import Mermaid from '@slidev/client/builtin/Mermaid.vue'
import { figures } from 'virtual:brief/figures'

defineProps<{ name: string, choices?: object, chosen?: unknown, hiddenClaims?: object, hiddenParts?: object, hiddenGroups?: object, current?: string | null, namedOnly?: boolean, tags?: object }>()
defineEmits(['choose'])
</script>

<template>
  <figure class="drawn">
    <Mermaid :code-lz="figures[name].code" />
    <slot />
  </figure>
</template>
`

/** @returns the first slide's frontmatter with the keys that are kept */
export function stockHeadmatter(slides: string): string {
  const [whole, head] = /^---\n([\s\S]*?)\n---/.exec(slides)!
  let keeps = false
  const lines = head!.split('\n').filter((line) => {
    const key = /^(\w+):/.exec(line)?.[1]
    if (key !== undefined) keeps = KEPT.has(key)
    return keeps
  })
  return slides.replace(whole, () => `---\n${lines.join('\n')}\n---`)
}

export async function stock(): Promise<Subject> {
  const copy = copyOfProject('bench-stock')
  const built = temporaryFolder('bench-stock-built')
  const inCopy = (path: string) => join(copy.folder, path)
  for (const gone of [
    'custom-nav-controls.vue',
    'setup/transformers.ts',
    'setup/main.ts',
    'setup/root.ts',
    'setup/routes.ts',
    'setup/shortcuts.ts',
  ])
    rmSync(inCopy(gone), { recursive: true })
  writeFileSync(inCopy('setup/vite-plugins.ts'), PLUGINS)
  writeFileSync(inCopy('components/figure/SvgFigure.vue'), FIGURE)
  writeFileSync(inCopy('slides.md'), stockHeadmatter(readFileSync(inCopy('slides.md'), 'utf8')))
  return {
    name: 'stock Slidev',
    what: 'the same slides, Mermaid in the browser, default settings',
    folder: built.folder,
    first: '1',
    triangle: String(await triangleSlide()),
    build: () => run(['build', '--out', built.folder], { cwd: copy.folder }),
    pdf: async () =>
      run(['export', '--output', inCopy('stock.pdf'), '--executable-path', (await getBrowser()).path, '--timeout', '600000'], {
        cwd: copy.folder,
      }),
    remove() {
      copy.remove()
      built.remove()
    },
  }
}
