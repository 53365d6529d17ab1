/** The deck's own statements about the world, of the register and the slides as they are on the disk. */
import { load } from '@slidev/parser/fs'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { loadRegisterFromDisk } from '../engine/files.ts'
import { type Found, type OwnSummary, ownStatements, summaryOf } from '../engine/audit/statements.ts'
import { fillCounts } from '../engine/story/story.ts'

/** Text that a component's template has of its own: tags and what is filled in left out. */
const typedText = (vue: string): string =>
  (/<template>([\s\S]*)<\/template>/.exec(vue)?.[1] ?? '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/\{\{[\s\S]*?\}\}/g, '…')
    .replace(/<\/?(?:b|i|strong|span|template|a|SlideLink)\b(?:"[^"]*"|[^<>"])*>/g, ' ')
    .replace(/<(?:"[^"]*"|[^<>"])*>/g, '\n\n')

/** For each slide the typed text of the components that are new there, those within them too. */
function typedOn(contents: readonly string[], root: string): string[][] {
  const seen = new Set<string>()
  const folder = join(root, 'components')
  const paths = new Map(readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.vue') && !path.endsWith('.page.vue')).map((path) => [basename(path, '.vue'), join(folder, path)]))
  const textsOf = (markup: string): string[] =>
    [...markup.matchAll(/<([A-Z]\w*)/g)].flatMap(([, name]) => {
      const path = paths.get(name!)
      if (seen.has(name!) || path === undefined) return []
      seen.add(name!)
      const source = readFileSync(path, 'utf8')
      return [typedText(source), ...textsOf(source.slice(source.indexOf('<template>')))]
    })
  return contents.map(textsOf)
}

/**
 * @param entry absolute path of slides.md
 * @returns null where the register has faults
 */
export async function loadOwnStatements(entry: string): Promise<(Found & { readonly summary: OwnSummary }) | null> {
  const { register } = loadRegisterFromDisk()
  if (!register) return null
  const { slides } = await load({ userRoot: dirname(entry), roots: [] }, entry)
  const typed = typedOn(slides.map(({ content }) => content), dirname(entry))
  const found = ownStatements(register, slides.map(({ content, note }, index) => ({ content: fillCounts(register, content), note: fillCounts(register, note ?? ''), typed: typed[index]! })))
  return { ...found, summary: summaryOf(found) }
}
