/**
 * `_redirects`, for Netlify and Cloudflare Pages. Slidev’s own sends every unknown address to the deck, even a script of an
 * older build. Here a file that exists comes first, and an address that is no place in the deck is not found.
 */
export const redirectsFor = (base: string): string =>
  `${base}assets/*  ${base}404.html  404\n${base}read/*  ${base}404.html  404\n${base}*  ${base}index.html  200\n`
