import { existsSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { projectFolder } from '../slidev/deck.ts'

/** Options whose value is no brief's folder. */
const WITH_VALUE = new Set([
  '--out',
  '-o',
  '--deck',
  '--output',
  '--base',
  '--port',
  '-p',
  '--range',
  '--theme',
  '-t',
  '--timeout',
  '--router-mode',
  '--bind',
])

/** npm goes to the project before it runs a script, and says here where one stood. */
const standing = (): readonly string[] => [...(process.env['INIT_CWD'] ? [process.env['INIT_CWD']] : []), process.cwd()]

/** A path as typed, from where one stands or else from the project; one that leads nowhere, from the project. */
export const pathAsked = (typed: string): string =>
  standing()
    .map((from) => resolve(from, typed))
    .find((path) => existsSync(path)) ?? resolve(typed)

/**
 * @param own how many words the command has beside the brief and the options: a text, a view
 * @param begun whether the folder may still lack slides.md and claims/
 * @returns the brief's folder, absolute, or the project's own where none is named; and the other words in order
 * @throws Error, to be printed as it is, where a folder holds no brief, or a word means nothing
 *
 * @example briefAsked(['briefs/letter', '--port', '80']) // { brief: '/…/briefs/letter', rest: ['--port', '80'] }
 */
export function briefAsked(
  words: readonly string[],
  { own = 0, begun = false } = {},
): { readonly brief: string; readonly rest: readonly string[] } {
  const isFolderAt = (word: string) => statSync(pathAsked(word), { throwIfNoEntry: false })?.isDirectory() ?? false
  // After an option not known here comes its value, or the brief’s folder where it has none.
  const isValue = (word: string, before = '') => WITH_VALUE.has(before) || (before.startsWith('-') && !isFolderAt(word))
  const typed = words.flatMap((word, at) => (word.startsWith('-') || isValue(word, words[at - 1]) ? [] : [at]))
  const first = typed[0] === undefined ? undefined : words[typed[0]]!
  const folder = first === undefined ? undefined : pathAsked(first)
  const isFolder = first !== undefined && isFolderAt(first)
  if (typed.length > own + Number(isFolder))
    throw new Error(
      `There is no brief at ${isFolder ? words[typed[own + 1]!]! : first!}. Give the folder that holds slides.md and claims/, such as briefs/letter, or none for the project’s own.`,
    )
  if (!isFolder || folder === undefined) return { brief: resolve(projectFolder), rest: words }
  const missing = begun ? [] : ['slides.md', 'claims'].filter((name) => !existsSync(join(folder, name)))
  if (missing.length > 0)
    throw new Error(`${first} is not a brief: it has no ${missing.join(' and no ')}. Give the folder that holds slides.md and claims/.`)
  return { brief: folder, rest: words.toSpliced(typed[0]!, 1) }
}

export const entryOf = (brief: string): string => join(brief, 'slides.md')
