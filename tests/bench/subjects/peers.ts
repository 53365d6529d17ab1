/**
 * Other slide programs. They are installed the first time they are needed, in the versions of peers/package-lock.json,
 * into a folder of their own under node_modules: nobody who uses the deck needs them.
 *
 * Their decks have as many slides as ours, with the same headings and scripts, and one drawing, the triangle: Mermaid
 * draws it in the browser from the same source, by the module that Mermaid itself offers for web pages.
 */
import { execFile } from 'node:child_process'
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { escapeText } from 'entities'
import { projectFolder } from '../../support/deck.ts'
import { loadSlides } from '../../support/slides.ts'
import { DRAWING, triangleSource } from './slides.ts'

const lists = join(projectFolder, 'tests/bench/peers')
const home = join(projectFolder, 'node_modules/.bench')

/** Folder of a peer's package. */
export const peerFolder = (name: string): string => join(home, 'node_modules', name)

export const peerVersion = (name: string): string =>
  (JSON.parse(readFileSync(join(peerFolder(name), 'package.json'), 'utf8')) as { version: string }).version

/** Where they are not there, or in other versions. */
export async function installPeers(report: (words: string) => void): Promise<void> {
  const read = (folder: string) =>
    existsSync(join(folder, 'package-lock.json')) ? readFileSync(join(folder, 'package-lock.json'), 'utf8') : ''
  if (read(home) === read(lists) && existsSync(join(home, 'node_modules'))) return
  report('Installing what the deck is compared with, into node_modules/.bench …')
  mkdirSync(home, { recursive: true })
  for (const file of ['package.json', 'package-lock.json']) copyFileSync(join(lists, file), join(home, file))
  await promisify(execFile)('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: home,
    shell: process.platform === 'win32',
  })
}

/** Mermaid's module and its parts, into `mermaid/` of a folder. */
export function copyMermaid(folder: string): void {
  const dist = dirname(createRequire(import.meta.url).resolve('mermaid/dist/mermaid.esm.min.mjs'))
  mkdirSync(join(folder, 'mermaid/chunks'), { recursive: true })
  copyFileSync(join(dist, 'mermaid.esm.min.mjs'), join(folder, 'mermaid/mermaid.esm.min.mjs'))
  cpSync(join(dist, 'chunks/mermaid.esm.min'), join(folder, 'mermaid/chunks/mermaid.esm.min'), {
    recursive: true,
    filter: (path) => !path.endsWith('.map'),
  })
}

/** The drawing, as these decks hold it. */
const drawing = (): string => `<div class="mermaid">\n${escapeText(triangleSource().trim())}\n</div>`

export interface PeerSlide {
  readonly heading: string
  /** HTML of the slide below its heading. */
  readonly body: string
  readonly script: string
}

export async function peerSlides(): Promise<readonly PeerSlide[]> {
  return (await loadSlides()).map(({ heading, content, note }) => ({
    heading,
    body: content.includes(DRAWING) ? drawing() : '',
    script: escapeText(note.replaceAll('[click]', '').replaceAll('--', '–')),
  }))
}
