import { fileURLToPath } from 'node:url'
import { escapeUTF8 } from 'entities'
import { finish, unquoted } from './finish.ts'
import { minified, pageStyles } from './styles.ts'
import { pageServer } from './vite.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The page as HTML; beside it are `read.js` and fonts/. @throws Error with the faults of the brief in the folder */
export async function renderPage(brief: string): Promise<string> {
  const server = await pageServer(brief)
  try {
    const module = (await server.ssrLoadModule(here('entry.ts'))) as typeof import('./entry.ts')
    const { html: rendered, title, description } = await module.render()
    const { html, css } = finish(rendered)
    return unquoted(
      [
        '<!doctype html>',
        '<html lang="en">',
        '<head>',
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        `<title>${escapeUTF8(title)}: reading edition</title>`,
        `<meta name="description" content="${escapeUTF8(description)}">`,
        '<link rel="icon" href="../favicon.svg">',
        `<style>${minified(`${pageStyles()}\n${css}`)}</style>`,
        '<script src="read.js" defer></script>',
        '</head>',
        `<body>${html}</body>`,
        '</html>',
      ].join('\n'),
    )
  } finally {
    await server.close()
  }
}
