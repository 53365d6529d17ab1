/** That Slidev still has its “Goto” dialog where setup/without-goto.ts takes it out. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { withoutGoto } from '../../setup/without-goto.ts'
import { projectFolder } from '../support/deck-folder.ts'

const client = join(projectFolder, 'node_modules/@slidev/client')
const files = readdirSync(client, { recursive: true, encoding: 'utf8' }).filter((path) => /\.(?:vue|ts)$/.test(path) && !path.includes('node_modules'))
const read = (path: string) => readFileSync(join(client, path), 'utf8')
const resolve = withoutGoto().resolveId as (id: string, importer?: string) => string | undefined

it('every import of it in Slidev is one that is taken out', () => {
  const imports = files.flatMap((path) => [...read(path).matchAll(/from '([^']*\/Goto\.vue)'|import\('([^']*\/Goto\.vue)'\)/g)].map(([, named, lazy]) => ({ path, request: (named ?? lazy)! })))
  expect(imports.length).toBeGreaterThan(0)
  for (const { path, request } of imports) expect(resolve(request, join(client, path)), path).toBeDefined()
})

it('nothing else is taken out', () => {
  expect(resolve('./Goto.vue', join(projectFolder, 'components/JumpPalette.vue'))).toBeUndefined()
  expect(resolve('./QuickOverview.vue', join(client, 'internals/Controls.vue'))).toBeUndefined()
  expect(resolve('./Goto.vue')).toBeUndefined()
})

it('only that dialog and the shortcut that the palette replaces know whether it is open', () => {
  expect(files.filter((path) => read(path).includes('showGotoDialog')).map((path) => path.replaceAll('\\', '/')).sort()).toEqual(['internals/Goto.vue', 'setup/shortcuts.ts', 'state/storage.ts'])
})

it('only that dialog has the fuzzy search', () => {
  expect(files.filter((path) => read(path).includes("from 'fuse.js'"))).toEqual([join('internals', 'Goto.vue')])
})
