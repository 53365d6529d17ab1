import type { NavOperations, ShortcutOptions } from '@slidev/types'
import { useTalkLength } from '../composables/useTalkLength.ts'
import { fetchDialogs, useDialogs } from './dialogs.ts'
import { isHeld } from './held-key.ts'

/** `g` opens our palette. Enter is left to the overview: Slidev's shortcut would come first and lose the digits typed. */
const NOT_SLIDEVS = new Set(['goto', 'goto_from_overview'])

/** components/stage/shortcuts.ts lists all keys. */
export function deckShortcuts(nav: NavOperations, slidevs: readonly ShortcutOptions[]): ShortcutOptions[] {
  const open = useDialogs()
  fetchDialogs()
  const { change } = useTalkLength()
  const palette = () => void open('palette', { byKey: true, beforeGoing: nav.escapeOverview })
  return [
    ...slidevs.filter(({ name }) => !NOT_SLIDEVS.has(name ?? '')),
    { name: 'goto', key: isHeld('g'), fn: palette },
    { name: 'jump', key: isHeld('j'), fn: palette },
    { name: 'way', key: isHeld('w'), fn: change },
    { name: 'keys', key: isHeld('?'), fn: () => void open('keys') },
  ]
}
