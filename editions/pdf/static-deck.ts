import { preview } from 'vite'
import { slidevBuild } from '../../slidev/build.ts'

/**
 * @param entry slides.md of the brief, absolute
 * @param base path of the site, with a slash at both ends
 */
export const buildDeck = (entry: string, folder: string, base: string): Promise<void> =>
  slidevBuild([entry, '--out', folder, '--base', base], { afterwards: 'What was there before stays as it was.' })

/** On this machine alone, at a free port. */
export async function serve(folder: string, base: string): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const server = await preview({
    configFile: false,
    root: folder,
    base,
    build: { outDir: folder },
    preview: { host: '127.0.0.1', port: 0 },
    logLevel: 'silent',
  })
  const address = server.httpServer.address()
  if (address === null || typeof address === 'string') throw new Error('No port on this machine could be had for printing.')
  return { url: `http://127.0.0.1:${address.port}${base}`, close: () => server.close() }
}
