/**
 * Characters that cannot be seen, or that show a text in another order than it has: what is written would not be what a
 * reader reads. U+FFFD stands where bytes were no UTF-8.
 */
const HIDDEN = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffd\u{e0000}-\u{e0fff}]/u
const ALL = new RegExp(HIDDEN, 'gu')
/** A line break, and what indents. */
const PLAIN = /[\t\n]/g

/**
 * The first such character, if there is one; line breaks and tabs are none. The joiners that some scripts and emoji need are left.
 *
 * @param first of a file, where a byte order mark may stand
 */
export function hiddenCharacter(text: string, first = false): string | undefined {
  return HIDDEN.exec((first ? text.replace(/^\ufeff/, '') : text).replace(PLAIN, ''))?.[0]
}

const NAMES: Readonly<Record<string, string>> = {
  '\u0000': 'a NUL',
  '\r': 'a carriage return in its middle',
  '\ufeff': 'a byte order mark in its middle',
  '\ufffd': 'U+FFFD (bytes that are no UTF-8: save the file as UTF-8)',
}

/** “U+202E”, as a person can look it up. */
export const nameOf = (character: string): string => NAMES[character] ?? `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`

/** A text with what is hidden in it shown by its number. */
export const showHidden = (text: string): string => text.replace(ALL, (character) => (/[\t\n]/.test(character) ? character : `<U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}>`))
