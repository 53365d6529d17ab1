/**
 * Every key that does something in the deck: Slidev's that stay, and ours. The help lists these, and so does the table
 * in docs/present.md; tests hold both, and the shortcuts that are really registered, to this list.
 */

export interface DeckKey {
  /** Any of these; keys held together are joined by “+”. */
  readonly keys: readonly string[]
  readonly does: string
  /** Names of the shortcuts, as Slidev registers them; empty where the key is the browser's or a component's own. */
  readonly shortcuts: readonly string[]
}

export interface KeyGroup {
  readonly title: string
  readonly keys: readonly DeckKey[]
}

export const KEY_GROUPS: readonly KeyGroup[] = [
  {
    title: 'Moving on',
    keys: [
      { keys: ['→', 'Space', 'Page Down'], does: 'next step', shortcuts: ['next_right', 'next_space', 'next_page_key'] },
      { keys: ['←', 'Shift+Space', 'Page Up'], does: 'previous step', shortcuts: ['prev_left', 'prev_space', 'prev_page_key'] },
      { keys: ['↓', 'Shift+→'], does: 'next slide', shortcuts: ['next_down', 'next_shift'] },
      { keys: ['↑', 'Shift+←'], does: 'previous slide', shortcuts: ['prev_up', 'prev_shift'] },
      { keys: ['w'], does: 'a shorter way through: 20 minutes, then 10, then all slides again', shortcuts: ['way'] },
    ],
  },
  {
    title: 'Finding',
    keys: [
      { keys: ['g', 'j'], does: 'go to a claim, an actor, a source or a slide, by number or words', shortcuts: ['goto', 'jump'] },
      { keys: ['o', '`'], does: 'overview of all slides, open or shut', shortcuts: ['toggle_overview'] },
      { keys: ['?'], does: 'this list of keys', shortcuts: ['keys'] },
    ],
  },
  {
    title: 'Looking',
    keys: [
      { keys: ['d'], does: 'light or dark', shortcuts: ['toggle_dark'] },
      { keys: ['f'], does: 'full screen', shortcuts: ['fullscreen'] },
    ],
  },
  {
    title: 'In the list that “go to” opens',
    keys: [
      { keys: ['↓', '↑'], does: 'choose', shortcuts: [] },
      { keys: ['Enter'], does: 'go there', shortcuts: [] },
      { keys: ['Esc'], does: 'close it and stay', shortcuts: [] },
    ],
  },
  {
    title: 'In the overview',
    keys: [
      { keys: ['→', '←', '↓', '↑'], does: 'choose a slide', shortcuts: ['next_overview', 'prev_overview', 'down_overview', 'up_overview'] },
      { keys: ['Enter'], does: 'go there; after digits, to the slide of that number', shortcuts: [] },
      { keys: ['Esc'], does: 'close it and stay', shortcuts: ['hide_overview'] },
    ],
  },
  {
    title: 'In a drawing, or the strip of sentences',
    keys: [
      { keys: ['Tab'], does: 'to the next side, arrow, claim or sentence', shortcuts: [] },
      { keys: ['Enter', 'Space'], does: 'choose it, or withdraw it and put it back; a click does the same', shortcuts: [] },
      { keys: ['Esc'], does: 'let go', shortcuts: [] },
    ],
  },
]
