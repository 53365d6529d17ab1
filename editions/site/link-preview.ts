/**
 * The picture beside a link to the deck: the cover’s words, the rule of the second slide, the five marks. Kept in the public
 * folder, since hosts have no browser to draw it; a file beside it says what it was drawn from, so that a test sees its age.
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { escapeUTF8 } from 'entities'
import { filledPath, quartersOf } from '../../engine/figures/grade-circle.ts'
import { GRADE_WORDS, type Grade, GRADES } from '../../engine/register/vocabulary.ts'
import { loadOrThrow } from '../../slidev/deck.ts'

export const PICTURE_FILE = 'link-preview.png'
export const ABOUT_FILE = 'link-preview.json'
export const PICTURE_WIDTH = 1200
export const PICTURE_HEIGHT = 630
/** Bytes; some services show none that is much larger. */
export const PICTURE_LIMIT = 400_000

export interface Cover {
  readonly title: string
  readonly sentence: string
  readonly rule: string
}

/** @throws Error with the faults of the brief */
export async function readCover(folder: string): Promise<Cover> {
  const [first, second] = (await loadOrThrow(folder)).story.slides
  const sentence = first?.content.split('\n').find((line) => /^[“A-Z]/.test(line))
  return { title: first?.title ?? '', sentence: sentence ?? '', rule: second?.title ?? '' }
}

const require = createRequire(import.meta.url)
function face(family: string, file: string): string {
  const data = readFileSync(require.resolve(file)).toString('base64')
  return `@font-face { font-family: '${family}'; font-weight: 100 900; src: url(data:font/woff2;base64,${data}) }`
}
const colours = readFileSync(new URL('../../styles/tokens.css', import.meta.url), 'utf8')

const mark = (grade: Grade) =>
  `<span><svg viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" stroke-width="1.5"/>` +
  `<path d="${filledPath(quartersOf(grade) ?? 0, 8, 8, 6)}" fill="currentColor"/></svg>${GRADE_WORDS[grade]}</span>`

export const previewPage = ({ title, sentence, rule }: Cover): string => `<!doctype html>
<meta charset="utf-8">
<style>
${face('Newsreader', '@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2')}
${face('Public Sans', '@fontsource-variable/public-sans/files/public-sans-latin-wght-normal.woff2')}
${colours}
* { box-sizing: border-box; margin: 0 }
body { display: flex; flex-direction: column; width: ${PICTURE_WIDTH}px; height: ${PICTURE_HEIGHT}px; padding: 64px 80px 56px; background: var(--paper); color: var(--ink); font-family: var(--sans) }
h1 { font-family: var(--serif); font-size: 124px; font-weight: 440; line-height: 1; letter-spacing: -0.015em }
p { max-width: 960px; margin-top: 26px; font-size: 33px; line-height: 1.3; color: var(--quiet); text-wrap: pretty }
strong { margin-top: auto; padding: 26px 0 24px; border-top: 3px solid var(--accent); font-size: 53px; font-weight: 650; letter-spacing: -0.012em; color: var(--accent) }
div { display: flex; justify-content: space-between; font-size: 23px; font-weight: 550 }
span { display: flex; gap: 10px; align-items: center }
svg { width: 30px; height: 30px }
</style>
<h1>${escapeUTF8(title)}</h1>
<p>${escapeUTF8(sentence)}</p>
<strong>${escapeUTF8(rule)}</strong>
<div>${GRADES.map(mark).join('')}</div>
`

interface AboutPicture {
  readonly words: string
  /** SHA-256 of the page that was photographed. */
  readonly source: string
  readonly picture: string
}

const hashOf = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex')

export const aboutPicture = (cover: Cover, picture: Uint8Array): AboutPicture => ({
  words: `${cover.title}. ${cover.rule}.`,
  source: hashOf(previewPage(cover).replaceAll('\r\n', '\n')),
  picture: hashOf(picture),
})

/** What the picture in a folder of public files shows. @throws Error where it, or the file beside it, is missing */
export function wordsIn(folder: string): string {
  const missing = [PICTURE_FILE, ABOUT_FILE].find((file) => !existsSync(join(folder, file)))
  if (missing !== undefined) throw new Error(`public/${missing} is missing. Make it with: npm run link-preview`)
  return (JSON.parse(readFileSync(join(folder, ABOUT_FILE), 'utf8')) as AboutPicture).words
}
