/**
 * The Content-Security-Policy of a built page, as a `<meta>` in it, so that it holds on every host and from disk.
 *
 * Nothing is allowed that the page does not use: its own scripts, styles and pictures, what stands in it by the hash of
 * its text, and no other host. `'unsafe-inline'` and `'unsafe-eval'` stand nowhere. What a `<meta>` cannot say (who may
 * frame the page) is in netlify.toml and vercel.json.
 */
import { createHash } from 'node:crypto'
import { DomUtils, parseDocument } from 'htmlparser2'
import { isSlidev, SLIDEV_STYLES } from '../../slidev/styles.ts'

/** Kinds of `<script>` that run; JSON and the like do not. */
const RUNS = /^(?:|module|text\/javascript|application\/javascript)$/i

/** As a browser reads the text of an element: with line ends of one kind. */
const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text.replaceAll(/\r\n?/g, '\n')).digest('base64')}'`

/** What stands in the page itself. */
function inlineIn(html: string): Readonly<Record<'scripts' | 'styles' | 'attributes', readonly string[]>> {
  const { children } = parseDocument(html)
  const textsOf = (name: string, wanted: (attribs: Readonly<Record<string, string>>) => boolean) => [
    ...new Set(DomUtils.getElementsByTagName(name, children).filter(({ attribs }) => wanted(attribs)).map((element) => hashOf(DomUtils.textContent(element)))),
  ]
  const attributes = DomUtils.findAll(({ attribs }) => attribs['style'] !== undefined, children).map(({ attribs }) => hashOf(attribs['style']!))
  return { scripts: textsOf('script', ({ src, type = '' }) => src === undefined && RUNS.test(type.trim())), styles: textsOf('style', () => true), attributes: [...new Set(attributes)] }
}

/**
 * @param html the page as it will be sent, whole but for the policy
 * @param alone whether it has no server and no other file: then it may load nothing at all
 */
export function policyFor(html: string, alone: boolean): string {
  const { scripts, styles, attributes } = inlineIn(html)
  const own = alone ? [] : [`'self'`]
  const rules: Readonly<Record<string, readonly string[]>> = {
    'default-src': [`'none'`],
    'script-src': [...own, ...scripts],
    'style-src': [...own, ...styles, ...(isSlidev(html) ? SLIDEV_STYLES.map(hashOf) : [])],
    // Only where a page has `style` attributes, and only these; the deck has none. What a script sets on an element’s
    // style, no policy forbids.
    ...(attributes.length > 0 ? { 'style-src-attr': [`'unsafe-hashes'`, ...attributes] } : {}),
    'img-src': [...own, 'data:'],
    'font-src': [...own, 'data:'],
    // The worker that keeps the pages for when there is no network.
    'worker-src': own,
    'base-uri': [`'none'`],
    'form-action': [`'none'`],
  }
  return Object.entries(rules)
    .map(([name, sources]) => `${name} ${(sources.length > 0 ? sources : [`'none'`]).join(' ')}`)
    .join('; ')
}
