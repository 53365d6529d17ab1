/**
 * The main paths in engines other than Chromium's, with the same text for each: Firefox, and WebKit as WebKitGTK has it.
 * Where a machine lacks one, its tests are skipped and say what to install; `CLAIM_ENGINES=all` makes that a fault.
 */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { cardsIn, slidesOfComponents } from '../../engine/story/story.ts'
import { EFFECT_WORDS, effectsOf } from '../../engine/analysis/withdrawal.ts'
import { placeOf } from '../support/deck.ts'
import type { Engine, Preferences, Start } from '../support/engines/engine.ts'
import { allEngines, findFirefox, findWebKit, type Finding, here } from '../support/engines/find.ts'
import { startFirefox } from '../support/engines/firefox.ts'
import { startWebKit } from '../support/engines/webkit.ts'
import { slideSelector } from '../support/measure-slide.ts'
import { loadSlides } from '../support/slides.ts'
import { ownRegister } from '../support/brief.ts'
import { COMPONENTS } from '../../components/registry.ts'

const url = inject('deckUrl')
const register = ownRegister()
const slides = await loadSlides()
const card = cardsIn(
  register,
  slides.map(({ content, layout }) => ({ content, isStep: layout === 'step' })),
  COMPONENTS,
)['C26']!
const slidesOf = slidesOfComponents(slides)
const triangle = slidesOf['TriangleFigure']![0]!
const withdraw = slidesOf['WithdrawClaims']![0]!

const oneFile = join(inject('hostFolder'), 'briefing.html')

const startOf = <Found>(finding: Finding<Found>, start: (found: Found, preferences?: Preferences) => Promise<Engine>): Finding<Start> =>
  'found' in finding ? { found: (preferences) => start(finding.found, preferences) } : finding
const ENGINES = { Firefox: startOf(findFirefox(here), startFirefox), WebKit: startOf(findWebKit(here), startWebKit) }

describe.each(Object.entries(ENGINES))('in %s', (name, finding) => {
  if ('missing' in finding) {
    if (allEngines(here)) it('it is there', () => expect.fail(finding.missing))
    else it.skip(`nothing is checked. ${finding.missing}`)
    return
  }

  let engine: Engine
  afterEach(async () => expect(await engine.faults()).toEqual([]))

  /** The slide that is seen, with its heading; nothing while one goes and the other comes, or while Slidev has not yet scaled it to the window and all of it lies in one point. */
  const seen = () =>
    engine.evaluate(() => {
      const shown = [...document.querySelectorAll<HTMLElement>('.slidev-page')].filter(
        (page) => page.getBoundingClientRect().width > 0 && getComputedStyle(page).visibility === 'visible',
      )
      return shown.length === 1
        ? { no: Number(shown[0]!.dataset['slidevNo']), heading: shown[0]!.querySelector('h1')?.innerText.replace(/\s+/g, ' ') }
        : null
    })
  /** Of one file the place stands after the `#`. */
  const place = async () => {
    const { hash, href } = new URL(await engine.address())
    return placeOf(hash ? `http://deck${hash.slice(1)}` : href)
  }
  async function arrives(no: number, click: number): Promise<void> {
    await expect.poll(place).toEqual({ no, click })
    await expect.poll(seen).toEqual({ no, heading: slides[no - 1]!.heading })
  }
  async function open(no: number, query = ''): Promise<void> {
    await engine.open(`${url}${no}${query}`)
    await expect.poll(seen).toEqual({ no, heading: slides[no - 1]!.heading })
  }
  async function press(key: Parameters<Engine['press']>[0], no: number, click: number): Promise<void> {
    await engine.press(key)
    await arrives(no, click)
  }
  const textOf = (selector: string) =>
    engine.evaluate((selector) => [...document.querySelectorAll<HTMLElement>(selector)].map((element) => element.innerText), selector)
  /** Parts of a slide that are not yet revealed. */
  const hidden = (no: number) =>
    engine.evaluate(
      (root) =>
        [...document.querySelectorAll(`${root} .slidev-layout *`)].filter(
          (each) => getComputedStyle(each).visibility !== 'visible' && getComputedStyle(each.parentElement!).visibility === 'visible',
        ).length,
      slideSelector(no),
    )
  const paper = () => engine.evaluate(() => getComputedStyle(document.querySelector('.slidev-layout')!).backgroundColor)

  describe('as it comes', () => {
    beforeAll(async () => {
      engine = await finding.found()
      console.info(`Checked in ${engine.version}.`)
    })
    afterAll(() => engine?.close())

    it('is the engine it is taken for, in a window of the canvas’s size', async () => {
      expect(engine.version).toMatch(new RegExp(`^${name}.* \\d`))
      expect(await engine.evaluate(() => [innerWidth, innerHeight])).toEqual([980, 552])
    })

    it('what would be a fault is heard: an error said or thrown, what the policy refuses, another host', async () => {
      const heard: string[] = []
      const hears = (...words: string[]) =>
        expect
          .poll(async () => heard.push(...(await engine.faults())) && words.filter((word) => !heard.some((fault) => fault.includes(word))))
          .toEqual([])
      await engine.open(`${url}read/`)
      await engine.evaluate(() => {
        console.error('said')
        setTimeout(() => {
          throw new Error('thrown')
        })
        new Image().src = 'http://refused.invalid/a.png'
      })
      await hears('said', 'thrown', 'refused.invalid')
      // No page of the deck, and so without its policy.
      await engine.open(`${url}favicon.svg`)
      await engine.evaluate(() => void fetch('http://elsewhere.invalid/').catch(() => undefined))
      await hears('asks another host: http://elsewhere.invalid/')
      // Firefox says so once more, and later: not in the next test.
      for (let quiet = 0; quiet < 5; quiet++) {
        await new Promise((resolve) => setTimeout(resolve, 200))
        if ((await engine.faults()).length > 0) quiet = 0
      }
    })

    it('the deck opens at its cover, and the keys step over clicks and slides', async () => {
      await engine.open(url)
      await arrives(1, 0)
      await press('ArrowRight', 2, 0)
      await press('ArrowLeft', 1, 0)
      await open(card.slide)
      await arrives(card.slide, 0)
      const before = await hidden(card.slide)
      await press('ArrowRight', card.slide, 1)
      expect(await hidden(card.slide)).toBeLessThan(before)
      await press(' ', card.slide, 2)
      await press('ArrowLeft', card.slide, 1)
      await press('ArrowDown', card.slide + 1, 0)
      await press('ArrowUp', card.slide, 0)
    })

    it('a cold link to the triangle at a click shows its drawing, so far', async () => {
      const parts = () =>
        engine.evaluate((root) => {
          const svg = document.querySelector(`${root} svg.drawing`)
          const { width = 0, height = 0 } = svg?.getBoundingClientRect() ?? {}
          const shapes = [...(svg?.querySelectorAll('path, rect, text') ?? [])].filter(
            (each) => getComputedStyle(each).visibility === 'visible' && each.getBoundingClientRect().width > 0,
          )
          return { large: width > 400 && height > 250, shapes: shapes.length }
        }, slideSelector(triangle))
      await open(triangle, '?clicks=3')
      await arrives(triangle, 3)
      await expect.poll(async () => ((now) => now.large && now.shapes > 5)(await parts())).toBe(true)
      const early = await parts()
      await open(triangle, '?clicks=999')
      await expect.poll(async () => (await parts()).shapes).toBeGreaterThan(early.shapes)
      await expect.poll(() => hidden(triangle)).toBe(0)
    })

    it('the palette finds a claim and goes there', async () => {
      await open(triangle)
      await engine.press('g')
      await expect.poll(() => engine.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('combobox')
      await engine.type('C26')
      await press('Enter', card.slide, card.clicks)
      expect(await textOf(`${slideSelector(card.slide)} [data-claim=C26]`)).toHaveLength(1)
    })

    it('a claim is withdrawn by the pointer, the table says what falls, and the arrow keys go on', async () => {
      await open(withdraw)
      const list = () => textOf(`${slideSelector(withdraw)} .withdraw .list`)
      await expect.poll(list).toEqual(['Withdrawn: none'])
      await engine.click(`${slideSelector(withdraw)} [role=button][data-part=C26]`)
      await expect.poll(list).toEqual(['Withdrawn: C26'])
      expect(await textOf(`${slideSelector(withdraw)} .conclusions tbody td:nth-child(2)`)).toEqual(
        effectsOf(register, new Set(['C26'])).conclusions.map(({ effect }) => EFFECT_WORDS[effect]),
      )
      await expect.poll(async () => new URL(await engine.address()).searchParams.get('withdrawn')).toBe('C26')
      await press('ArrowRight', withdraw, 1)
    })

    it('the reading page finds claims by words, and its address keeps what was asked', async () => {
      await engine.open(`${url}read/`)
      await engine.click('#find > summary')
      await engine.click('#q')
      await engine.type(register.claims.find(({ id }) => id === 'C26')!.quote.slice(0, 30))
      const found = () => textOf('.results .ids b')
      await expect.poll(found).toEqual(['C26'])
      await expect.poll(async () => new URL(await engine.address()).searchParams.get('q')).toBeTruthy()
      await engine.open(await engine.address())
      await expect.poll(found).toEqual(['C26'])
      await engine.open(`${url}read/#C14`)
      await expect.poll(() => engine.evaluate(() => Math.abs(document.querySelector('#C14')!.getBoundingClientRect().top))).toBeLessThan(40)
    })

    it('the deck in one file opens from disk, and steps', async () => {
      await engine.open(pathToFileURL(oneFile).href)
      await arrives(1, 0)
      await press('ArrowDown', 2, 0)
      await engine.open(`${pathToFileURL(oneFile).href}#/${card.slide}?clicks=1`)
      await arrives(card.slide, 1)
      await press('ArrowRight', card.slide, 2)
      const fonts = await engine.evaluate(async () => {
        await document.fonts.ready
        return ['Newsreader', 'Public Sans'].filter((family) =>
          [...document.fonts].some((face) => face.family.includes(family) && face.status === 'loaded'),
        )
      })
      expect(fonts).toEqual(['Newsreader', 'Public Sans'])
    })
  })

  describe('where the system is dark', () => {
    beforeAll(async () => {
      engine = await finding.found({ colorScheme: 'dark' })
    })
    afterAll(() => engine?.close())

    it('so is the deck, until d is pressed', async () => {
      const lightness = (colour: string) =>
        Math.max(
          ...colour
            .match(/[\d.]+/g)!
            .slice(0, 3)
            .map(Number),
        )
      await open(1)
      const dark = await paper()
      expect(lightness(dark)).toBeLessThan(80)
      await engine.press('d')
      await expect.poll(async () => lightness(await paper())).toBeGreaterThan(200)
    })
  })

  describe('without scripts', () => {
    beforeAll(async () => {
      engine = await finding.found({ scripts: false })
    })
    afterAll(() => engine?.close())

    it('the reading page has every claim with its quote, and no control that does nothing', async () => {
      await engine.open(`${url}read/`)
      const claims = await engine.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('.claim[id]')].map(
          ({ id, textContent }) => [id, textContent.replace(/\s+/g, ' ')] as const,
        ),
      )
      expect(claims.map(([id]) => id).toSorted()).toEqual(register.claims.map(({ id }) => id).toSorted())
      for (const [id, text] of claims) expect(text).toContain(register.claims.find((claim) => claim.id === id)!.quote)
      expect(await engine.evaluate(() => document.querySelectorAll('button, input, select, details').length)).toBe(0)
    })
  })
})
