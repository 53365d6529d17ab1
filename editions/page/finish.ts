import render from 'dom-serializer'
import { type ChildNode, type Document, type Element, isComment, isTag, isText, Text } from 'domhandler'
import { findAll, removeElement, replaceElement, textContent } from 'domutils'
import { parseDocument } from 'htmlparser2'
import { slimFigure } from './slim-figure.ts'

/** Words a minute. */
const PACE = 220

/** Text stays as Vue has escaped it. */
const parse = (html: string): Document => parseDocument(html, { decodeEntities: false })
const write = (node: ChildNode | Document): string => render(node, { encodeEntities: false, emptyAttrs: false })

/** Without the quotation marks that HTML does not need: 0.4 kB as sent. */
export const unquoted = (html: string): string =>
  html.replaceAll(/<[a-z][^>]*>/g, (tag) => tag.replaceAll(/="([^\s"'=<>`]+)"(?=[ >])/g, '=$1'))

const elementsIn = (nodes: ChildNode[]): Element[] => findAll(() => true, nodes)
const childrenOf = (element: Element): Element[] => element.children.filter(isTag)
const addClass = ({ attribs }: Element, name: string) => void (attribs['class'] = [attribs['class'], name].filter(Boolean).join(' '))

/** Removes what only a running app needs, and blanks that nobody sees. */
function slim(nodes: readonly ChildNode[]): void {
  for (const node of [...nodes]) {
    if (isText(node)) node.data = node.data.replaceAll(/[ \t\r\n\f]+/g, ' ')
    else if (isComment(node)) removeElement(node)
    else if (isTag(node)) {
      const { attribs, name, children } = node
      if (attribs['class'] !== undefined) attribs['class'] = attribs['class'].trim()
      // Only print needs it, where the source is pages away.
      if (name === 'a' && attribs['href']?.startsWith('#')) delete attribs['aria-label']
      for (const each of Object.keys(attribs)) {
        if (each.startsWith('data-v-') || (each === 'class' && attribs[each] === '')) delete attribs[each]
      }
      slim(children)
    }
  }
}

/** A slide's own headings come below that of its section, or of its chapter where the section has none. */
function nestHeadings(section: Element): void {
  const own = childrenOf(section).find(({ name }) => name === 'h3')
  for (const element of elementsIn(section.children)) {
    const level = /^h([2-4])$/.exec(element.name)?.[1]
    if (level !== undefined && element !== own) element.name = `h${Number(level) + (own ? 2 : 1)}`
  }
}

const ROLES: Readonly<Record<string, string>> = { thead: 'rowgroup', tbody: 'rowgroup', tfoot: 'rowgroup', tr: 'row', td: 'cell' }

/** On a narrow screen cells are stacked: each names its column, and keeps the role that CSS would take away. */
function nameCells(table: Element): void {
  const all = elementsIn(table.children)
  const head = all.find(({ name }) => name === 'thead')
  if (!head) return
  const labels = elementsIn(head.children)
    .filter(({ name }) => name === 'th')
    .map((cell) => textContent(cell).replace(/\s+/g, ' ').trim())
  table.attribs['role'] = 'table'
  addClass(table, 'stacks')
  for (const row of all.filter(({ name }) => name === 'tr')) {
    for (const [index, cell] of childrenOf(row).entries()) {
      if (cell.name === 'td' && labels[index] && textContent(cell).trim() !== '') cell.attribs['data-label'] = labels[index]
    }
  }
  for (const { name, attribs } of all) {
    const role = name === 'th' ? (attribs['scope'] === 'row' ? 'rowheader' : 'columnheader') : ROLES[name]
    if (role) attribs['role'] = role
  }
}

/** Styles of single elements become rules, which the page's policy allows. */
function takeStyles(elements: readonly Element[]): string {
  const rules = new Map<string, string>()
  for (const element of elements) {
    const { style } = element.attribs
    if (style === undefined) continue
    delete element.attribs['style']
    const name = rules.get(style) ?? `s${rules.size}`
    rules.set(style, name)
    addClass(element, name)
  }
  return [...rules].map(([style, name]) => `.${name}{${style.replace(/;$/, '')}}`).join('\n')
}

/** `data-minutes` has the id of a place and gets the minutes to read it; `data-minutes-in-all` gets their sum. */
function fillMinutes(elements: readonly Element[]): void {
  const minutesOf = (words: number) => `${Math.max(1, Math.round(words / PACE))} min`
  const fill = (attribute: string, textOf: (value: string) => string) => {
    for (const element of elements) {
      const value = element.attribs[attribute]
      if (value === undefined) continue
      delete element.attribs[attribute]
      element.children = [new Text(textOf(value))]
    }
  }
  let whole = 0
  fill('data-minutes', (id) => {
    const words = textContent(elements.find(({ attribs }) => attribs['id'] === id)!)
      .split(/\s+/)
      .filter(Boolean).length
    whole += words
    return minutesOf(words)
  })
  fill('data-minutes-in-all', () => `${minutesOf(whole)} to read in full.`)
}

/**
 * Vue's HTML made into the page's body as it is sent, and the rules that were styles of single elements.
 *
 * @example finish('<!--[--><p style="color:red;">A</p><!--]-->') // { html: '<p class="s0">A</p>', css: '.s0{color:red}' }
 */
export function finish(rendered: string): { readonly html: string; readonly css: string } {
  const page = parse(rendered)
  slim(page.children)
  const elements = elementsIn(page.children)
  for (const element of elements) {
    const classes = element.attribs['class']?.split(' ') ?? []
    if (element.name === 'section' && classes.includes('section')) nestHeadings(element)
    if (element.name === 'table') nameCells(element)
    if (element.name === 'svg' && classes[0] === 'drawing') {
      // The rest announces the words that follow it.
      element.attribs['aria-label'] = element.attribs['aria-label']!.replace(/\. .*$/s, '')
      replaceElement(element, parse(slimFigure(write(element))).children[0]!)
    }
  }
  const css = takeStyles(elements)
  fillMinutes(elements)
  return { html: write(page), css }
}
