/** Marks off: the article's words alone, to judge them before reading how we did; printed, a sheet to write on. */
import { element, one } from './element.ts'
import { readState, writeState } from './state.ts'

export function addMarks(): void {
  const root = document.documentElement
  const button = element('button', { type: 'button', onclick: () => set(!root.classList.contains('marks-off')) }, 'Marks off')
  const told = element('p', { class: 'told', role: 'status' })
  function set(off: boolean, write = true): void {
    root.classList.toggle('marks-off', off)
    button.setAttribute('aria-pressed', String(off))
    told.textContent = off ? 'Grades, records and our notes are hidden: the article’s words, to judge for yourself.' : ''
    if (write) writeState({ marks: off ? 'off' : '' })
  }
  one('#find').append(element('p', {}, button, ' hides grades, records and our notes.'))
  one('#find').after(told)
  addEventListener('popstate', () => set(readState().marks === 'off', false))
  set(readState().marks === 'off', false)
}
