/** Below components/ nothing names a component: what the engine must know of one, the registry tells it. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, it } from 'vitest'
import { projectFolder } from '../support/deck-folder.ts'

const filesIn = (folder: string) =>
  readdirSync(join(projectFolder, folder), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`)
const names = filesIn('components')
  .filter((file) => file.endsWith('.vue') && !file.endsWith('.page.vue'))
  .map((file) => basename(file, '.vue'))

it('in engine/ and composables/, comments apart', () => {
  expect(names.length).toBeGreaterThan(60)
  const named = new RegExp(`(?<![\\w])(?:${names.join('|')})(?!\\w)`)
  const found = ['engine', 'composables']
    .flatMap(filesIn)
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) =>
      readFileSync(join(projectFolder, file), 'utf8')
        .split('\n')
        .flatMap((line, index) =>
          named.test(line.replace(/^\s*(?:\/?\*|\/\/).*/, '').replace(/\/\/ .*/, '')) ? [`${file}:${index + 1} ${line.trim()}`] : [],
        ),
    )
  expect(found).toEqual([])
})
