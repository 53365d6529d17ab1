/** Listens for what a page’s policy refuses. */
import type { BrowserContext } from 'playwright-chromium'

export interface Refused {
  /** The part of the policy, such as `script-src-elem`. */
  readonly rule: string
  /** `inline`, or an address. */
  readonly what: string
}

/** @returns what was refused in any page of the context since the last call */
export async function watchPolicy(context: BrowserContext): Promise<() => readonly Refused[]> {
  let refused: Refused[] = []
  await context.exposeFunction('reportRefused', (each: Refused) => void refused.push(each))
  await context.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective: rule, blockedURI: what }) =>
      (window as unknown as { reportRefused: (refused: Refused) => void }).reportRefused({ rule, what }),
    ),
  )
  return () => {
    const found = refused
    refused = []
    return found
  }
}
