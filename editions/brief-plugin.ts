/**
 * The one plugin that brings a brief to Vite, as modules that hold no YAML, no schema and no Markdown:
 *
 * - `virtual:brief/register`: the register; `virtual:brief/article`: of which text, as of when, for the first slide,
 *   which is not to wait for the rest
 * - `virtual:brief/story`: where each claim's card stands, and the slides of each component
 * - `virtual:brief/figures`: every picture of public/diagrams, as a tree that a component can show
 * - `virtual:brief/audit`: what the register says about the world, counted by grade, and what is below “Traceable”
 *
 * A build that cannot end well ends before anything is bundled. The dev server watches the brief once: an edit reaches the
 * slide without a reload of the page; a fault shows in the overlay and the terminal while the last good state stays, also
 * over a reload; a file that is still being written is waited for; and when all holds again the terminal says so.
 */
import { relative, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { EnvironmentModuleNode, Plugin, ViteDevServer } from 'vite'
import type { Register } from '../engine/analysis/register.ts'
import { sentenceStrip } from '../engine/analysis/sentence-strip.ts'
import { summaryOf } from '../engine/audit/statements.ts'
import { type Brief, loadBrief, type LoadedBrief } from '../engine/brief.ts'
import { formatDiagnostics } from '../engine/register/diagnostics.ts'
import { deck } from '../slidev/deck.ts'
import { faultOverlay } from '../slidev/fault-overlay.ts'
import { figureTrees, redrawer, staleFaults } from './figures/pictures.ts'
import { figureFolder } from './figures/store.ts'

const constant = (name: string, value: unknown) => `export const ${name} = JSON.parse(${JSON.stringify(JSON.stringify(value))})`

/** What the browser does not need: why each pass graded as it did stays in the YAML. */
const forBrowser = (register: Register): Register => ({ ...register, claims: register.claims.map((claim) => ({ ...claim, ratings: claim.ratings.map(({ pass, grade }) => ({ pass, grade })) })) })

function articleOf(register: Register) {
  const { article: { publisher, url, about, notShown }, method, claims } = register
  const asOf = claims.some(({ record }) => record && record.status !== 'not checked') ? method.asOf : null
  return { publisher, url, about, notShown, asOf, strip: sentenceStrip(register).map(({ pullQuote, claims: own }) => ({ pullQuote, grades: own.map(({ grade }) => grade) })) }
}

/** The code of each module. */
const MODULES: Readonly<Record<string, (brief: Brief) => string>> = {
  'virtual:brief/register': ({ register }) => constant('register', forBrowser(register)),
  'virtual:brief/article': ({ register }) => constant('article', articleOf(register)),
  'virtual:brief/story': ({ story: { cards, slidesOf } }) => `${constant('cards', cards)}\n${constant('slidesOf', slidesOf)}`,
  'virtual:brief/figures': ({ figures, folder }) => constant('figures', figureTrees(figures, figureFolder(folder))),
  'virtual:brief/audit': ({ audit }) => constant('audit', summaryOf(audit)),
}
const NAMES = Object.keys(MODULES)
const resolved = (name: string) => `\0${name}`

/** Files of a brief, from its folder. */
const IN_BRIEF = /^(?:slides\.md|pages\/.*\.md|claims\/[\w-]+\.yaml)$/

/** How long the files must stay as they are before a fault in them is told, in milliseconds: an editor may still be writing. */
const SETTLING = 250

/** The brief as its files are; where they have faults, once they have stopped changing. */
async function settled(folder: string): Promise<LoadedBrief> {
  for (let loaded = await loadBrief(folder, deck); ; ) {
    if (loaded.faults === null) return loaded
    await sleep(SETTLING)
    const again = await loadBrief(folder, deck)
    if (again.state === loaded.state) return again
    loaded = again
  }
}

/**
 * @param folder of the brief
 * @param mend whether a server draws what is not up to date; where it does not, a fault stops it as it stops a build
 */
export function briefPlugin(folder: string, { mend = true } = {}): Plugin {
  const pictures = figureFolder(folder)
  const drawers = redrawer()
  let building = false
  let server: ViteDevServer | undefined
  let say: () => void = () => undefined
  /** The last state that holds, as far as it can be shown, and the code of its modules that was asked for. */
  let good: Brief | null = null
  let code = new Map<string, string>()
  /** The faults as they are now, as text; null where there are none. */
  let faults: string | null = null
  /** Modules whose update waits for the faults to be mended. */
  const held = new Set<EnvironmentModuleNode>()

  const codeOf = (name: string): string => {
    const known = code.get(name) ?? MODULES[name]!(good!)
    code.set(name, known)
    return known
  }

  async function take({ brief, faults: found }: LoadedBrief): Promise<void> {
    if (!brief) return void (faults = found)
    const undrawn = building ? null : await drawers.redraw(brief.figures, pictures)
    const stale = staleFaults(brief.figures, pictures)
    faults = [undrawn, found, stale.length > 0 ? formatDiagnostics(stale, 'the drawings') : null].filter((text) => text !== null).join('\n') || null
    if (brief === good && undrawn === null) return
    good = brief
    code = new Map()
  }

  return {
    name: 'claim-by-claim:brief',
    configResolved({ command }) {
      building = !mend || command === 'build'
    },
    async buildStart() {
      await take(await loadBrief(folder, deck))
      if (faults === null) return
      if (building) throw new Error(faults)
      console.error(`\n${faults}`)
    },
    resolveId: (id) => (NAMES.includes(id) ? resolved(id) : undefined),
    async load(id) {
      const name = NAMES.find((each) => resolved(each) === id)
      if (name === undefined) return
      if (!good) await take(await loadBrief(folder, deck))
      if (!good) throw new Error(faults ?? 'The brief did not load.')
      return codeOf(name)
    },
    configureServer(dev) {
      if (!mend) return
      server = dev
      say = faultOverlay(dev, () => faults)
      dev.httpServer?.once('close', drawers.close)
    },
    // Vite asks each plugin what an edit changes; Slidev has answered for its own slides before.
    hotUpdate: {
      order: 'post',
      async handler({ file, modules }) {
        const path = relative(folder, resolve(file)).replaceAll('\\', '/')
        if (!server || this.environment !== server.environments.client || !IN_BRIEF.test(path)) return
        const [before, had] = [new Map(code), faults]
        await take(await settled(folder))
        if (faults !== null && faults !== had) server.config.logger.error(`\n${faults}`, { timestamp: true })
        // Slidev’s server logs warnings and worse only.
        if (faults === null && had !== null) console.log('\nAll is well again: the brief holds.')
        const changed = NAMES.filter((name) => before.has(name) && codeOf(name) !== before.get(name)).flatMap((name) => this.environment.moduleGraph.getModuleById(resolved(name)) ?? [])
        // What a slide is to show waits until all holds: a page with a fault in it would be drawn from a brief that has no such thing.
        for (const module of [...modules, ...changed]) held.add(module)
        const updated = faults === null ? [...held] : []
        if (faults === null) held.clear()
        // With no module to update Vite sends nothing, and the overlay would stay as it is.
        if (updated.length === 0) this.environment.hot.send({ type: 'update', updates: [] })
        say()
        return updated
      },
    },
  }
}
