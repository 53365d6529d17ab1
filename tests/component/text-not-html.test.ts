/** A register's text is shown as text, never run: every component on a register whose every sentence carries HTML. */
import { expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import type { Register } from '../../engine/analysis/register.ts'
import { forEachCaseInTurn } from '../support/faults.ts'
import { CLICKS_MAX, onSlide } from '../support/mount.ts'
import { components, usagesOf } from '../support/usages.ts'

const HOSTILE = vi.hoisted(() => '<img src="x" onerror="alert(1)"><script>alert(2)</' + 'script>')

vi.mock('virtual:brief/register', async (importOriginal) => {
  const { register } = await importOriginal<{ register: Register }>()
  // What has a blank is a text; ids, grades, dates and addresses have none. The words of a status are fixed.
  const spike = (value: unknown, key = ''): unknown => {
    if (typeof value === 'string')
      return value.includes(' ') && !['status', 'bearing', 'role', 'access', 'level'].includes(key) ? value + HOSTILE : value
    if (Array.isArray(value)) return value.map((each) => spike(each, key))
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, k === 'counts' ? v : spike(v, k)]))
    return value
  }
  return { register: spike(register) }
})

it('every component shows the text, and makes nothing of what stands in it', async () => {
  /** Names of components that had it in what they showed. */
  const shown = new Set<string>()
  await forEachCaseInTurn(components, async (name, component) => {
    for (const { props, slots } of usagesOf(name, component)) {
      const { wrapper } = onSlide(component, props, { at: CLICKS_MAX, slots: slots ?? {} })
      await nextTick()
      expect(document.body.querySelectorAll('img, script')).toHaveLength(0)
      if (document.body.textContent.includes(HOSTILE)) shown.add(name)
      wrapper.unmount()
    }
  })
  // It was there, in what was mounted: in the claims, the record, the sources.
  expect([...shown]).toEqual(
    expect.arrayContaining(['ArticleQuote', 'ClaimCard', 'ClaimCards', 'FlagNotes', 'RecordLine', 'RequestLine', 'ArgumentNote']),
  )
})
