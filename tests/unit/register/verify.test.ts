/** `npm run verify`, as a function on any folder and as the process that CI runs. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { REGISTER_FILES } from '../../../engine/register/parse.ts'
import { verify } from '../../../cli/verify.ts'
import { frozenFolder } from '../../support/brief.ts'
import { edit, smallTexts, SMALL_TEXT, type Texts } from './support.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'register-'))
  mkdirSync(join(folder, 'claims'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

function write(texts: Partial<Texts>) {
  for (const [file, text] of Object.entries(texts)) writeFileSync(join(folder, 'claims', `${file}.yaml`), text)
}

function writeArticle(text: string) {
  const path = join(folder, 'article.txt')
  writeFileSync(path, text)
  return path
}

it('a register without a fault: code 0 and what was checked', () => {
  write(smallTexts())
  expect(verify(undefined, folder)).toEqual({
    code: 0,
    text: expect.stringMatching(
      /^5 quotes proven verbatim by the fingerprint; 5 sentences covered; 1 sources? cited; \d+% of the article's characters quoted\.$/,
    ) as string,
  })
  expect(verify(writeArticle(SMALL_TEXT), folder)).toEqual({
    code: 0,
    text: expect.stringContaining('on the text, character by character') as string,
  })
})

it('a broken copy: code 1 and every fault', () => {
  const texts = smallTexts()
  write({
    ...texts,
    claims: edit(edit(texts.claims, 'C02', 'Beta left at noon', 'Beta left at nine'), 'C03', 'voice: pull-quote', 'voice: author'),
  })
  const { code, text } = verify(undefined, folder)
  expect(code).toBe(1)
  expect(text).toMatch(
    /^claims\/claims\.yaml:\d+ · C02\.quote\n {2}found {4}“Beta left at nine”\n {2}expected the article's own characters: “Beta left at” stands in S02, and “nine” does not follow it there {2}\[quote-not-verbatim\]\n/,
  )
  expect(text).toContain('[voice-mismatch]\n2 faults in the register. Nothing was built from it.')
})

it('another text: code 1', () => {
  write(smallTexts())
  const { code, text } = verify(writeArticle(SMALL_TEXT.replace('noon', 'none')), folder)
  expect(code).toBe(1)
  expect(text).toContain('[text-mismatch]')
})

it('no file of the text, or a folder in its place: code 1 and what to give', () => {
  write(smallTexts())
  for (const path of [join(folder, 'none.txt'), folder])
    expect(verify(path, folder)).toEqual({
      code: 1,
      text: `No file at ${path}. Give the path of the article's text, or nothing to check by the fingerprint alone.`,
    })
})

it('an empty folder: code 1 and every file it needs', () => {
  const { code, text } = verify(undefined, folder)
  expect(code).toBe(1)
  expect(text).toContain(`${REGISTER_FILES.length - 1} faults in the register`)
})

const command = fileURLToPath(new URL('../../../cli/main.ts', import.meta.url))
const runProcess = (...args: string[]) => spawnSync(process.execPath, [command, 'verify', ...args], { encoding: 'utf8' })

it('as a process on the frozen register: exit code 0', () => {
  const { status, stdout, stderr } = runProcess(frozenFolder)
  expect([status, stderr]).toEqual([0, ''])
  expect(stdout).toMatch(/^42 quotes proven verbatim by the fingerprint; 28 sentences covered; /)
})

it('as a process with a text that is another: exit code 1, on the standard error', () => {
  const { status, stdout, stderr } = runProcess(writeArticle(SMALL_TEXT))
  expect([status, stdout]).toEqual([1, ''])
  expect(stderr).toMatch(/\d+ faults in the register\. Nothing was built from it\.\n$/)
})
