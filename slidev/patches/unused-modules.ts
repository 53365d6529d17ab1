/** Resolves what Slidev brings along and this deck does not use to stand-ins. */
import type { Plugin } from 'vite'
import { pathOf } from './rewrite.ts'

interface UnusedModule {
  readonly request: RegExp
  /** Modules of Slidev's client; everything else gets the real one. */
  readonly importer: RegExp
  readonly standIn: string
  /** In the dev server too, which otherwise keeps Slidev as it is. */
  readonly alsoInDev?: true
  /** What a page or component would write to use it. */
  readonly use?: { readonly pattern: RegExp; readonly name: string }
}

const NO_COMPONENT = 'export default { render: () => null }'
const MAIN = /^setup\/main\.ts$/
/** A directive of `setup/main.ts`, and components of that name. */
const directive = (name: string, create: string): UnusedModule => ({
  request: new RegExp(`^\\.\\./modules/v-${name}$`),
  importer: MAIN,
  standIn: `export const ${create} = () => ({ install() {} })`,
  use: { pattern: new RegExp(String.raw`(?<![\w-])v-${name}(?![\w-])|<v-?${name}`, 'i'), name: `v-${name}` },
})

export const UNUSED_MODULES: Readonly<Record<string, UnusedModule>> = {
  // The palette replaces it (slidev/shortcuts.ts).
  goto: {
    request: /^(?:\.|\.\.\/internals)\/Goto\.vue$/,
    importer: /^(?:internals|pages)\/[^/]+\.vue$/,
    standIn: NO_COMPONENT,
    alsoInDev: true,
  },
  // Pop-ups over code with types; with them a library that places pop-ups.
  twoslash: {
    request: /^@shikijs\/vitepress-twoslash\/client$/,
    importer: MAIN,
    standIn: 'export default { install() {} }',
    use: { pattern: /^```\w+.*\btwoslash\b/m, name: 'twoslash' },
  },
  // Slidev uses it in the browser's exporter alone, which no build has.
  'pop-ups': {
    request: /^floating-vue$/,
    importer: /\.(?:vue|ts)$/,
    standIn:
      'const inPlace = (_, { slots }) => slots.default?.()\nexport { inPlace as Tooltip, inPlace as Dropdown }\nexport const recomputeAllPoppers = () => {}',
    use: { pattern: /(?<![\w-])v-(?:tooltip|menu)(?![\w-])/, name: 'v-tooltip' },
  },
  'pop-ups’ style': {
    request: /^@shikijs\/(?:vitepress-twoslash|magic-move)\/style\.css$/,
    importer: /^styles\/index\.ts$/,
    standIn: '',
    use: { pattern: /^`{3,}md magic-move\b/m, name: 'magic-move' },
  },
  'v-mark': directive('mark', 'createVMarkDirective'),
  // It brings a writer of YAML.
  'v-drag': directive('drag', 'createVDragDirective'),
  'handles of v-drag': { request: /^\.\/DragControl\.vue$/, importer: /^internals\/SlidesShow\.vue$/, standIn: NO_COMPONENT },
  'v-motion': directive('motion', 'createVMotionDirectives'),
  // Drawing on slides; `drawings.enabled` is false.
  drawings: {
    request: /^drauu$/,
    importer: /^composables\/useDrawings\.ts$/,
    standIn:
      'const nothing = () => {}\nconst no = () => false\nexport const createDrauu = () => ({ on: nothing, load: nothing, clear: nothing, dump: () => "", undo: nothing, redo: nothing, canUndo: no, canRedo: no, mounted: false })',
  },
}

/** Vue with its compiler, which Slidev takes for code that runs in slides. */
const FULL_VUE = /\/vue\/dist\/vue\.esm-bundler\.js$/
const CLIENT = /\/@slidev\/client\/(.*)$/
const PREFIX = '\0claim-by-claim:left-out:'
const OURS = /^(?!.*\/node_modules\/).*\.(?:md|vue)$/

export function unusedModule(request: string, importer: string | undefined): string | undefined {
  const from = importer && CLIENT.exec(pathOf(importer))?.[1]
  const found = from && Object.entries(UNUSED_MODULES).find(([, module]) => module.request.test(request) && module.importer.test(from))
  return found ? found[0] : undefined
}

export const usesOf = (code: string): string[] =>
  Object.values(UNUSED_MODULES).flatMap(({ use }) => (use?.pattern.test(code) ? [use.name] : []))

/** @param drawings as the headmatter asks */
export function unusedModules(drawings: boolean): Plugin {
  let building = false
  return {
    name: 'claim-by-claim:left-out',
    enforce: 'pre',
    configResolved({ command }) {
      building = command === 'build'
    },
    resolveId(request, importer) {
      // Slidev's alias has made a path of `vue` already.
      if (building && FULL_VUE.test(pathOf(request))) return request.replace('vue.esm-bundler.js', 'vue.runtime.esm-bundler.js')
      const name = unusedModule(request, importer)
      if (name === undefined || (!building && !UNUSED_MODULES[name]!.alsoInDev) || (name === 'drawings' && drawings)) return
      return PREFIX + name
    },
    load: (id) =>
      id.startsWith(PREFIX) ? { code: UNUSED_MODULES[id.slice(PREFIX.length)]!.standIn, moduleSideEffects: false } : undefined,
    transform: {
      filter: { id: OURS },
      handler(code) {
        const [use] = usesOf(code)
        if (use !== undefined)
          this.error(`The deck is built without ${use}: take it out of UNUSED_MODULES in slidev/patches/unused-modules.ts, or do without.`)
      },
    },
  }
}
