/** Build time only: the diff library does not ship. */
import { diffArrays } from 'diff'

/** Runs of a passage make it up, blanks and punctuation included. */
export interface Segment {
  readonly text: string
  /** Its words stand in the other passage too. */
  readonly same: boolean
}

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’-][\p{L}\p{N}\p{M}]+)*/gu
const wordsOf = (passage: string): string[] => passage.match(WORD) ?? []
const equal = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

/** Punctuation goes with the word before it, a blank at a cut with what is the same, so that no mark ends in one. */
function segmentsOf(passage: string, same: readonly boolean[]): Segment[] {
  const words = [...passage.matchAll(WORD)]
  const segments: { text: string; readonly same: boolean }[] = []
  const add = (text: string, isSame: boolean) => {
    const last = segments.at(-1)
    if (last?.same === isSame) last.text += text
    else if (text !== '') segments.push({ text, same: isSame })
  }
  if (words.length === 0) add(passage, true)
  for (const [index, { 0: word, index: start }] of words.entries()) {
    const end = start + word.length
    const gap = /^(\S*)([\s\S]*)$/.exec(passage.slice(end, words[index + 1]?.index))!
    add((index === 0 ? passage.slice(0, start) : '') + word + gap[1]!, same[index]!)
    add(gap[2]!, same[index]! || (same[index + 1] ?? false))
  }
  return segments
}

/** Each list is read in one go; capitals and punctuation make no difference. */
export function compareWords(
  ones: readonly string[],
  others: readonly string[],
): { readonly ones: readonly (readonly Segment[])[]; readonly others: readonly (readonly Segment[])[] } {
  const left: boolean[] = []
  const right: boolean[] = []
  for (const { value, added, removed } of diffArrays(ones.flatMap(wordsOf), others.flatMap(wordsOf), { comparator: equal })) {
    if (!added) left.push(...value.map(() => !removed))
    if (!removed) right.push(...value.map(() => !added))
  }
  const cut = (passages: readonly string[], same: boolean[]) =>
    passages.map((passage) => segmentsOf(passage, same.splice(0, wordsOf(passage).length)))
  return { ones: cut(ones, left), others: cut(others, right) }
}

/** Without the punctuation at their ends. */
export const onlyHere = (segments: readonly Segment[]): string[] =>
  segments.filter(({ same }) => !same).map(({ text }) => text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
