/** The article's words alone, to judge them before reading how we did; printed, a sheet to write on. */
import { element, one } from './element.ts'
import { readState, writeState } from './state.ts'

export function addMarks(): void {
  const { classList } = document.documentElement
  const isOff = () => readState().marks === 'off'
  const onclick = () => {
    writeState({ marks: isOff() ? '' : 'off' })
    show()
  }
  const button = element('button', { type: 'button', onclick }, 'Marks off')
  const told = element('p', { class: 'told', role: 'status' })
  function show(): void {
    classList.toggle('marks-off', isOff())
    button.setAttribute('aria-pressed', String(isOff()))
    told.textContent = isOff() ? 'Grades, records and our notes are hidden: the article’s words, to judge for yourself.' : ''
  }
  one('#find').append(element('p', {}, button, ' hides grades, records and our notes.'))
  one('#find').after(told)
  addEventListener('popstate', show)
  show()
}
