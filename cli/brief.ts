/** Which brief a command is for: the folder that is named, or the project's own. */
import { existsSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { projectFolder } from '../slidev/deck.ts'

export interface Asked {
  /** Its folder, absolute. */
  readonly brief: string
  /** What was said besides, in order. */
  readonly rest: readonly string[]
}

/** Options whose value may be a folder too. */
const WITH_FOLDER = new Set(['--out', '-o', '--deck', '--output'])

const isFolder = (word: string): boolean => statSync(word, { throwIfNoEntry: false })?.isDirectory() ?? false

/**
 * @param words of the command, as in `npm start -- briefs/letter --port 8080`
 * @throws Error, to be told as it is, where a folder is named that holds no brief
 */
export function briefAsked(words: readonly string[]): Asked {
  const at = words.findIndex((word, index) => !word.startsWith('-') && !WITH_FOLDER.has(words[index - 1] ?? '') && isFolder(word))
  if (at < 0) return { brief: resolve(projectFolder), rest: words }
  const brief = resolve(words[at]!)
  const missing = ['slides.md', 'claims'].filter((name) => !existsSync(join(brief, name)))
  if (missing.length > 0) throw new Error(`${words[at]} is not a brief: it has no ${missing.join(' and no ')}. Give the folder that holds slides.md and claims/.`)
  return { brief, rest: words.toSpliced(at, 1) }
}

/** Its slides.md, as Slidev takes it. */
export const entryOf = (brief: string): string => join(brief, 'slides.md')
