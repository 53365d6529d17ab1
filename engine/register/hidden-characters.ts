/**
 * Characters that cannot be seen, or that show a text in another order than it has: what is written would not be what a
 * reader reads. The joiners, marks and variants that some scripts and emoji need are left. U+FFFD stands where bytes were no UTF-8.
 */
const HIDDEN = /[[[\p{Cc}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{DI}\ufff9-\ufffd]--[\p{M}\u200c\u200d]]\u{e0100}-\u{e01ef}]/v
const ALL = new RegExp(HIDDEN, 'gv')

/** Line breaks and tabs are none. `first`: of a file, where a byte order mark may stand. */
export const hiddenCharacter = (text: string, first = false): string | undefined =>
  HIDDEN.exec((first ? text.replace(/^\ufeff/, '') : text).replace(/[\t\n]/g, ''))?.[0]

const NAMES: Readonly<Record<string, string>> = {
  '\u0000': 'a NUL',
  '\r': 'a carriage return in its middle',
  '\ufeff': 'a byte order mark in its middle',
  '\ufffd': 'U+FFFD (bytes that are no UTF-8: save the file as UTF-8)',
}

export const codeOf = (character: string): string => `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
export const nameOf = (character: string): string => NAMES[character] ?? codeOf(character)

export const showHidden = (text: string): string =>
  text.replace(ALL, (character) => (/[\t\n]/.test(character) ? character : `<${codeOf(character)}>`))
