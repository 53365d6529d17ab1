/** The page and the data of a build lie where its deck does: in the brief's own folder, wherever the command is run. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import type { ResolvedConfig } from 'vite'
import { pagePlugin } from '../../editions/page/plugin.ts'
import { frozenFolder } from '../support/brief.ts'
import { temporaryFolder } from '../support/deck.ts'

const { folder, remove } = temporaryFolder('page-place')
afterAll(remove)

it('a folder to write to is counted from the root of the build', async () => {
  const plugin = pagePlugin(frozenFolder) as unknown as {
    readonly configResolved: (config: ResolvedConfig) => void
    readonly writeBundle: () => Promise<void>
  }
  plugin.configResolved({ command: 'build', base: '/', root: folder, build: { outDir: 'dist' } } as ResolvedConfig)
  await plugin.writeBundle()
  for (const file of ['read/index.html', 'read/read.js', 'claims.csv', 'claims.jsonld'])
    expect(existsSync(join(folder, 'dist', file)), file).toBe(true)
})
