/**
 * Every key that does something in the deck: Slidev's that stay, and ours. The help lists these, and so does the table
 * in docs/present.md; tests hold both, and the shortcuts that are really registered, to this list.
 */

interface DeckKey {
  /** Any of these; keys held together are joined by “+”. */
  readonly keys: readonly string[]
  readonly does: string
  /** Names of the shortcuts, as Slidev registers them; empty where the key is the browser's or a component's own. */
  readonly shortcuts: readonly string[]
}

const key = (keys: readonly string[], does: string, ...shortcuts: readonly string[]): DeckKey => ({ keys, does, shortcuts })

export const KEY_GROUPS: readonly { readonly title: string; readonly keys: readonly DeckKey[] }[] = [
  {
    title: 'Moving on',
    keys: [
      key(['→', 'Space', 'Page Down'], 'next step', 'next_right', 'next_space', 'next_page_key'),
      key(['←', 'Shift+Space', 'Page Up'], 'previous step', 'prev_left', 'prev_space', 'prev_page_key'),
      key(['↓', 'Shift+→'], 'next slide', 'next_down', 'next_shift'),
      key(['↑', 'Shift+←'], 'previous slide', 'prev_up', 'prev_shift'),
      key(['w'], 'a shorter way through: 20 minutes, then 10, then all slides again', 'way'),
    ],
  },
  {
    title: 'Finding',
    keys: [
      key(['g', 'j'], 'go to a claim, an actor, a source or a slide, by number or words', 'goto', 'jump'),
      key(['o', '`'], 'overview of all slides, open or shut', 'toggle_overview'),
      key(['?'], 'this list of keys', 'keys'),
    ],
  },
  {
    title: 'Looking',
    keys: [key(['d'], 'light or dark', 'toggle_dark'), key(['f'], 'full screen', 'fullscreen')],
  },
  {
    title: 'In the list that “go to” opens',
    keys: [key(['↓', '↑'], 'choose'), key(['Enter'], 'go there'), key(['Esc'], 'close it and stay')],
  },
  {
    title: 'In the overview',
    keys: [
      key(['→', '←', '↓', '↑'], 'choose a slide', 'next_overview', 'prev_overview', 'down_overview', 'up_overview'),
      key(['Enter'], 'go there; after digits, to the slide of that number'),
      key(['Esc'], 'close it and stay', 'hide_overview'),
    ],
  },
  {
    title: 'In a drawing, or the strip of sentences',
    keys: [
      key(['Tab'], 'to the next side, arrow, claim or sentence'),
      key(['Enter', 'Space'], 'choose it, or withdraw it and put it back; a click does the same'),
      key(['Esc'], 'let go'),
    ],
  },
]
