/**
 * `virtual:scripts`: all speaker's scripts as HTML, fetched when a presenter's view or the print first reads one. The dev server
 * keeps Slidev's way, which follows edits.
 */
import type { Plugin } from 'vite'
import { importOf, rewrite } from './rewrite.ts'

const NAME = 'virtual:scripts'
const RESOLVED = `\0${NAME}`
/** Stands for the scripts until all slides have been read. */
const LATER = '__CLAIM_BY_CLAIM_SCRIPTS__'
const FRONTMATTER = /__slidev_(\d+)\.frontmatter$/
/** The slide's own data, a line of JSON. */
const DATA = /^( +)\.\.\.\((\{.*"noteHTML":.*\})\),$/

const KNOWN_BY = 'slidev/patches/scripts-plugin.ts'
const READER = importOf('scriptOf, scriptTextOf', new URL('./scripts.ts', import.meta.url))

/** A slide's data with a script that is fetched when it is read, and the script. */
export function withScriptLater(code: string, no: number): { readonly code: string; readonly script: string } {
  let script = ''
  const later = (_: string, indent: string, json: string) => {
    const { noteHTML, ...rest } = JSON.parse(json) as { noteHTML: string }
    script = noteHTML
    // Slidev leaves the source out of a build, and then shows the script as faint as where there is none. A built deck
    // cannot save what is written into it.
    const note = [`get note() { return scriptTextOf(${no}) }`, 'set note(_) {}', `get noteHTML() { return scriptOf(${no}) }`]
    return [`...(${JSON.stringify(rest)})`, ...note].map((line) => `${indent}${line},`).join('\n')
  }
  const changed = rewrite(code, [[DATA, later]], `the data of slide ${no}`, KNOWN_BY)
  return { code: READER + changed, script }
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
        const later = withScriptLater(code, no)
        scripts[no - 1] = later.script
        return { code: later.code, map: null }
      },
    },
    renderChunk(code) {
      if (!code.includes(LATER)) return
      if (scripts.length === 0) throw new Error(`No slide’s script was found: Slidev has them in another place than ${KNOWN_BY} knows.`)
      return { code: code.replace(LATER, () => JSON.stringify(JSON.stringify(scripts))), map: null }
    },
  }
}
