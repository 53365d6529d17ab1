/** A story that cannot be rendered is told with its slide. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { readingPage } from '../../editions/page/render.ts'
import { projectFolder } from '../support/deck-folder.ts'

// Within the project, where its packages are found.
const folder = mkdtempSync(join(projectFolder, 'node_modules/.read-'))
cpSync(join(projectFolder, 'claims'), join(folder, 'claims'), { recursive: true })
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const cover = '---\ntitle: Deck\nlayout: cover\n---\n\n# Cover\n\nText.\n\n<!--\nSaid.\n-->\n'

const page = (slide: string) => {
  writeFileSync(join(folder, 'slides.md'), `${cover}\n---\nchapter: One\n---\n\n# The heading\n\n${slide}\n`)
  return readingPage(folder)
}

it('a component that is not there', async () => {
  await expect(page('<BrokenThing />')).rejects.toThrow(/slide 2 “The heading”: Failed to resolve component: BrokenThing/)
}, 60_000)

it('a component that throws', async () => {
  await expect(page('<ClaimCards ids="C99" />')).rejects.toThrow(/slide 2 “The heading”: The register holds no claim “C99”/)
}, 60_000)
