/** The shorter ways through the built deck: walked from end to end, left by a jump and come back to, kept and shared. */
import type { BrowserContext, Page } from 'playwright-chromium'
import { describe, expect, inject, it } from 'vitest'
import { slidesInTalk, TALK_LENGTHS } from '../../engine/story/talk-length.ts'
import { placeOf, settled } from '../support/deck.ts'
import { slideSelector } from '../support/measure-slide.ts'
import { loadSlides } from '../support/slides.ts'
import { useWindow } from '../support/window.ts'

const url = inject('deckUrl')
const slides = await loadSlides()
const on = (way: (typeof TALK_LENGTHS)[number]) =>
  slidesInTalk(
    slides.map(({ frontmatter }) => frontmatter['minutes']),
    way,
  )

let context: BrowserContext
let page: Page
useWindow(url, (opened) => ({ context, page } = opened))

const wayOf = (on: Page) => new URL(on.url()).searchParams.get('way')
async function press(on: Page, key: string): Promise<number> {
  const before = on.url()
  await on.keyboard.press(key)
  await on.waitForURL((address) => address.href !== before, { waitUntil: 'commit' })
  return placeOf(on.url()).no
}
/** Presses a key until the deck is at a slide; the slides on the way there. */
async function walkTo(no: number, key: string): Promise<number[]> {
  const seen = [placeOf(page.url()).no]
  while (seen.at(-1) !== no && seen.length < slides.length) seen.push(await press(page, key))
  return seen
}
async function open(no: number, query: string, path = ''): Promise<void> {
  await page.goto(`${url}${path}${no}?${query}`)
  await page
    .locator(`${slideSelector(no)} .slidev-layout`)
    .first()
    .waitFor({ state: 'visible' })
}

describe.each(TALK_LENGTHS)('the way of %i minutes', (way) => {
  it('leads from slide to slide of it, on and back, and keeps its place in the address', async () => {
    const all = on(way)
    await open(1, `way=${way}`)
    expect(await walkTo(all.at(-1)!, 'ArrowDown')).toEqual(all)
    expect(wayOf(page)).toBe(String(way))
    expect(await walkTo(1, 'ArrowUp')).toEqual(all.toReversed())
    expect(wayOf(page)).toBe(String(way))
  })
})

describe('on the way', () => {
  const way = on(10)
  /** On the way, with a gap after it. */
  const before = way.find((no, index) => no > 2 && way[index + 1]! > no + 1)!
  const after = way[way.indexOf(before) + 1]!

  it('each click of a slide is made before the next slide comes, and one comes back to its last', async () => {
    const { no, markedClicks } = slides.find(({ no, markedClicks }) => way.includes(no) && markedClicks > 1)!
    await open(no, 'way=10')
    for (let click = 1; click <= markedClicks; click++) {
      expect(await press(page, 'ArrowRight')).toBe(no)
      expect(placeOf(page.url()).click).toBe(click)
    }
    const next = way[way.indexOf(no) + 1]!
    expect(await press(page, 'ArrowRight')).toBe(next)
    await settled(page, next)
    expect(await press(page, 'ArrowLeft')).toBe(no)
    await expect.poll(() => placeOf(page.url()).click).toBe(markedClicks)
  })

  it('a slide that is left out opens by a jump, and leads back to the way', async () => {
    await open(before, 'way=10')
    await page.keyboard.press('g')
    await page.getByRole('combobox').waitFor()
    await page.keyboard.type(String(before + 1))
    await expect.poll(() => page.getByRole('option').count()).toBeGreaterThan(0)
    await page.keyboard.press('Enter')
    await expect.poll(() => placeOf(page.url()).no).toBe(before + 1)
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await press(page, 'ArrowDown')).toBe(after)
    expect(wayOf(page)).toBe('10')
  })

  it('a reload keeps it, and a way that there is not is none', async () => {
    await open(before, 'way=10')
    await page.reload()
    await settled(page, before)
    expect(await press(page, 'ArrowDown')).toBe(after)
    await open(before, 'way=15')
    await expect.poll(() => wayOf(page)).toBe(null)
    expect(await press(page, 'ArrowDown')).toBe(before + 1)
  })

  it('the button tells which it is, and chooses the next; what is chosen is said, and seen for a while', async () => {
    await open(before, '')
    const button = page.getByRole('button', { name: 'Shorter way through' })
    const said = page.locator('.way-said')
    expect(await button.innerText()).toContain('all')
    expect(await said.innerText()).toBe('')
    await button.click()
    await expect.poll(() => said.innerText()).toBe(`The 20-minute way: ${on(20).length} slides`)
    expect(await said.getAttribute('role')).toBe('status')
    expect(await button.innerText()).toContain('20')
    expect(wayOf(page)).toBe('20')
    await expect.poll(() => said.innerText()).toBe('')
  })

  it('the presenter sees what comes next on it; the room is on the same way, and follows', async () => {
    const room = await context.newPage()
    await room.goto(`${url}${before}`)
    await settled(room, before)
    await open(before, 'clicks=99', 'presenter/')
    await page.bringToFront()
    await page.keyboard.press('w')
    await page.keyboard.press('w')
    for (const each of [page, room]) await expect.poll(() => wayOf(each)).toBe('10')
    expect(await page.locator('.way-said').innerText()).not.toBe('')
    expect(await room.locator('.way-said').innerText(), 'the room does not read what is chosen').toBe('')
    await expect.poll(() => page.locator('.grid-section.next h1').first().innerText()).toBe(slides[after - 1]!.heading)
    expect(await press(page, 'ArrowRight')).toBe(after)
    await expect.poll(() => placeOf(room.url()).no).toBe(after)
    // One leads at a time: both are to be there before the other moves.
    for (const each of [page, room])
      await each
        .locator(`${slideSelector(after)} h1`)
        .first()
        .waitFor({ state: 'visible' })
    await room.bringToFront()
    await room.waitForTimeout(300)
    expect(await press(room, 'ArrowUp')).toBe(before)
    await expect.poll(() => placeOf(page.url()).no).toBe(before)
  })
})
