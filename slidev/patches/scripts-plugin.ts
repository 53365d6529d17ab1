/**
 * `virtual:scripts`: the speaker's script of every slide, as HTML, in a file of its own. In a build Slidev has them all
 * in what is loaded before the first slide, where nobody reads them; here a slide's module asks slidev/patches/scripts.ts for its
 * own when a presenter's view or the print first reads it. The dev server keeps Slidev's way, which follows edits.
 *
 * This changes the code of an internal module of Slidev, that of a slide's frontmatter. A build stops where that is not
 * as it is known here, and `tests/unit/scripts-plugin.test.ts` runs it on what the installed Slidev writes.
 */
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const NAME = 'virtual:scripts'
const RESOLVED = `\0${NAME}`
/** Put in place of the scripts until all slides have been read. */
const LATER = '__CLAIM_BY_CLAIM_SCRIPTS__'

const FRONTMATTER = /__slidev_(\d+)\.frontmatter$/
/** The slide's own data, a line of JSON. */
const DATA = /^( +)\.\.\.\((\{.*"noteHTML":.*\})\),$/m

const reader = fileURLToPath(new URL('./scripts.ts', import.meta.url))

/**
 * @param code of a slide's frontmatter, as Slidev writes it
 * @returns the code with a script that is fetched when it is read, and the script
 * @throws Error where it is written in another way
 */
export function withScriptLater(code: string, no: number): { readonly code: string; readonly script: string } {
  const [line, indent, json] = DATA.exec(code) ?? []
  if (line === undefined) throw new Error(`Slidev writes the data of a slide (${no}) in another way than slidev/patches/scripts-plugin.ts knows.`)
  const { noteHTML, ...rest } = JSON.parse(json!) as { noteHTML: string }
  // Slidev leaves the script's source out of a build, and then shows the script as faint as where there is none. What is
  // written into it, on Slidev's page to edit all, a built deck cannot save.
  const later = `${indent}...(${JSON.stringify(rest)}),\n${indent}get note() { return scriptTextOf(${no}) },\n${indent}set note(_) {},\n${indent}get noteHTML() { return scriptOf(${no}) },`
  return { code: `import { scriptOf, scriptTextOf } from ${JSON.stringify(reader)}\n${code.replace(line, () => later)}`, script: noteHTML }
}

export function scriptsPlugin(): Plugin {
  let building = false
  const scripts: string[] = []
  return {
    name: 'claim-by-claim:scripts',
    configResolved({ command }) {
      building = command === 'build'
    },
    resolveId: (id) => (id === NAME ? RESOLVED : undefined),
    load: (id) => (id === RESOLVED ? `export const scripts = ${building ? `JSON.parse(${LATER})` : '[]'}` : undefined),
    transform: {
      filter: { id: FRONTMATTER },
      handler(code, id) {
        if (!building) return
        const no = Number(FRONTMATTER.exec(id)![1])
        const { script, code: without } = withScriptLater(code, no)
        scripts[no - 1] = script
        return { code: without, map: null }
      },
    },
    renderChunk(code) {
      if (!code.includes(LATER)) return
      if (scripts.length === 0) throw new Error('No slide’s script was found: Slidev has the data of slides in another place than slidev/patches/scripts-plugin.ts knows.')
      return { code: code.replace(LATER, () => JSON.stringify(JSON.stringify(scripts))), map: null }
    },
  }
}
