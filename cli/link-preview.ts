/** `npm run link-preview`: draws the picture beside a link to the deck anew, into the public folder. */
import { join } from 'node:path'
import { briefAsked } from './brief.ts'
import { chromium } from 'playwright-chromium'
import { getBrowser, launchOptions } from '../editions/browser/browser.ts'
import { writeFileAtomic } from '../editions/atomic-write.ts'
import {
  ABOUT_FILE,
  aboutPicture,
  PICTURE_FILE,
  PICTURE_HEIGHT,
  PICTURE_LIMIT,
  PICTURE_WIDTH,
  previewPage,
  readCover,
} from '../editions/site/link-preview.ts'

async function photograph(html: string): Promise<Uint8Array> {
  const { path } = await getBrowser()
  const browser = await chromium.launch(launchOptions(path))
  try {
    const page = await browser.newPage({ viewport: { width: PICTURE_WIDTH, height: PICTURE_HEIGHT }, colorScheme: 'light' })
    await page.setContent(html)
    await page.evaluate(() => document.fonts.ready)
    if (await page.evaluate(() => document.documentElement.scrollHeight > innerHeight))
      throw new Error('The words of the cover are too many for the picture of a link: see editions/site/link-preview.ts')
    return await page.screenshot()
  } finally {
    await browser.close()
  }
}

export async function run(words: readonly string[]): Promise<number> {
  const { brief } = briefAsked(words)
  const cover = await readCover(brief)
  const picture = await photograph(previewPage(cover))
  if (picture.byteLength > PICTURE_LIMIT)
    throw new Error(`The picture of a link has ${picture.byteLength} bytes; services show none above ${PICTURE_LIMIT}.`)
  writeFileAtomic(join(brief, 'public', PICTURE_FILE), picture)
  writeFileAtomic(join(brief, 'public', ABOUT_FILE), `${JSON.stringify(aboutPicture(cover, picture), null, 2)}\n`)
  console.log(`public/${PICTURE_FILE}, ${Math.round(picture.byteLength / 1000)} kB`)
  return 0
}
