/** The one door: the same state is read once, another one anew; what stands there under an old name is told by its new one. */
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { folderOf, loadBrief, registerIn } from '../../engine/brief.ts'
import { deck } from '../../slidev/deck.ts'
import { frozenFolder } from '../support/brief.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'brief-'))
  cpSync(frozenFolder, folder, { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))
const change = (file: string, from: string | RegExp, to: string) => {
  const path = join(folder, file)
  const before = readFileSync(path, 'utf8')
  const after = before.replace(from, to)
  if (after === before) throw new Error(`${file} has no ${from}`)
  writeFileSync(path, after)
}

describe('the same state', () => {
  it('is loaded once, register, story and all, however many ask', async () => {
    const [one, other] = await Promise.all([loadBrief(folder, deck), loadBrief(folder, deck)])
    expect(other).toBe(one)
    expect(await loadBrief(`${folder}/`, deck)).toBe(one)
    expect(registerIn(folder).register).toBe(one.brief!.register)
    expect(one).toMatchObject({ faults: null, diagnostics: [] })
  })

  it('is another after an edit of a page, with the same register; after one of the register, with another', async () => {
    const first = await loadBrief(folder, deck)
    change('slides.md', '# ', '# Now: ')
    const second = await loadBrief(folder, deck)
    expect(second).not.toBe(first)
    expect(second.state).not.toBe(first.state)
    expect(second.brief!.register).toBe(first.brief!.register)
    change('claims/claims.yaml', 'gist: ', 'gist: Indeed, ')
    expect((await loadBrief(folder, deck)).brief!.register).not.toBe(first.brief!.register)
  })
})

it('without a register that holds there is no brief, and all its faults', async () => {
  change('claims/claims.yaml', /quote: /, 'quote: Nobody wrote this. ')
  const { brief, faults } = await loadBrief(folder, deck)
  expect(brief).toBeNull()
  expect(faults).toContain('quote-not-verbatim')
})

it('a slide that names a step in another layout tells none', async () => {
  change('pages/12-ideology.md', /layout: step/g, 'layout: default')
  const { diagnostics } = await loadBrief(folder, deck)
  expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'story-form', value: 'no slide' }))
})

describe('what had another name before', () => {
  const told = () => registerIn(folder).diagnostics.map(({ file, field, expected }) => `${file} ${field}: ${expected}`)

  it.each([
    ['requests', 'wanted'],
    ['interpretations', 'readings'],
  ])('the file %s.yaml', (now, before) => {
    renameSync(join(folder, `claims/${now}.yaml`), join(folder, `claims/${before}.yaml`))
    expect(told()).toContainEqual(`claims/${before}.yaml : ${now}.yaml: this file’s name now`)
  })

  it.each([
    ['claims/claims.yaml', /^ {2}relation: /m, '  edge: ', 'C01.edge: “relation”: this key’s name now'],
    ['claims/claims.yaml', /^ {2}request:$/m, '  settling:', 'C01.settling: “request”: this key’s name now'],
    ['claims/claims.yaml', /^ {4}id: W/m, '    wanted: W', 'C01.request.wanted: “id”: this key’s name now'],
    ['claims/interpretations.yaml', /^interpretations:/m, 'readings:', 'readings: “interpretations”: this key’s name now'],
    [
      'claims/interpretations.yaml',
      '- interpretation: credit',
      '- reading: credit',
      'onRecord.letter.fits[0].reading: “interpretation”: this key’s name now',
    ],
  ])('in %s %s', (file, from, to, expected) => {
    change(file, from, to)
    const all = told()
    expect(all.filter((each) => each.includes('name now'))).toHaveLength(1)
    expect(all.find((each) => each.includes('name now'))).toContain(expected.replace(/onRecord\.\w+\.fits\[\d\]/, ''))
  })

  it('any other file in claims/ is a fault too, for nothing reads it', () => {
    writeFileSync(join(folder, 'claims/notes.yaml'), '- a note\n')
    expect(told()).toEqual([expect.stringMatching(/^claims\/notes\.yaml : one of claims\.yaml, .*: no other file is read$/)])
  })
})

it('a file’s brief is the nearest folder above that holds one', () => {
  expect(folderOf(join(folder, 'pages/01.md'))).toBe(folder)
  expect(folderOf(join(tmpdir(), 'nowhere/slides.md'))).toBeNull()
})
