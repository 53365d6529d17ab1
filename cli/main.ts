/**
 * The program behind the npm scripts: `node cli/main.ts <command> [brief] [options]`. A brief is its folder; without one it
 * is the project's own. What a command does is said in its file, which is loaded when it is asked for.
 */

interface Command {
  readonly run: (words: readonly string[]) => Promise<number>
}

/** Errors of ours with a class of their own, whose message says it all. */
const TOLD = new Set(['BrowserNotFound', 'PrintFault'])

/** By the name one types: what it does in a line, and where. */
const COMMANDS: Readonly<Record<string, { readonly does: string; readonly load: () => Promise<Command>; readonly now?: string }>> = {
  start: { does: 'presents the deck, and shows every edit', load: () => import('./start.ts') },
  build: { does: 'writes the static deck, its reading page and the data to dist/', load: () => import('./build.ts') },
  export: { does: 'makes dist/ whole: deck, PDF, one file, reading page, data', load: () => import('./export.ts') },
  verify: { does: 'proves the register: every quote, id and grade', load: () => import('./verify.ts') },
  fingerprint: { does: 'makes the proof of the quotes from the article’s text', load: () => import('./fingerprint.ts') },
  figures: { does: 'draws the figures anew', load: () => import('./figures.ts') },
  'self-audit': { does: 'lists the deck’s own statements about the world, graded', load: () => import('./self-audit.ts') },
  'link-preview': { does: 'draws the picture beside a link to the deck anew', load: () => import('./link-preview.ts') },
  schema: { does: 'writes the JSON Schemas that editors complete YAML from', load: () => import('./json-schema.ts') },
  browser: { does: 'finds or gets the browser that draws, prints and tests', load: () => import('./browser.ts') },
  // Names from before: each says the new one and does the same.
  diagrams: { does: '', load: () => import('./figures.ts'), now: 'figures' },
  own: { does: '', load: () => import('./self-audit.ts'), now: 'self-audit' },
}

const usage = (): string => {
  const shown = Object.entries(COMMANDS).filter(([, { now }]) => now === undefined)
  const width = Math.max(...shown.map(([name]) => name.length))
  return ['Usage: node cli/main.ts <command> [brief] [options]', '', ...shown.map(([name, { does }]) => `  ${name.padEnd(width)}  ${does}`)].join('\n')
}

const [name = '', ...words] = process.argv.slice(2)
const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
if (!command) {
  console.error(name === '' ? usage() : `There is no command “${name}”.\n\n${usage()}`)
  process.exitCode = 2
} else {
  if (command.now !== undefined) console.error(`“${name}” is called “${command.now}” now: npm run ${command.now}`)
  const { run } = await command.load()
  try {
    process.exitCode = await run(words)
  } catch (error) {
    // What is wrong with what one asked for is told as it is; a fault of the program with its place.
    const asked = error instanceof Error && !('code' in error) && (error.constructor === Error || TOLD.has(error.name))
    console.error(asked ? error.message : error)
    process.exitCode = 1
  }
}

export {}
