/** What holds of every component in components/, on the real register, at each step and in print. */
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Component, nextTick } from 'vue'
import { keepStylesThatHide } from '../support/hiding-styles.ts'
import { CLICKS_MAX, heard, onSlide } from '../support/mount.ts'
import { components, type Usage, usagesOf } from '../support/usages.ts'

/** Of a component that stands in many places so many are heard as a screen reader has them, which takes long in happy-dom. */
const HEARD = 2

beforeAll(keepStylesThatHide)
afterEach(() => document.body.replaceChildren())

/** What is found of one usage: mounted once as a speaker has it, once as it is printed, and judged by the tests. */
interface Found {
  /** Null where it was not heard. */
  readonly heardLive: string | null
  readonly heardInPrint: string | null
  readonly text: string
  readonly links: readonly { readonly rel: readonly string[]; readonly heard: string }[]
}

/** What is heard at its last click. */
async function hearLive(component: Component, { props, slots = {} }: Usage): Promise<string> {
  const { element, clicks, click, wrapper } = onSlide(component, props, { slots })
  await nextTick()
  await click(clicks.total)
  const heardLive = heard(element)
  wrapper.unmount()
  return heardLive
}

async function look(component: Component, usage: Usage, isHeard: boolean): Promise<Found> {
  const heardLive = isHeard ? await hearLive(component, usage) : null
  const { element, wrapper } = onSlide(component, usage.props, { at: CLICKS_MAX, slots: usage.slots ?? {} })
  await nextTick()
  const links = [...(element.querySelectorAll?.('a[href^="http"]') ?? [])]
  const found = { heardLive, heardInPrint: isHeard ? heard(element) : null, text: element.textContent, links: links.map((link) => ({ rel: link.getAttribute('rel')?.split(' ') ?? [], heard: heard(link) })) }
  wrapper.unmount()
  return found
}

describe.each(components)('%s', (name, component) => {
  const found: Found[] = []
  beforeAll(async () => {
    const usages = usagesOf(name, component)
    for (const [index, usage] of usages.entries()) found.push(await look(component, usage, index % Math.ceil(usages.length / HEARD) === 0))
    expect(found).not.toEqual([])
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
