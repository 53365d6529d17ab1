/** Where the built pages will stand, as far as that is known while they are built. */

export type Environment = Readonly<Record<string, string | undefined>>

/** Environment variable: the address of the deck’s first page, with its path. */
export const SITE = 'CLAIM_SITE'

const absolute = (base: string, address: string): URL | null => {
  try {
    const url = new URL(address)
    return /^https?:$/.test(url.protocol) ? new URL(base, url) : null
  }
  catch {
    return null
  }
}

/**
 * `CLAIM_SITE`, else what Netlify and Vercel say of the site that they build.
 *
 * @param base path of the site, with a slash at both ends
 * @returns the address with a slash at its end; null where nobody says it
 * @throws Error where `CLAIM_SITE` is no address, or leads elsewhere than to `base`
 */
export function siteAddress(base: string, env: Environment): string | null {
  const given = env[SITE]
  if (given) {
    const url = absolute(base, given)
    if (!url) throw new Error(`${SITE}=${given}: give the address of the site, whole, with its path`)
    if (`${new URL(given).pathname.replace(/\/$/, '')}/` !== base) throw new Error(`${SITE}=${given} does not end in ${base}, the path that the deck is built for (--base).`)
    return url.href
  }
  const told = env['NETLIFY'] ? env['URL'] : env['VERCEL'] && env['VERCEL_PROJECT_PRODUCTION_URL'] ? `https://${env['VERCEL_PROJECT_PRODUCTION_URL']}` : undefined
  return told === undefined ? null : (absolute(base, told)?.href ?? null)
}
