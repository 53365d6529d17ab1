/** What a built page gets for the web. */
import { describe, expect, it } from 'vitest'
import { finishPage, isAlone, type Site } from '../../../editions/site/page.ts'

const site: Site = { picture: { address: 'https://example.org/briefing/link-preview.png', words: '“A” & <b>' }, base: '/briefing/' }
/** As Slidev 53 writes it. */
const built = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>A &amp; B</title>
<link rel="icon" href="favicon.svg">
<meta name="description" content="&quot;What it is.&quot;">
<meta name="keywords" content="&quot;one, two&quot;">
<meta property="og:title" content="A &amp; B">
<meta property="og:description" content="&quot;What it is.&quot;">
<script type="module" crossorigin src="/briefing/assets/index.js"></script>
</head>
<body><div id="app"></div></body>
</html>
`
const metas = (html: string) =>
  Object.fromEntries(
    [...html.matchAll(/<meta (?:name|property)="([^"]+)" content="([^"]*)">/g)].map(([, name, content]) => [name!, content!]),
  )

describe('finishPage', () => {
  const page = finishPage(built, site)

  it('gives what a link shows, once each, without Slidev’s marks of quotation', () => {
    expect(metas(page)).toEqual({
      description: 'What it is.',
      keywords: 'one, two',
      'og:type': 'website',
      'og:title': 'A &amp; B',
      'og:description': 'What it is.',
      'og:image': 'https://example.org/briefing/link-preview.png',
      'og:image:width': '1200',
      'og:image:height': '630',
      'og:image:alt': '“A” &amp; &lt;b&gt;',
      'twitter:card': 'summary_large_image',
    })
    expect(page.match(/og:title/g)).toHaveLength(1)
  })

  it('has the policy straight after the encoding, before anything it is to hold for', () => {
    expect(page).toContain(`<meta charset="utf-8">\n<!-- web -->\n<meta http-equiv="Content-Security-Policy" content="default-src 'none'; `)
    expect(page.indexOf('Content-Security-Policy')).toBeLessThan(page.indexOf('<script'))
  })

  it('has the icon by its path, and asks for the worker under the path of the site', () => {
    expect(page).toContain('<link rel="icon" href="/briefing/favicon.svg">')
    expect(page).toContain(`register('/briefing/sw.js')`)
  })

  it('done again is the same, and after a change has the policy of the page as it is', () => {
    expect(finishPage(page, site)).toBe(page)
    const changed = finishPage(page.replace('</body>', '<script>more()</script></body>'), site)
    expect(changed).toBe(finishPage(built.replace('</body>', '<script>more()</script></body>'), site))
    expect(changed.match(/Content-Security-Policy/g)).toHaveLength(1)
  })

  it('takes title and description of the page itself', () => {
    const read = finishPage(
      '<html><head><meta charset="utf-8"><title>Read</title><meta name="description" content="Its own."></head><body></body></html>',
      site,
    )
    expect(metas(read)).toMatchObject({ 'og:title': 'Read', 'og:description': 'Its own.' })
  })

  it('gives a page that goes alone no picture and no worker, and marks it', () => {
    const alone = finishPage(built, null)
    expect(metas(alone)).not.toHaveProperty('og:image')
    expect(metas(alone)['og:title']).toBe('A &amp; B')
    expect(alone).not.toContain('serviceWorker')
    expect([isAlone(alone), isAlone(page)]).toEqual([true, false])
    expect(finishPage(alone, null)).toBe(alone)
  })

  it('has no worker where the site may lie anywhere', () => {
    expect(finishPage(built, { ...site, base: null })).not.toContain('serviceWorker')
  })

  it('says so where a page has no encoding', () => {
    expect(() => finishPage('<html><head></head></html>', site)).toThrow('<meta charset="utf-8">')
  })
})
