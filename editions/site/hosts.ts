/** For Netlify and Cloudflare Pages. Slidev’s own `_redirects` sends even a script of an older build to the deck. */
export const redirectsFor = (base: string): string =>
  `${base}assets/*  ${base}404.html  404\n${base}read/*  ${base}404.html  404\n${base}*  ${base}index.html  200\n`
