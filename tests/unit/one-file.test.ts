/** The one file: that it stands alone, and that nothing but a whole one ever takes the old one's place. */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { needsBeside } from '../../editions/one-file/alone.ts'
import { buildOneFile } from '../../editions/one-file/build.ts'
import { standalonePage } from '../../editions/one-file/plugin.ts'
import { writeFileAtomic } from '../../editions/atomic-write.ts'
import { fontLicences } from '../../editions/font-licences.ts'
import { trusted } from '../../slidev/patches/one-file.ts'
import { rewritten } from '../../slidev/patches/rewrite.ts'
import { projectFolder } from '../support/deck-folder.ts'

const OLD = 'the old file'
const entry = join(projectFolder, 'slides.md')

let folder: string
let target: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'claim-by-claim-unit-'))
  target = join(folder, 'dist/briefing.html')
  mkdirSync(join(folder, 'dist'))
  writeFileSync(target, OLD)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** In Slidev's place: a program that has the folder to write to in `out`. */
function program(body: string): string {
  const path = join(folder, 'program.mjs')
  writeFileSync(path, `import { writeFileSync } from 'node:fs'\nconst out = process.argv.at(-1) + '/'\n${body}\n`)
  return path
}
const page = (body: string) =>
  `writeFileSync(out + 'index.html', ${JSON.stringify(`<!DOCTYPE html>\n<html><head></head><body>${body}</body></html>\n`)})`

async function faultOf(body: string): Promise<string> {
  try {
    await buildOneFile(entry, target, undefined, program(body))
  } catch (error) {
    return (error as Error).message
  }
  return ''
}
/** Nothing but the old file, whole, is left. */
function expectOld(): void {
  expect(readFileSync(target, 'utf8')).toBe(OLD)
  expect(readdirSync(join(folder, 'dist'))).toEqual(['briefing.html'])
}

describe('a whole page', () => {
  it('takes the place of the old one, and its size is told', async () => {
    const said: string[] = []
    const { bytes, gzip } = await buildOneFile(entry, target, (line) => said.push(line), program(page('“whole”')))
    const now = readFileSync(target)
    expect(now.toString('utf8')).toContain('“whole”')
    expect(bytes).toBe(now.byteLength)
    expect(gzip).toBe(gzipSync(now, { level: 9 }).byteLength)
    expect(said.join()).toContain('briefing.html')
    expect(readdirSync(join(folder, 'dist'))).toEqual(['briefing.html'])
  })

  it('may be the first, in a folder that is not there yet', async () => {
    const first = join(folder, 'new/folder/briefing.html')
    await buildOneFile(entry, first, undefined, program(page('')))
    expect(readFileSync(first, 'utf8')).toContain('</html>')
  })
})

describe('the old file stays, and the message says what, where and what to do, where', () => {
  it('the build fails with half a page written', async () => {
    const message = await faultOf(
      `writeFileSync(out + 'index.html', '<!DOCTYPE html><html>'); console.error('\\u001B[31mclaims/claims.yaml:12  a fault\\u001B[39m\\n    at load (/somewhere/plugin.ts:56:67)'); process.exit(3)`,
    )
    expect(message).toContain('slidev build ended with 3')
    expect(message).toContain(`${target} stays as it was`)
    expect(message).toContain('\nclaims/claims.yaml:12  a fault\n')
    expect(message).toContain('npm run verify')
    expect(message).not.toContain('plugin.ts')
    expectOld()
  })

  it.each([
    ['no page', '', 'wrote no page'],
    ['half a page', `writeFileSync(out + 'index.html', '<!DOCTYPE html><html><body>')`, 'has no end'],
    ['a page and a script beside it', `${page('')}; writeFileSync(out + 'more.js', '')`, 'more.js'],
    ['a page that loads another file', page('<img src="./picture.png">'), 'picture.png'],
  ])('it writes %s', async (_, body, said) => {
    const message = await faultOf(body)
    expect(message).toContain(said)
    expect(message).toContain(`${target} stays as it was`)
    expectOld()
  })

  it('the place is a folder', async () => {
    await expect(buildOneFile(entry, join(folder, 'dist'), undefined, program(page('')))).rejects.toThrow(
      /dist is a folder\. Name the file/,
    )
    await expect(buildOneFile(entry, join(target, 'briefing.html'), undefined, program(page('')))).rejects.toThrow(
      /cannot be written.*\n.*another place/,
    )
    expectOld()
  })

  it('it cannot be moved into place', () => {
    mkdirSync(join(folder, 'full/inside'), { recursive: true })
    expect(() => writeFileAtomic(join(folder, 'full'), 'new')).toThrow(/full could not be written: [^]*What was there stays/)
    expect(readdirSync(folder).sort()).toEqual(['dist', 'full'])
    writeFileSync(join(folder, 'plain'), '')
    expect(() => writeFileAtomic(join(folder, 'plain/nowhere/briefing.html'), 'new')).toThrow(/nowhere.*could not be written/)
  })

  it.skipIf(process.platform === 'win32').each(['SIGINT', 'SIGTERM'] as const)('it is broken off by %s', async (signal) => {
    // Half a page, and then it hangs, and hears no Ctrl-C itself.
    const hangs = program(
      `process.on('SIGINT', () => {}); writeFileSync(out + 'index.html', '<!DOCTYPE html>'); writeFileSync(${JSON.stringify(join(folder, 'pid'))}, String(process.pid)); setInterval(() => {}, 1000)`,
    )
    const caller = join(folder, 'caller.mjs')
    writeFileSync(
      caller,
      `const { buildOneFile } = await import(${JSON.stringify(join(projectFolder, 'editions/one-file/build.ts'))})\nawait buildOneFile(${JSON.stringify(entry)}, ${JSON.stringify(target)}, console.log, ${JSON.stringify(hangs)}).catch((error) => { console.log(error.message); process.exitCode = 9 })`,
    )
    const temporary = join(folder, 'temporary')
    mkdirSync(temporary)
    const child = spawn(process.execPath, [caller], { env: { ...process.env, TMPDIR: temporary }, stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
    const ended = new Promise((resolve) => child.once('close', resolve))
    await expect
      .poll(() => readdirSync(folder).includes('pid') && readFileSync(join(folder, 'pid'), 'utf8') !== '', { timeout: 20_000 })
      .toBe(true)
    child.kill(signal)
    expect(await ended).toBe(9)
    expect(said).toContain(`Broken off (${signal}). ${target} stays as it was.`)
    expectOld()
    expect(readdirSync(temporary)).toEqual([])
    await sleep(50)
    expect(() => process.kill(Number(readFileSync(join(folder, 'pid'), 'utf8')), 0), 'the build runs on').toThrow()
  })
})

describe('a page stands alone', () => {
  const alone =
    '<html><head><link rel="icon" href="data:image/svg+xml,x"><style>a{background:url("data:x")}b{mask:url(#m)}</style><script type="module">const t = `<img src="/x.png">`</script></head><body><a href="https://example.org/">out</a><use href="#x"/></body></html>'

  it('with its links to the web, and addresses in its scripts', () => {
    expect(needsBeside(alone, [], ['favicon.svg', 'pictures/step.png'])).toEqual([])
  })

  it.each([
    ['<script type="module" src="./index.js"></script>', './index.js'],
    ['<link rel="modulepreload" crossorigin href="./chunk.js">', './chunk.js'],
    ["<img alt='' src='//example.org/x.png'>", '//example.org/x.png'],
    ['<iframe src=https://example.org/></iframe>', 'https://example.org/'],
    ['<style>@font-face{src:url(./font.woff2)}</style>', './font.woff2'],
    ['<style>@import "https://example.org/x.css";</style>', 'https://example.org/x.css'],
    ['<script>picture = "pictures/step.png"</script>', 'public/pictures/step.png'],
    ['<script>picture = "/favicon.svg"</script>', 'public/favicon.svg'],
  ])('but not with %s', (more, said) => {
    expect(needsBeside(alone.replace('</body>', `${more}</body>`), [], ['favicon.svg', 'pictures/step.png']).join('\n')).toContain(
      `${said}, which`,
    )
  })
})

describe('the page', () => {
  const built =
    '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<link rel="icon" href="./favicon.svg">\n<script type="module" crossorigin src="./index.js"></script>\n</head>\n<body>\n</body>\n</html>'
  const read = (file: string) => (file === 'favicon.svg' ? '<svg fill="#fff">\n</svg>' : '')

  it('holds its icon and the licences of the fonts, after its encoding', () => {
    const made = standalonePage(built, read)
    expect(made).toContain('href="data:image/svg+xml,%3Csvg%20fill%3D%22%23fff%22%3E')
    for (const { text } of fontLicences()) expect(made).toContain(text.trim())
    expect(made.indexOf('<meta charset="utf-8">')).toBeLessThan(made.indexOf('SIL OPEN FONT LICENSE'))
    expect(made).not.toContain('crossorigin')
    expect(made).toContain('<noscript>')
  })

  it.each(['<meta charset="utf-8">', '<link rel="icon" href="./favicon.svg">', '<body>'])(
    'is refused where Slidev no longer has %s',
    (part) => {
      expect(() => standalonePage(built.replace(part, ''), read)).toThrow(/occurs 0 times in the page, not once/)
    },
  )
})

it('a window without a host may lead the presenter’s, as far as the installed Slidev has the list', () => {
  const code = readFileSync(join(projectFolder, 'node_modules/@slidev/client/constants.ts'), 'utf8')
  expect(rewritten(code, trusted)).toMatch(/TRUST_ORIGINS = \[ '',\s+'localhost'/)
})
