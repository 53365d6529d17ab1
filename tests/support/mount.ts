/** Components as a slide has them, on the real register, and what a screen reader gets of them. */
import { createClicksContextBase } from '@slidev/client/composables/useClicks.ts'
import type { ClicksContext } from '@slidev/types'
import { mount, type VueWrapper } from '@vue/test-utils'
import { type Component, defineComponent, h, nextTick, provide, ref } from 'vue'
import '../../styles/index.css'
import { selectorsThatHide } from './hiding-styles.ts'
import { slideKey } from './slidev-client.ts'

/** Where Slidev puts a slide that is printed or shown in the overview. */
export const CLICKS_MAX = 999_999

export interface OnSlide {
  readonly wrapper: VueWrapper
  /** The component's own element. */
  readonly element: Element
  readonly clicks: ClicksContext
  /** Goes to a click, as the arrow keys do; Slidev keeps it within the slide's clicks. */
  readonly click: (to: number) => Promise<void>
  /** Takes the component off the slide and leaves the slide, as an edit in the dev server does. */
  readonly remove: () => Promise<void>
}

/** `VueWrapper` has it as `any`. A component that shows nothing leaves a comment, not an element. */
const rootOf = ({ element }: { element: Element }): Element => element

/**
 * Mounts a component on a slide. Clicks start at `at`; print and the overview start at CLICKS_MAX.
 */
export function onSlide(
  component: Component,
  props: Record<string, unknown> = {},
  {
    at = 0,
    page = 7,
    print = false,
    slots = {},
  }: { at?: number; page?: number; print?: boolean; slots?: Readonly<Record<string, string>> } = {},
): OnSlide {
  const clicks = createClicksContextBase(ref(at))
  const there = ref(true)
  const Slide = defineComponent({
    setup() {
      provide(slideKey, { clicks, page: ref(page), active: ref(true), print })
      clicks.setup()
      return () =>
        there.value ? h(component, props, Object.fromEntries(Object.entries(slots).map(([name, text]) => [name, () => text]))) : null
    },
  })
  const wrapper = mount(Slide, { attachTo: document.body })
  return {
    wrapper,
    element: rootOf(wrapper),
    clicks,
    async click(to) {
      clicks.current = to
      await nextTick()
    },
    async remove() {
      there.value = false
      await nextTick()
    },
  }
}

/** Text with every run of white space as one blank. */
export const tidy = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim()

/** What of the style sheets matters here; happy-dom works through all of them at each question, so each is asked once. */
type Shown = Pick<CSSStyleDeclaration, 'display' | 'visibility'>
const shownBy = (styles: Map<Element, Shown>, element: Element): Shown => {
  const known = styles.get(element)
  if (known) return known
  const style = getComputedStyle(element)
  // Each property is a question.
  const { display } = style
  const shown = { display, visibility: display === 'none' ? '' : style.visibility }
  styles.set(element, shown)
  return shown
}

/** By the number of style sheets; a component brings its own. Null where happy-dom cannot tell what a selector matches. */
const known = new Map<number, string | null>()
/** Whether an element could be hidden at all: a quick question, where what styles it has is a slow one. */
function mayBeHidden(element: Element): boolean {
  if (
    element.hasAttribute('style') ||
    element.hasAttribute('hidden') ||
    /^(?:details|dialog|noscript|script|style|summary|template)$/.test(element.localName)
  )
    return true
  const sheets = [...document.querySelectorAll('style')]
  let selector = known.get(sheets.length)
  if (selector === undefined) {
    selector = sheets.flatMap(({ sheet }) => (sheet ? [...selectorsThatHide(sheet)] : [])).join(', ') || '.none'
    try {
      document.body.matches(selector)
    } catch {
      selector = null
    }
    known.set(sheets.length, selector)
  }
  return selector === null || element.matches(selector)
}

/** Out of the accessibility tree: by attribute, or by the style sheets, which apply in these tests. */
function isHidden(element: Element, styles: Map<Element, Shown>): boolean {
  if (element.getAttribute('aria-hidden') === 'true') return true
  if (!mayBeHidden(element)) return false
  const { display, visibility } = shownBy(styles, element)
  return display === 'none' || visibility === 'hidden'
}

function spoken(node: Node, styles: Map<Element, Shown>): string {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? ''
  if (!(node instanceof Element) || isHidden(node, styles)) return ''
  // A name given to a link stands for its content.
  const label = node.getAttribute('aria-label')
  if (label !== null && node.localName === 'a') return label
  const inner = [...node.childNodes].map((child) => spoken(child, styles)).join('')
  // Boxes are read one by one; what only flows in a line is read in one go. (happy-dom gives <b> and <i> no display.)
  const inline = /^(a|b|cite|em|i|q|span|strong|sup)$/.test(node.localName)
  const flows = inline && !(node.parentElement && /flex|grid/.test(shownBy(styles, node.parentElement).display))
  return flows ? inner : ` ${inner} `
}

/** What a screen reader reads: text in order, hidden parts left out, a link by its name. */
export const heard = (element: Element): string => tidy(spoken(element, new Map()))

/** The elements a screen reader gets for a selector. */
export function perceivable(root: Element, selector: string): Element[] {
  const styles = new Map<Element, Shown>()
  return [...root.querySelectorAll(selector)].filter((element) => {
    for (let at: Element | null = element; at; at = at === root ? null : at.parentElement) if (isHidden(at, styles)) return false
    return true
  })
}

/** The one element for a selector, in or at the root; says so where there is none or more than one. */
export function the(root: Element, selector: string): Element {
  const found = [...(root.matches(selector) ? [root] : []), ...root.querySelectorAll(selector)]
  if (found.length !== 1) throw new Error(`Expected one ${selector}, found ${found.length} in ${root.outerHTML}`)
  return found[0]!
}
