import { createHash } from 'node:crypto'
import { DomUtils, parseDocument } from 'htmlparser2'
import { isSlidev, SLIDEV_STYLES } from '../../slidev/styles.ts'

/** Types of scripts that run, unlike JSON. */
const RUNS = /^(?:|module|text\/javascript|application\/javascript)$/i

/** A browser reads an element with line ends of one kind. */
const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text.replaceAll(/\r\n?/g, '\n')).digest('base64')}'`

/**
 * A `<meta>`, which holds on every host and from disk: the page may use its own files, and scripts and styles in it by their
 * hash. Who may frame the page a `<meta>` cannot say: netlify.toml and vercel.json do.
 *
 * @param html the page as it will be sent, whole but for the policy
 * @param alone opened from disk: it may load nothing
 */
export function policyFor(html: string, alone: boolean): string {
  const { children } = parseDocument(html)
  const { getElementsByTagName, textContent } = DomUtils
  const all = (name: string) => getElementsByTagName(name, children)
  const scripts = all('script').filter(({ attribs: { src, type = '' } }) => src === undefined && RUNS.test(type.trim()))
  const attributes = DomUtils.findAll(({ attribs }) => attribs['style'] !== undefined, children).map(({ attribs }) => attribs['style']!)
  const hashes = (texts: readonly string[]) => [...new Set(texts.map(hashOf))]
  const own = alone ? [] : [`'self'`]
  const rules: Readonly<Record<string, readonly string[]>> = {
    'default-src': [],
    'script-src': [...own, ...hashes(scripts.map(textContent))],
    'style-src': [...own, ...hashes([...all('style').map(textContent), ...(isSlidev(html) ? SLIDEV_STYLES : [])])],
    // What a script sets on an element’s style, no policy forbids.
    ...(attributes.length > 0 && { 'style-src-attr': [`'unsafe-hashes'`, ...hashes(attributes)] }),
    'img-src': [...own, 'data:'],
    'font-src': [...own, 'data:'],
    'worker-src': own,
    'base-uri': [],
    'form-action': [],
  }
  return Object.entries(rules)
    .map(([name, sources]) => `${name} ${sources.join(' ') || `'none'`}`)
    .join('; ')
}
