/**
 * What a built page gets once it is whole: what a link to it shows (Open Graph), the script that keeps it for when there
 * is no network, and its policy. All of it stands in one block after the encoding, and is made anew if it is there.
 */
import { DomUtils, parseDocument } from 'htmlparser2'
import { type Picture, PICTURE_HEIGHT, PICTURE_WIDTH } from './link-preview.ts'
import { registerFor } from './offline.ts'
import { policyFor } from './policy.ts'

export interface Site {
  /** The picture that a link shows. */
  readonly picture: Picture
  /** Its path, with a slash at both ends; null where it may lie anywhere. Without one the browser is not asked to keep it. */
  readonly base: string | null
}

const BEGIN = '<!-- web -->'
/** So that a page from disk, put beside others, stays one. */
const BEGIN_ALONE = '<!-- web, alone -->'
const END = '<!-- /web -->'
const BLOCK = new RegExp(`\\n?${BEGIN.replace(' -->', '(?:, alone)? -->')}[\\s\\S]*?${END}`)
/** Slidev's own, and what another step may have put in: there is one of each. */
const PREVIEW = /\s*<meta (?:property|name)="(?:og|twitter):[^>]*>/g
/** Slidev puts quotation marks of its own within those of the attribute. */
const QUOTED = /(<meta name="(?:description|keywords)" content=")&quot;([^">]*)&quot;(">)/g

export const isAlone = (html: string): boolean => html.includes(BEGIN_ALONE)

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** The page's own title and description: the reading page has others than the deck. */
function aboutPage(html: string): { readonly title: string; readonly description: string } {
  const { children } = parseDocument(html)
  const [title] = DomUtils.getElementsByTagName('title', children, true, 1)
  const description = DomUtils.getElementsByTagName('meta', children).find(({ attribs }) => attribs['name'] === 'description')
  return { title: title ? DomUtils.textContent(title).trim() : '', description: description?.attribs['content'] ?? '' }
}

function previewOf(html: string, picture: Picture | null): readonly string[] {
  const { title, description } = aboutPage(html)
  const values: readonly (readonly [string, string])[] = [
    ['property="og:type"', 'website'],
    ['property="og:title"', title],
    ['property="og:description"', description],
    ...(picture
      ? ([
          ['property="og:image"', picture.address],
          ['property="og:image:width"', String(PICTURE_WIDTH)],
          ['property="og:image:height"', String(PICTURE_HEIGHT)],
          ['property="og:image:alt"', picture.words],
          ['name="twitter:card"', 'summary_large_image'],
        ] as const)
      : []),
  ]
  return values.filter(([, value]) => value !== '').map(([name, value]) => `<meta ${name} content="${escaped(value)}">`)
}

/** Slidev names the favicon as a file beside the page, and the deck has pages in folders: `presenter/12`. */
const withIcon = (html: string, base: string | null): string => (base === null ? html : html.replace('<link rel="icon" href="favicon.svg">', () => `<link rel="icon" href="${escaped(base)}favicon.svg">`))

/**
 * @param html a built page
 * @param site null where the page goes alone, from disk
 * @returns it with the block; the same, where it has it already and nothing else changed
 * @throws Error where it does not say its encoding, since the block stands after that
 */
export function finishPage(html: string, site: Site | null): string {
  const bare = withIcon(html.replace(BLOCK, '').replaceAll(PREVIEW, '').replaceAll(QUOTED, '$1$2$3'), site?.base ?? null)
  const encoding = /<meta charset="?utf-8"?\s*\/?>/i.exec(bare)
  if (!encoding) throw new Error('A built page has no <meta charset="utf-8">: see editions/site/page.ts')
  const at = encoding.index + encoding[0].length
  const script = site === null || site.base === null ? [] : [`<script>${registerFor(site.base)}</script>`]
  const policy = `<meta http-equiv="Content-Security-Policy" content="${escaped(policyFor(bare + script.join(''), site === null))}">`
  // The policy first: it holds for what comes after it.
  const block = [site === null ? BEGIN_ALONE : BEGIN, policy, ...previewOf(bare, site?.picture ?? null), ...script, END].join('\n')
  return `${bare.slice(0, at)}\n${block}${bare.slice(at)}`
}
