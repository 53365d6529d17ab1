/**
 * What an edit does: a broken quote stops the deck, said in the dev server over the last good slides, and a build ends
 * with it; a drawing follows the register in the dev server, and a build ends with one that does not.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-chromium'
import { afterAll, expect, it } from 'vitest'
import { copyOfProject, newContext, openBrowser, type Running, runSlidev, settled } from '../support/deck.ts'
import { slideSelector } from '../support/measure-slide.ts'
import { cardsOn, loadSlides, slidesWith } from '../support/slides.ts'
import { ownRegister } from '../support/brief.ts'
import { freePort } from '../support/free-port.ts'

const register = ownRegister()
const slides = await loadSlides()
const slide = slides.find((each) => each.layout === 'step' && cardsOn(each).length > 0)!
const claim = register.claims.find(({ id }) => id === cardsOn(slide)[0])!
const finding = claim.record!.finding

const { folder, remove } = copyOfProject('broken')
const claimsFile = join(folder, 'claims/claims.yaml')
const good = readFileSync(claimsFile, 'utf8')
/** A word that the article does not have there. */
const broken = replaceOnce(good, `quote: ${claim.quote}`, `quote: ${claim.quote} zzz`)
const line = broken.slice(0, broken.indexOf(`${claim.quote} zzz`)).split('\n').length

/** A chapter, and the same with an id that is no claim's. */
const chapter = (() => {
  const { file } = slide
  const path = join(folder, file)
  const text = readFileSync(path, 'utf8')
  const from = `ids="${cardsOn(slide).join(' ')}"`
  const at = text.indexOf(from)
  return {
    file,
    path,
    good: text,
    broken: `${text.slice(0, at)}ids="C99"${text.slice(at + from.length)}`,
    line: text.slice(0, at).split('\n').length,
  }
})()

function replaceOnce(text: string, from: string, to: string): string {
  if (text.split(from).length !== 2) throw new Error(`Expected once in claims.yaml: ${from}`)
  return text.replace(from, () => to)
}

/** The claim that alone draws a side of the triangle, and the register in which it has another grade. */
const triangle = (() => {
  const { relation, claims } = register.relations.find((each) => each.record !== null && each.authorClaims.length === 1)!
  const [id] = claims
  const from = good.indexOf(`- id: ${id}\n`)
  const to = good.indexOf('\n- id: ', from)
  const entry = good
    .slice(from, to)
    .replaceAll('grade: S0', 'grade: S1')
    .replace('attribution: null', 'attribution: { source: "a source, not named", cues: [since the Taliban] }')
  const no = slidesWith(slides, 'TriangleFigure', { view: 'sourced' })[0]!.no
  return { relation, no, regraded: good.slice(0, from) + entry + good.slice(to) }
})()

const endings: (() => unknown)[] = []
afterAll(async () => {
  for (const end of endings.reverse()) await end()
  remove()
})

async function answers(url: string, server: Running): Promise<void> {
  const until = Date.now() + 90_000
  for (;;) {
    if (
      await fetch(url).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return
    if (Date.now() > until) throw new Error(`No answer from ${url}:\n${server.output()}`)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

/**
 * Waits until Vite has sent nothing for a while: on the first visit it prepares packages and reloads, and UnoCSS sends
 * its style sheets anew with each slide that is mounted. The overlay must outlast all that.
 */
async function calm(page: Page): Promise<void> {
  let last = Date.now()
  page.on('console', () => (last = Date.now()))
  while (Date.now() - last < 5000) await new Promise((resolve) => setTimeout(resolve, 200))
}

it('the dev server shows the fault over the last good slide, and the mended claim after it', async () => {
  writeFileSync(claimsFile, good)
  const port = await freePort()
  const server = runSlidev(['start', '--port', String(port)], { cwd: folder, program: join(folder, 'cli/main.ts') })
  endings.push(server.stop)
  const url = `http://localhost:${port}/`
  await answers(url, server)
  const browser = await openBrowser()
  endings.push(() => browser.close())
  const page = await (await newContext(browser)).newPage()
  page.setDefaultTimeout(60_000)
  await page.goto(`${url}${slide.no}?clicks=999`)
  await settled(page, slide.no)
  const card = page.locator(`${slideSelector(slide.no)} [data-claim="${claim.id}"]`)
  await card.getByText(finding).waitFor({ state: 'visible' })

  writeFileSync(claimsFile, broken)
  const overlay = page.locator('vite-error-overlay')
  await overlay.waitFor({ state: 'attached' })
  await calm(page)
  const said = await overlay.locator('.message-body').innerText()
  expect(said).toContain(`claims/claims.yaml:${line}`)
  expect(said).toContain(`${claim.id}.quote`)
  expect(await card.innerText()).toContain(claim.quote)
  // The last good state outlasts a reload.
  await page.reload()
  await settled(page, slide.no)
  await card.getByText(claim.quote.slice(0, 20)).first().waitFor({ state: 'visible' })
  await overlay.waitFor({ state: 'attached' })

  // The reading page, of the same server, says it too.
  const read = async () => {
    const answer = await fetch(`${url}read/`)
    return { status: answer.status, text: await answer.text() }
  }
  const faulty = await read()
  expect(faulty.status).toBe(500)
  expect(faulty.text).toContain(`claims/claims.yaml:${line}`)

  // An edit that holds reaches the slide without a reload: what the page keeps is still there.
  await page.evaluate(() => Object.assign(window, { kept: true }))
  writeFileSync(claimsFile, replaceOnce(good, finding, 'This finding was mended.'))
  await card.getByText('This finding was mended.').waitFor({ state: 'visible' })
  expect(await overlay.count()).toBe(0)
  expect(await page.evaluate(() => 'kept' in window)).toBe(true)
  expect(server.output()).toContain('All is well again')
  const mended = await read()
  expect(mended.status).toBe(200)
  expect(mended.text).toContain('This finding was mended.')

  // A file that is still being written is waited for: half of it is no fault.
  const before = server.output().length
  for (const share of [0.3, 0.6, 0.9]) {
    writeFileSync(claimsFile, good.slice(0, good.length * share))
    await new Promise((resolve) => setTimeout(resolve, 120))
  }
  writeFileSync(claimsFile, good)
  await card.getByText(finding).waitFor({ state: 'visible' })
  expect(await overlay.count()).toBe(0)
  expect(server.output().slice(before)).not.toContain('claims/claims.yaml:')

  // The same for a slide that names a claim the register does not hold.
  const thrown: string[] = []
  page.on('pageerror', ({ message }) => thrown.push(message))
  writeFileSync(chapter.path, chapter.broken)
  await overlay.waitFor({ state: 'attached' })
  // The slide stays as it was, also over a reload.
  await card.getByText(finding).waitFor({ state: 'visible' })
  await page.reload()
  await settled(page, slide.no)
  await card.getByText(finding).waitFor({ state: 'visible' })
  await overlay.waitFor({ state: 'attached' })
  expect(await overlay.locator('.message-body').innerText()).toContain(`${chapter.file}:${chapter.line} · <ClaimCards> ids`)
  writeFileSync(chapter.path, chapter.good)
  await overlay.waitFor({ state: 'detached' })
  await card.getByText(finding).waitFor({ state: 'visible' })
  expect(thrown).toEqual([])

  // A grade changes: the drawing has it as soon as the deck does.
  await page.goto(`${url}${triangle.no}?clicks=999`)
  await settled(page, triangle.no)
  const side = page.locator(`${slideSelector(triangle.no)} [data-part="${triangle.relation}"]`)
  await side.getByText('S0 No source given').waitFor({ state: 'visible' })
  writeFileSync(claimsFile, triangle.regraded)
  await side.getByText('S1 Source not named').waitFor({ state: 'visible' })
  expect(await overlay.count()).toBe(0)
  writeFileSync(claimsFile, good)
  await side.getByText('S0 No source given').waitFor({ state: 'visible' })
  // It would mend the drawings that the next tests break.
  await server.stop()
})

it('a build ends with every drawing that is missing or of another register, with the command that mends it, and with a fence that has no words for those who cannot see it', async () => {
  const missing = join(folder, 'public/diagrams/timeline.svg')
  const kept = readFileSync(missing, 'utf8')
  rmSync(missing)
  writeFileSync(claimsFile, triangle.regraded)
  writeFileSync(chapter.path, `${chapter.good.trimEnd()}\n\n---\n\n# A drawing\n\n\`\`\`mermaid\nflowchart LR\n  A --> B\n\`\`\`\n`)
  const { code, output } = await runSlidev(['build', '--out', join(folder, 'out')], { cwd: folder }).ended
  writeFileSync(missing, kept)
  writeFileSync(claimsFile, good)
  writeFileSync(chapter.path, chapter.good)
  expect(code).not.toBe(0)
  expect(output).toContain('public/diagrams/timeline.svg:1\n  found    missing')
  expect(output).toContain('public/diagrams/triangle-sourced.svg:1\n  found    drawn from something else')
  expect(output).toContain('make it with `npm run figures`')
  expect(output).not.toContain('triangle-record.svg')
  expect(output).toContain(`${chapter.file}:${chapter.good.trimEnd().split('\n').length + 6} · mermaid`)
  expect(output).toContain('accTitle')
})

it('a build ends with file, line and field of the fault', async () => {
  writeFileSync(claimsFile, broken)
  const { code, output } = await runSlidev(['build', '--out', join(folder, 'out')], { cwd: folder }).ended
  expect(code).not.toBe(0)
  expect(output).toContain(`claims/claims.yaml:${line}`)
  expect(output).toContain(`${claim.id}.quote`)
  expect(output).toContain('quote-not-verbatim')
})

it('a build ends with every id and count of the story that the register does not hold', async () => {
  writeFileSync(claimsFile, good)
  writeFileSync(chapter.path, `${chapter.broken.trimEnd().replace(/-->$/, '')}{{ clams }}\n-->\n`)
  const { code, output } = await runSlidev(['build', '--out', join(folder, 'out')], { cwd: folder }).ended
  writeFileSync(chapter.path, chapter.good)
  expect(code).not.toBe(0)
  expect(output).toContain(`${chapter.file}:${chapter.line} · <ClaimCards> ids`)
  expect(output).toContain('“C99”')
  expect(output).toContain('“{{ clams }}”')
})
