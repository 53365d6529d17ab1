import { escapeUTF8 } from 'entities'
import { DomUtils, parseDocument } from 'htmlparser2'
import { PICTURE_HEIGHT, PICTURE_WIDTH } from './link-preview.ts'
import { registerFor } from './offline.ts'
import { policyFor } from './policy.ts'

export interface Site {
  /** Of a link: its address, absolute where that is known, and what it shows. */
  readonly picture: { readonly address: string; readonly words: string }
  /** Path of the site, with a slash at both ends; null where it may be anywhere: then no page is kept. */
  readonly base: string | null
}

const BEGIN = '<!-- web -->'
/** A page from disk that is put beside others stays one. */
const BEGIN_ALONE = '<!-- web, alone -->'
const END = '<!-- /web -->'
const BLOCK = /\n?<!-- web(?:, alone)? -->[\s\S]*?<!-- \/web -->/
const PREVIEW = /\s*<meta (?:property|name)="(?:og|twitter):[^>]*>/g
/** Slidev puts quotation marks within those of the attribute. */
const QUOTED = /(<meta name="(?:description|keywords)" content=")&quot;([^">]*)&quot;(">)/g

export const isAlone = (html: string): boolean => html.includes(BEGIN_ALONE)

function previewOf(html: string, picture: Site['picture'] | undefined): string[] {
  const { children } = parseDocument(html)
  const title = DomUtils.getElementsByTagName('title', children, true, 1)
  const description = DomUtils.getElementsByTagName('meta', children).find(({ attribs }) => attribs['name'] === 'description')
  return Object.entries({
    'property="og:type"': 'website',
    'property="og:title"': DomUtils.textContent(title).trim(),
    'property="og:description"': description?.attribs['content'] ?? '',
    ...(picture && {
      'property="og:image"': picture.address,
      'property="og:image:width"': String(PICTURE_WIDTH),
      'property="og:image:height"': String(PICTURE_HEIGHT),
      'property="og:image:alt"': picture.words,
      'name="twitter:card"': 'summary_large_image',
    }),
  }).flatMap(([name, value]) => (value === '' ? [] : [`<meta ${name} content="${escapeUTF8(value)}">`]))
}

/**
 * Puts policy, link preview (Open Graph) and the script that keeps the page into one block after the encoding, made anew
 * if it is there.
 *
 * @param site null where the page is opened alone, from disk
 * @throws Error where the page does not say its encoding
 */
export function finishPage(html: string, site: Site | null): string {
  const base = site?.base ?? null
  let bare = html.replace(BLOCK, '').replaceAll(PREVIEW, '').replaceAll(QUOTED, '$1$2$3')
  // Slidev names the favicon beside the page, and the deck has pages in folders: `presenter/12`.
  if (base !== null) bare = bare.replace(/(?<=<link rel="icon" href=")(?=favicon\.svg">)/, () => escapeUTF8(base))
  const encoding = /<meta charset="?utf-8"?\s*\/?>/i.exec(bare)
  if (!encoding) throw new Error('A built page has no <meta charset="utf-8">: see editions/site/page.ts')
  const at = encoding.index + encoding[0].length
  const script = base === null ? [] : [`<script>${registerFor(base)}</script>`]
  // First, since it holds for what comes after it. No character in it needs an escape.
  const policy = `<meta http-equiv="Content-Security-Policy" content="${policyFor(bare + script.join(''), site === null)}">`
  const block = [site === null ? BEGIN_ALONE : BEGIN, policy, ...previewOf(bare, site?.picture), ...script, END].join('\n')
  return `${bare.slice(0, at)}\n${block}${bare.slice(at)}`
}
