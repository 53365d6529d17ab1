/** `npm run export`. What was there stays until its successor is whole. Exit code 2 for a wrong option, 130 after Ctrl-C. */
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { constants } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { getBrowser } from '../editions/browser/browser.ts'
import { DATA_FILES } from '../editions/data/texts.ts'
import { buildOneFile } from '../editions/one-file/build.ts'
import { finishSite } from '../editions/site/finish.ts'
import { finishPdf } from '../editions/pdf/finish-pdf.ts'
import { loadOrThrow } from '../slidev/deck.ts'
import { briefAsked, entryOf } from './brief.ts'
import { type Options, readOptions, USAGE } from './export-options.ts'
import { printPdf } from '../editions/pdf/print-pdf.ts'
import { type Progress, progressOn } from './progress.ts'
import { buildDeck, serve } from '../editions/pdf/static-deck.ts'
import { ensureFolderOf, replaceFolder, temporaryPath, writeFault, writeFileAtomic } from '../editions/atomic-write.ts'

async function pdfOf(
  brief: string,
  built: string,
  options: Options,
  browser: string,
  signal: AbortSignal,
  progress: Progress,
): Promise<Uint8Array> {
  const { title, description, keywords } = (await loadOrThrow(brief)).story
  const server = await serve(built, options.base)
  try {
    const { bytes, labels } = await printPdf({
      ...options,
      url: server.url,
      browser,
      signal,
      progress: (done, all) => progress.count('page', done, all),
    })
    return await finishPdf(bytes, { title, subject: description, keywords }, labels)
  } finally {
    await server.close()
  }
}

async function make(brief: string, options: Options, signal: AbortSignal, progress: Progress): Promise<void> {
  const place = resolve(options.output ?? options.out ?? join(brief, 'dist'))
  const shown = relative(process.cwd(), place) || '.'
  // It is replaced whole, so it must not be a folder of something else.
  const replaceable = () => statSync(place).isDirectory() && (readdirSync(place).length === 0 || existsSync(join(place, 'read/index.html')))
  if (options.out !== null && existsSync(place) && !replaceable())
    throw new Error(`--out ${options.out}: that is neither a new folder nor an earlier export. Give another, or remove it first.`)
  const writing = async (work: () => unknown) => {
    try {
      await work()
    } catch (error) {
      signal.throwIfAborted()
      throw new Error(writeFault(shown, error))
    }
  }
  await writing(() => ensureFolderOf(place))
  const browser = options.pdf ? (await getBrowser(undefined, progress.step)).path : null
  const made = temporaryPath(options.output === null ? place : join(brief, 'dist'))
  try {
    mkdirSync(made, { recursive: true })
    const built = options.deck ?? made
    if (options.deck === null) {
      progress.step('Building the deck …')
      await buildDeck(entryOf(brief), made, options.base)
    } else if (!existsSync(join(built, 'index.html'))) {
      throw new Error(`--deck ${options.deck}: there is no deck. Make one with npm run build -- --out ${options.deck}`)
    }
    if (browser !== null) progress.step('Printing the PDF …')
    const pdf = browser === null ? null : await pdfOf(brief, resolve(built), options, browser, signal, progress)
    signal.throwIfAborted()
    await writing(async () => {
      if (options.output !== null) return writeFileAtomic(place, pdf!)
      if (pdf) writeFileAtomic(join(made, 'briefing.pdf'), pdf)
      const { gzip } = await buildOneFile(entryOf(brief), join(made, 'briefing.html'), () => progress.step('Making the one file …'))
      progress.step(`  briefing.html: ${Math.round(gzip / 1000)} kB as sent by a server`)
      // Once more, for all that has come in since the deck was built.
      finishSite(made, options.base)
      replaceFolder(made, place)
    })
    const files = ['index.html', 'read/index.html', ...(pdf ? ['briefing.pdf'] : []), 'briefing.html', ...DATA_FILES]
    progress.step(`Done: ${shown}${options.output === null ? `/ (${files.join(', ')})` : ''}`)
  } finally {
    rmSync(made, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}

export async function run(words: readonly string[]): Promise<number> {
  const asked = briefAsked(words)
  const options = readOptions(asked.rest)
  if (options === 'help') {
    console.log(USAGE)
    return 0
  }
  if ('fault' in options) {
    console.error(`${options.fault}\n\n${USAGE}`)
    return 2
  }
  const abort = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => abort.abort(name))
  const progress = progressOn(process.stderr)
  try {
    await make(asked.brief, options, abort.signal, progress)
    return 0
  } catch (error) {
    progress.end()
    if (!abort.signal.aborted) throw error
    console.error('Cancelled. The previous output is unchanged.')
    return 128 + constants.signals[abort.signal.reason as 'SIGINT']
  }
}
