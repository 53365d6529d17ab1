/** The reading page as it comes out of a printer: all that is on it, and nothing that could only be clicked. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Browser } from 'playwright-chromium'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { GRADE_WORDS } from '../../engine/register/vocabulary.ts'
import { openBrowser } from '../support/deck.ts'
import { ownRegister } from '../support/brief.ts'
import { squeezed } from '../support/texts.ts'

const register = ownRegister()

let browser: Browser
beforeAll(async () => (browser = await openBrowser()))
afterAll(() => browser?.close())

describe.each(['A4', 'Letter'] as const)('printed on %s', (format) => {
  it('everything is there, each source with its address, and no controls', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    await page.goto(`${inject('deckUrl')}read/`)
    await page.evaluate(() => document.fonts.ready)
    const pdf = await getDocument({ data: new Uint8Array(await page.pdf({ format, tagged: true })), verbosity: 0 }).promise
    const texts = await Promise.all(
      Array.from({ length: pdf.numPages }, async (_, index) =>
        (await (await pdf.getPage(index + 1)).getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join(''),
      ),
    )
    const text = squeezed(texts.join(''))
    for (const { quote, grade, record } of register.claims)
      for (const part of [quote, GRADE_WORDS[grade], record?.finding ?? '']) expect(text).toContain(squeezed(part))
    for (const { url: address, publisher, citedBy } of register.sources) {
      if (citedBy.length > 0) for (const part of [publisher, address]) expect(text).toContain(squeezed(part))
    }
    expect(text).not.toMatch(/Copylink|Findaclaim/)
    expect(texts.filter((each) => each.trim() === '')).toEqual([])
  })
})
