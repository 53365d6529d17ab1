/** What holds of every component in components/, on the real register, at each step and in print. */
import axe from 'axe-core'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Component, nextTick } from 'vue'
import { keepStylesThatHide } from '../support/hiding-styles.ts'
import { CLICKS_MAX, heard, onSlide } from '../support/mount.ts'
import { components, type Usage, usagesOf } from '../support/usages.ts'

/**
 * happy-dom lays nothing out and paints nothing, and a component is not a page: rules on colour, size and landmarks
 * are for the rendered tests.
 */
const OFF = ['color-contrast', 'target-size', 'region', 'scrollable-region-focusable', 'landmark-one-main', 'page-has-heading-one', 'document-title', 'html-has-lang']

async function faults(): Promise<string[]> {
  const { violations } = await axe.run(document.body, { resultTypes: ['violations'], rules: Object.fromEntries(OFF.map((id) => [id, { enabled: false }])) })
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

/**
 * Of a component that stands in many places so many are heard as a screen reader has them, and so many judged by axe: both
 * take long in happy-dom. The rendered tests have axe look at every slide.
 */
const HEARD = 2
const JUDGED = 1

beforeAll(keepStylesThatHide)
afterEach(() => document.body.replaceChildren())

describe('axe in happy-dom', () => {
  it.each([
    ['link-name', '<a href="https://example.org/"></a>'],
    ['list', '<ul><div>no item</div></ul>'],
    ['aria-hidden-focus', '<div aria-hidden="true"><a href="https://example.org/">x</a></div>'],
    ['aria-allowed-role', '<ul role="checkbox"></ul>'],
    ['svg-img-alt', '<svg role="img"></svg>'],
  ])('finds a planted %s', async (rule, html) => {
    document.body.innerHTML = html
    expect((await faults()).join()).toContain(rule)
  })
})

/** What is found of one usage: mounted once as a speaker has it, once as it is printed, and judged by the tests. */
interface Found {
  readonly axe: readonly string[]
  /** Null where it was not heard. */
  readonly heardLive: string | null
  readonly heardInPrint: string | null
  readonly text: string
  readonly links: readonly { readonly rel: readonly string[]; readonly heard: string }[]
}

/** What is heard at its last click, and what axe finds up to there. */
async function lookLive(component: Component, { props, slots = {} }: Usage, isJudged: boolean): Promise<Pick<Found, 'axe' | 'heardLive'>> {
  const { element, clicks, click, wrapper } = onSlide(component, props, { slots })
  await nextTick()
  const axe: string[] = []
  const atFirst = element.textContent
  await click(clicks.total)
  // Where clicks only reveal, all is there at the last one; where they say something else, a stage between is looked at too.
  const stages = element.textContent === atFirst ? [clicks.total] : [0, 1, clicks.total]
  for (const at of isJudged ? new Set(stages) : []) {
    if (at > clicks.total) continue
    await click(at)
    axe.push(...(await faults()).map((fault) => `${JSON.stringify(props).slice(0, 200)} at click ${at}: ${fault}`))
  }
  const heardLive = heard(element)
  wrapper.unmount()
  return { axe, heardLive }
}

async function look(component: Component, usage: Usage, isHeard: boolean, isJudged: boolean): Promise<Found> {
  const live = isHeard ? await lookLive(component, usage, isJudged) : { axe: [], heardLive: null }
  const { element, wrapper } = onSlide(component, usage.props, { at: CLICKS_MAX, slots: usage.slots ?? {} })
  await nextTick()
  const links = [...(element.querySelectorAll?.('a[href^="http"]') ?? [])]
  const found = { ...live, heardInPrint: isHeard ? heard(element) : null, text: element.textContent, links: links.map((link) => ({ rel: link.getAttribute('rel')?.split(' ') ?? [], heard: heard(link) })) }
  wrapper.unmount()
  return found
}

describe.each(components)('%s', (name, component) => {
  const found: Found[] = []
  beforeAll(async () => {
    const usages = usagesOf(name, component)
    const isOneOf = (count: number, index: number) => index % Math.ceil(usages.length / count) === 0
    for (const [index, usage] of usages.entries()) found.push(await look(component, usage, isOneOf(HEARD, index), isOneOf(JUDGED, index)))
    expect(found).not.toEqual([])
  })

  it('has no fault that axe finds, at any step', () => {
    expect(found.flatMap(({ axe }) => axe)).toEqual([])
  })

  it('says in print all that it says after its last click', () => {
    for (const { heardInPrint, heardLive } of found) expect(heardInPrint).toBe(heardLive)
  })

  it('has the number of a sentence, never its code, which would read like a grade', () => {
    for (const { text } of found) expect(text).not.toMatch(/\bS\d{2}\b/)
  })

  it('opens links to other hosts so that they cannot reach back, and names them', () => {
    for (const { rel, heard: words } of found.flatMap(({ links }) => links)) {
      expect(rel).toContain('noopener')
      expect(words).not.toBe('')
    }
  })
})
