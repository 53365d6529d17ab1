import { parseArgs } from 'node:util'

export interface Options {
  /** Only the PDF, to this file; null: all editions. */
  readonly output: string | null
  /** Folder for all editions; null: the brief's `dist/`. */
  readonly out: string | null
  readonly dark: boolean
  /** Whether each slide's script follows it. */
  readonly notes: boolean
  /** As `3-5,8`; null: all. */
  readonly range: string | null
  /** Folder of a built deck to print from; null: a new one is built. */
  readonly deck: string | null
  /** Path of the site, with a slash at both ends. */
  readonly base: string
  /** False where there is no browser to print it. */
  readonly pdf: boolean
}

export const USAGE = `Usage: npm run export [-- brief] [-- options]

Makes dist/: the static deck, read/index.html, briefing.pdf, briefing.html, claims.csv and claims.jsonld.

  --out folder       all of it there, not in the brief's dist/
  --output file.pdf  make only the PDF, there
  --range 3-5,8      only these slides, in the PDF
  --notes            each slide's script on the page after it (a handout)
  --dark             the PDF in dark colours
  --deck dist        with --output: print the deck built there, do not build it anew
  --base /briefing/  for a site under this path
  --without-pdf      all but the PDF: needs no browser
  --help             this text`

const OPTIONS = {
  out: { type: 'string', short: 'o' },
  output: { type: 'string' },
  range: { type: 'string' },
  notes: { type: 'boolean' },
  dark: { type: 'boolean' },
  deck: { type: 'string' },
  base: { type: 'string' },
  'without-pdf': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

export function readOptions(words: readonly string[]): Options | 'help' | { readonly fault: string } {
  try {
    const { help, 'without-pdf': withoutPdf, ...values } = parseArgs({ args: [...words], options: OPTIONS }).values
    if (help) return 'help'
    const { output = null, out = null, deck = null, range = null, base = '/', notes = false, dark = false } = values
    const numbers = /^\d+(?:-\d*)?(?:,\d+(?:-\d*)?)*$/
    const faults: readonly (readonly [boolean, string])[] = [
      [output !== null && !/\.pdf$/i.test(output), `--output ${output}: give a file that ends in .pdf`],
      [range !== null && !numbers.test(range), `--range ${range}: give numbers of slides, as 3-5,8`],
      [deck !== null && output === null, '--deck goes with --output: into dist/ goes a deck that is built for it'],
      [!/^\/(?:[^/?#\s]+\/)*$/.test(base), `--base ${base}: give a path with a slash at both ends, as /briefing/`],
      [out !== null && output !== null, '--output makes the PDF alone, and --out is a folder for all of it: give one of them'],
      [withoutPdf === true && output !== null, '--output makes the PDF alone, and --without-pdf makes none'],
    ]
    const fault = faults.find(([wrong]) => wrong)?.[1]
    return fault === undefined ? { output, out, deck, range, base, notes, dark, pdf: !withoutPdf } : { fault }
  } catch (error) {
    return { fault: (error as Error).message }
  }
}
