/** One measurement of a slide in the browser, for the rules of `measure-rules.ts`. */
import type { Page } from 'playwright-chromium'
import { CARDS, type Measurement, REVEALED_WHOLE, SMALL_PRINT } from './measure-rules.ts'

/** The canvas of slides.md is 980 wide; Slidev scales it to the window. */
const CANVAS_WIDTH = 980

/** A slide's own element; all slides may be mounted at a time. */
export const slideSelector = (no: number): string => `.slidev-page[data-slidev-no="${no}"]`

/** @returns the measurement, and the parts that are hidden by visibility, the outermost element of each under a number it keeps. */
export function measureSlide(page: Page, no: number): Promise<{ measurement: Measurement; hiddenParts: number[] }> {
  return page.evaluate(measure, { root: slideSelector(no), canvasWidth: CANVAS_WIDTH, cards: CARDS, smallPrint: SMALL_PRINT.map(({ selector }) => selector), whole: REVEALED_WHOLE.map(({ selector }) => selector).join(', ') })
}

/** Runs in the page: it may use nothing from outside. */
function measure({ root, canvasWidth, cards, smallPrint, whole }: { root: string; canvasWidth: number; cards: string; smallPrint: string[]; whole: string }): { measurement: Measurement; hiddenParts: number[] } {
  const slide = document.querySelector(root)
  if (!slide) throw new Error(`There is no ${root}`)
  const canvas = slide.getBoundingClientRect()
  const scale = canvas.width / canvasWidth
  const numbers = ((window as unknown as Record<string, unknown>)['measuredNumbers'] ??= new Map<Element, number>()) as Map<Element, number>
  const numberOf = (element: Element) => {
    if (!numbers.has(element)) numbers.set(element, numbers.size)
    return numbers.get(element)!
  }
  const box = ({ x, y, width, height }: DOMRect) => ({ x: (x - canvas.x) / scale, y: (y - canvas.y) / scale, width: width / scale, height: height / scale })
  const describe = (element: Element) => {
    const names: string[] = []
    for (let at: Element | null = element; at && at !== slide && names.length < 4; at = at.parentElement)
      names.unshift([at.localName, ...[...at.classList].filter((each) => !/^slidev-layout$/.test(each))].join('.'))
    return names.join(' > ')
  }
  const ownText = (element: Element) => [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.textContent!.trim() !== '')
  const linesOf = (nodes: Node[]) =>
    nodes.flatMap((node) => {
      const range = document.createRange()
      range.selectNodeContents(node)
      return [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0).map(box)
    })
  const opacityOf = (element: Element) => {
    let opacity = 1
    for (let at: Element | null = element; at && at !== slide; at = at.parentElement) opacity *= Number(getComputedStyle(at).opacity)
    return opacity
  }
  const clipped = (element: Element) => {
    for (let at: Element | null = element; at && at !== slide; at = at.parentElement) {
      const { clipPath, position, overflow } = getComputedStyle(at)
      const { width, height } = at.getBoundingClientRect()
      if (position === 'absolute' && (clipPath !== 'none' || overflow === 'hidden') && width <= 2 && height <= 2) return true
    }
    return false
  }

  const all = [...slide.querySelectorAll('*')].filter((element) => element.getClientRects().length > 0)
  const elements = all.flatMap((element) => {
    const texts = ownText(element)
    const leaf = element.childElementCount === 0
    if (texts.length === 0 && !leaf) return []
    const own = element.getBoundingClientRect()
    const lines = texts.length > 0 ? linesOf(texts) : own.width > 0 && own.height > 0 ? [box(own)] : []
    if (lines.length === 0) return []
    const style = getComputedStyle(element)
    // In a drawing the size is in the drawing's own units.
    const drawn = element instanceof SVGGraphicsElement ? Math.abs(element.getScreenCTM()?.a ?? 1) / scale : 1
    const card = element.closest(cards)
    return [
      {
        path: describe(element),
        text: texts.map((node) => node.textContent!.trim()).join(' '),
        lines,
        fontSize: Number.parseFloat(style.fontSize) * drawn,
        hidden: style.visibility !== 'visible' ? ('visibility' as const) : clipped(element) ? ('screen reader only' as const) : opacityOf(element) < 0.05 ? ('opacity' as const) : null,
        card: card && slide.contains(card) ? numberOf(card) : null,
        inFooter: element.closest('.slidev-layout > footer, .slidev-layout > .small-strip') !== null,
        smallPrint: smallPrint.find((selector) => element.closest(selector)) ?? null,
      },
    ]
  })
  const hiddenParts = all
    .filter((element) => getComputedStyle(element).visibility !== 'visible' && getComputedStyle(element.parentElement!).visibility === 'visible')
    .map((element) => numberOf(element.closest(whole) ?? element))
  return { measurement: { width: canvas.width / scale, height: canvas.height / scale, elements }, hiddenParts: [...new Set(hiddenParts)] }
}
