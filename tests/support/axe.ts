/** axe, in the page. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-chromium'

/** To be run in the page first. */
export const axeSource: string = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Contrast is left to the rule textContrast: axe takes long over it, and gives up where a drawing lies under or over a text. */
const OPTIONS: RunOptions = { rules: { 'color-contrast': { enabled: false } }, resultTypes: ['violations'], preload: false, iframes: false }

/** @returns what axe finds in an element, one line a place */
export async function axeFaults(page: Page, selector: string): Promise<string[]> {
  const { violations, passes } = await page.evaluate(
    ({ root, options }) =>
      (window as unknown as { axe: { run: (context: unknown, options: unknown) => Promise<AxeResults> } }).axe.run(
        { include: [[root]] },
        options,
      ),
    { root: selector, options: OPTIONS },
  )
  if (passes.length + violations.length === 0) return ['axe ran no rule']
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, any }) => `${id} (${help}) at ${target.join(' ')}${any[0] ? `: ${any[0].message}` : ''}`),
  )
}
