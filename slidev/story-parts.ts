/** What the story may be made of, read off the folders: layouts, and components with the attributes they declare. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { StoryParts } from '../engine/story/form.ts'

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
/** Paths in a folder, its own folders too; the forms for the page are none of a slide's. */
const vueIn = (folder: string) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.vue') && !name.endsWith('.page.vue'))

/** The keys of `defineProps<{ … }>`, which every component of ours has in its own file. */
export function propsIn(source: string): string[] {
  const start = source.indexOf('defineProps<{')
  if (start < 0) return []
  let depth = 0
  let body = ''
  for (let at = start + 'defineProps<'.length; at < source.length; at++) {
    const character = source[at]!
    if (character === '}') depth--
    if (depth === 0 && character === '}') break
    if (depth === 1) body += character
    if (character === '{') depth++
  }
  return [...body.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '').matchAll(/(?:^|[\n;,])\s*([A-Za-z]\w*)\??\s*:/g)].map(([, name]) => kebab(name!))
}

export const storyParts = (root: string): StoryParts => ({
  layouts: vueIn(join(root, 'layouts')).map((name) => name.slice(0, -4)),
  components: Object.fromEntries(vueIn(join(root, 'components')).map((name) => [basename(name, '.vue'), propsIn(readFileSync(join(root, 'components', name), 'utf8'))])),
})

export interface StoryFile {
  /** From the story's folder. */
  readonly file: string
  readonly text: string
}

/** The first file of a story and the pages that it names; one that is not there is left out, for Slidev says so. */
export function storyFiles(entry: string): StoryFile[] {
  const text = readFileSync(entry, 'utf8')
  const pages = [...text.matchAll(/^src: \.\/(\S+\.md)\s*$/gm)].map(([, page]) => page!).filter((page) => existsSync(join(dirname(entry), page)))
  return [{ file: basename(entry), text }, ...pages.map((file) => ({ file, text: readFileSync(join(dirname(entry), file), 'utf8') }))]
}
