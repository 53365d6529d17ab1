import { DomUtils, parseDocument } from 'htmlparser2'

/** Elements that load what they name; an `<a>` does not. */
const LOADS = /^(?:script|link|img|iframe|source|video|audio|object|embed|image|use)$/
const BY = ['src', 'href', 'data', 'srcset', 'poster', 'xlink:href']
const STYLE_LOADS = /(?:url\(\s*["']?|@import\s+["'])(?!data:|#|["'\s)])([^"')\s]+)/gi

/**
 * What a page that is to be alone would ask for, each once, with the reason.
 *
 * @param written other files of the build, which it could not put in
 * @param publicFiles by their path in the public folder
 */
export function needsBeside(html: string, written: readonly string[], publicFiles: readonly string[]): readonly string[] {
  const { children } = parseDocument(html)
  const loading = DomUtils.findAll(({ name }) => LOADS.test(name), children)
  const addresses = loading.flatMap(({ attribs }) => BY.map((name) => attribs[name]?.trim() ?? ''))
  const styles = DomUtils.getElementsByTagName('style', children).map(DomUtils.textContent).join('\n')
  // In scripts too. Slidev's settings name the favicon without a slash; nothing reads that.
  const named = publicFiles.filter((file) => html.includes(`/${file}`) || (file.includes('/') && html.includes(file)))
  return [
    ...new Set([
      ...written.map((file) => `${file}, which the build wrote beside it`),
      ...named.map((file) => `public/${file}, which the page names`),
      ...addresses.filter((address) => /^(?!data:|#)./.test(address)).map((address) => `${address}, which the page loads`),
      ...[...styles.matchAll(STYLE_LOADS)].map(([, address]) => `${address}, which a style loads`),
    ]),
  ]
}
