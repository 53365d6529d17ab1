/**
 * The deck's own keys beside Slidev's; components/keys.ts lists them all. `g` keeps its name for Slidev, and opens our
 * palette instead of Slidev's list of slides.
 */
import { defineShortcutsSetup } from '@slidev/types'
import { fetchDialogs, useDialogs } from './dialogs.ts'
import { isHeld } from './held-key.ts'

export default defineShortcutsSetup((nav, base) => {
  const open = useDialogs()
  fetchDialogs()
  const palette = () => void open('palette', { byKey: true, beforeGoing: nav.escapeOverview })
  return [
    ...base.filter(({ name }) => name !== 'goto'),
    { name: 'goto', key: isHeld('g'), fn: palette },
    { name: 'jump', key: isHeld('j'), fn: palette },
    { name: 'keys', key: isHeld('?'), fn: () => void open('keys') },
  ]
})
