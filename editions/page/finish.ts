/** What becomes of Vue's HTML before it is a page: what only a running app needs goes, and headings stand one below another. */
import render from 'dom-serializer'
import { type ChildNode, type Document, type Element, isComment, isTag, Text } from 'domhandler'
import { getAttributeValue, removeElement, replaceElement, textContent } from 'domutils'
import { parseDocument } from 'htmlparser2'
import { slimFigure } from './slim-figure.ts'

/** Words a minute of a reader who wants to know. */
const PACE = 220

/** Text stays as Vue has escaped it. */
const parse = (html: string): Document => parseDocument(html, { decodeEntities: false })
const write = (node: ChildNode | Document): string => render(node, { encodeEntities: false, emptyAttrs: false })

const elementsIn = (nodes: readonly ChildNode[]): Element[] => nodes.flatMap((node) => (isTag(node) ? [node, ...elementsIn(node.children)] : []))

const wordsIn = (element: Element): number => textContent(element).split(/\s+/).filter(Boolean).length

/** Vue's comments, its marks for style sheets, and blanks that nobody sees. */
function slim(nodes: readonly ChildNode[], inside: { readonly svg: boolean }): void {
  for (const node of [...nodes]) {
    if (isComment(node)) removeElement(node)
    else if (isTag(node)) {
      const svg = inside.svg || node.name === 'svg'
      for (const name of Object.keys(node.attribs)) {
        // A label that a link needs in print, where its source is pages away; here it is one step.
        if (name === 'aria-label' && node.name === 'a' && node.attribs['href']?.startsWith('#')) delete node.attribs[name]
        else if (name.startsWith('data-v-') || (svg && /^data-(?:part|group|claim|source)$/.test(name)) || (name === 'class' && node.attribs[name]!.trim() === '')) delete node.attribs[name]
        else if (name === 'class') node.attribs[name] = node.attribs[name]!.trim()
      }
      // What a pointer would find on a slide.
      if (svg && node.attribs['class'] === 'hit') removeElement(node)
      else slim(node.children, { svg })
    }
  }
}

/** A slide's own headings come below that of its section, or of its chapter where it is all of it. */
function nestHeadings(section: Element): void {
  const own = section.children.find((child) => isTag(child) && child.name === 'h3')
  for (const element of elementsIn(section.children)) {
    const level = /^h([2-4])$/.exec(element.name)?.[1]
    if (level !== undefined && element !== own) element.name = `h${Number(level) + (own ? 2 : 1)}`
  }
}

/** On a narrow screen a row's cells stand one below another: each then says which column it is of. */
function nameCells(table: Element): void {
  const all = elementsIn(table.children)
  const head = all.find(({ name }) => name === 'thead')
  const roles: Readonly<Record<string, string>> = { thead: 'rowgroup', tbody: 'rowgroup', tfoot: 'rowgroup', tr: 'row', td: 'cell' }
  if (!head) return
  const labels = elementsIn(head.children).filter(({ name }) => name === 'th').map((cell) => textContent(cell).replace(/\s+/g, ' ').trim())
  table.attribs['role'] = 'table'
  table.attribs['class'] = [table.attribs['class'], 'stacks'].filter(Boolean).join(' ')
  for (const row of all.filter(({ name }) => name === 'tr')) {
    const cells = row.children.filter(isTag)
    for (const [index, cell] of cells.entries()) {
      if (cell.name === 'td' && labels[index]) cell.attribs['data-label'] = labels[index]
    }
  }
  for (const element of all) {
    const role = element.name === 'th' ? (element.attribs['scope'] === 'row' ? 'rowheader' : 'columnheader') : roles[element.name]
    if (role) element.attribs['role'] = role
  }
}

/** Styles of single elements become rules, so that the page needs no exception from its own policy. */
function takeStyles(elements: readonly Element[]): string {
  const rules = new Map<string, string>()
  for (const element of elements) {
    const style = element.attribs['style']
    if (style === undefined) continue
    delete element.attribs['style']
    const name = rules.get(style) ?? `s${rules.size}`
    rules.set(style, name)
    element.attribs['class'] = [element.attribs['class'], name].filter(Boolean).join(' ')
  }
  return [...rules].map(([style, name]) => `.${name}{${style.replace(/;$/, '')}}`).join('\n')
}

function fillMinutes(elements: readonly Element[]): void {
  const minutesOf = (words: number) => `${Math.max(1, Math.round(words / PACE))} min`
  const byId = new Map(elements.flatMap((element) => (element.attribs['id'] ? [[element.attribs['id'], element] as const] : [])))
  let whole = 0
  for (const element of elements) {
    const of = getAttributeValue(element, 'data-minutes')
    if (of === undefined) continue
    const words = wordsIn(byId.get(of)!)
    whole += words
    delete element.attribs['data-minutes']
    element.children = [new Text(minutesOf(words))]
  }
  for (const element of elements) {
    if (!('data-minutes-in-all' in element.attribs)) continue
    delete element.attribs['data-minutes-in-all']
    element.children = [new Text(`${minutesOf(whole)} to read in full.`)]
  }
}

export interface Finished {
  readonly html: string
  /** Rules that were styles of single elements. */
  readonly css: string
}

export function finish(rendered: string): Finished {
  const page = parse(rendered)
  slim(page.children, { svg: false })
  const elements = elementsIn(page.children)
  const drawings: Element[] = []
  for (const element of elements) {
    if (element.name === 'section' && element.attribs['class']?.split(' ').includes('section')) nestHeadings(element)
    if (element.name === 'table') nameCells(element)
    if (element.name === 'svg' && element.attribs['class']?.startsWith('drawing')) drawings.push(element)
  }
  for (const drawing of drawings) {
    // Its description only announces the words that follow it.
    drawing.attribs['aria-label'] = drawing.attribs['aria-label']!.replace(/\. .*$/s, '')
    replaceElement(drawing, parse(slimFigure(write(drawing))).children[0]!)
  }
  const css = takeStyles(elements)
  fillMinutes(elements)
  return { html: write(page), css }
}
