/** The site as a whole: its address, what is kept of it, where addresses lead on a host, and the picture of a link. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { siteAddress } from '../../../editions/site/address.ts'
import { finishAlone, finishSite } from '../../../editions/site/finish.ts'
import { redirectsFor } from '../../../editions/site/hosts.ts'
import {
  ABOUT_FILE,
  aboutPicture,
  PICTURE_FILE,
  PICTURE_HEIGHT,
  PICTURE_LIMIT,
  PICTURE_WIDTH,
  readCover,
} from '../../../editions/site/link-preview.ts'
import { keptOf, registerFor } from '../../../editions/site/offline.ts'
import { projectFolder } from '../../support/deck-folder.ts'
import { forEachCase } from '../../support/faults.ts'

const picture = readFileSync(join(projectFolder, 'public', PICTURE_FILE))
const about = readFileSync(join(projectFolder, 'public', ABOUT_FILE), 'utf8')

describe('siteAddress', () => {
  it('is what was said, or what the host says', () =>
    forEachCase(
      [
        ['nobody says it', '/', {}, null],
        ['it is given', '/', { CLAIM_SITE: 'https://example.org' }, 'https://example.org/'],
        ['it is given with its path', '/a/', { CLAIM_SITE: 'https://example.org/a' }, 'https://example.org/a/'],
        ['Netlify says it', '/', { NETLIFY: 'true', URL: 'https://x.example' }, 'https://x.example/'],
        ['Vercel says it', '/a/', { VERCEL: '1', VERCEL_PROJECT_PRODUCTION_URL: 'x.example' }, 'https://x.example/a/'],
        ['another program uses a variable of that name', '/', { URL: 'https://x.example' }, null],
        [
          'it is given on Netlify too',
          '/',
          { CLAIM_SITE: 'https://own.example/', NETLIFY: 'true', URL: 'https://x.example' },
          'https://own.example/',
        ],
      ],
      (_, base, env, address) => {
        expect(siteAddress(base, env)).toBe(address)
      },
    ))

  it.each([
    ['example.org', 'give the address of the site'],
    ['file:///home', 'give the address of the site'],
    ['https://example.org/other/', 'does not end in /a/'],
  ])('CLAIM_SITE=%s is told', (given, words) => {
    expect(() => siteAddress('/a/', { CLAIM_SITE: given })).toThrow(words)
  })
})

describe('what is kept', () => {
  it('is the pages as they are visited, what they load, and the data', () => {
    expect(
      keptOf([
        'index.html',
        '404.html',
        '_redirects',
        'sw.js',
        'read/index.html',
        'claims.csv',
        'claims.jsonld',
        'favicon.svg',
        'assets/a-1.js',
        'assets/public-sans-latin-wght-normal-D1.woff2',
      ]),
    ).toEqual(['', 'assets/a-1.js', 'assets/public-sans-latin-wght-normal-D1.woff2', 'claims.csv', 'claims.jsonld', 'favicon.svg', 'read/'])
  })

  it('is not what one takes along on purpose, what no page loads, nor the typefaces of the PDF', () => {
    expect(
      keptOf([
        'briefing.pdf',
        'briefing.html',
        'pictures/a.png',
        'diagrams/a.svg',
        'fonts/a-OFL.txt',
        'link-preview.png',
        'link-preview.json',
        'assets/newsreader-latin-400-normal-x.woff2',
        'assets/public-sans-latin-700-italic-x.woff2',
      ]),
    ).toEqual([])
  })

  it('is asked for by a short script that names the path', () => {
    expect(registerFor('/a b/')).toContain(`'/a%20b/sw.js'`)
    expect(registerFor('/')).not.toMatch(/\/\/|\/\*/)
    expect(registerFor('/').length).toBeLessThan(400)
  })
})

it('redirectsFor goes from the narrowest to the deck, all under the path', () => {
  expect(redirectsFor('/a/')).toBe('/a/assets/*  /a/404.html  404\n/a/read/*  /a/404.html  404\n/a/*  /a/index.html  200\n')
})

describe('finishSite', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'claim-by-claim-web-'))
    for (const path of ['read', 'assets']) mkdirSync(join(folder, path))
    writeFileSync(join(folder, PICTURE_FILE), picture)
    writeFileSync(join(folder, ABOUT_FILE), about)
    for (const page of ['index.html', '404.html', 'read/index.html', 'briefing.html'])
      writeFileSync(join(folder, page), '<html><head><meta charset="utf-8"><title>A</title></head><body></body></html>')
    writeFileSync(join(folder, 'assets/a.js'), '1')
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  const read = (file: string) => readFileSync(join(folder, file), 'utf8')
  const version = () => /VERSION = '(\w+)'/.exec(read('sw.js'))![1]

  it('finishes every page, the reading page among them, and leaves one that goes alone', () => {
    const alone = join(folder, 'alone')
    mkdirSync(alone)
    writeFileSync(join(alone, 'index.html'), read('briefing.html'))
    finishAlone(alone)
    writeFileSync(join(folder, 'briefing.html'), readFileSync(join(alone, 'index.html')))
    rmSync(alone, { recursive: true })
    const before = read('briefing.html')
    finishSite(folder, '/a/', { CLAIM_SITE: 'https://example.org/a/' })
    for (const page of ['index.html', '404.html', 'read/index.html']) {
      expect(read(page)).toContain('http-equiv="Content-Security-Policy"')
      expect(read(page)).toContain('content="https://example.org/a/link-preview.png"')
      expect(read(page)).toContain('content="Claim by Claim. “No source given” is not “false”."')
    }
    expect(read('briefing.html')).toBe(before)
    expect(read('_redirects')).toBe(redirectsFor('/a/'))
    expect(read('sw.js')).toContain(`JSON.parse('["","assets/a.js","read/"]')`)
  })

  it('has the path alone for a picture where the address is not known', () => {
    finishSite(folder, '/a/', {})
    expect(read('index.html')).toContain('<meta property="og:image" content="/a/link-preview.png">')
  })

  it('done again is the same; a change of any kept file is a new version', () => {
    finishSite(folder, '/', {})
    const [first, page] = [version(), read('index.html')]
    finishSite(folder, '/', {})
    expect([version(), read('index.html')]).toEqual([first, page])
    writeFileSync(join(folder, 'assets/a.js'), '2')
    finishSite(folder, '/', {})
    expect(version()).not.toBe(first)
  })

  it('has no worker where the site may lie anywhere', () => {
    finishSite(folder, './', {})
    expect(() => read('sw.js')).toThrow('ENOENT')
  })

  it.each([PICTURE_FILE, ABOUT_FILE])('says what to do where there is no %s', (file) => {
    rmSync(join(folder, file))
    expect(() => finishSite(folder, '/', {})).toThrow(`public/${file} is missing. Make it with: npm run link-preview`)
  })
})

describe('the picture of a link', () => {
  it('is that of the cover and the second slide as they are (if not: npm run link-preview)', async () => {
    const cover = await readCover(projectFolder)
    expect(cover.sentence).not.toBe('')
    expect(JSON.parse(about)).toEqual(aboutPicture(cover, picture))
    expect(aboutPicture(cover, picture).words).toContain('“No source given” is not “false”')
  })

  it('has the size that services ask for, and is small', () => {
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([PICTURE_WIDTH, PICTURE_HEIGHT])
    expect(picture.byteLength).toBeLessThan(PICTURE_LIMIT)
  })
})
