/** What holds of every component in components/, on the real register, at each step and in print. */
import { beforeAll, describe, expect, it } from 'vitest'
import { type Component, nextTick } from 'vue'
import { forEachCase } from '../support/faults.ts'
import { keepStylesThatHide } from '../support/hiding-styles.ts'
import { CLICKS_MAX, heard, onSlide } from '../support/mount.ts'
import { components, type Usage, usagesOf } from '../support/usages.ts'

/** Of a component that stands in many places so many are heard as a screen reader has them, which takes long in happy-dom. */
const HEARD = 2

beforeAll(keepStylesThatHide)

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
  const found = {
    heardLive,
    heardInPrint: isHeard ? heard(element) : null,
    text: element.textContent,
    links: links.map((link) => ({ rel: link.getAttribute('rel')?.split(' ') ?? [], heard: heard(link) })),
  }
  wrapper.unmount()
  return found
}

/** By component. */
const found = new Map<string, readonly Found[]>()
beforeAll(async () => {
  for (const [name, component] of components) {
    const usages = usagesOf(name, component)
    const looked: Found[] = []
    for (const [index, usage] of usages.entries()) looked.push(await look(component, usage, index % Math.ceil(usages.length / HEARD) === 0))
    found.set(name, looked)
    document.body.replaceChildren()
  }
})

describe('every component', () => {
  it('has a usage', () => {
    expect(found.size).toBe(components.length)
    forEachCase(found, (_, looked) => expect(looked).not.toEqual([]))
  })

  it('says in print all that it says after its last click', () =>
    forEachCase(found, (_, looked) => {
      for (const { heardInPrint, heardLive } of looked) expect(heardInPrint).toBe(heardLive)
    }))

  it('has the number of a sentence, never its code, which would read like a grade', () =>
    forEachCase(found, (_, looked) => {
      for (const { text } of looked) expect(text).not.toMatch(/\bS\d{2}\b/)
    }))

  it('opens links to other hosts so that they cannot reach back, and names them', () =>
    forEachCase(found, (_, looked) => {
      for (const { rel, heard: words } of looked.flatMap(({ links }) => links)) {
        expect(rel).toContain('noopener')
        expect(words).not.toBe('')
      }
    }))
})
