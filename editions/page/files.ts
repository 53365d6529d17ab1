import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DATA_FILES, DATA_TYPES, dataText } from '../data/texts.ts'
import { loadPageStory } from './story.ts'
import { renderPage } from './render.ts'
import { pageScript } from './script/bundle.ts'
import { FONTS } from './styles.ts'

interface PageFile {
  readonly type: string
  readonly content: () => Promise<string | Uint8Array>
}

/** The reading page and the data that it offers, by path from the deck’s own. */
export const pageFiles = (brief: string): ReadonlyMap<string, PageFile> =>
  new Map<string, PageFile>([
    ['read/index.html', { type: 'text/html; charset=utf-8', content: () => renderPage(brief) }],
    ['read/read.js', { type: 'text/javascript; charset=utf-8', content: async () => pageScript(await loadPageStory(brief)) }],
    ...FONTS.map(
      (font) =>
        [
          `read/fonts/${basename(font)}`,
          { type: 'font/woff2', content: async () => readFileSync(fileURLToPath(import.meta.resolve(font))) },
        ] as const,
    ),
    ...DATA_FILES.map(
      (name) =>
        [
          name,
          { type: `${DATA_TYPES[name]}; charset=utf-8`, content: async () => dataText(name, (await loadPageStory(brief)).register) },
        ] as const,
    ),
  ])
