/** `minutes: 10` shows a slide in both ways, `minutes: 20` in the longer; others can still be jumped to. */

/** Shortest first. */
export const TALK_LENGTHS = [10, 20] as const
export type TalkLength = (typeof TALK_LENGTHS)[number]

export const isTalkLength = (value: unknown): value is TalkLength => (TALK_LENGTHS as readonly unknown[]).includes(value)

/** The whole deck (null), the longest, and so on down, the whole deck again. */
export function wayAfter(way: TalkLength | null): TalkLength | null {
  const shorter = way === null ? TALK_LENGTHS : TALK_LENGTHS.filter((each) => each < way)
  return shorter.at(-1) ?? null
}

/** Numbers 1-based and in order; `minutes` as the frontmatter of each slide has it. */
export const slidesInTalk = (minutes: readonly unknown[], way: TalkLength): number[] =>
  minutes.flatMap((shown, index) => (isTalkLength(shown) && shown <= way ? [index + 1] : []))

/**
 * The slide that one comes to from another. Before the way's first and after its last one goes on slide by slide.
 *
 * @param inTalk numbers of the slides on the way, in order; null for the whole deck
 * @param no where one is, on the way or not
 * @param by 1 onward, -1 back
 * @param last number of the deck's last slide; one never leaves the deck
 */
export function neighbour(inTalk: readonly number[] | null, no: number, by: 1 | -1, last: number): number {
  const to = by === 1 ? inTalk?.find((each) => each > no) : inTalk?.findLast((each) => each < no)
  return Math.min(Math.max(to ?? no + by, 1), last)
}
