import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { slidevBuild, slidevProgram } from '../../slidev/build.ts'
import { writeFileAtomic } from '../atomic-write.ts'
import { filesIn } from '../files-in.ts'
import { needsBeside } from './alone.ts'
import { ONE_FILE } from './plugin.ts'

/** Slidev writes these for web hosts. */
const NOT_NEEDED = new Set(['index.html', '404.html', '_redirects'])

/**
 * Builds the deck as one HTML file that opens from disk. What was at `file` stays until the new one is whole.
 *
 * @param entry slides.md of the brief, absolute
 * @param program run in Slidev's place; for tests
 * @returns bytes, and as most servers send it
 * @throws Error whose message is to be printed as it is
 *
 * @example const { gzip } = await buildOneFile('/brief/slides.md', 'briefing.html', console.log)
 */
export async function buildOneFile(
  entry: string,
  file: string,
  report: (line: string) => void = () => {},
  program: string = slidevProgram,
): Promise<{ readonly bytes: number; readonly gzip: number }> {
  const target = resolve(file)
  prepareFor(target)
  const afterwards = statSync(target, { throwIfNoEntry: false }) ? `${target} stays as it was.` : `${target} was not made.`
  const folder = mkdtempSync(join(tmpdir(), 'claim-by-claim-one-file-'))
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  process.once('exit', remove)
  try {
    report(`${basename(target)}: building the deck into one file …`)
    // Read in editions/plugins.ts.
    await slidevBuild([entry, '--router-mode', 'hash', '--base', './', '--out', folder], { env: { [ONE_FILE]: '1' }, afterwards, program })
    const fault = faultOf(folder, join(dirname(entry), 'public'))
    if (fault !== null) throw new Error(`${fault} ${afterwards}`)
    const html = readFileSync(join(folder, 'index.html'))
    writeFileAtomic(target, html)
    return { bytes: html.byteLength, gzip: gzipSync(html, { level: 9 }).byteLength }
  } finally {
    process.off('exit', remove)
    remove()
  }
}

/** Says before the work, not after it, that nothing can be written there. */
function prepareFor(target: string): void {
  if (statSync(target, { throwIfNoEntry: false })?.isDirectory())
    throw new Error(`${target} is a folder. Name the file to write, such as ${join(target, 'briefing.html')}`)
  try {
    mkdirSync(dirname(target), { recursive: true })
  } catch (error) {
    throw new Error(`${target} cannot be written: ${(error as Error).message}\nChoose another place, or mend that.`, { cause: error })
  }
}

const INSTEAD = 'Import them in a component or a style sheet instead of naming them; see editions/one-file/alone.ts.'

/** Why the built page is not whole, or would need another file; null where it is fine. */
function faultOf(folder: string, publicFolder: string): string | null {
  const page = join(folder, 'index.html')
  if (!existsSync(page)) return 'slidev build ended well and wrote no page (index.html).'
  const html = readFileSync(page, 'utf8')
  if (!html.trimEnd().endsWith('</html>')) return 'The page that slidev build wrote has no end.'
  const written = filesIn(folder).filter((name) => !NOT_NEEDED.has(name))
  const needed = needsBeside(html, written, existsSync(publicFolder) ? filesIn(publicFolder) : []).map((each) => `  ${each}\n`)
  if (needed.length === 0) return null
  return `The page would need files beside it:\n${needed.join('')}${INSTEAD}\n`
}
