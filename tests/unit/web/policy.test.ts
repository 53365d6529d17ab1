/** The policy of a built page: what it lets, and that it lets nothing else. */
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { policyFor } from '../../../editions/site/policy.ts'

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
const rulesOf = (html: string, alone = false) =>
  Object.fromEntries(
    policyFor(html, alone)
      .split('; ')
      .map((rule) => [rule.split(' ')[0]!, rule.split(' ').slice(1)]),
  )
const page = (inner: string) => `<!DOCTYPE html><html><head>${inner}</head><body></body></html>`

describe('policyFor', () => {
  it('lets nothing but the page’s own files where nothing stands in it', () => {
    expect(rulesOf(page('<script type="module" src="/a.js"></script><link rel="stylesheet" href="/a.css">'))).toEqual({
      'default-src': [`'none'`],
      'script-src': [`'self'`],
      'style-src': [`'self'`],
      'img-src': [`'self'`, 'data:'],
      'font-src': [`'self'`, 'data:'],
      'worker-src': [`'self'`],
      'base-uri': [`'none'`],
      'form-action': [`'none'`],
    })
  })

  it('lets no file at all where the page goes alone', () => {
    const rules = rulesOf(page('<script>1</script>'), true)
    expect(rules).toMatchObject({ 'script-src': [hash('1')], 'style-src': [`'none'`], 'img-src': ['data:'], 'worker-src': [`'none'`] })
    expect(Object.values(rules).flat()).not.toContain(`'self'`)
  })

  it.each([
    ['a script', '<script>go(1 < 2 && "“")</script>', 'script-src', 'go(1 < 2 && "“")'],
    ['a module', '<script type="module" crossorigin>\nimport.meta\n</script>', 'script-src', '\nimport.meta\n'],
    ['line ends of Windows', '<script>a\r\nb</script>', 'script-src', 'a\nb'],
    ['a style', '<style media="print">p > a { color: red }</style>', 'style-src', 'p > a { color: red }'],
  ])('lets %s by the hash of its text', (_, html, rule, text) => {
    expect(rulesOf(page(html))[rule]).toEqual([`'self'`, hash(text)])
  })

  it('has no hash for data that does not run, nor twice for one text', () => {
    expect(rulesOf(page('<script type="application/ld+json">{}</script><script>1</script><script>1</script>'))['script-src']).toEqual([
      `'self'`,
      hash('1'),
    ])
  })

  it('lets style attributes by their hash, where there are any', () => {
    expect(rulesOf(page('<p>'))).not.toHaveProperty('style-src-attr')
    expect(rulesOf(page('<p style="color: red"><b style="color: red">'))['style-src-attr']).toEqual([`'unsafe-hashes'`, hash('color: red')])
  })

  it('lets the styles that Slidev puts in by script on Slidev’s pages alone', () => {
    expect(rulesOf(page('<div id="app"></div>'))['style-src']).toContain(hash(''))
    expect(rulesOf(page('<main></main>'))['style-src']).toEqual([`'self'`])
  })

  it('lets nothing inline at large, no evaluation, and no other host', () => {
    for (const alone of [true, false]) {
      expect(policyFor(page('<div id="app"></div><script>1</script><style>p{}</style><i style="a:b"></i>'), alone)).not.toMatch(
        /'unsafe-(?:inline|eval)'|https?:|\*|blob:|wss?:/,
      )
    }
  })
})
