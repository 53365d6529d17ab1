/**
 * `npm run export`: all that leaves the laptop, in `dist/`: the static deck with its reading page, briefing.pdf, briefing.html,
 * claims.csv and claims.jsonld. With `--output` only the PDF. Nothing half made is left, and what was there stays until its successor is
 * whole. Exit code 1 where it fails, 2 for a wrong option, 130 after Ctrl-C.
 */
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { constants } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { aboutDeck } from '../editions/pdf/headmatter.ts'
import { BrowserNotFound, getBrowser } from '../editions/browser/browser.ts'
import { DATA_FILES } from '../editions/data/texts.ts'
import { buildOneFile } from '../editions/one-file/build.ts'
import { finishSite } from '../editions/site/finish.ts'
import { finishPdf } from '../editions/pdf/finish-pdf.ts'
import { type Options, readOptions, USAGE } from './export-options.ts'
import { PrintFault, printPdf } from '../editions/pdf/print-pdf.ts'
import { type Progress, progressOn } from './progress.ts'
import { buildDeck, serve } from '../editions/pdf/static-deck.ts'
import { beside, makeRoom, replaceFolder, writeFault, writeWhole } from '../editions/atomic-write.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** A failure to be told as it is. */
class Fault extends Error {}

async function pdfOf(deck: string, options: Options, browser: string, signal: AbortSignal, progress: Progress): Promise<Uint8Array> {
  const server = await serve(deck, options.base)
  try {
    const { bytes, labels } = await printPdf({ ...options, url: server.url, browser, signal, progress: (done, all) => progress.count('page', done, all) })
    return await finishPdf(bytes, await aboutDeck(root), labels)
  }
  finally {
    await server.close()
  }
}

async function run(options: Options, signal: AbortSignal, progress: Progress): Promise<void> {
  const place = resolve(options.output ?? join(root, 'dist'))
  const shown = relative(process.cwd(), place) || '.'
  try {
    makeRoom(place)
  }
  catch (error) {
    throw new Fault(writeFault(shown, error))
  }
  const browser = options.pdf ? (await getBrowser(undefined, (line) => progress.step(line))).path : null
  const made = beside(options.output === null ? place : join(root, 'dist'))
  try {
    mkdirSync(made, { recursive: true })
    const deck = options.deck ?? made
    if (options.deck === null) {
      progress.step('Building the deck …')
      await buildDeck(made, options.base)
    }
    else if (!existsSync(join(deck, 'index.html'))) throw new Fault(`--deck ${options.deck}: there is no deck. Make one with npm run build -- --out ${options.deck}`)
    if (browser !== null) progress.step('Printing the PDF …')
    const pdf = browser === null ? null : await pdfOf(resolve(deck), options, browser, signal, progress)
    signal.throwIfAborted()
    try {
      if (options.output !== null) writeWhole(place, pdf!)
      else {
        if (pdf) writeWhole(join(made, 'briefing.pdf'), pdf)
        const { gzip } = await buildOneFile(join(made, 'briefing.html'), () => progress.step('Making the one file …'))
        progress.step(`  briefing.html: ${Math.round(gzip / 1000)} kB as sent by a server`)
        // Once more, for all that has come in since the deck was built.
        finishSite(made, options.base)
        replaceFolder(made, place)
      }
    }
    catch (error) {
      signal.throwIfAborted()
      throw new Fault(writeFault(shown, error))
    }
    progress.step(options.output === null ? `Done: ${shown}/ (${['index.html', 'read/index.html', ...(pdf ? ['briefing.pdf'] : []), 'briefing.html', ...DATA_FILES].join(', ')})` : `Done: ${shown}`)
  }
  finally {
    rmSync(made, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}

if (import.meta.main) {
  const options = readOptions(process.argv.slice(2))
  if (options === 'help') console.log(USAGE)
  else if ('fault' in options) {
    console.error(`${options.fault}\n\n${USAGE}`)
    process.exitCode = 2
  }
  else {
    const abort = new AbortController()
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => abort.abort(name))
    const progress = progressOn(process.stderr)
    try {
      await run(options, abort.signal, progress)
    }
    catch (error) {
      progress.end()
      if (abort.signal.aborted) {
        console.error('Broken off; what was there before is as it was.')
        process.exitCode = 128 + constants.signals[abort.signal.reason as 'SIGINT']
      }
      else {
        console.error(error instanceof Fault || error instanceof PrintFault || error instanceof BrowserNotFound ? error.message : error)
        process.exitCode = 1
      }
    }
  }
}
