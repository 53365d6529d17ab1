/** What a built page asks for before its program could know that it needs it. */
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { preload, withImports } from '../../slidev/patches/preload.ts'

const chunk = (fileName: string, moduleIds: string[], imports: string[] = [], css: string[] = []) => ({
  type: 'chunk' as const,
  fileName,
  imports,
  moduleIds,
  viteMetadata: { importedCss: new Set(css) },
})
const files = Object.fromEntries(
  [
    chunk('a/index.js', ['/deck/main.ts'], ['a/vue.js'], ['a/index.css']),
    chunk('a/vue.js', ['/node_modules/vue/index.js']),
    chunk('a/view.js', ['/node_modules/@slidev/client/pages/play.vue'], ['a/vue.js', 'a/bar.js'], ['a/view.css']),
    chunk('a/bar.js', ['/x/bar.ts']),
    chunk('a/one.js', ['/deck/slides.md__slidev_1.md'], ['a/index.js', 'a/parts.js']),
    chunk('a/two.js', ['/deck/pages/x.md__slidev_2.md'], ['a/parts.js', 'a/bar.js'], ['a/two.css']),
    chunk('a/parts.js', ['/deck/components/X.vue'], ['a/parts.js'], ['a/parts.css']),
  ].map((each) => [each.fileName, each]),
)
const page =
  '<head>\n<meta name="viewport" content="x">\n<script src="/d/a/index.js"></script>\n<link href="/d/a/vue.js">\n<link rel="stylesheet" href="/d/a/index.css">\n</head>'
const html = preload(page, files, '/d/')

/** What the script asks for where the page has an address. */
function asked(pathname: string): string[] {
  const [, script] = /<script>([\s\S]*?)<\/script>/.exec(html)!
  const links: Record<string, string>[] = []
  runInNewContext(script!, {
    location: { pathname },
    document: { createElement: () => ({}), head: { append: (link: Record<string, string>) => links.push(link) } },
  })
  return links.map(({ rel, as, href }) => `${rel}${as ? ` ${as}` : ''} ${href}`)
}

it('all that a script imports is found, once, and in circles too', () => {
  expect([...withImports('a/two.js', files)]).toEqual(['a/two.js', 'a/two.css', 'a/parts.js', 'a/parts.css', 'a/bar.js'])
  expect([...withImports('nothing', files)]).toEqual([])
})

it('the view’s files stand in the page, after those that it names already', () => {
  expect(html.match(/<link [^>]*>/g)!.slice(2)).toEqual([
    '<link rel="modulepreload" crossorigin href="/d/a/view.js">',
    '<link rel="preload" as="style" crossorigin href="/d/a/view.css">',
    '<link rel="modulepreload" crossorigin href="/d/a/bar.js">',
  ])
})

it.each([
  ['/d/2', ['modulepreload /d/a/two.js', 'preload style /d/a/two.css', 'modulepreload /d/a/parts.js', 'preload style /d/a/parts.css']],
  [
    '/d/presenter/2',
    ['modulepreload /d/a/two.js', 'preload style /d/a/two.css', 'modulepreload /d/a/parts.js', 'preload style /d/a/parts.css'],
  ],
  ['/d/1', ['modulepreload /d/a/one.js', 'modulepreload /d/a/parts.js', 'preload style /d/a/parts.css']],
  ['/d/', ['modulepreload /d/a/one.js', 'modulepreload /d/a/parts.js', 'preload style /d/a/parts.css']],
  ['/d/99', []],
])('at %s the slide’s files are asked for', (pathname, expected) => {
  expect(asked(pathname)).toEqual(expected)
})

it('a script stands before every style sheet, which it would wait for', () => {
  expect(html.indexOf('<script>')).toBeLessThan(html.indexOf('stylesheet'))
})

it('where Slidev has the view or the slides in other modules, the build says so', () => {
  const { 'a/view.js': _, ...without } = files
  expect(() => preload(page, without, '/d/')).toThrow('slidev/patches/preload.ts')
  expect(() => preload(page, { 'a/view.js': files['a/view.js']! }, '/d/')).toThrow('slidev/patches/preload.ts')
})
