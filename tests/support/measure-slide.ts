/** One measurement of a slide in the browser, for the rules of `measure-rules.ts`. */
import type { Page } from 'playwright-chromium'
import type { Colour, Ground } from './rules/colours.ts'
import type { Border, Box, Control, FocusMark, Measured, Measurement, Run } from './rules/measurement.ts'
import { MEANING_BORDERS, READ_APART, REVEALED_WHOLE, SMALL_PRINT } from './rules/what-is-what.ts'

/** The canvas of slides.md is 980 wide; Slidev scales it to the window. */
const CANVAS_WIDTH = 980

/** A slide's own element; all slides may be mounted at a time. */
export const slideSelector = (no: number): string => `.slidev-page[data-slidev-no="${no}"]`

export interface EvidenceRequest {
  /** The slide's element; by default the one that is shown under its number. */
  readonly root?: string
  /** Which controls are given the focus, one after the other, to see what shows it: every one, or the first of each kind. */
  readonly focus?: 'each' | 'kinds'
  /** Whether no pointer operates the page: then what makes all reachable stays in it, and styles need not be worked out anew. */
  readonly still?: boolean
  /**
   * Whether what lies at a point is kept for the next time the slide is measured, at another click or in other colours. It
   * is then asked anew where something came or went, and everywhere if anything lies elsewhere: two thirds of the work are
   * those questions.
   */
  readonly keepStacks?: boolean
}

/** The measurement, and the parts that are hidden by visibility, the outermost element of each under a number it keeps. */
export interface Measuring {
  readonly measurement: Measurement
  readonly hiddenParts: number[]
}

const joined = (list: readonly { readonly selector: string }[]) => list.map(({ selector }) => selector).join(', ')
const listed = (list: readonly { readonly selector: string }[]) => list.map(({ selector }) => selector)

export const measureSlide = async (
  page: Page,
  no: number,
  { root = slideSelector(no), focus, still = false, keepStacks = false }: EvidenceRequest = {},
): Promise<Measuring> => {
  const found = await page.evaluate(measure, {
    root,
    focus: focus ?? null,
    still,
    keepStacks,
    canvasWidth: CANVAS_WIDTH,
    smallPrint: listed(SMALL_PRINT),
    readApart: listed(READ_APART),
    borders: MEANING_BORDERS.map(({ selector, sides }) => ({ selector, sides: [...sides] })),
    whole: joined(REVEALED_WHOLE),
  })
  return JSON.parse(found) as Measuring
}

interface Order {
  readonly root: string
  readonly focus: 'each' | 'kinds' | null
  readonly still: boolean
  readonly keepStacks: boolean
  readonly canvasWidth: number
  readonly smallPrint: string[]
  readonly readApart: string[]
  readonly borders: { readonly selector: string; readonly sides: string[] }[]
  readonly whole: string
}

/** Runs in the page: it may use nothing from outside. What it finds is large: as a text it comes in a fraction of the time. */
function measure({ root, focus, still, keepStacks, canvasWidth, smallPrint, readApart, borders: meaningBorders, whole }: Order): string {
  const slide = document.querySelector(root)
  if (!slide) throw new Error(`There is no ${root}`)
  // What lies at a point is told of what is in the window alone; a printed deck is longer.
  if (slide.getBoundingClientRect().top < 0 || slide.getBoundingClientRect().bottom > innerHeight + 1)
    slide.scrollIntoView({ behavior: 'instant' })
  const canvas = slide.getBoundingClientRect()
  const scale = canvas.width / canvasWidth
  const numbers = ((window as unknown as Record<string, unknown>)['measuredNumbers'] ??= new Map<Element, number>()) as Map<Element, number>
  const numberOf = (element: Element) => {
    if (!numbers.has(element)) numbers.set(element, numbers.size)
    return numbers.get(element)!
  }
  const box = ({ x, y, width, height }: Pick<DOMRect, 'x' | 'y' | 'width' | 'height'>): Box => ({
    x: (x - canvas.x) / scale,
    y: (y - canvas.y) / scale,
    width: width / scale,
    height: height / scale,
  })
  const describe = (element: Element) => {
    const names: string[] = []
    for (let at: Element | null = element; at && at !== slide && names.length < 4; at = at.parentElement)
      names.unshift([at.localName, ...[...at.classList].filter((each) => !/^slidev-layout$/.test(each))].join('.'))
    return names.join(' > ')
  }
  const styles = new Map<Element, CSSStyleDeclaration>()
  const styleOf = (element: Element) => {
    let style = styles.get(element)
    if (!style) styles.set(element, (style = getComputedStyle(element)))
    return style
  }
  /** What each element has from those around it, reckoned once. */
  const inherit = <T>(own: (element: Element, above: T) => T, begin: T) => {
    const known = new Map<Element, T>()
    const of = (element: Element | null): T => {
      if (!element) return begin
      if (!known.has(element)) known.set(element, own(element, of(element.parentElement)))
      return known.get(element)!
    }
    return of
  }
  const opacityOf = inherit((element, above: number) => above * Number(styleOf(element).opacity), 1)
  const isUnread = inherit(
    (element, above: boolean) => above || element.getAttribute('aria-hidden') === 'true' || element.hasAttribute('inert'),
    false,
  )
  const isForReaders = inherit((element, above: boolean) => {
    if (above) return true
    const { clipPath, position, overflow } = styleOf(element)
    if (position !== 'absolute' || (clipPath === 'none' && overflow !== 'hidden')) return false
    const { width, height } = element.getBoundingClientRect()
    return width <= 2 && height <= 2
  }, false)

  // What of the canvas shows through the elements around one.
  type Edges = { left: number; top: number; right: number; bottom: number }
  const meet = (a: Edges | null, b: Edges | null) =>
    a && b
      ? {
          left: Math.max(a.left, b.left),
          top: Math.max(a.top, b.top),
          right: Math.min(a.right, b.right),
          bottom: Math.min(a.bottom, b.bottom),
        }
      : (a ?? b)
  const windows = new Map<Element, Edges | null>()
  const windowOf = (element: Element): Edges | null => {
    if (windows.has(element)) return windows.get(element)!
    let found: Edges | null = null
    const { position } = styleOf(element)
    for (let at = element.parentElement; at && at !== slide; at = at.parentElement) {
      const style = styleOf(at)
      // What is placed against an element further out is not cut by those between.
      if (position === 'absolute' && style.position === 'static' && style.transform === 'none') continue
      if (position === 'fixed') break
      if (style.overflowX !== 'visible' || style.overflowY !== 'visible') {
        const outer = at.getBoundingClientRect()
        const [left, top] = [outer.left + at.clientLeft * scale, outer.top + at.clientTop * scale]
        const [width, height] = at instanceof SVGElement ? [outer.width, outer.height] : [at.clientWidth * scale, at.clientHeight * scale]
        found = meet(found, {
          left: style.overflowX === 'visible' ? -1e6 : left,
          top: style.overflowY === 'visible' ? -1e6 : top,
          right: style.overflowX === 'visible' ? 1e6 : left + width,
          bottom: style.overflowY === 'visible' ? 1e6 : top + height,
        })
      }
      found = meet(found, windowOf(at))
      break
    }
    windows.set(element, found)
    return found
  }
  /** The window for what is in an element: its own edges cut it too. */
  const windowIn = (element: Element): Box | null => {
    const { overflowX, overflowY } = styleOf(element)
    let found = windowOf(element)
    if (element instanceof HTMLElement && styleOf(element).display !== 'inline' && (overflowX !== 'visible' || overflowY !== 'visible')) {
      const outer = element.getBoundingClientRect()
      const [left, top] = [outer.left + element.clientLeft * scale, outer.top + element.clientTop * scale]
      found = meet(found, { left, top, right: left + element.clientWidth * scale, bottom: top + element.clientHeight * scale })
    }
    return (
      found &&
      box({ x: found.left, y: found.top, width: Math.max(0, found.right - found.left), height: Math.max(0, found.bottom - found.top) })
    )
  }

  const colours = new Map<string, Colour>()
  const colourOf = (text: string): Colour => {
    let colour = colours.get(text)
    if (!colour) {
      const values = (text.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number)
      if (/^rgba?\(/.test(text)) colour = [values[0]!, values[1]!, values[2]!, values[3] ?? 1]
      else if (/^color\(srgb /.test(text)) colour = [values[0]! * 255, values[1]! * 255, values[2]! * 255, values[3] ?? 1]
      else if (text === 'none' || text === 'transparent') colour = [0, 0, 0, 0]
      else throw new Error(`There is no reading the colour ${text}`)
      colours.set(text, colour)
    }
    return colour
  }
  const thinned = ([r, g, b, alpha]: Colour, by: number): Colour => [r, g, b, alpha * by]
  const isShape = (element: Element): element is SVGGeometryElement => element instanceof SVGGeometryElement

  interface Lying {
    readonly element: Element
    readonly place: string
    readonly shown: string
  }
  /** How all lies that is displayed: boxes, what orders them, and what hides them where they are; parents first. */
  const layout = (): Lying[] => {
    const found: Lying[] = []
    const look = (element: Element) => {
      const { display, visibility, opacity, position, zIndex, transform, clipPath, overflow } = getComputedStyle(element)
      // Of a whole printed deck all slides but one are so.
      if (display === 'none') return
      const { x, y, width, height } = element.getBoundingClientRect()
      found.push({
        element,
        place: [element.localName, x, y, width, height, position, zIndex, transform, clipPath, overflow].join(),
        shown: `${visibility} ${opacity}`,
      })
      for (const child of element.children) look(child)
    }
    look(document.body)
    return found
  }
  /** Where something has come or gone, though all lies as it did; null where it does not. */
  const cameOrWent = (before: readonly Lying[], now: readonly Lying[]): readonly Edges[] | null => {
    if (before.length !== now.length) return null
    const changed = new Set<Element>()
    for (const [index, { element, place, shown }] of now.entries()) {
      const was = before[index]!
      if (was.place !== place) return null
      // An icon may have been put in another's place. What is in an element may be stacked otherwise as it comes and goes.
      if (was.element !== element || was.shown !== shown || changed.has(element.parentElement!)) changed.add(element)
    }
    const found: Edges[] = []
    const range = document.createRange()
    for (const element of changed) {
      // Where that lies, no box tells.
      if (['::before', '::after'].some((part) => /absolute|fixed/.test(getComputedStyle(element, part).position))) return null
      range.selectNodeContents(element)
      const stroke =
        element instanceof SVGGraphicsElement
          ? Number.parseFloat(getComputedStyle(element).strokeWidth) * Math.abs(element.getScreenCTM()?.a ?? 1)
          : 0
      for (const { left, right, top, bottom } of [element.getBoundingClientRect(), ...range.getClientRects()])
        found.push({ left: left - stroke, right: right + stroke, top: top - stroke, bottom: bottom + stroke })
    }
    return found
  }
  interface Stack {
    readonly x: number
    readonly y: number
    readonly elements: Element[]
  }
  const keeper = window as { keptStacks?: Map<string, { readonly layout: readonly Lying[]; readonly at: Map<string, Stack> }> }
  /** By slide. */
  const laid = (keeper.keptStacks ??= new Map())
  /** At a point, uppermost first. */
  const elementsAt = (x: number, y: number): Element[] => {
    const kept = keepStacks ? laid.get(root)!.at : null
    const known = kept?.get(`${x} ${y}`)?.elements
    if (known) return known
    const elements = document.elementsFromPoint(x, y)
    kept?.set(`${x} ${y}`, { x, y, elements })
    return elements
  }

  /** What an element paints all over, whatever the point; null where that depends on it. */
  const areas = new Map<Element, (Colour | 'picture')[] | null>()
  const areaOf = (element: Element): (Colour | 'picture')[] | null => {
    let found = areas.get(element)
    if (found === undefined) {
      if (element instanceof SVGElement && !(element instanceof SVGSVGElement))
        found = element instanceof SVGImageElement ? ['picture'] : isShape(element) ? null : []
      else {
        const style = styleOf(element)
        if (/^(?:img|video|canvas|iframe|object|embed)$/.test(element.localName) || style.backgroundImage !== 'none') found = ['picture']
        else found = [thinned(colourOf(style.backgroundColor), opacityOf(element))].filter(([, , , alpha]) => alpha > 0)
      }
      areas.set(element, found)
    }
    return found
  }
  /** What an element itself paints at a point, uppermost first. */
  const paintsAt = (element: Element, x: number, y: number): (Colour | 'picture')[] => {
    const area = areaOf(element)
    if (area) return area
    const shape = element as SVGGeometryElement
    const style = styleOf(shape)
    const opacity = opacityOf(shape)
    const matrix = shape.getScreenCTM()
    if (!matrix) return []
    const at = new DOMPoint(x, y).matrixTransform(matrix.inverse())
    const found: Colour[] = []
    if (style.stroke !== 'none' && shape.isPointInStroke(at))
      found.push(thinned(colourOf(style.stroke), opacity * Number(style.strokeOpacity)))
    if (style.fill !== 'none' && shape.isPointInFill(at)) found.push(thinned(colourOf(style.fill), opacity * Number(style.fillOpacity)))
    return found.filter(([, , , alpha]) => alpha > 0)
  }
  const drawsOver = (element: Element) =>
    ['::before', '::after'].some((part) => {
      const { content, backgroundColor, backgroundImage } = getComputedStyle(element, part)
      return content !== 'none' && (backgroundImage !== 'none' || colourOf(backgroundColor)[3] > 0.05)
    })
  const isOpaque = (layer: Colour | 'picture') => layer === 'picture' || layer[3] >= 1
  /** What is painted at a point by those elements, down to the first that lets nothing through. */
  const groundAt = (stack: readonly Element[], x: number, y: number): (Colour | 'picture')[] => {
    const ground: (Colour | 'picture')[] = []
    for (const element of stack) {
      ground.push(...paintsAt(element, x, y))
      // A row and its group lie under the cell, and are never told as being at a point.
      if (/^t[dh]$/.test(element.localName))
        for (let row = element.parentElement; row && /^t(?:r|body|head|foot)$/.test(row.localName); row = row.parentElement)
          ground.push(...paintsAt(row, x, y))
      if (ground.some(isOpaque)) break
    }
    return ground
  }
  const unique = (grounds: readonly Ground[]): Ground[] => [...new Map(grounds.map((ground) => [JSON.stringify(ground), ground])).values()]
  /** All that is painted under what an element paints, and not by it. */
  const groundBelow = (element: Element, x: number, y: number): Ground | null => {
    const stack = elementsAt(x, y)
    if (stack.length === 0) return null
    return groundAt(
      stack.filter(
        (each) =>
          each !== element && !element.contains(each) && !(element.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING),
      ),
      x,
      y,
    )
  }

  // What takes no pointer lies over a text no less.
  const kept = window as { reachAll?: CSSStyleSheet }
  const reachAll = (kept.reachAll ??= new CSSStyleSheet())
  if (!document.adoptedStyleSheets.includes(reachAll)) {
    reachAll.replaceSync('* { pointer-events: auto !important }')
    document.adoptedStyleSheets.push(reachAll)
  }
  if (keepStacks) {
    const now = layout()
    const before = laid.get(root)
    const anew = before ? cameOrWent(before.layout, now) : null
    const held =
      anew === null
        ? []
        : [...before!.at].filter(
            ([, { x, y }]) =>
              !anew.some(({ left, right, top, bottom }) => x >= left - 1 && x <= right + 1 && y >= top - 1 && y <= bottom + 1),
          )
    laid.set(root, { layout: now, at: new Map(held) })
  }

  try {
    const all = [...slide.querySelectorAll('*')].filter((element) => element.getClientRects().length > 0)
    const textLines = new Map<Element, { text: string; lines: DOMRect[] }[]>()
    const inOrder: { element: Element; lines: DOMRect[] }[] = []
    const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent!.trim()
      if (text === '' || !node.parentElement) continue
      range.selectNodeContents(node)
      const lines = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0)
      textLines.set(node.parentElement, [...(textLines.get(node.parentElement) ?? []), { text, lines }])
      inOrder.push({ element: node.parentElement, lines })
    }

    const hiddenOf = (element: Element) =>
      styleOf(element).visibility !== 'visible'
        ? ('visibility' as const)
        : isForReaders(element)
          ? ('screen reader only' as const)
          : opacityOf(element) < 0.05
            ? ('opacity' as const)
            : null

    const elements: Measured[] = []
    const placeOf = new Map<Element, number>()
    for (const element of all) {
      const texts = textLines.get(element)
      if (!texts && element.childElementCount > 0) continue
      const own = element.getBoundingClientRect()
      const rects = texts ? texts.flatMap(({ lines }) => lines) : own.width > 0 && own.height > 0 ? [own] : []
      if (rects.length === 0) continue
      const style = styleOf(element)
      const hidden = hiddenOf(element)
      // In a drawing the size is in the drawing's own units.
      const drawn = element instanceof SVGGraphicsElement ? Math.abs(element.getScreenCTM()?.a ?? 1) / scale : 1
      const grounds: Ground[] = []
      let coveredBy: string | null = null
      if (texts && hidden === null) {
        for (const { left, right, top, bottom } of rects) {
          const y = (top + bottom) / 2
          for (const x of right - left > 40 * scale ? [left + 2 * scale, (left + right) / 2, right - 2 * scale] : [(left + right) / 2]) {
            const stack = elementsAt(x, y)
            if (stack.length === 0) continue
            const place = stack.findIndex((each) => each === element || each.contains(element))
            if (place < 0) {
              coveredBy ??= describe(stack[0]!)
              continue
            }
            // What a box draws over its own content is met as the box, before the content.
            const box = stack[place]!
            if (stack.indexOf(element) > place && drawsOver(box)) coveredBy ??= `what ${describe(box)} draws over it`
            const over = stack
              .slice(0, place)
              .find((each) => !element.contains(each) && paintsAt(each, x, y).some((layer) => layer === 'picture' || layer[3] > 0.05))
            if (over) coveredBy ??= describe(over)
            grounds.push(groundAt(stack.slice(place), x, y))
          }
        }
      }
      const svgText = element instanceof SVGElement
      placeOf.set(element, elements.length)
      elements.push({
        path: describe(element),
        text: texts?.map(({ text }) => text).join(' ') ?? '',
        lines: rects.map(box),
        fontSize: Number.parseFloat(style.fontSize) * drawn,
        fontWeight: Number(style.fontWeight),
        hidden,
        unread: isUnread(element),
        inFooter: element.closest('.slidev-layout > footer, .slidev-layout > .small-strip') !== null,
        smallPrint: smallPrint.find((selector) => element.closest(selector)) ?? null,
        readApart: readApart.find((selector) => element.closest(selector)) ?? null,
        window: texts && !isForReaders(element) ? windowIn(element) : null,
        ink: texts
          ? thinned(colourOf(svgText ? style.fill : style.color), opacityOf(element) * (svgText ? Number(style.fillOpacity) : 1))
          : [0, 0, 0, 0],
        grounds: unique(grounds),
        coveredBy,
      })
    }
    const runs: Run[] = inOrder.flatMap(({ element, lines }) =>
      placeOf.has(element) && lines.length > 0 ? [{ element: placeOf.get(element)!, lines: lines.map(box) }] : [],
    )

    const strokeAround = (shape: SVGGeometryElement): Border[] => {
      const style = styleOf(shape)
      const matrix = shape.getScreenCTM()
      const colour = thinned(colourOf(style.stroke), opacityOf(shape) * Number(style.strokeOpacity))
      if (!matrix || colour[3] === 0 || Number.parseFloat(style.strokeWidth) === 0) return []
      const length = shape.getTotalLength()
      const below = Array.from({ length: 11 }, (_, index) => (index + 0.6) / 11).flatMap((share) => {
        const { x, y } = shape.getPointAtLength(length * share).matrixTransform(matrix)
        const ground = groundBelow(shape, x, y)
        return ground ? [JSON.stringify(ground)] : []
      })
      // Where it meets another line it need not stand out.
      const against = unique(
        below
          .filter((ground) => below.filter((each) => each === ground).length >= below.length / 4)
          .map((ground) => JSON.parse(ground) as Ground),
      )
      const { width, height } = shape.getBBox()
      const fill = thinned(colourOf(style.fill), opacityOf(shape) * Number(style.fillOpacity))
      const inside = fill[3] > 0 && width > 0 && height > 0 ? against.map((ground) => [fill, ...ground]) : []
      return [{ path: describe(shape), side: 'stroke', colour, against: unique([...against, ...inside]) }]
    }
    const sideOf = (element: Element, side: string): Border[] => {
      const style = styleOf(element)
      const { left, right, top, bottom } = element.getBoundingClientRect()
      const width = Number.parseFloat(style.getPropertyValue(`border-${side}-width`)) * scale
      const colour = thinned(colourOf(style.getPropertyValue(`border-${side}-color`)), opacityOf(element))
      if (width === 0 || style.getPropertyValue(`border-${side}-style`) === 'none') return []
      const [x, y] = [(left + right) / 2, (top + bottom) / 2]
      const at = (by: number) => ({
        x: side === 'left' ? left + by : side === 'right' ? right - by : x,
        y: side === 'top' ? top + by : side === 'bottom' ? bottom - by : y,
      })
      const grounds = [at(-1.5), at(width + 1)].flatMap((point, place) => {
        const ground = groundBelow(element, point.x, point.y)
        return ground ? [place === 0 ? ground : [...paintsAt(element, point.x, point.y), ...ground]] : []
      })
      return [{ path: describe(element), side, colour, against: unique(grounds) }]
    }
    const underline = (element: Element): Border[] => {
      const style = styleOf(element)
      const [rect] = element.getClientRects()
      if (!rect || !style.textDecorationLine.includes('underline')) return []
      const ground = groundBelow(element, rect.left + rect.width / 2, rect.bottom - 1)
      return [
        {
          path: describe(element),
          side: 'underline',
          colour: thinned(colourOf(style.textDecorationColor), opacityOf(element)),
          against: ground ? [[...paintsAt(element, rect.left, rect.bottom), ...ground]] : [],
        },
      ]
    }
    const borders: Border[] = meaningBorders.flatMap(({ selector, sides }) =>
      [...slide.querySelectorAll(selector)]
        .filter((element) => element.getClientRects().length > 0 && hiddenOf(element) === null)
        .flatMap((element) =>
          sides.flatMap((side) =>
            side === 'underline'
              ? underline(element)
              : side !== 'stroke'
                ? sideOf(element, side)
                : isShape(element)
                  ? strokeAround(element)
                  : [],
          ),
        ),
    )

    /** Where a ring about an element would be seen: outline and offset, in the window's pixels. */
    const outlineOf = (element: Element): FocusMark | null => {
      const style = getComputedStyle(element)
      const width = Number.parseFloat(style.outlineWidth)
      if (style.outlineStyle === 'none' || width === 0) return null
      const drawn = (element instanceof SVGGraphicsElement ? Math.abs(element.getScreenCTM()?.a ?? 1) / scale : 1) * scale
      const offset = Number.parseFloat(style.outlineOffset) * drawn
      const by = offset + width * drawn
      const rects = [...element.getClientRects()].filter((each) => each.width > 0)
      const rect = element instanceof SVGElement || rects.length === 0 ? element.getBoundingClientRect() : rects[0]!
      const { left, right, top, bottom } = rect
      const points = [0.25, 0.75].flatMap((share) => {
        const [x, y] = [left + (right - left) * share, top + (bottom - top) * share]
        return [
          [x, top - by - 1],
          [x, bottom + by + 1],
          [left - by - 1, y],
          [right + by + 1, y],
        ] as const
      })
      return {
        what: 'outline',
        colour: thinned(colourOf(style.outlineColor), opacityOf(element)),
        width: (width * drawn) / scale,
        box: box({ x: left - by, y: top - by, width: right - left + 2 * by, height: bottom - top + 2 * by }),
        against: points.flatMap(([x, y]) => {
          const stack = elementsAt(x, y)
          return stack.length > 0 ? [groundAt(stack, x, y)] : []
        }),
      }
    }
    const strokeOf = (shape: SVGGeometryElement): FocusMark => {
      const style = getComputedStyle(shape)
      const matrix = shape.getScreenCTM()!
      const { x, y } = shape.getPointAtLength(shape.getTotalLength() / 2).matrixTransform(matrix)
      const below = groundBelow(shape, x, y)
      return {
        what: 'stroke',
        colour: thinned(colourOf(style.stroke), opacityOf(shape) * Number(style.strokeOpacity)),
        width: (Number.parseFloat(style.strokeWidth) * Math.abs(matrix.a)) / scale,
        box: box(shape.getBoundingClientRect()),
        against: below ? [below] : [],
      }
    }
    const focusMarks = (control: HTMLElement | SVGElement): FocusMark[] => {
      const parts = control instanceof SVGElement ? [control, ...control.querySelectorAll('*')] : [control]
      const before = parts.map((part) =>
        isShape(part)
          ? { ring: outlineOf(part) !== null, stroke: getComputedStyle(part).stroke, width: getComputedStyle(part).strokeWidth }
          : { ring: outlineOf(part) !== null },
      )
      control.focus({ preventScroll: true })
      if (document.activeElement !== control) return []
      // The focus may change what it paints.
      for (const part of parts) areas.delete(part)
      const found = parts.flatMap((part, index) => {
        const ring = outlineOf(part)
        const marks = ring && !before[index]!.ring ? [ring] : []
        if (!isShape(part)) return marks
        const style = getComputedStyle(part)
        return style.stroke !== 'none' &&
          (style.stroke !== before[index]!.stroke || Number.parseFloat(style.strokeWidth) > Number.parseFloat(before[index]!.width))
          ? [...marks, strokeOf(part)]
          : marks
      })
      for (const part of parts) areas.delete(part)
      return found
    }
    const nameOf = (control: Element) => control.getAttribute('aria-label') ?? control.textContent.replace(/\s+/g, ' ').trim()
    const isInText = (control: Element) => {
      if (styleOf(control).display !== 'inline') return false
      let block = control.parentElement
      while (block && styleOf(block).display === 'inline') block = block.parentElement
      const rest = document.createTreeWalker(block!, NodeFilter.SHOW_TEXT, (node) =>
        node.parentElement!.closest('a, button, .visually-hidden') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
      )
      for (let node = rest.nextNode(); node; node = rest.nextNode()) if (/[\p{L}\p{N}]/u.test(node.textContent!)) return true
      return false
    }
    const found = [
      ...slide.querySelectorAll<HTMLElement | SVGElement>(
        'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [tabindex]:not([tabindex="-1"])',
      ),
    ].filter((control) => control.getClientRects().length > 0 && styleOf(control).visibility === 'visible')
    const had = document.activeElement
    const kinds = new Set<string>()
    const controls: Control[] = found.map((control) => {
      const around = windowOf(control)
      const path = describe(control)
      const isTried = focus === 'each' || (focus === 'kinds' && !kinds.has(path))
      kinds.add(path)
      return {
        path,
        name: nameOf(control),
        box: box(control.getBoundingClientRect()),
        inText: isInText(control),
        window: around && box({ x: around.left, y: around.top, width: around.right - around.left, height: around.bottom - around.top }),
        focus: isTried ? focusMarks(control) : null,
      }
    })
    if (focus !== null) {
      if (had instanceof HTMLElement && had !== document.body) had.focus({ preventScroll: true })
      else (document.activeElement as HTMLElement | null)?.blur()
    }

    const headings = [...slide.querySelectorAll('h1, h2, h3, h4, h5, h6, [role=heading]')]
      .filter(
        (heading) =>
          /^(?:heading)?$/.test(heading.getAttribute('role') ?? '') &&
          heading.getClientRects().length > 0 &&
          styleOf(heading).visibility === 'visible' &&
          !isUnread(heading),
      )
      .map((heading) => ({
        level: Number(heading.getAttribute('aria-level') ?? heading.localName.slice(1)),
        text: heading.textContent.trim(),
      }))
    const probe = document.createElement('i')
    document.body.append(probe)
    const system = [
      'CanvasText',
      'LinkText',
      'VisitedText',
      'ActiveText',
      'ButtonText',
      'FieldText',
      'GrayText',
      'HighlightText',
      'MarkText',
    ].map((colour) => {
      probe.style.color = colour
      return colourOf(getComputedStyle(probe).color)
    })
    probe.remove()
    const hiddenParts = all
      .filter((element) => styleOf(element).visibility !== 'visible' && styleOf(element.parentElement!).visibility === 'visible')
      .map((element) => numberOf(element.closest(whole) ?? element))
    return JSON.stringify({
      measurement: {
        width: canvas.width / scale,
        height: canvas.height / scale,
        elements,
        runs,
        borders,
        controls,
        headings,
        system,
        title: document.title,
        announced: document.querySelector('.slide-shown[role="status"]')?.textContent ?? null,
      },
      hiddenParts: [...new Set(hiddenParts)],
    } satisfies Measuring)
  } finally {
    if (!still) document.adoptedStyleSheets.splice(document.adoptedStyleSheets.indexOf(reachAll), 1)
  }
}
