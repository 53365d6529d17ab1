/**
 * The deck as one HTML file that opens from disk, with no server and no network.
 *
 * A variable of the environment has editions/plugins.ts add the plugin that makes it one file.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { needsBeside } from './alone.ts'
import { ONE_FILE } from './plugin.ts'
import { slidevBuild, slidevProgram } from '../../slidev/build.ts'
import { writeFileAtomic } from '../atomic-write.ts'
import { filesIn } from '../files-in.ts'

/** Slidev writes these beside the page, for web hosts. */
const FOR_HOSTS = new Set(['404.html', '_redirects'])

export interface OneFile {
  readonly bytes: number
  /** Size in bytes as sent by most servers, and as an archive holds it. */
  readonly gzip: number
}

/**
 * Builds the deck and puts it at `file` when it is whole. Until then, and for good where something goes wrong or it is
 * broken off, what was there stays.
 *
 * @param entry slides.md of the brief, absolute
 * @param report told, line by line, what is going on
 * @param program what is run in Slidev's place; for tests
 * @throws Error whose message is to be printed as it is: what went wrong, where, what to do
 */
export async function buildOneFile(entry: string, file: string, report: (line: string) => void = () => {}, program: string = slidevProgram): Promise<OneFile> {
  const target = resolve(file)
  prepareFor(target)
  const folder = mkdtempSync(join(tmpdir(), 'claim-by-claim-one-file-'))
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  // Where the program ends in mid-work all the same.
  process.once('exit', remove)
  try {
    report(`${basename(target)}: building the deck into one file …`)
    await slidevBuild([entry, '--router-mode', 'hash', '--base', './', '--out', folder], { env: { [ONE_FILE]: '1' }, afterwards: asItWas(target), program })
    const html = readBuiltPage(folder, target, join(dirname(entry), 'public'))
    writeFileAtomic(target, html)
    return { bytes: html.byteLength, gzip: gzipSync(html, { level: 9 }).byteLength }
  }
  finally {
    process.off('exit', remove)
    remove()
  }
}

const asItWas = (target: string): string => (statSync(target, { throwIfNoEntry: false }) ? `${target} stays as it was.` : `${target} was not made.`)

/** Before the work, not after it, is when to say that its place is none. */
function prepareFor(target: string): void {
  if (statSync(target, { throwIfNoEntry: false })?.isDirectory()) throw new Error(`${target} is a folder. Name the file to write, such as ${join(target, 'briefing.html')}`)
  try {
    mkdirSync(dirname(target), { recursive: true })
  }
  catch (error) {
    throw new Error(`${target} cannot be written: ${(error as Error).message}\nChoose another place, or mend that.`, { cause: error })
  }
}

/**
 * The page that was built.
 *
 * @throws Error where it is not whole, or would need another file
 */
function readBuiltPage(folder: string, target: string, publicFolder: string): Buffer {
  const refuse = (why: string) => new Error(`${why} ${asItWas(target)}`)
  const page = join(folder, 'index.html')
  if (!statSync(page, { throwIfNoEntry: false })) throw refuse('slidev build ended well and wrote no page (index.html).')
  const html = readFileSync(page)
  const text = html.toString('utf8')
  if (!text.trimEnd().endsWith('</html>')) throw refuse('The page that slidev build wrote has no end.')
  const written = filesIn(folder).filter((name) => name !== 'index.html' && !FOR_HOSTS.has(name))
  const needed = needsBeside(text, written, existsSync(publicFolder) ? filesIn(publicFolder) : [])
  if (needed.length > 0) throw refuse(`The page would need files beside it:\n${needed.map((each) => `  ${each}`).join('\n')}\nImport them in a component or a style sheet instead of naming them; see editions/one-file/alone.ts.\n`)
  return html
}
