/** What a rule finds and we let stand, each with its reason and the day it was let stand. */

export interface Exception {
  /** The slide's heading; a number would move. */
  readonly slide: string
  /** As the rule's message names it: a part of the path, or of axe's target. */
  readonly selector: string
  /** Name of a rule of `measure-rules.ts`; “axe” for all of axe's. */
  readonly rule: string
  readonly reason: string
  /** YYYY-MM-DD */
  readonly date: string
}

export const EXCEPTIONS: readonly Exception[] = []

/** @returns the faults that no exception covers, and the exceptions that covered one. */
export function excuse(
  exceptions: readonly Exception[],
  slide: string,
  rule: string,
  faults: readonly string[],
): { readonly left: readonly string[]; readonly used: readonly Exception[] } {
  const here = exceptions.filter((each) => each.slide === slide && each.rule === rule)
  const covers =
    (fault: string) =>
    ({ selector }: Exception) =>
      fault.includes(selector)
  return {
    left: faults.filter((fault) => !here.some(covers(fault))),
    used: here.filter((each) => faults.some((fault) => covers(fault)(each))),
  }
}

/** One line for each exception: that it holds something, or that it holds nothing any more. */
export const reportExceptions = (
  exceptions: readonly Exception[],
  used: ReadonlySet<Exception>,
): { readonly inUse: readonly string[]; readonly idle: readonly string[] } => {
  const line = ({ slide, selector, rule, reason, date }: Exception) => `“${slide}”, ${selector}: ${rule} let stand since ${date}: ${reason}`
  return { inUse: exceptions.filter((each) => used.has(each)).map(line), idle: exceptions.filter((each) => !used.has(each)).map(line) }
}
