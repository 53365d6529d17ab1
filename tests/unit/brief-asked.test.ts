/** Which brief a command is for, by the words one types. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { briefAsked, pathAsked } from '../../cli/brief.ts'
import { letterFolder } from '../support/brief.ts'
import { projectFolder } from '../support/deck-folder.ts'
import { forEachCase } from '../support/faults.ts'

const own = resolve(projectFolder)
const letter = resolve(letterFolder)
let folder: string
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'asked-')))
  vi.stubEnv('INIT_CWD', own)
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

describe('a brief', () => {
  it('is the folder that is named, or the project’s own', () =>
    forEachCase<[string[], string, string[]]>(
      [
        [[], own, []],
        [['--port', '8080'], own, ['--port', '8080']],
        [['briefs/letter', '--port', '8080'], letter, ['--port', '8080']],
        [['--base', '/x/', 'briefs/letter', '--without-pdf'], letter, ['--base', '/x/', '--without-pdf']],
        [['--out', 'engine', 'briefs/letter'], letter, ['--out', 'engine']],
        [['--out', 'engine'], own, ['--out', 'engine']],
        [['--outptu', 'some.pdf'], own, ['--outptu', 'some.pdf']],
        [['--notes', 'briefs/letter'], letter, ['--notes']],
      ],
      (words, brief, rest) => {
        expect(briefAsked(words)).toEqual({ brief, rest })
      },
    ))

  it('with a word of the command’s own before or after it, or alone', () => {
    expect(briefAsked(['briefs/letter', 'below'], { own: 1 })).toEqual({ brief: letter, rest: ['below'] })
    expect(briefAsked(['below'], { own: 1 })).toEqual({ brief: own, rest: ['below'] })
  })

  it('is taken from where one stands, or else from the project', () => {
    vi.stubEnv('INIT_CWD', join(own, 'briefs'))
    expect(briefAsked(['letter']).brief).toBe(letter)
    expect(briefAsked(['briefs/letter']).brief).toBe(letter)
    vi.stubEnv('INIT_CWD', letter)
    expect(briefAsked(['.']).brief).toBe(letter)
    expect(pathAsked('claims/claims.yaml')).toBe(join(letter, 'claims/claims.yaml'))
  })
})

describe('what is none is told, and nothing is done for another one', () => {
  it('in words', () =>
    forEachCase(
      [
        [['briefs/nothing'], {}, 'There is no brief at briefs/nothing.'],
        [['README.md'], {}, 'There is no brief at README.md.'],
        [['briefs/letter', 'briefs/nothing'], {}, 'There is no brief at briefs/nothing.'],
        [['engine'], {}, 'engine is not a brief: it has no slides.md and no claims.'],
        [['engine', 'a.txt'], { own: 1 }, 'engine is not a brief'],
        [['briefs/letter', 'a.txt', 'b.txt'], { own: 1 }, 'There is no brief at b.txt.'],
      ],
      (words, expected, said) => {
        expect(() => briefAsked(words, expected)).toThrow(said)
      },
    ))

  it('but a folder in which one is only begun is enough where that is said', () => {
    mkdirSync(join(folder, 'new'))
    writeFileSync(join(folder, 'a.txt'), '')
    expect(briefAsked([join(folder, 'new'), 'a.txt'], { own: 1, begun: true })).toEqual({ brief: join(folder, 'new'), rest: ['a.txt'] })
    expect(() => briefAsked([join(folder, 'new')])).toThrow('is not a brief')
  })
})
