/** Narrows the claims down: by grade, record, actor, step, and words; in the order of the article, or step by step. */
import { actors, facts, fields, steps } from 'virtual:page-facts'
import { all, element, one } from './element.ts'
import { addressOf, type Key, readState, type State, writeState } from './state.ts'

const NOTHING = { q: '', grade: '', record: '', actor: '', step: '', order: '' } as const
const FIELDS = ['grade', 'record', 'actor', 'step'] as const

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[’‘]/g, "'").toLowerCase()

/** Words of each claim's place on the page, the article's and ours. */
const words = new Map<string, string>()

function matching(state: State): string[] {
  const asked = plain(state.q).split(/\s+/).filter(Boolean)
  return Object.entries(facts)
    .filter(([id, fact]) => FIELDS.every((field) => !state[field] || (field === 'actor' ? fact.actor.includes(state.actor) : fact[field] === state[field])) && asked.every((word) => words.get(id)!.includes(word)))
    .map(([id]) => id)
}

/** A claim as it stands in the text, without what the script says of it. */
function copyOf(id: string): HTMLElement {
  const copy = element('div', { class: 'claim' })
  for (const part of one(`#${id}`).children) if (!part.classList.contains('script')) copy.append(part.cloneNode(true))
  for (const button of all('button', copy)) button.remove()
  copy.append(element('p', {}, element('a', { href: `#${id}` }, `${id} in the text`)))
  return copy
}

export function addFinder(): void {
  for (const id of Object.keys(facts)) words.set(id, plain(`${id} ${one(`#${id}`).textContent}`))
  const found = element('p', { role: 'status' })
  const whole = element('button', { type: 'reset' }, 'Show the whole text')
  const results = element('div', { class: 'results' })
  const search = element('input', { type: 'search', id: 'q', name: 'q', autocomplete: 'off' })
  const choice = (name: string, label: string, options: readonly (readonly [string, string])[], none: string) =>
    element('p', {}, element('label', { for: `f-${name}` }, label), element('select', { id: `f-${name}`, name }, element('option', { value: '' }, none), ...options.map(([value, text]) => element('option', { value }, text))))
  const form = element(
    'form',
    { role: 'search', 'aria-label': 'Claims' },
    element('p', {}, element('label', { for: 'q' }, 'Words in quotes, records and notes'), search),
    element('div', { class: 'fields' },
    choice('grade', 'How it is sourced', fields.grade, 'all'),
    choice('record', 'The record', fields.record, 'all'),
    choice('actor', 'About', actors, 'all'),
    choice('step', 'Step', steps.map(({ id, title }) => [id, title]), 'all'),
    choice('order', 'Order', [['step', 'step by step']], 'as in the article')),
    element('p', {}, whole),
  )
  const panel = element('details', { class: 'tools', id: 'find' }, element('summary', {}, 'Find a claim, or take the marks off'), form)
  one('#contents').after(panel)
  one('main').prepend(element('section', { class: 'found', 'aria-label': 'Claims found' }, found, results))
  panel.open = Object.values(readState()).some(Boolean)
  const controls = () => all('input, select', form) as (HTMLInputElement | HTMLSelectElement)[]

  function show(state: State): void {
    for (const control of controls()) control.value = state[control.name as Key]
    const finding = controls().some(({ value }) => value !== '')
    const ids = finding ? matching(state) : []
    const shown: Node[] = []
    let step = ''
    for (const id of state.order === 'step' ? steps.flatMap((each) => ids.filter((id) => facts[id]!.step === each.id)) : ids) {
      if (state.order === 'step' && facts[id]!.step !== step) shown.push(element('h3', {}, steps.find((each) => each.id === (step = facts[id]!.step))!.title))
      shown.push(copyOf(id))
    }
    results.replaceChildren(...shown)
    whole.hidden = !finding
    found.textContent = finding ? `${ids.length} of ${Object.keys(facts).length} claims${ids.length === 0 ? ': nothing here matches all of it' : ''}` : ''
    for (const chapter of all('.chapter')) chapter.hidden = finding
  }

  const ask = () => {
    writeState(Object.fromEntries(controls().map(({ name, value }) => [name, value])))
    show(readState())
  }
  const clear = () => {
    writeState(NOTHING)
    show(readState())
  }
  form.addEventListener('input', ask)
  form.addEventListener('submit', (event) => event.preventDefault())
  form.addEventListener('reset', (event) => {
    event.preventDefault()
    clear()
    search.focus()
  })
  addEventListener('popstate', () => show(readState()))
  // Who follows a link into the text wants to see the text; Back brings what was found.
  document.addEventListener('click', (event) => {
    const hash = (event.target as Element).closest('a[href^="#"]')?.getAttribute('href')
    const place = hash ? document.querySelector(hash) : null
    if (!place?.closest('.chapter[hidden]')) return
    event.preventDefault()
    const address = addressOf(NOTHING)
    address.hash = hash!
    history.pushState(history.state, '', address)
    show(readState())
    place.scrollIntoView()
  })
  show(readState())
}
