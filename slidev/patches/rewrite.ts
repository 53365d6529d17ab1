/**
 * Slidev's own source, changed where it has no setting. What is changed must stand there as it is known here, so that a
 * new version of Slidev stops the build and does not quietly do without.
 */

/** A part of a module as Slidev has it, and what stands there instead. */
export type Rewriting = readonly (readonly [written: string, instead: string])[]

/**
 * @param module the module, for the message
 * @param knownBy the file that holds the rewriting
 * @throws Error where a part is not there once
 */
export function rewrite(code: string, rewriting: Rewriting, { module, knownBy }: { readonly module: string; readonly knownBy: string }): string {
  return rewriting.reduce((text, [written, instead]) => {
    const [before, after, ...others] = text.split(written)
    if (after === undefined || others.length > 0) throw new Error(`Slidev is written in another way than ${knownBy} knows: “${written}” stands ${text.split(written).length - 1} times in ${module}, not once. Write it there as Slidev has it now.`)
    return before! + instead + after
  }, code)
}
