/** The reading page, whole: what Vue renders, made small, with its head, its style sheet and its script. */
import { minify } from 'html-minifier-next'
import { fileURLToPath } from 'node:url'
import { finish } from './finish.ts'
import { pageStyles } from './styles.ts'
import { pageServer } from './vite.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

interface Entry {
  readonly render: () => Promise<{ readonly html: string; readonly title: string; readonly description: string }>
}

/**
 * @param brief its folder
 * @returns the page as HTML; beside it stand `read.js` and fonts/
 * @throws Error with the faults of the register or of the story
 */
export async function renderPage(brief: string): Promise<string> {
  const server = await pageServer(brief)
  try {
    const module = (await server.ssrLoadModule(here('entry.ts'))) as Entry
    const { html: rendered, title, description } = await module.render()
    const { html, css } = finish(rendered)
    const style = `${pageStyles()}\n${css}`
    return await minify(
      [
        '<!doctype html>',
        '<html lang="en">',
        '<head>',
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        `<title>${escape(title)}: reading edition</title>`,
        `<meta name="description" content="${escape(description)}">`,
        '<link rel="icon" href="../favicon.svg">',
        `<style>${style}</style>`,
        '<script src="read.js" defer></script>',
        '</head>',
        `<body>${html}</body>`,
        '</html>',
      ].join('\n'),
      { collapseWhitespace: true, conservativeCollapse: true, removeAttributeQuotes: true, decodeEntities: false, minifyCSS: true, caseSensitive: true, keepClosingSlash: true },
    )
  }
  finally {
    await server.close()
  }
}
