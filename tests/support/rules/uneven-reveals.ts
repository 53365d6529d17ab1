/**
 * Each click reveals exactly one more part and hides none.
 *
 * @param steps for each click, from 0, the numbers of the hidden parts
 */
export function unevenReveals(steps: readonly (readonly number[])[]): string[] {
  const faults = steps.flatMap((now, click) => {
    if (click === 0) return []
    const before = steps[click - 1]!
    const revealed = before.filter((part) => !now.includes(part)).length
    const hidden = now.filter((part) => !before.includes(part)).length
    return revealed === 1 && hidden === 0 ? [] : [`click ${click} reveals ${revealed} parts and hides ${hidden}`]
  })
  const left = steps.at(-1)?.length ?? 0
  return left === 0 ? faults : [...faults, `${left} parts stay hidden after the last click`]
}
