/** That Slidev has and uses what slidev/patches/unused-modules.ts takes out of it as is written there. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { UNUSED_MODULES, unusedModules, unusedModule, usesOf } from '../../slidev/patches/unused-modules.ts'
import { projectFolder } from '../support/deck-folder.ts'

const client = join(projectFolder, 'node_modules/@slidev/client')
const files = readdirSync(client, { recursive: true, encoding: 'utf8' }).filter(
  (path) => /\.(?:vue|ts)$/.test(path) && !/node_modules|\.test\.ts$/.test(path),
)
const sources = new Map(files.map((path) => [path.replaceAll('\\', '/'), readFileSync(join(client, path), 'utf8')]))

/** What Slidev's modules load, and the names they take; types are gone from a build. */
const imports = [...sources].flatMap(([path, code]) =>
  [...code.matchAll(/^ *import\s+(?!type\b)(?:([^'"]*?)\s+from\s+)?'([^']+)'|import\('([^']+)'\)/gm)].map(([, names, request, lazy]) => ({
    path,
    names: names ?? '',
    request: (request ?? lazy)!,
  })),
)
const importsOf = (name: string) => imports.filter(({ path, request }) => unusedModule(request, join(client, path)) === name)
/** Names that a module takes: `default` for one without braces. */
const namesIn = (names: string) =>
  names
    .replace(/^(\w+)/, 'default')
    .split(/[{},\s]+/)
    .filter(Boolean)

describe.each(Object.keys(UNUSED_MODULES))('%s', (name) => {
  it('is imported in Slidev, and every import of it is one that is taken out', () => {
    expect(importsOf(name).length).toBeGreaterThan(0)
    const missed = imports.filter(
      ({ path, request }) => UNUSED_MODULES[name]!.request.test(request) && unusedModule(request, join(client, path)) !== name,
    )
    expect(missed).toEqual([])
  })

  it('has a stand-in with every name that is taken from it', () => {
    const { standIn } = UNUSED_MODULES[name]!
    const given = [...standIn.matchAll(/export (?:const (\w+)|(default)|\{([^}]*)\})/g)].flatMap(([, one, whole, list]) =>
      list ? [...list.matchAll(/as (\w+)/g)].map(([, as]) => as!) : [one ?? whole!],
    )
    expect(given).toEqual(expect.arrayContaining([...new Set(importsOf(name).flatMap(({ names }) => namesIn(names)))]))
  })
})

it('what brings a large library is imported by what is taken out, and by nothing else', () => {
  const importers = (request: string) =>
    imports
      .filter((each) => each.request === request)
      .map(({ path }) => path)
      .sort()
  expect(importers('fuse.js')).toEqual(['internals/Goto.vue'])
  expect(importers('@slidev/rough-notation')).toEqual(['modules/v-mark.ts'])
  expect(importers('@vueuse/motion')).toEqual(['modules/v-motion.ts'])
  expect(importers('../composables/useDragElements')).toEqual(['builtin/VDrag.vue', 'builtin/VDragArrow.vue', 'modules/v-drag.ts'])
})

it('only the “Goto” dialog and the shortcut that the palette replaces know whether it is open', () => {
  expect(
    [...sources]
      .filter(([, code]) => code.includes('showGotoDialog'))
      .map(([path]) => path)
      .sort(),
  ).toEqual(['internals/Goto.vue', 'setup/shortcuts.ts', 'state/storage.ts'])
})

it('the stand-in for drawing has all that Slidev calls where nothing is drawn', () => {
  const called = new Set([...sources.get('composables/useDrawings.ts')!.matchAll(/\bdrauu\??\.(\w+)/g)].map(([, method]) => method!))
  // Set, or asked for with a question mark.
  for (const field of ['mode', 'el']) called.delete(field)
  expect(called.size).toBeGreaterThan(0)
  for (const method of called) expect(UNUSED_MODULES['drawings']!.standIn).toMatch(new RegExp(`\\b${method}:`))
})

it('hints that need pop-ups stand in the browser’s exporter alone', () => {
  expect([...sources].filter(([, code]) => /<FormItem[^>]*\bdescription\b/.test(code)).map(([path]) => path)).toEqual(['pages/export.vue'])
})

it('no module of Slidev has a template that would be compiled in the browser', () => {
  expect([...sources].filter(([, code]) => /^\s+template: ?['"`]|from 'vue\/dist|\bcompile\(/m.test(code)).map(([path]) => path)).toEqual(
    [],
  )
})

describe('the plugin', () => {
  interface Hooks {
    readonly configResolved: (config: { readonly command: 'build' | 'serve' }) => void
    readonly resolveId: (id: string, importer?: string) => string | undefined
  }
  const plugin = (command: 'build' | 'serve', drawings = false) => {
    const hooks = unusedModules(drawings) as unknown as Hooks
    hooks.configResolved({ command })
    return hooks
  }

  it('takes Vue without its compiler in a build', () => {
    expect(plugin('build').resolveId('/x/node_modules/vue/dist/vue.esm-bundler.js')).toBe(
      '/x/node_modules/vue/dist/vue.runtime.esm-bundler.js',
    )
    expect(plugin('serve').resolveId('/x/node_modules/vue/dist/vue.esm-bundler.js')).toBeUndefined()
    expect(readFileSync(join(projectFolder, 'node_modules/vue/dist/vue.runtime.esm-bundler.js'), 'utf8')).toContain('@vue/runtime-dom')
  })

  it('leaves the dev server as it is, but for the dialog whose keys the palette has', () => {
    const main = join(client, 'setup/main.ts')
    expect(plugin('build').resolveId('../modules/v-mark', main)).toBeDefined()
    expect(plugin('serve').resolveId('../modules/v-mark', main)).toBeUndefined()
    expect(plugin('serve').resolveId('./Goto.vue', join(client, 'internals/Controls.vue'))).toBeDefined()
  })

  it('takes nothing from us, and nothing else from Slidev', () => {
    expect(plugin('build').resolveId('./Goto.vue', join(projectFolder, 'components/stage/JumpPalette.vue'))).toBeUndefined()
    expect(plugin('build').resolveId('floating-vue', join(projectFolder, 'components/stage/JumpPalette.vue'))).toBeUndefined()
    expect(plugin('build').resolveId('./QuickOverview.vue', join(client, 'internals/Controls.vue'))).toBeUndefined()
    expect(plugin('build').resolveId('./Goto.vue')).toBeUndefined()
  })

  it('keeps drawing where the headmatter asks for it', () => {
    const importer = join(client, 'composables/useDrawings.ts')
    expect(plugin('build').resolveId('drauu', importer)).toBeDefined()
    expect(plugin('build', true).resolveId('drauu', importer)).toBeUndefined()
  })
})

describe('what a page uses that is not there', () => {
  it.each([
    ['v-mark', '<span v-mark.red="1">x</span>'],
    ['v-drag', '<img v-drag="[1,2,3,4]">'],
    ['v-drag', '<VDrag pos="a">'],
    ['v-drag', '<v-drag-arrow />'],
    ['v-motion', '<div v-motion :initial="{}">'],
    ['twoslash', '```ts twoslash\nconst a = 1\n```'],
    ['magic-move', '````md magic-move\n````'],
    ['v-tooltip', '<b v-tooltip="x">'],
  ])('%s', (name, code) => expect(usesOf(code)).toEqual([name]))

  it('is not in other words', () =>
    expect(usesOf('<MarkedWords /> <VoiceMark v-markup v-click /> the TTP’s v-marked <div v-model="x">')).toEqual([]))
})
