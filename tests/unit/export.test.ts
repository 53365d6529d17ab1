/** What `npm run export` does without a browser: its options, its files, its pages, and the marks in a PDF's content. */
import fc from 'fast-check'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { chapterOf, chaptersOf } from '../../engine/story/chapters.ts'
import { printPages, stepsIn } from '../../engine/story/print-pages.ts'
import { shownAddress } from '../../engine/story/annex.ts'
import { markArtifacts } from '../../editions/pdf/artifacts.ts'
import { readOptions } from '../../cli/export-options.ts'
import { progressOn } from '../../cli/progress.ts'
import { ensureFolderOf, replaceFolder, writeFault, writeFileAtomic } from '../../editions/atomic-write.ts'
import { frozenRegister } from '../support/brief.ts'
import { forEachCase } from '../support/faults.ts'

const register = frozenRegister()

describe('readOptions', () => {
  it('takes what it knows', () =>
    forEachCase(
      [
        [[], { output: null, out: null, dark: false, notes: false, range: null, deck: null, base: '/', pdf: true }],
        [
          ['--output', 'a/b.pdf', '--range', '3-5,8', '--notes', '--dark'],
          { output: 'a/b.pdf', out: null, dark: true, notes: true, range: '3-5,8', deck: null, base: '/', pdf: true },
        ],
        [['--output=x.PDF'], { output: 'x.PDF', out: null, dark: false, notes: false, range: null, deck: null, base: '/', pdf: true }],
        [
          ['--without-pdf', '--base', '/a/b-c/'],
          { output: null, out: null, dark: false, notes: false, range: null, deck: null, base: '/a/b-c/', pdf: false },
        ],
        [['--out', 'a/b', '--dark'], { output: null, out: 'a/b', dark: true, notes: false, range: null, deck: null, base: '/', pdf: true }],
        [['--help'], 'help'],
      ],
      (words, options) => {
        expect(readOptions(words)).toEqual(options)
      },
    ))

  it('tells what is wrong', () =>
    forEachCase(
      [
        [['--output', 'deck'], '--output deck: give a file that ends in .pdf'],
        [['--range', 'all'], '--range all: give numbers of slides, as 3-5,8'],
        [['--rnage', '3'], '--rnage'],
        [['slides.md'], 'slides.md'],
        [['--deck', 'dist'], '--deck goes with --output'],
        [['--base', 'briefing'], '--base briefing: give a path with a slash at both ends'],
        [['--base', 'https://example.org/'], '--base https://example.org/: give a path'],
        [['--without-pdf', '--output', 'x.pdf'], '--without-pdf makes none'],
        [['--out', 'x', '--output', 'x.pdf'], 'give one of them'],
      ],
      (words, part) => {
        expect(readOptions(words)).toEqual({ fault: expect.stringContaining(part) as string })
      },
    ))
})

describe('files that are whole or not there', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'claim-by-claim-whole-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('a file takes the place of the old one, and nothing else is left', () => {
    const file = join(folder, 'new/briefing.pdf')
    writeFileAtomic(file, Buffer.from('one'))
    writeFileAtomic(file, Buffer.from('two'))
    expect(readFileSync(file, 'utf8')).toBe('two')
    expect(readdirSync(join(folder, 'new'))).toEqual(['briefing.pdf'])
  })

  it('where a folder has its name the old state stays, and the fault says so', () => {
    const file = join(folder, 'briefing.pdf')
    mkdirSync(join(file, 'in it'), { recursive: true })
    expect(() => writeFileAtomic(file, Buffer.from('x'))).toThrow(/EISDIR|ENOTEMPTY|EPERM|EEXIST|is a directory/)
    expect(readdirSync(folder)).toEqual(['briefing.pdf'])
  })

  it('a folder takes the place of another', () => {
    for (const [name, text] of [
      ['made', 'new'],
      ['dist', 'old'],
    ] as const) {
      mkdirSync(join(folder, name))
      writeFileSync(join(folder, name, 'index.html'), text)
    }
    replaceFolder(join(folder, 'made'), join(folder, 'dist'))
    expect(readdirSync(folder)).toEqual(['dist'])
    expect(readFileSync(join(folder, 'dist/index.html'), 'utf8')).toBe('new')
  })

  it('where the new folder is not there the old one comes back', () => {
    mkdirSync(join(folder, 'dist'))
    expect(() => replaceFolder(join(folder, 'nothing'), join(folder, 'dist'))).toThrow('ENOENT')
    expect(existsSync(join(folder, 'dist'))).toBe(true)
    expect(readdirSync(folder)).toEqual(['dist'])
  })

  it('a path through a file is told', () => {
    writeFileSync(join(folder, 'file'), '')
    expect(() => ensureFolderOf(join(folder, 'file/briefing.pdf'))).toThrow(/EEXIST|ENOTDIR/)
  })

  it.each([
    ['ENOSPC', 'no room left on the disk'],
    ['EACCES', 'you may not write there'],
    ['EBUSY', 'another program holds it open'],
    ['EROFS', 'can only be read'],
  ])('%s in words, with what to do', (code, words) => {
    expect(writeFault('x.pdf', Object.assign(new Error('code'), { code }))).toMatch(new RegExp(`^x\\.pdf: .*${words}.*\\.$`))
  })
})

describe('printPages', () => {
  const slides = [1, 2, 3].map((no) => ({ no, steps: no === 2 ? [0, 4] : [], hasNotes: no !== 3 }))
  const words = (range: number[], notes: boolean) =>
    printPages(slides, new Set(range), notes).map((page) =>
      page.kind === 'slide' ? `${page.no}:${page.clicks ?? 'last'}` : page.kind === 'notes' ? `script ${page.no}` : page.kind,
    )

  it('has each slide at its last click, chosen steps before it, the contents after the cover, and the annex at the end', () => {
    expect(words([1, 2, 3], false)).toEqual(['1:last', 'contents', '2:0', '2:4', '2:last', '3:last', 'annex'])
  })

  it('has each script after its slide', () => {
    expect(words([1, 2, 3], true)).toEqual(['1:last', 'script 1', 'contents', '2:0', '2:4', '2:last', 'script 2', '3:last', 'annex'])
  })

  it('has of a range nothing else', () => {
    expect(words([2], false)).toEqual(['2:0', '2:4', '2:last'])
    expect(words([9], true)).toEqual([])
  })

  it.each([
    [
      [3, 1, 1],
      [1, 3],
    ],
    [[-1, 2.5, '3', null, 0], [0]],
    ['1, 2', []],
    [undefined, []],
  ])('steps in %j', (value, steps) => {
    expect(stepsIn(value)).toEqual(steps)
  })
})

describe('chapters', () => {
  const steps = [{ id: 'setting', number: 1, title: 'Setting' }]
  it('are named by what the slide says, its step, or its own heading', () => {
    expect(chapterOf({ title: 'A', chapter: 'Dates' }, steps)).toBe('Dates')
    expect(chapterOf({ title: 'A', step: 'setting', chapter: 'x' }, steps)).toBe('Step 1: Setting')
  })

  it('take neighbours together', () => {
    expect(
      chaptersOf(
        [
          { title: 'Cover' },
          { title: 'A', chapter: 'X' },
          { title: 'B', chapter: 'X' },
          { title: 'C', step: 'setting' },
          { title: 'D', chapter: 'X' },
        ],
        steps,
      ),
    ).toEqual([
      { title: 'Cover', slides: [1] },
      { title: 'X', slides: [2, 3] },
      { title: 'Step 1: Setting', slides: [4] },
      { title: 'X', slides: [5] },
    ])
  })
})

it('shownAddress can be read, and leads where the address leads', () => {
  for (const { url } of register.sources) {
    expect(shownAddress(url)).not.toMatch(/^https?:|%[0-9a-f]{2}%/i)
    expect(encodeURI(decodeURI(url))).toBe(url.replace(/%[0-9a-f]{2}/g, (code) => code.toUpperCase()))
  }
})

describe('markArtifacts', () => {
  it('marks what is painted outside tags, and nothing else', () =>
    forEachCase(
      [
        ['a ground', '0 0 980 552 re\nf', '/Artifact BMC\n0 0 980 552 re\nf\nEMC'],
        ['a rule of several lines', '1 2 m\n3 4 l\nS', '/Artifact BMC\n1 2 m\n3 4 l\nS\nEMC'],
        ['a picture', '/X1 Do', '/Artifact BMC\n/X1 Do\nEMC'],
        ['letters', 'BT\n/F1 9 Tf\n<01> Tj\nET', '/Artifact BMC\nBT\n/F1 9 Tf\n<01> Tj\nET\nEMC'],
        ['a clip, which paints nothing', '0 0 9 9 re\nW* n', '0 0 9 9 re\nW* n'],
        ['what is tagged', '/P <</MCID 0 >>BDC\n0 0 9 9 re\nf\nEMC', '/P <</MCID 0 >>BDC\n0 0 9 9 re\nf\nEMC'],
        ['colours and states', '1 0 0 rg\nq\n/G3 gs\nQ', '1 0 0 rg\nq\n/G3 gs\nQ'],
      ],
      (_, before, after) => {
        expect(markArtifacts(before)).toBe(after)
      },
    ))

  it('leaves every operator, in its order, marks balanced, and nothing to mark', () => {
    const piece = fc.constantFrom(
      '0 0 9 9 re\nf',
      '1 1 m\n2 2 l\nS',
      '0 0 9 9 re\nW n',
      'q',
      'Q',
      '1 0 0 rg',
      '/X1 Do',
      'BT\n<01> Tj\nET',
      '/P <</MCID 1 >>BDC\n0 0 1 1 re\nf\nEMC',
      '/Artifact BMC\n0 0 1 1 re\nf\nEMC',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const before = pieces.join('\n')
        const after = markArtifacts(before)
        const marks = (text: string) => text.split('\n').filter((line) => !/^\/Artifact BMC$|^EMC$/.test(line))
        expect(marks(after)).toEqual(marks(before))
        expect(after.match(/BDC|BMC/g)?.length ?? 0).toBe(after.match(/EMC/g)?.length ?? 0)
        expect(markArtifacts(after)).toBe(after)
      }),
    )
  })
})

describe('progress', () => {
  const on = (isTTY: boolean) => {
    let said = ''
    const progress = progressOn({ isTTY, write: (text) => (said += text) }, 10)
    for (let done = 0; done <= 25; done++) progress.count('page', done, 25)
    progress.step('Next')
    return said
  }
  it('is one line on a terminal, that ends before the next', () => {
    expect(on(true)).toMatch(/^\r {2}page {2}0 of 25(\r {2}page +\d+ of 25)+\nNext\n$/)
  })
  it('is few lines elsewhere, the last among them', () => {
    expect(on(false)).toBe('  page 10 of 25\n  page 20 of 25\n  page 25 of 25\nNext\n')
  })
})
