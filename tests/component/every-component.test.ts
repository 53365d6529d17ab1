/** What holds of every component in components/, on the real register, at each step and in print. */
import axe from 'axe-core'
import { afterEach, describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import { CLICKS_MAX, heard, onSlide } from '../support/mount.ts'
import { components, usagesOf } from '../support/usages.ts'

/**
 * happy-dom lays nothing out and paints nothing, and a component is not a page: rules on colour, size and landmarks
 * are for the rendered tests.
 */
const OFF = ['color-contrast', 'target-size', 'region', 'scrollable-region-focusable', 'landmark-one-main', 'page-has-heading-one', 'document-title', 'html-has-lang']

async function faults(): Promise<string[]> {
  const { violations } = await axe.run(document.body, { rules: Object.fromEntries(OFF.map((id) => [id, { enabled: false }])) })
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

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

describe.each(components)('%s', (name, component) => {
  it('has no fault that axe finds, at any step', async () => {
    for (const { props, slots } of usagesOf(name, component)) {
      const slide = onSlide(component, props, { slots: slots ?? {} })
      await nextTick()
      // A stage between, and the last click: in between only the claim changes.
      for (const at of new Set([0, 1, slide.clicks.total])) {
        if (at > slide.clicks.total) continue
        await slide.click(at)
        expect(await faults(), `${JSON.stringify(props).slice(0, 200)} at click ${at}`).toEqual([])
      }
      slide.wrapper.unmount()
    }
  })

  it('says in print all that it says after its last click', async () => {
    for (const { props, slots } of usagesOf(name, component)) {
      const live = onSlide(component, props, { slots: slots ?? {} })
      await nextTick()
      await live.click(live.clicks.total)
      const print = onSlide(component, props, { at: CLICKS_MAX, slots: slots ?? {} })
      await nextTick()
      expect(heard(print.element)).toBe(heard(live.element))
      live.wrapper.unmount()
      print.wrapper.unmount()
    }
  })

  it('has the number of a sentence, never its code, which would read like a grade', async () => {
    for (const { props, slots } of usagesOf(name, component)) {
      const { element, wrapper } = onSlide(component, props, { at: CLICKS_MAX, slots: slots ?? {} })
      await nextTick()
      expect(element.textContent).not.toMatch(/\bS\d{2}\b/)
      wrapper.unmount()
    }
  })

  it('opens links to other hosts so that they cannot reach back, and names them', async () => {
    for (const { props, slots } of usagesOf(name, component)) {
      const { element, wrapper } = onSlide(component, props, { at: CLICKS_MAX, slots: slots ?? {} })
      await nextTick()
      for (const link of element.querySelectorAll?.('a[href^="http"]') ?? []) {
        expect(link.getAttribute('rel')?.split(' ')).toContain('noopener')
        expect(heard(link)).not.toBe('')
      }
      wrapper.unmount()
    }
  })
})
