/** The palette: what is heard of it, what its keys do, where it goes. */
import { cards } from 'virtual:brief/story'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import DeckDialog from '../../components/stage/DeckDialog.vue'
import JumpButton from '../../components/stage/JumpButton.vue'
import JumpPalette from '../../components/stage/JumpPalette.vue'
import ModalDialog from '../../components/stage/ModalDialog.vue'
import { KEY_GROUPS } from '../../components/stage/shortcuts.ts'
import { claim, register } from '../support/claims.ts'
import { heard, onSlide, the } from '../support/mount.ts'
import { deck } from '../support/slidev-client.ts'

const slide = (no: number, title: string, frontmatter: Record<string, unknown> = {}) => ({
  no,
  load: () => Promise.resolve(),
  meta: { slide: { title, frontmatter } },
})
const go = vi.fn(() => Promise.resolve())

beforeEach(() => {
  deck.slides.value = [
    slide(1, 'Claim by Claim'),
    slide(2, 'Two questions', { chapter: 'How to read' }),
    slide(3, 'The month of the takeover', { step: register.steps[0]!.id }),
  ]
  deck.go = go
})
afterEach(() => {
  go.mockClear()
  document.body.replaceChildren()
})

function palette(props: Record<string, unknown> = {}) {
  const { wrapper } = onSlide(JumpPalette, props)
  const inside = wrapper.findComponent(JumpPalette)
  const root = inside.element as HTMLDialogElement
  const input = the(root, 'input') as HTMLInputElement
  return {
    wrapper,
    root,
    input,
    emitted: () => inside.emitted(),
    options: () => [...root.querySelectorAll('[role=option]')],
    chosen: () => root.querySelector('[role=option][aria-selected=true]'),
    said: () => heard(the(root, '[role=status]')),
    async ask(query: string) {
      input.value = query
      input.dispatchEvent(new Event('input'))
      await nextTick()
    },
    async press(key: string, how: KeyboardEventInit = {}) {
      const event = new KeyboardEvent('keydown', { key, cancelable: true, bubbles: true, ...how })
      input.dispatchEvent(event)
      await nextTick()
      return event
    },
    async enter() {
      the(root, 'form').dispatchEvent(new Event('submit', { cancelable: true }))
      await nextTick()
    },
  }
}

describe('JumpPalette', () => {
  it('is an open dialog with a name, a field with a label and a list with a name', () => {
    const { root, input } = palette()
    expect(root.open).toBe(true)
    expect(heard(document.getElementById(root.getAttribute('aria-labelledby')!)!)).toBe('Go to')
    expect(heard(the(root, `label[for="${input.id}"]`))).toBe('A claim, an actor, a source or a slide, by number or words')
    const list = the(root, '[role=listbox]')
    expect([
      input.getAttribute('role'),
      input.getAttribute('aria-controls'),
      input.getAttribute('aria-expanded'),
      input.hasAttribute('aria-activedescendant'),
    ]).toEqual(['combobox', list.id, 'false', false])
    expect(list.getAttribute('aria-label')).toBe('Found')
  })

  it('says of a claim its number, its words as a quote, its sentence and its slide; no grade, no record', async () => {
    const { ask, options } = palette()
    await ask('c26')
    const { short, quote, sentence } = claim('C26')
    expect(options().map(heard)).toEqual([
      `Claim C26 ${short} “${quote}” sent. ${Number(sentence.slice(1))} · slide ${cards['C26']!.slide}`,
    ])
  })

  it('says of a slide its number, its heading and its chapter or step', async () => {
    const { ask, options } = palette()
    await ask('two questions')
    expect(heard(options()[0]!)).toBe('Slide 2 Two questions How to read')
    await ask('slide 3')
    expect(heard(options()[0]!)).toBe(`Slide 3 The month of the takeover ${register.steps[0]!.title}`)
  })

  it('says of a source its outlet, its title in its own language, who speaks and when', async () => {
    const { ask, options } = palette()
    const { id, title } = register.sources.find(
      ({ language, title, citedBy }) => language === 'ur' && title !== null && citedBy.length > 0,
    )!
    await ask(id)
    expect(heard(options()[0]!)).toContain(`Source ${id}`)
    expect([the(options()[0]!, '.passage span').getAttribute('lang'), the(options()[0]!, '.passage span').textContent]).toEqual([
      'ur',
      title,
    ])
  })

  it('names the chosen one to a screen reader, and moves around both ends', async () => {
    const { ask, options, chosen, input, press } = palette()
    await ask('taliban')
    expect(options()).toHaveLength(12)
    for (const [key, index] of [
      ['ArrowUp', 11],
      ['ArrowDown', 0],
      ['ArrowDown', 1],
      ['ArrowUp', 0],
    ] as const) {
      expect((await press(key)).defaultPrevented).toBe(true)
      expect(chosen()).toBe(options()[index])
      expect(input.getAttribute('aria-activedescendant')).toBe(options()[index]!.id)
    }
    expect((await press('ArrowLeft')).defaultPrevented).toBe(false)
  })

  it('begins again with the best when the words change', async () => {
    const { ask, options, chosen, press } = palette()
    await ask('taliban')
    await press('ArrowDown')
    await ask('taliban t')
    expect(chosen()).toBe(options()[0])
  })

  it('says how many it found, and that it found nothing', async () => {
    const { ask, said, input, options } = palette()
    expect(said()).toBe('')
    await ask('c26')
    expect(said()).toBe('1 found.')
    await ask('taliban')
    expect(said()).toMatch(/^12 shown, \d+ more\. Another word narrows it down\.$/)
    await ask('taliban qqq')
    expect([said(), input.getAttribute('aria-expanded'), options().length]).toEqual(['Nothing found.', 'false', 0])
  })

  it('goes to what is chosen, closes first, and calls back before it goes', async () => {
    const order: string[] = []
    const { ask, enter, root, emitted } = palette({ beforeGoing: () => order.push(`before, open: ${root.open}`) })
    go.mockImplementationOnce(() => Promise.resolve(void order.push('go')))
    await ask('c26')
    await enter()
    expect(go.mock.calls).toEqual([[cards['C26']!.slide, cards['C26']!.clicks]])
    expect(order).toEqual(['before, open: false', 'go'])
    expect(emitted()['close']).toHaveLength(1)
  })

  it('goes to what is clicked', async () => {
    const { ask, options } = palette()
    await ask('slide 2')
    ;(options()[0] as HTMLElement).click()
    await nextTick()
    expect(go.mock.calls).toEqual([[2, 0]])
  })

  it('goes to the annex for what is looked up there', async () => {
    for (const [query, place] of [
      ['iskp', 'actor-iskp'],
      ['A15', 'A15'],
      ['W03', 'W03'],
      ['corrections', 'reply'],
    ] as const) {
      const { ask, enter, wrapper } = palette()
      await ask(query)
      await enter()
      await vi.waitFor(() =>
        expect([wrapper.vm.$router.currentRoute.value.fullPath, go.mock.calls.length], query).toEqual([`/annex#${place}`, 0]),
      )
    }
  })

  it('stays, and goes nowhere, where nothing is found', async () => {
    const { ask, enter, root } = palette()
    await ask('qqq')
    await enter()
    expect([go.mock.calls.length, root.open]).toEqual([0, true])
  })

  it('takes no letter while the key that opened it is held', async () => {
    const { input, press } = palette({ byKey: true })
    const typed = () => {
      const event = new Event('beforeinput', { cancelable: true })
      input.dispatchEvent(event)
      return !event.defaultPrevented
    }
    expect(typed()).toBe(false)
    await press('g', { repeat: true })
    expect(typed()).toBe(false)
    input.dispatchEvent(new KeyboardEvent('keyup', { key: 'g' }))
    expect(typed()).toBe(true)
  })

  it('lets key presses reach nobody behind it', () => {
    const behind = vi.fn()
    window.addEventListener('keypress', behind)
    const { input } = palette()
    input.dispatchEvent(new KeyboardEvent('keypress', { key: '3', bubbles: true }))
    window.removeEventListener('keypress', behind)
    expect(behind).not.toHaveBeenCalled()
  })
})

describe('DeckDialog', () => {
  const shown = (first: 'palette' | 'keys') => onSlide(DeckDialog, { first })
  const heading = () => [...document.querySelectorAll('dialog[open] h2')].map(heard)

  it('leads from the palette to the keys, one at a time, and ends with the last', async () => {
    const { wrapper } = shown('palette')
    const dialog = wrapper.findComponent(DeckDialog)
    expect(heading()).toEqual(['Go to'])
    await wrapper
      .findAll('button')
      .find((button) => button.text() === 'All keys')!
      .trigger('click')
    await nextTick()
    expect(heading()).toEqual(['Keys'])
    expect(dialog.emitted('close')).toBeUndefined()
    await wrapper.find('button[aria-label=Close]').trigger('click')
    expect(dialog.emitted('close')).toHaveLength(1)
  })

  it('opens the keys alone', () => {
    shown('keys')
    expect(heading()).toEqual(['Keys'])
    expect(document.querySelectorAll('kbd').length).toBeGreaterThan(KEY_GROUPS.length)
  })
})

it('ModalDialog closes by its button, by a click beside it and by Escape, not by a click in it', async () => {
  for (const [where, event, closed] of [
    ['.inside', 'click', 0],
    ['dialog', 'click', 1],
    ['button', 'click', 1],
    ['.inside', 'keydown.esc', 1],
    ['.inside', 'keydown.a', 0],
  ] as const) {
    const { wrapper } = onSlide(ModalDialog, { heading: 'A dialog' })
    await wrapper.find(where).trigger(event)
    expect(wrapper.findComponent(ModalDialog).emitted('close') ?? [], where).toHaveLength(closed)
    wrapper.unmount()
  }
})

it('JumpButton has its words as name and as tooltip', async () => {
  const { wrapper, element } = onSlide(JumpButton)
  expect([heard(element), element.getAttribute('title')]).toEqual([
    'Go to a claim, an actor, a source or a slide',
    'Go to a claim, an actor, a source or a slide',
  ])
  await wrapper.find('button').trigger('click')
  expect(wrapper.findComponent(JumpButton).emitted('open')).toHaveLength(1)
})
