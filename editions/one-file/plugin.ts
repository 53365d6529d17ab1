/** For `slidev build --router-mode hash`: a file on disk has no other addresses. See also slidev/patches/one-file.ts. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PluginOption } from 'vite'
import { viteSingleFile } from 'vite-plugin-singlefile'
import { rewrite } from '../../slidev/patches/rewrite.ts'
import { fontLicences } from '../font-licences.ts'

/** Environment variable. */
export const ONE_FILE = 'CLAIM_ONE_FILE'

const NO_SCRIPT = '<noscript>These slides need JavaScript. Open this file in a browser that has it turned on.</noscript>'
const first = readFileSync(new URL('./first.js', import.meta.url), 'utf8')
const dataUrl = (svg: string): string => `data:image/svg+xml,${encodeURIComponent(svg.trim().replaceAll(/\s+/g, ' '))}`

/**
 * @param read reads a file of the public folder
 * @throws Error where Slidev's page has another icon, encoding or body than is known here
 */
export function standalonePage(html: string, read: (file: string) => string): string {
  const licences = fontLicences()
    .map(({ text }) => text.trim())
    .join('\n\n')
  return rewrite(
    html,
    [
      [/(<link rel="icon" href=")(?:\.?\/)?([\w-]+\.svg)"/, (_, before, file) => `${before}${dataUrl(read(file))}"`],
      // A browser looks for the encoding in the first kilobyte only.
      ['<meta charset="utf-8">', (meta) => `${meta}\n<!--\n${licences}\n-->\n<script>\n${first}</script>`],
      ['<body>', (body) => `${body}\n${NO_SCRIPT}`],
    ],
    'the page',
    'editions/one-file/plugin.ts',
    // There is no origin to ask for permission.
  ).replaceAll(/(<(?:script|link)\b[^>]*?) crossorigin(?=[ >])/g, '$1')
}

export function oneFile(): PluginOption[] {
  let publicFolder = ''
  return [
    {
      name: 'claim-by-claim:one-file',
      configResolved(config) {
        publicFolder = config.publicDir
      },
      transformIndexHtml: {
        order: 'post',
        handler: (html) => standalonePage(html, (file) => readFileSync(join(publicFolder, file), 'utf8')),
      },
    },
    viteSingleFile(),
  ]
}
