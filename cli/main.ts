/** The program behind the npm scripts: `node cli/main.ts build briefs/letter --out /tmp/dist`. */

type Command = { readonly run: (words: readonly string[]) => Promise<number> }

/** Our own classes of errors whose message says it all. */
const TOLD = new Set(['BrowserNotFound', 'PrintFault'])

const COMMANDS: Readonly<Record<string, readonly [does: string, load: () => Promise<Command>]>> = {
  start: ['presents the deck, and shows every edit', () => import('./start.ts')],
  build: ['writes the static deck, its reading page and the data to dist/', () => import('./build.ts')],
  export: ['makes dist/ whole: deck, PDF, one file, reading page, data', () => import('./export.ts')],
  verify: ['proves the register: every quote, id and grade', () => import('./verify.ts')],
  fingerprint: ['makes the proof of the quotes from the article’s text', () => import('./fingerprint.ts')],
  figures: ['draws the figures again', () => import('./figures.ts')],
  'self-audit': ['lists what the deck’s data says about the world, graded', () => import('./self-audit.ts')],
  'link-preview': ['draws the picture beside a link to the deck again', () => import('./link-preview.ts')],
  schema: ['writes the JSON Schemas that editors complete YAML from', () => import('./json-schema.ts')],
  browser: ['finds or gets the browser that draws, prints and tests', () => import('./browser.ts')],
}
/** Former names; each prints the new one and does the same. */
const RENAMED: Readonly<Record<string, string>> = { diagrams: 'figures', own: 'self-audit' }

const usage = (): string => {
  const lines = Object.entries(COMMANDS).map(([name, [does]]) => `  ${name.padEnd(12)}  ${does}`)
  return ['Usage: node cli/main.ts <command> [brief] [options]', '', ...lines].join('\n')
}

const [typed = '', ...words] = process.argv.slice(2)
const now = Object.hasOwn(RENAMED, typed) ? RENAMED[typed]! : typed
const command = Object.hasOwn(COMMANDS, now) ? COMMANDS[now] : undefined
if (!command) {
  console.error(typed === '' ? usage() : `There is no command “${typed}”.\n\n${usage()}`)
  process.exitCode = 2
} else {
  if (now !== typed) console.error(`“${typed}” is called “${now}” now: npm run ${now}`)
  try {
    const { run } = await command[1]()
    process.exitCode = await run(words)
  } catch (error) {
    // A wrong request is printed as it is; a fault of the program with its stack.
    const asked = error instanceof Error && !('code' in error) && (error.constructor === Error || TOLD.has(error.name))
    console.error(asked ? error.message : error)
    process.exitCode = 1
  }
}

export {}
