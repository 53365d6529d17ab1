/** Whether a page stands alone: what it would ask for beside itself. */

/** Elements that load what they name, as they stand in a page; an `<a>` does not. */
const LOADS = /<(?:script|link|img|iframe|source|video|audio|object|embed|image|use)\b[^>]*?\s(?:src|href|data|srcset|poster|xlink:href)\s*=\s*["']?(?!data:|#|["'\s>])([^"'\s>]+)/gi
/** The same in a style sheet. */
const STYLE_LOADS = /(?:url\(\s*["']?|@import\s+["'])(?!data:|#|["'\s)])([^"')\s]+)/gi

/**
 * @param html the page
 * @param written other files that the build wrote: it would have put them in, had it been able to
 * @param publicFiles those that a page may name by their address alone, by their path in the public folder
 * @returns what it needs, each once, with the reason
 */
export function needsBeside(html: string, written: readonly string[], publicFiles: readonly string[]): readonly string[] {
  // Scripts hold templates and addresses of their own; of them only the public files are looked for.
  const markup = html.replaceAll(/<script\b[^>]*>[\s\S]*?<\/script>/gi, (script) => `${/^<script\b[^>]*>/i.exec(script)![0]}</script>`).replaceAll(/<!--[\s\S]*?-->/g, '')
  const styles = [...markup.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style>/gi)].map(([, css]) => css!).join('\n')
  // Slidev's settings name the favicon, with no slash before it; nothing reads that.
  const named = publicFiles.filter((file) => html.includes(`/${file}`) || (file.includes('/') && html.includes(file)))
  return [
    ...new Set([
      ...written.map((file) => `${file}, which the build wrote beside it`),
      ...named.map((file) => `public/${file}, which the page names`),
      ...[...markup.matchAll(LOADS)].map(([, address]) => `${address}, which the page loads`),
      ...[...styles.matchAll(STYLE_LOADS)].map(([, address]) => `${address}, which a style loads`),
    ]),
  ]
}
