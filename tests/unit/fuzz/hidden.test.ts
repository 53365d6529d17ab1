/** What nobody can see in a text is found, and shown by its number. */
import { describe, expect, it } from 'vitest'
import { hiddenCharacter, nameOf, showHidden } from '../../../engine/register/hidden-characters.ts'
import { forEachCase } from '../../support/faults.ts'

describe('a hidden character', () => {
  it('is found wherever it stands', () =>
    forEachCase(
      [
        '\u0000',
        '\u0007',
        '\u001b',
        '\r',
        '\u007f',
        '\u0085',
        '\u00ad',
        '\u061c',
        '\u180e',
        '\u200b',
        '\u200e',
        '\u200f',
        '\u2028',
        '\u2029',
        '\u202a',
        '\u202e',
        '\u2060',
        '\u2064',
        '\u2066',
        '\u206f',
        '\ufeff',
        '\ufff9',
        '\ufffd',
        '\uffff',
        '\ue000',
        '\ud800',
        '\u{e0041}',
      ],
      (character) => {
        expect(hiddenCharacter(`one${character}two`)).toBe(character)
        expect(hiddenCharacter(character)).toBe(character)
      },
    ))

  it('is none of what scripts and emoji need, nor a line break', () =>
    forEachCase(['', 'one two', 'a\tb\nc', 'x\u200cy\u200dz', 'نص', '🏳️', 'é', '“–’…', 'a\u00a0b'], (text) => {
      expect(hiddenCharacter(text)).toBeUndefined()
      expect(showHidden(text)).toBe(text)
    }))

  it('is a byte order mark, except at the start of a file', () => {
    expect(hiddenCharacter('\ufeffa')).toBe('\ufeff')
    expect(hiddenCharacter('\ufeffa', true)).toBeUndefined()
    expect(hiddenCharacter('\ufeff\ufeffa', true)).toBe('\ufeff')
    expect(hiddenCharacter('a\ufeff', true)).toBe('\ufeff')
  })
})

it('is named so that one can look it up', () => {
  expect(['\u0000', '\r', '\ufeff', '\ufffd', '\u0007', '\u202e', '\u{e0041}'].map(nameOf)).toEqual([
    'a NUL',
    'a carriage return in its middle',
    'a byte order mark in its middle',
    'U+FFFD (bytes that are no UTF-8: save the file as UTF-8)',
    'U+0007',
    'U+202E',
    'U+E0041',
  ])
})

it('is shown by its number, each of them, beside line breaks and tabs as they are', () => {
  expect(showHidden('a\u001b[31m\u202eb\tc\nd')).toBe('a<U+001B>[31m<U+202E>b\tc\nd')
})
