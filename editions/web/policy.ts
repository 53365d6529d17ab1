/**
 * The Content-Security-Policy of a built page, as a `<meta>` in it, so that it holds on every host and from disk.
 *
 * Nothing is allowed that the page does not use: its own scripts, styles and pictures, what stands in it by the hash of
 * its text, and no other host. `'unsafe-inline'` and `'unsafe-eval'` stand nowhere. What a `<meta>` cannot say (who may
 * frame the page) is in netlify.toml and vercel.json.
 */
import { createHash } from 'node:crypto'
import { DomUtils, parseDocument } from 'htmlparser2'

/** Kinds of `<script>` that run; JSON and the like do not. */
const RUNS = /^(?:|module|text\/javascript|application\/javascript)$/i

/** As a browser reads the text of an element: with line ends of one kind. */
const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text.replaceAll(/\r\n?/g, '\n')).digest('base64')}'`

/** What stands in the page itself. */
function inlineIn(html: string): { readonly scripts: readonly string[]; readonly styles: readonly string[] } {
  const { children } = parseDocument(html)
  const textsOf = (name: string, wanted: (attribs: Readonly<Record<string, string>>) => boolean) => [
    ...new Set(DomUtils.getElementsByTagName(name, children).filter(({ attribs }) => wanted(attribs)).map((element) => hashOf(DomUtils.textContent(element)))),
  ]
  return { scripts: textsOf('script', ({ src, type = '' }) => src === undefined && RUNS.test(type.trim())), styles: textsOf('style', () => true) }
}

/**
 * @param html the page as it will be sent, whole but for the policy
 * @param alone whether it has no server and no other file: then it may load nothing at all
 */
export function policyFor(html: string, alone: boolean): string {
  const { scripts, styles } = inlineIn(html)
  const own = alone ? [] : [`'self'`]
  const rules: Readonly<Record<string, readonly string[]>> = {
    'default-src': [`'none'`],
    'script-src': [...own, ...scripts],
    'style-src': [...own, ...styles],
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
