/** `_redirects`, that Netlify and Cloudflare Pages read, and before any other rule. */

/**
 * Slidev’s own sends every unknown address to the deck, a script of an older build among them. A file that is there goes
 * before a rule; what is left and is no place in the deck is not found.
 *
 * @param base path of the site, with a slash at both ends
 */
export const redirectsFor = (base: string): string =>
  [
    [`${base}assets/*`, `${base}404.html`, '404'],
    [`${base}read/*`, `${base}404.html`, '404'],
    [`${base}*`, `${base}index.html`, '200'],
  ]
    .map((rule) => rule.join('  '))
    .join('\n')
    .concat('\n')
