/** The list of keys is what the deck really has: Slidev's shortcuts as it registers them, ours, and the table in docs/present.md. */
import { readFileSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import { ref } from 'vue'
import ShortcutHelp from '../../components/stage/ShortcutHelp.vue'
import { KEY_GROUPS } from '../../components/stage/shortcuts.ts'
import setupShortcuts from '../../setup/shortcuts.ts'
import { heard, onSlide } from '../support/mount.ts'

const opened = vi.hoisted(() => vi.fn())
vi.mock('../../slidev/dialogs.ts', () => ({ useDialogs: () => opened, fetchDialogs: () => undefined }))
const changed = vi.hoisted(() => vi.fn())
vi.mock('../../composables/useTalkLength.ts', () => ({ useTalkLength: () => ({ change: changed }) }))

const slidev = (path: string) => readFileSync(`node_modules/@slidev/client/${path}`, 'utf8')
const listed = KEY_GROUPS.flatMap(({ keys }) => keys)

/** Slidev's own, as its source has them: name, and what of the keyboard its condition names. */
const NAMES: Readonly<Record<string, string>> = {
  space: 'Space',
  left: '←',
  right: '→',
  up: '↑',
  down: '↓',
  enter: 'Enter',
  escape: 'Esc',
  backtick: '`',
  pageDown: 'Page Down',
  pageUp: 'Page Up',
}
const base = [...slidev('setup/shortcuts.ts').matchAll(/name: '(\w+)',\s+key: (.*?),\s+fn:/gs)].map(([, name, condition]) => {
  const held = condition!.replace(/not\(\w+\)/g, '')
  const keys = [...held.matchAll(/\b(?!and\b|or\b|shift\b|showOverview\b|navViaArrowKeys\b)(\w+)\b/g)].map(([, key]) => NAMES[key!] ?? key!)
  return { name: name!, keys: keys.map((key) => (/\bshift\b/.test(held) ? `Shift+${key}` : key)) }
})

const never = () => Promise.resolve()
const nav = {
  next: never,
  prev: never,
  nextSlide: never,
  prevSlide: never,
  go: never,
  goFirst: never,
  goLast: never,
  downloadPDF: never,
  toggleDark: never,
  toggleOverview: never,
  toggleDrawing: never,
  escapeOverview: vi.fn(),
  showGotoDialog: vi.fn(),
}
const registered = setupShortcuts(
  nav,
  base.map(({ name }) => ({ name, key: ref(false), fn: nav.showGotoDialog })),
)

/** Ours, by what the keyboard does to them. */
const ours = registered.filter(({ name }) => !base.some((each) => each.name === name) || name === 'goto')
function heldBy(key: string, how: KeyboardEventInit = {}) {
  window.dispatchEvent(new KeyboardEvent('keydown', { key, ...how }))
  const names = ours.filter(({ key: held }) => typeof held !== 'string' && held.value).map(({ name }) => name)
  window.dispatchEvent(new KeyboardEvent('keyup', { key }))
  return names
}

describe('the list of keys', () => {
  it('reads Slidev’s source: each of its shortcuts, with a key', () => {
    expect(base.length).toBe([...slidev('setup/shortcuts.ts').matchAll(/\bname: '/g)].length)
    expect(base.filter(({ keys }) => keys.length === 0)).toEqual([])
  })

  it('has every shortcut that is registered, and no other', () => {
    const strokes = [...slidev('logic/shortcuts.ts').matchAll(/strokeShortcut\('(\w)', \(\) => (\w+)\./g)]
    expect(strokes.map(([, key, what]) => [key, what])).toEqual([['f', 'fullscreen']])
    expect(listed.flatMap(({ shortcuts }) => shortcuts).toSorted()).toEqual(
      [...registered.map(({ name }) => name), 'fullscreen'].toSorted(),
    )
  })

  it('has Slidev’s keys for Slidev’s shortcuts', () => {
    for (const { keys, shortcuts } of listed) {
      const theirs = shortcuts.flatMap((name) => (name === 'goto' ? [] : (base.find((each) => each.name === name)?.keys ?? [])))
      if (theirs.length > 0) expect(theirs.toSorted(), shortcuts.join()).toEqual(keys.toSorted())
    }
  })

  it('has our keys for ours, alone and not with Ctrl, Alt or Meta', () => {
    for (const { keys, shortcuts } of listed.filter((each) => each.shortcuts.some((name) => ours.some((own) => own.name === name)))) {
      expect(keys.flatMap((key) => heldBy(key))).toEqual(shortcuts)
      for (const key of keys) for (const modifier of ['ctrlKey', 'altKey', 'metaKey']) expect(heldBy(key, { [modifier]: true })).toEqual([])
    }
    expect(heldBy('G')).toEqual(['goto'])
    expect(ours.map(({ key }) => typeof key !== 'string' && key.value)).toEqual(ours.map(() => false))
  })

  it('opens ours with them, never Slidev’s dialog', () => {
    for (const { fn } of ours) fn?.()
    const byKey = expect.objectContaining({ byKey: true, beforeGoing: nav.escapeOverview }) as object
    expect(opened.mock.calls).toEqual([['palette', byKey], ['palette', byKey], ['keys']])
    expect(nav.showGotoDialog).not.toHaveBeenCalled()
  })

  it('is the table in docs/present.md', () => {
    const written = (combination: string) =>
      combination
        .split('+')
        .map((key) => `<kbd>${key}</kbd>`)
        .join('+')
    const rows = KEY_GROUPS.flatMap(({ title, keys }) =>
      keys.map(({ keys: any, does }, index) => `| ${index === 0 ? title : ''} | ${any.map(written).join(' or ')} | ${does} |`),
    )
    expect(readFileSync('docs/present.md', 'utf8')).toContain(['| where | key | does |', '|---|---|---|', ...rows, ''].join('\n'))
  })

  it('is what the help says, in groups with headings', () => {
    const { element } = onSlide(ShortcutHelp)
    const sections = [...element.querySelectorAll('section')]
    expect(sections.map((section) => heard(section.querySelector('h3')!))).toEqual(KEY_GROUPS.map(({ title }) => title))
    for (const [index, { keys }] of KEY_GROUPS.entries()) {
      expect([...sections[index]!.querySelectorAll('dl > div')].map(heard)).toEqual(
        keys.map(({ keys: any, does }) => `${any.join(' or ').replaceAll('+', ' + ')} ${does}`),
      )
    }
  })
})
