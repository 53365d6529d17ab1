const SITE = 'CLAIM_SITE'

export type Environment = Readonly<Record<string, string | undefined>>

/**
 * Where the pages will be: `CLAIM_SITE`, else what Netlify and Vercel say; null where nobody does.
 *
 * @param base path of the site; it and the address have a slash at the end
 * @throws Error where `CLAIM_SITE` is no address, or its path is not `base`
 */
export function siteAddress(base: string, env: Environment): string | null {
  const given = env[SITE]
  const vercel = env['VERCEL'] && env['VERCEL_PROJECT_PRODUCTION_URL']
  const url = URL.parse(given || (env['NETLIFY'] ? env['URL'] : vercel && `https://${vercel}`) || '')
  const isWeb = url !== null && /^https?:$/.test(url.protocol)
  if (given && !isWeb) throw new Error(`${SITE}=${given}: give the address of the site, whole, with its path`)
  if (given && `${url!.pathname.replace(/\/$/, '')}/` !== base) {
    throw new Error(`${SITE}=${given} does not end in ${base}, the path that the deck is built for (--base).`)
  }
  return isWeb ? new URL(base, url).href : null
}
