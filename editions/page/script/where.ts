/** The bar that stays in view: the figure, the step being read, and buttons from step to step. */
import { all, element, one } from './element.ts'
import { facts, figure, names, steps } from './given.ts'
import { rememberPosition } from './position.ts'

const drawn = (tag: string, attributes: Readonly<Record<string, string | number>>) => {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value))
  return made
}

export function addWhere(): void {
  const lines = (figure?.lines ?? []).map(({ on, from: [x1, y1], to: [x2, y2] }) => ({ on, line: drawn('line', { x1, y1, x2, y2 }) }))
  const picture = drawn('svg', { viewBox: '0 0 120 72', 'aria-hidden': 'true' })
  picture.append(...lines.map(({ line }) => line), ...(figure?.circles ?? []).map(([cx, cy]) => drawn('circle', { cx, cy, r: 4 })))
  const words = element('p', {})
  const button = (label: string, sign: string, by: number) =>
    element('button', { type: 'button', 'aria-label': label, onclick: () => go(by) }, sign)
  const back = button('Step before', '‹', -1)
  const next = button('Next step', '›', 1)
  const find = element('a', { href: '#find', onclick: () => ((one('#find') as HTMLDetailsElement).open = true) }, 'Find')
  const parts = [...(figure ? [picture] : []), words, back, next, find]
  const bar = element('nav', { class: 'where', 'aria-label': 'Where you are in the argument', hidden: true }, ...parts)
  document.body.append(bar)

  let at = -1
  function go(by: number): void {
    const chapter = one(`#${steps[Math.min(steps.length - 1, Math.max(0, at + by))]!.anchor}`)
    chapter.scrollIntoView()
    history.replaceState(history.state, '', `#${chapter.id}`)
    const heading = chapter.querySelector('h2')!
    heading.tabIndex = -1
    heading.focus({ preventScroll: true })
  }

  const chapters = all('.chapter')
  const places = new Map(chapters.map((chapter) => [chapter, all('.section, .claim[id]', chapter)]))
  /** The last place whose top has passed the upper third of the window. */
  const passed = (elements: readonly HTMLElement[]) => elements.findLast((each) => each.getBoundingClientRect().top <= innerHeight / 3)
  function update(): void {
    // Chapter first: chapters far from the window are not even laid out.
    const chapter = chapters[0]!.hidden ? undefined : passed(chapters)
    const here = chapter && passed(places.get(chapter)!)
    at = steps.findIndex(({ anchor }) => anchor === chapter?.id)
    bar.hidden = at < 0
    if (here) rememberPosition(here.id)
    if (at < 0 || !here) return
    const relation = facts[here.id]?.relation ?? ''
    for (const { on, line } of lines) line.classList.toggle('on', on.includes(relation))
    words.replaceChildren(
      element('b', {}, steps[at]!.title),
      ...(here.matches('.claim') ? [element('span', {}, [here.id, names[relation]].filter(Boolean).join(': '))] : []),
    )
    back.disabled = at === 0
    next.disabled = at === steps.length - 1
  }
  let waiting = 0
  const soon = () => {
    waiting ||= requestAnimationFrame(() => {
      waiting = 0
      update()
    })
  }
  for (const event of ['scroll', 'resize', 'hashchange'] as const) addEventListener(event, soon, { passive: true })
  new MutationObserver(soon).observe(chapters[0]!, { attributeFilter: ['hidden'] })
  update()
}
