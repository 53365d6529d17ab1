import { fold } from '../../../engine/story/search.ts'
import { all, element, one } from './element.ts'
import { actors, facts, fields, steps } from './given.ts'
import { addressOf, readState, type State, writeState } from './state.ts'

const NOTHING = { q: '', grade: '', record: '', actor: '', step: '', order: '' } as const
const FIELDS = ['grade', 'record', 'actor', 'step'] as const

const plain = (text: string): string => fold(text).replace(/[’‘]/g, "'")

const valuesOf = (id: string, field: (typeof FIELDS)[number]): readonly string[] => [facts[id]![field]].flat()

/** Without what the script added. */
function copyOf(id: string): HTMLElement {
  const parts = [...one(`#${id}`).children].filter(({ classList }) => !classList.contains('script'))
  const copy = element('div', { class: 'claim' }, ...parts.map((part) => part.cloneNode(true)))
  for (const button of all('button', copy)) button.remove()
  copy.append(element('p', {}, element('a', { href: `#${id}` }, `${id} in the text`)))
  return copy
}

export function addFinder(): void {
  const ids = Object.keys(facts)
  const words = new Map(ids.map((id) => [id, plain(`${id} ${one(`#${id}`).textContent}`)]))
  const found = element('p', { role: 'status' })
  const whole = element('button', { type: 'reset' }, 'Show the whole text')
  const results = element('div', { class: 'results' })
  const search = element('input', { type: 'search', id: 'q', name: 'q', autocomplete: 'off' })
  const choice = (name: string, label: string, options: readonly (readonly [string, string])[], none = 'all') => {
    const all = [['', none] as const, ...options].map(([value, text]) => element('option', { value }, text))
    return element('p', {}, element('label', { for: `f-${name}` }, label), element('select', { id: `f-${name}`, name }, ...all))
  }
  const form = element(
    'form',
    { role: 'search', 'aria-label': 'Claims' },
    element('p', {}, element('label', { for: 'q' }, 'Words in quotes, records and notes'), search),
    element(
      'div',
      { class: 'fields' },
      choice('grade', 'How it is sourced', fields.grade),
      choice('record', 'The record', fields.record),
      choice('actor', 'About', actors),
      choice(
        'step',
        'Step',
        steps.map(({ id, title }) => [id, title]),
      ),
      choice('order', 'Order', [['step', 'step by step']], 'as in the article'),
    ),
    element('p', {}, whole),
  )
  const panel = element('details', { class: 'tools', id: 'find' }, element('summary', {}, 'Find a claim, or take the marks off'), form)
  one('#contents').after(panel)
  one('main').prepend(element('section', { class: 'found', 'aria-label': 'Claims found' }, found, results))
  panel.open = Object.values(readState()).some(Boolean)

  function show(): void {
    for (const [name, value] of Object.entries(readState())) {
      const control = form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement | null
      if (control) control.value = value
    }
    // Of the fields, not the address: a value that no option has is none.
    const asked = Object.fromEntries(new FormData(form)) as State
    const finding = Object.values(asked).some(Boolean)
    const askedWords = plain(asked.q).split(/\s+/).filter(Boolean)
    const matches = (id: string) =>
      FIELDS.every((field) => !asked[field] || valuesOf(id, field).includes(asked[field])) &&
      askedWords.every((word) => words.get(id)!.includes(word))
    const matching = finding ? ids.filter(matches) : []
    const shown = steps.flatMap(({ id: step, title }) => {
      const own = matching.filter((id) => facts[id]!.step === step)
      return own.length > 0 ? [element('h3', {}, title), ...own.map(copyOf)] : []
    })
    results.replaceChildren(...(asked.order === 'step' ? shown : matching.map(copyOf)))
    whole.hidden = !finding
    const none = matching.length === 0 ? ': nothing here matches all of it' : ''
    found.textContent = finding ? `${matching.length} of ${ids.length} claims${none}` : ''
    for (const chapter of all('.chapter')) chapter.hidden = finding
  }

  form.addEventListener('input', () => {
    writeState(Object.fromEntries(new FormData(form)))
    show()
  })
  form.addEventListener('submit', (event) => event.preventDefault())
  form.addEventListener('reset', (event) => {
    event.preventDefault()
    writeState(NOTHING)
    show()
    search.focus()
  })
  addEventListener('popstate', show)
  // A link into the text shows the text; Back brings what was found.
  document.addEventListener('click', (event) => {
    const hash = (event.target as Element).closest('a[href^="#"]')?.getAttribute('href')
    const place = hash ? document.querySelector(hash) : null
    if (!place?.closest('.chapter[hidden]')) return
    event.preventDefault()
    const address = addressOf(NOTHING)
    address.hash = hash!
    history.pushState(history.state, '', address)
    show()
    place.scrollIntoView()
  })
  show()
}
