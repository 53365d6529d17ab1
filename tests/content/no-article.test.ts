/** The engine serves any article: no name, label or publisher of any brief stands in code, comments included. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { frozenFolder, registerOf } from '../support/brief.ts'
import { projectFolder } from '../support/deck-folder.ts'

const CODE = ['engine', 'components', 'composables', 'layouts', 'slidev', 'editions', 'cli', 'setup', 'styles']
const briefs = [
  projectFolder,
  frozenFolder,
  ...readdirSync(join(projectFolder, 'briefs')).map((name) => join(projectFolder, 'briefs', name)),
]

const files = [
  'custom-nav-controls.vue',
  'slidev-env.d.ts',
  ...CODE.flatMap((room) => readdirSync(join(projectFolder, room), { recursive: true, encoding: 'utf8' }).map((file) => `${room}/${file}`)),
].filter((file) => /\.(?:ts|vue|js|css|json|md)$/.test(file))

/** What the briefs call people, places and papers. */
function wordsOf(folder: string): string[] {
  const { actors, labels, sources, article } = registerOf(folder)
  return [
    ...actors.flatMap(({ name, articleNames, publicName }) => [
      name,
      ...articleNames.map((each) => each.name),
      ...(publicName ? [publicName.name] : []),
    ]),
    ...labels.map(({ label }) => label),
    ...sources.flatMap(({ publisher, originator }) => [publisher, originator]),
    article.publisher,
  ].filter((word) => word.length > 2)
}

describe.each(briefs)('of %s', (folder) => {
  const words = [...new Set(wordsOf(folder))]
  const any = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.map((word) => RegExp.escape(word)).join('|')})(?![\\p{L}\\p{N}])`, 'u')

  it('there are words to look for, in files to look at', () => {
    expect(words.length).toBeGreaterThan(4)
    expect(files.length).toBeGreaterThan(200)
    expect(`as ${words[0]} says`).toMatch(any)
  })

  it('none stands in code', () => {
    const found = files.flatMap((file) =>
      readFileSync(join(projectFolder, file), 'utf8')
        .split('\n')
        .flatMap((line, index) => (any.test(line) ? [`${file}:${index + 1} ${any.exec(line)![0]}`] : [])),
    )
    expect(found).toEqual([])
  })
})
