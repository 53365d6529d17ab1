/** The reading page, whole: what Vue renders, made small, with its head, its style sheet and its script. */
import { fileURLToPath } from 'node:url'
import { escapeUTF8 } from 'entities'
import { finish, unquoted } from './finish.ts'
import { minified, pageStyles } from './styles.ts'
import { pageServer } from './vite.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

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
  }
  finally {
    await server.close()
  }
}
