/**
 * The one plugin that brings a brief to Vite. A build with a fault ends before anything is bundled. In the dev server a fault
 * shows in the overlay and the terminal, and the last good state stays, also over a reload.
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

/** Why each pass graded as it did stays in the YAML. */
const forBrowser = (register: Register): Register => ({
  ...register,
  claims: register.claims.map((claim) => ({ ...claim, ratings: claim.ratings.map(({ pass, grade }) => ({ pass, grade })) })),
})

function articleOf(register: Register) {
  const {
    article: { publisher, url, about, notShown },
    method,
    claims,
  } = register
  const asOf = claims.some(({ record }) => record && record.status !== 'not checked') ? method.asOf : null
  const strip = sentenceStrip(register).map(({ pullQuote, claims: own }) => ({ pullQuote, grades: own.map(({ grade }) => grade) }))
  return { publisher, url, about, notShown, asOf, strip }
}

const MODULES: Readonly<Record<string, (brief: Brief) => string>> = {
  'virtual:brief/register': ({ register }) => constant('register', forBrowser(register)),
  // The first slide does not wait for the rest of the register.
  'virtual:brief/article': ({ register }) => constant('article', articleOf(register)),
  'virtual:brief/story': ({ story: { cards, slidesOf } }) => `${constant('cards', cards)}\n${constant('slidesOf', slidesOf)}`,
  'virtual:brief/figures': ({ figures, folder }) => constant('figures', figureTrees(figures, figureFolder(folder))),
  'virtual:brief/audit': ({ audit }) => constant('audit', summaryOf(audit)),
}
const NAMES = Object.keys(MODULES)
const resolved = (name: string) => `\0${name}`

const IN_BRIEF = /^(?:slides\.md|pages\/.*\.md|claims\/[\w-]+\.yaml)$/

/** Milliseconds without a change before a fault is shown: an editor may still be writing. */
const SETTLING = 250

async function settled(folder: string): Promise<LoadedBrief> {
  const loaded = await loadBrief(folder, deck)
  if (loaded.faults === null) return loaded
  await sleep(SETTLING)
  const again = await loadBrief(folder, deck)
  return again.state === loaded.state ? again : settled(folder)
}

/** @param mend whether a server draws what is not up to date; where not, a fault stops it as it stops a build */
export function briefPlugin(folder: string, { mend = true } = {}): Plugin {
  const pictures = figureFolder(folder)
  const drawers = redrawer()
  let building = false
  let server: ViteDevServer | undefined
  let say: () => void = () => undefined
  /** The last state that holds, and the code of its modules so far. */
  let good: Brief | null = null
  let code = new Map<string, string>()
  let faults: string | null = null
  /** Modules whose update waits until no fault is left. */
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
    faults =
      [undrawn, found, stale.length > 0 ? formatDiagnostics(stale, 'the drawings') : null].filter((text) => text !== null).join('\n') ||
      null
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
    // After Slidev has answered for its own slides.
    hotUpdate: {
      order: 'post',
      async handler({ file, modules }) {
        const path = relative(folder, resolve(file)).replaceAll('\\', '/')
        if (!server || this.environment !== server.environments.client || !IN_BRIEF.test(path)) return
        const [before, had] = [new Map(code), faults]
        await take(await settled(folder))
        if (faults !== null && faults !== had) server.config.logger.error(`\n${faults}`, { timestamp: true })
        // Not by Vite's logger, which Slidev sets to warnings.
        if (faults === null && had !== null) console.log('\nAll is well again: the brief holds.')
        const changed = NAMES.filter((name) => before.has(name) && codeOf(name) !== before.get(name)).flatMap(
          (name) => this.environment.moduleGraph.getModuleById(resolved(name)) ?? [],
        )
        // A page updated now would be drawn from a brief that lacks what it names.
        for (const module of [...modules, ...changed]) held.add(module)
        const updated = faults === null ? [...held] : []
        if (faults === null) held.clear()
        // With nothing to update Vite sends nothing, and the overlay would stay.
        if (updated.length === 0) this.environment.hot.send({ type: 'update', updates: [] })
        say()
        return updated
      },
    },
  }
}
