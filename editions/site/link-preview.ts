/**
 * The picture that stands beside a link to the deck: the cover’s words, the rule of the second slide, and the five marks.
 *
 * It is kept in the public folder, since hosts that build the deck have no browser to draw it. It carries what it was
 * drawn from and what it shows; a test says where that is no longer so.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { loadBrief } from '../../engine/brief.ts'
import { deck } from '../../slidev/deck.ts'
import { GRADE_WORDS, type Grade } from '../../engine/register/vocabulary.ts'
import { filledPath, quartersOf } from '../../engine/figures/grade-circle.ts'

export const PICTURE_FILE = 'link-preview.png'
export const PICTURE_WIDTH = 1200
export const PICTURE_HEIGHT = 630
/** In bytes; some services show none that is much larger. */
export const PICTURE_LIMIT = 400_000
/** Keywords of the words in the picture. */
export const [MADE_FROM, SHOWS] = ['Source', 'Description']

export interface Picture {
  /** Absolute where it is known, as the protocol asks. */
  readonly address: string
  /** What it shows, for those who cannot see it. */
  readonly words: string
}

export interface Cover {
  readonly title: string
  readonly sentence: string
  readonly rule: string
}

/**
 * @param folder of the brief
 * @throws Error with the faults of the register
 */
export async function readCover(folder: string): Promise<Cover> {
  const { brief, faults } = await loadBrief(folder, deck)
  if (!brief) throw new Error(faults ?? 'The brief did not load.')
  const { slides } = brief.story
  const sentence = (slides[0]?.content ?? '').split('\n').find((line) => /^[“A-Z]/.test(line))
  return { title: slides[0]?.title ?? '', sentence: sentence ?? '', rule: slides[1]?.title ?? '' }
}

export const wordsOf = ({ title, rule }: Cover): string => `${title}. ${rule}.`

const require = createRequire(import.meta.url)
const face = (family: string, file: string) => `@font-face { font-family: '${family}'; font-weight: 100 900; src: url(data:font/woff2;base64,${readFileSync(require.resolve(file)).toString('base64')}) }`
const colours = readFileSync(new URL('../../styles/tokens.css', import.meta.url), 'utf8')

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const GRADES: readonly Grade[] = ['S0', 'S1', 'S2', 'S3', 'S4']

const glyph = (grade: Grade) => `<svg viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="${filledPath(quartersOf(grade) ?? 0, 8, 8, 6)}" fill="currentColor"/></svg>`

/** The page that is photographed. */
export function previewPage({ title, sentence, rule }: Cover): string {
  return `<!doctype html>
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
<h1>${escaped(title)}</h1>
<p>${escaped(sentence)}</p>
<strong>${escaped(rule)}</strong>
<div>${GRADES.map((grade) => `<span>${glyph(grade)}${GRADE_WORDS[grade]}</span>`).join('')}</div>
`
}

/** What the picture of such a page says that it was made from. */
export const sourceOf = (page: string): string => createHash('sha256').update(page.replaceAll('\r\n', '\n')).digest('hex')
