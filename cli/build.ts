/** `npm run build [-- brief] [-- options of slidev build]` */
import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { slidevProgram } from '../slidev/build.ts'
import { projectFolder } from '../slidev/deck.ts'
import { briefAsked, entryOf } from './brief.ts'

/** A folder to write to is meant from where one stands; Slidev takes it from the brief's. */
const fromHere = (words: readonly string[]): string[] =>
  words.map((word, index) =>
    ['--out', '-o'].includes(words[index - 1] ?? '')
      ? resolve(word)
      : word.replace(/^(--out=)(.+)$/, (_, option: string, folder: string) => option + resolve(folder)),
  )

export async function run(words: readonly string[]): Promise<number> {
  const { brief, rest } = briefAsked(words)
  const child = spawn(process.execPath, [slidevProgram, 'build', entryOf(brief), ...fromHere(rest)], {
    cwd: projectFolder,
    stdio: 'inherit',
  })
  return new Promise((done, fail) => {
    child.once('error', fail)
    child.once('exit', (code) => done(code ?? 1))
  })
}
