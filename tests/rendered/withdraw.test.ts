/**
 * Withdrawing a claim as a speaker does it: by the prepared steps, by pointer and by keyboard; in the address, in the
 * presenter view and the room; and the strip of sentences by keyboard. No mouse is needed for any of it.
 */
import type { Browser, BrowserContext, Page } from 'playwright-chromium'
import { describe, expect, inject, it } from 'vitest'
import { EFFECT_WORDS, effectsOf, stepsOf } from '../../engine/analysis/withdrawal.ts'
import { newContext, placeOf, settled, step } from '../support/deck.ts'
import { slideSelector } from '../support/measure-slide.ts'
import { componentsIn, loadSlides, slidesWith } from '../support/slides.ts'
import { useWindow } from '../support/window.ts'
import { ownRegister } from '../support/brief.ts'

const url = inject('deckUrl')
const register = ownRegister()
const slides = await loadSlides()
const slideOf = (component: string) => slidesWith(slides, component)[0]!
const { no, content } = slideOf('WithdrawClaims')
const prepared = stepsOf(componentsIn(content).find(({ name }) => name === 'WithdrawClaims')!.attributes['sequence']!)
const last = prepared.length

let browser: Browser
let context: BrowserContext
let page: Page
useWindow(url, (opened) => ({ browser, context, page } = opened))

async function open(path: string, on = page): Promise<void> {
  await on.goto(url + path)
  await settled(on, placeOf(on.url()).no)
}
const box = (id: string, on = page) => on.locator(`${slideSelector(no)} [role=button][data-part="${id}"]`).first()
const control = (name: string, on = page) => on.locator(slideSelector(no)).first().getByRole('button', { name, exact: true })
const withdrawn = async (on = page) =>
  (
    await on
      .locator(`${slideSelector(no)} .withdraw .list`)
      .first()
      .innerText()
  ).replace('Withdrawn: ', '')
const effects = async (on = page) =>
  on
    .locator(`${slideSelector(no)} .withdraw`)
    .first()
    .locator('.conclusions tbody td:nth-child(2)')
    .allInnerTexts()
const expected = (...ids: string[]) => effectsOf(register, new Set(ids)).conclusions.map(({ effect }) => EFFECT_WORDS[effect])
const inAddress = (on = page) => new URL(on.url()).searchParams.get('withdrawn')

describe('withdrawing a claim', () => {
  it('goes by the speaker’s steps alone', async () => {
    await open(String(no))
    expect(await withdrawn()).toBe('none')
    for (const [index, ids] of prepared.entries()) {
      await step(page, 'ArrowRight')
      expect(placeOf(page.url())).toEqual({ no, click: index + 1 })
      expect(await effects()).toEqual(expected(...ids))
      expect(inAddress()).toBeNull()
    }
  })

  it('goes by keyboard: every claim is reached by Tab, chosen with Enter or Space, undone, put back', async () => {
    await open(String(no))
    const reached = new Set<string>()
    for (let press = 0; press < register.claims.length + 12; press++) {
      await page.keyboard.press('Tab')
      const name = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
      const id = /\bC\d+/.exec(name)?.[0]
      if (id && /withdraw/i.test(name)) reached.add(id)
    }
    expect([...reached].toSorted()).toEqual(register.claims.map(({ id }) => id).toSorted())
    await box('C26').focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => withdrawn()).toBe('C26')
    await box('C29').focus()
    await page.keyboard.press('Space')
    await expect.poll(() => withdrawn()).toBe('C26, C29')
    expect(await effects()).toEqual(expected('C26', 'C29'))
    expect(placeOf(page.url()).no).toBe(no)
    await control('Undo').focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => withdrawn()).toBe('C26')
    await control('Put all back').focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => withdrawn()).toBe('none')
    expect(await effects()).toEqual(expected())
  })

  it('goes by pointer, and the arrow keys move the deck on', async () => {
    await open(`${no}?clicks=1`)
    await box('C26').click()
    await expect.poll(() => withdrawn()).toContain('C26')
    await page
      .locator(`${slideSelector(no)} .others button`)
      .first()
      .click()
    await expect.poll(() => withdrawn()).toContain('C01')
    expect(await step(page, 'ArrowRight', 2000)).toBe(true)
    await expect.poll(() => effects()).toEqual(expected(...prepared[1]!))
    // With the next step the choice ends, in the address too.
    await expect.poll(() => inAddress()).toBeNull()
  })

  it('says in the accessible tree what a box is and what became of it', async () => {
    await open(`${no}?withdrawn=C26`)
    const tree = await page.locator(slideSelector(no)).ariaSnapshot()
    expect(tree).toContain('button "Put back. C26 tacit support for TTP, withdrawn" [pressed]')
    expect(tree).toMatch(/button "Withdraw\. C28 [^"]*, no support"/)
    expect(tree).toMatch(/status:? .*Withdrawn: C26\. C28 loses all support/)
  })
})

describe('the address', () => {
  it('holds what is chosen, leads to it cold, and keeps it on reload', async () => {
    await open(`${no}?clicks=${last}`)
    await box('C11').click()
    await expect.poll(() => inAddress()?.split(',').toSorted()).toEqual([...prepared[last - 1]!, 'C11'].toSorted())
    const shared = page.url()
    await page.reload()
    await settled(page, no)
    await expect.poll(() => effects()).toEqual(expected(...prepared[last - 1]!, 'C11'))
    const other = await newContext(browser)
    const elsewhere = await other.newPage()
    await elsewhere.goto(shared)
    await settled(elsewhere, no)
    await expect.poll(() => withdrawn(elsewhere)).toContain('C11')
    expect(placeOf(elsewhere.url()).click).toBe(last)
    await other.close()
  })

  it('with nothing withdrawn where something was prepared keeps that too', async () => {
    await open(`${no}?clicks=2`)
    await control('Put all back').click()
    await expect.poll(() => inAddress()).toBe('')
    await page.reload()
    await settled(page, no)
    await expect.poll(() => withdrawn()).toBe('none')
  })

  it('with ids that are no claim’s leaves those out', async () => {
    await open(`${no}?withdrawn=C26,C99,%3Cimg%3E`)
    await expect.poll(() => withdrawn()).toBe('C26')
    await expect.poll(() => inAddress()).toBe('C26')
  })

  it('is left clean on the next slide', async () => {
    await open(`${no}?clicks=${last}&withdrawn=C26`)
    await expect.poll(() => withdrawn()).toBe('C26')
    await page.keyboard.press('ArrowRight')
    await page.waitForURL((address) => placeOf(address.href).no === no + 1)
    await expect.poll(() => inAddress()).toBeNull()
  })
})

describe('the presenter view', () => {
  it('and the room show the same, whoever chooses, and what was chosen before a window was opened', async () => {
    const presenter = await context.newPage()
    await presenter.goto(`${url}presenter/${no}`)
    await box('C26', presenter).waitFor()
    await open(String(no))
    await presenter.bringToFront()
    await box('C29', presenter).focus()
    await presenter.keyboard.press('Enter')
    await expect.poll(() => withdrawn()).toBe('C29')
    await page.bringToFront()
    await box('C26').click()
    await expect.poll(() => withdrawn(presenter)).toBe('C26, C29')
    const late = await context.newPage()
    await open(String(no), late)
    await expect.poll(() => withdrawn(late)).toBe('C26, C29')
    // The speaker’s next step holds for all of them.
    await presenter.bringToFront()
    await presenter.evaluate(() => (document.activeElement as HTMLElement).blur())
    await presenter.keyboard.press('ArrowRight')
    for (const on of [presenter, page, late]) await expect.poll(() => effects(on)).toEqual(expected(...prepared[0]!))
  })
})

it('nothing in the corners covers a part of the drawing, whatever is withdrawn', async () => {
  for (const clicks of [0, 1, last]) {
    await open(`${no}?clicks=${clicks}${clicks === 1 ? `&withdrawn=${register.claims.map(({ id }) => id).join()}` : ''}`)
    const meetings = await page.locator(slideSelector(no)).evaluate((slide) => {
      const boxes = [...slide.querySelectorAll('svg .box, svg .tag')].map((element) => element.getBoundingClientRect())
      return ['.others', '.controls', '.results', '.whose'].filter((corner) => {
        const own = slide.querySelector(corner)!.getBoundingClientRect()
        return boxes.some((each) => own.left < each.right && each.left < own.right && own.top < each.bottom && each.top < own.bottom)
      })
    })
    expect(meetings, `after ${clicks} clicks`).toEqual([])
  }
})

describe('the strip', () => {
  it('says a sentence in words by keyboard, and leads to its claim', async () => {
    const { no: strip } = slideOf('SentenceStrip')
    await open(`${strip}?clicks=1`)
    const cell = page.locator(`${slideSelector(strip)} button.cell`).nth(13)
    await cell.focus()
    await page.keyboard.press('Space')
    const words = page.locator(`${slideSelector(strip)} .words`)
    await expect.poll(() => words.innerText()).toContain('C21')
    expect(placeOf(page.url())).toEqual({ no: strip, click: 1 })
    await words.getByRole('link', { name: /C21/ }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL((address) => placeOf(address.href).no !== strip)
    await settled(page, placeOf(page.url()).no)
    await page.locator(`${slideSelector(placeOf(page.url()).no)} [data-claim="C21"]`).waitFor()
  })

  it('at the foot of a step leads from sentence to sentence', async () => {
    const first = slides.find(({ layout }) => layout === 'step')!
    await open(String(first.no))
    const links = page.locator(`${slideSelector(first.no)} .small-strip a`)
    expect(await links.count()).toBe(register.counts.sentences)
    await links.last().focus()
    await page.keyboard.press('Enter')
    await page.waitForURL((address) => placeOf(address.href).no !== first.no)
    const { no: there } = placeOf(page.url())
    await settled(page, there)
    await page
      .locator(`${slideSelector(there)} .small-strip li[aria-current=step]`)
      .last()
      .waitFor()
  })
})
