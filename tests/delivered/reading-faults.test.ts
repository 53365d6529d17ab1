/** The page is not made of a story with a fault: it is told with its line. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { renderPage } from '../../editions/page/render.ts'
import { frozenFolder } from '../support/brief.ts'

const folder = mkdtempSync(join(tmpdir(), 'reading-faults-'))
cpSync(frozenFolder, folder, { recursive: true })
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const slides = readFileSync(join(folder, 'slides.md'), 'utf8')
const line = slides.trimEnd().split('\n').length + 7

const page = (content: string) => {
  writeFileSync(
    join(folder, 'slides.md'),
    `${slides.trimEnd()}\n\n---\nchapter: One\n---\n\n# The heading\n\n${content}\n\n<!--\nSaid.\n-->\n`,
  )
  return renderPage(folder)
}

it.each([
  ['a component that is not there', '<BrokenThing />', `“<BrokenThing />”`, 'a component of components/'],
  ['a claim that is not there', '<ClaimCards ids="C99" />', '“C99”', 'the id of a claim'],
])('%s', async (_, content, found, expected) => {
  const fault = await page(content).then(
    () => '',
    (error: Error) => error.message,
  )
  expect(fault).toContain(found)
  expect(fault).toContain(expected)
  expect(fault).toMatch(new RegExp(`^slides\\.md:${line + 1}\\b`, 'm'))
})
